"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model


class Order(Model, frozen=True):
    """An order as it reads back: what was bought, and how far each item has come. Also the answer
    of a preview and of reading one item."""

    _order_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderId")
    _slug: str | None | UnsetType = msgspec.field(default=UNSET, name="slug")
    _transaction_account_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="transactionAccountId"
    )
    _transaction_account: TransactionAccountReference | None | UnsetType = msgspec.field(
        default=UNSET, name="transactionAccount"
    )
    _invoice_group_id: str | None | UnsetType = msgspec.field(default=UNSET, name="invoiceGroupId")
    _items: list[OrderItem | None] | None | UnsetType = msgspec.field(default=UNSET, name="items")
    _additional_triggered_orders: list[Order | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="additionalTriggeredOrders"
    )
    _metadata: dict[str, str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="metadata"
    )
    _created_date: int | None | UnsetType = msgspec.field(default=UNSET, name="createdDate")

    @property
    def order_id(self) -> str | None:
        """The order's id, chosen by whoever placed it."""
        return None if self._order_id is UNSET else self._order_id

    @property
    def slug(self) -> str | None:
        """Human-readable id, such as R-42K-N76-CYQ-ZT6."""
        return None if self._slug is UNSET else self._slug

    @property
    def transaction_account_id(self) -> str | None:
        """The transaction account that the order belongs to."""
        return None if self._transaction_account_id is UNSET else self._transaction_account_id

    @property
    def transaction_account(self) -> TransactionAccountReference | None:
        """The transaction account with its partition. Seen in real answers only; the published
        types lack it."""
        return None if self._transaction_account is UNSET else self._transaction_account

    @property
    def invoice_group_id(self) -> str | None:
        """The invoice group that the order is billed to."""
        return None if self._invoice_group_id is UNSET else self._invoice_group_id

    @property
    def items(self) -> list[OrderItem] | None:
        """The items."""
        return None if self._items is UNSET or self._items is None else objects(self._items)

    @property
    def additional_triggered_orders(self) -> list[Order] | None:
        """Further orders that the platform placed because of this one."""
        return (
            None
            if self._additional_triggered_orders is UNSET
            or self._additional_triggered_orders is None
            else objects(self._additional_triggered_orders)
        )

    @property
    def metadata(self) -> dict[str, str | None] | None:
        """The caller's own key-value pairs, among them `provisionRequestId`. Seen in real answers
        only; the published types lack it."""
        return None if self._metadata is UNSET else self._metadata

    @property
    def created_date(self) -> datetime.datetime | int | None:
        """When the order was placed."""
        return (
            None
            if self._created_date is UNSET or self._created_date is None
            else from_epoch_ms(self._created_date)
        )


from .order_item import OrderItem  # noqa: E402
from .transaction_account_reference import TransactionAccountReference  # noqa: E402
