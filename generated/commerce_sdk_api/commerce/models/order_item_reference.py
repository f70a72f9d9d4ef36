"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .order_item_type import OrderItemType


class OrderItemReference(Model, frozen=True):
    """A pointer to an item of some order."""

    _order_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderId")
    _order_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderItemId")
    _request_type: str | None | UnsetType = msgspec.field(default=UNSET, name="requestType")

    @property
    def order_id(self) -> str | None:
        """The order."""
        return None if self._order_id is UNSET else self._order_id

    @property
    def order_item_id(self) -> str | None:
        """The item."""
        return None if self._order_item_id is UNSET else self._order_item_id

    @property
    def request_type(self) -> OrderItemType | None:
        """What the item does."""
        return (
            None
            if self._request_type is UNSET or self._request_type is None
            else choice(OrderItemType, self._request_type)
        )
