"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class PlacedOrder(Model, frozen=True):
    """An order that was just placed through v2. Its items are not processed yet; read the order to
    follow them."""

    _order_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderId")
    _slug: str | None | UnsetType = msgspec.field(default=UNSET, name="slug")
    _items: list[PlacedOrderItem | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="items"
    )
    _transaction_account_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="transactionAccountId"
    )
    _invoice_group_id: str | None | UnsetType = msgspec.field(default=UNSET, name="invoiceGroupId")
    _additional_triggered_orders: list[PlacedOrder | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="additionalTriggeredOrders"
    )
    _metadata: dict[str, str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="metadata"
    )

    @property
    def order_id(self) -> str | None:
        """The order's id, as sent."""
        return None if self._order_id is UNSET else self._order_id

    @property
    def slug(self) -> str | None:
        """Human-readable id, such as R-42K-N76-CYQ-ZT6."""
        return None if self._slug is UNSET else self._slug

    @property
    def items(self) -> list[PlacedOrderItem] | None:
        """The items."""
        return None if self._items is UNSET or self._items is None else objects(self._items)

    @property
    def transaction_account_id(self) -> str | None:
        """The transaction account that the order belongs to."""
        return None if self._transaction_account_id is UNSET else self._transaction_account_id

    @property
    def invoice_group_id(self) -> str | None:
        """The invoice group that the order is billed to."""
        return None if self._invoice_group_id is UNSET else self._invoice_group_id

    @property
    def additional_triggered_orders(self) -> list[PlacedOrder] | None:
        """Further orders that the platform placed because of this one."""
        return (
            None
            if self._additional_triggered_orders is UNSET
            or self._additional_triggered_orders is None
            else objects(self._additional_triggered_orders)
        )

    @property
    def metadata(self) -> dict[str, str | None] | None:
        """The caller's own key-value pairs, as sent."""
        return None if self._metadata is UNSET else self._metadata


from .placed_order_item import PlacedOrderItem  # noqa: E402
