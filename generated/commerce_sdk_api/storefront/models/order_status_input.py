"""Generated from openapi/storefront.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Choice, Text, on_wire
from commerce_sdk.document.request_model import RequestModel

from .next_order_status import NextOrderStatus


@attrs.frozen(kw_only=True, repr=False)
class OrderStatusInput(RequestModel):
    """The status that an order is taken to."""

    status: NextOrderStatus | str = attrs.field(
        metadata=on_wire("status", Choice(lambda: NextOrderStatus), required=True)
    )
    """The status to come to."""
    reason: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("reason", Text(), nullable=True)
    )
    """Why; required to cancel and to refund, though it may be null."""
