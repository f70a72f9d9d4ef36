"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from typing import Literal

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import Nested
from commerce_sdk.document.kinds import Const, Text, Uuid, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PreviewRequest(RequestModel):
    """A quote to look at as the order that it would become."""

    order_intent_id: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("orderIntentId", Uuid(), nullable=True)
    )
    """The order intent to look at."""
    transaction_account_id: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("transactionAccountId", Text(), nullable=True)
    )
    """The transaction account that would buy."""
    source: Literal["QUOTE"] = attrs.field(
        default="QUOTE", metadata=on_wire("source", Const("QUOTE"), required=True)
    )
    """Says that the preview is of a quote. A preview of items is hinted at but not published."""
    quote: QuoteReferenceInput = attrs.field(
        metadata=on_wire("quote", Nested(lambda: QuoteReferenceInput), required=True)
    )
    """The quote to look at."""


from .quote_reference_input import QuoteReferenceInput  # noqa: E402
