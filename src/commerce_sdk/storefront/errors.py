"""The errors that only the storefront has: what was waited for, and cannot come any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commerce_sdk.errors import CommerceError

if TYPE_CHECKING:
    from commerce_sdk_api.storefront.models import Order


class OrderNotReached(CommerceError):
    """The order stands where the status that was waited for cannot follow any more. `until` is that
    status, `order` the order as it was last seen."""

    def __init__(self, order_id: str, until: str, order: Order) -> None:
        super().__init__(f"order {order_id} is {order.status}, and cannot come to {until} any more")
        self.order_id: str = order_id
        self.until = until
        self.order = order
