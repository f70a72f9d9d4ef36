"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class QuoteError(Model, frozen=True):
    """Why a request about quotes failed. Every field may be missing."""

    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _message: str | None | UnsetType = msgspec.field(default=UNSET, name="message")
    _error_code: str | None | UnsetType = msgspec.field(default=UNSET, name="errorCode")
    _items: list[QuoteItemErrors | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="items"
    )
    _coupling_violations: list[QuoteCouplingViolation | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="couplingViolations"
    )
    _graph_violations: list[QuoteGraphViolation | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="graphViolations"
    )

    @property
    def status(self) -> str | None:
        """The HTTP status, as a string."""
        return None if self._status is UNSET else self._status

    @property
    def message(self) -> str | None:
        """What went wrong, in words."""
        return None if self._message is UNSET else self._message

    @property
    def error_code(self) -> str | None:
        """What went wrong, for programs; no values are published."""
        return None if self._error_code is UNSET else self._error_code

    @property
    def items(self) -> list[QuoteItemErrors] | None:
        """What it holds, one by one."""
        return None if self._items is UNSET or self._items is None else objects(self._items)

    @property
    def coupling_violations(self) -> list[QuoteCouplingViolation] | None:
        """Items that do not go together."""
        return (
            None
            if self._coupling_violations is UNSET or self._coupling_violations is None
            else objects(self._coupling_violations)
        )

    @property
    def graph_violations(self) -> list[QuoteGraphViolation] | None:
        """Relations between entitlements that are missing or too many."""
        return (
            None
            if self._graph_violations is UNSET or self._graph_violations is None
            else objects(self._graph_violations)
        )


from .quote_coupling_violation import QuoteCouplingViolation  # noqa: E402
from .quote_graph_violation import QuoteGraphViolation  # noqa: E402
from .quote_item_errors import QuoteItemErrors  # noqa: E402
