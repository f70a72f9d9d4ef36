"""What orders need of what is around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from commerce_sdk.sandbox.engine.call import Json


class Quote(Protocol):
    """What an order by quote needs of the quote."""

    def items(self) -> list[Json]: ...


class QuoteBook(Protocol):
    """Where the quotes are."""

    def to_order(self, account: str | None, reference: Json) -> Quote: ...


class Sales(Protocol):
    """What is known of the sales that orders were."""

    def sale(self, entitlement: str, order_item_id: str) -> str | None: ...


class Provisionings(Protocol):
    """Where the provisionings are that orders complete."""

    def refusal(self, request_id: str, order_id: str, offerings: Sequence[str]) -> str | None:
        """Take an order for one. Gives why it cannot be completed by it; None where it can be, or
        is not known."""
