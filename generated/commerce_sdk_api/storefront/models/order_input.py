"""Generated from openapi/storefront.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.container_kinds import ListOf, Nested
from commerce_sdk.document.kinds import Text, Uuid, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class OrderInput(RequestModel):
    """An order to place."""

    customer_id: str = attrs.field(metadata=on_wire("customerId", Uuid(), required=True))
    """Whose order it is."""
    items: Sequence[OrderItemInput] = attrs.field(
        metadata=on_wire(
            "items",
            Bounded(ListOf(Nested(lambda: OrderItemInput)), (Length(least=1, of="entries"),)),
            required=True,
        )
    )
    """What is ordered."""
    notes: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("notes", Text(), nullable=True)
    )
    """What its customer has to say."""
    coupon: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("coupon", Text(), nullable=True)
    )
    """The code of a coupon."""


from .order_item_input import OrderItemInput  # noqa: E402
