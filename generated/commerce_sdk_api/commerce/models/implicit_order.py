"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .order_item_type import OrderItemType


class ImplicitOrder(Model, frozen=True):
    """What happened to an entitlement without an order of its own."""

    _offering_id: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringId")
    _order_type: str | None | UnsetType = msgspec.field(default=UNSET, name="orderType")

    @property
    def offering_id(self) -> str | None:
        """The offering."""
        return None if self._offering_id is UNSET else self._offering_id

    @property
    def order_type(self) -> OrderItemType | None:
        """What was done to it."""
        return (
            None
            if self._order_type is UNSET or self._order_type is None
            else choice(OrderItemType, self._order_type)
        )
