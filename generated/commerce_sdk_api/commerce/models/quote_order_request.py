"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import MapOf, Nested
from commerce_sdk.document.kinds import Const, Text, Uuid, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class QuoteOrderRequest(RequestModel):
    """An order that takes a quote as it stands."""

    order_id: str = attrs.field(metadata=on_wire("orderId", Uuid(), required=True))
    """A UUID that the caller makes, one for each intent to buy. It is also the idempotency key:
    sending the same order again must carry the same id."""
    transaction_account_id: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("transactionAccountId", Uuid(), nullable=True)
    )
    """The transaction account that buys. It counts where the X-transaction-account header is
    absent."""
    metadata: Mapping[str, str] | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("metadata", MapOf(Text()))
    )
    """Key-value pairs of the caller's own."""
    quote: QuoteReferenceInput = attrs.field(
        metadata=on_wire("quote", Nested(lambda: QuoteReferenceInput), required=True)
    )
    """The quote to order."""
    source: Literal["QUOTE"] = attrs.field(
        default="QUOTE", metadata=on_wire("source", Const("QUOTE"), required=True)
    )
    """Says that this is an order by quote."""


from .quote_reference_input import QuoteReferenceInput  # noqa: E402
