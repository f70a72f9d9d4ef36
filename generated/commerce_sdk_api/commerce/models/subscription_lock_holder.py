"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class SubscriptionLockHolder(Model, frozen=True):
    """The order that holds something fixed."""

    _order_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderId")
    _order_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderItemId")

    @property
    def order_id(self) -> str | None:
        """The order."""
        return None if self._order_id is UNSET else self._order_id

    @property
    def order_item_id(self) -> str | None:
        """The platform's id of the order's item."""
        return None if self._order_item_id is UNSET else self._order_item_id
