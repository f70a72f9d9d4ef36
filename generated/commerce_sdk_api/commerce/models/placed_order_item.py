"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class PlacedOrderItem(Model, frozen=True):
    """One item of an order that was just placed."""

    _item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="itemId")
    _order_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderItemId")
    _transaction_account_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="transactionAccountId"
    )
    _invoice_group_id: str | None | UnsetType = msgspec.field(default=UNSET, name="invoiceGroupId")
    _triggered_by_order_item: OrderItemReference | None | UnsetType = msgspec.field(
        default=UNSET, name="triggeredByOrderItem"
    )
    _processing_info: PlacedProcessingInfo | None | UnsetType = msgspec.field(
        default=UNSET, name="processingInfo"
    )
    _metadata: dict[str, str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="metadata"
    )

    @property
    def item_id(self) -> str | None:
        """The label that the caller gave the item, such as O1."""
        return None if self._item_id is UNSET else self._item_id

    @property
    def order_item_id(self) -> str | None:
        """The platform's id of the item, the order id with a suffix such as `-1`; so not a UUID."""
        return None if self._order_item_id is UNSET else self._order_item_id

    @property
    def transaction_account_id(self) -> str | None:
        """The transaction account of this item."""
        return None if self._transaction_account_id is UNSET else self._transaction_account_id

    @property
    def invoice_group_id(self) -> str | None:
        """The invoice group of this item."""
        return None if self._invoice_group_id is UNSET else self._invoice_group_id

    @property
    def triggered_by_order_item(self) -> OrderItemReference | None:
        """The item that caused this one, when the platform added it."""
        return None if self._triggered_by_order_item is UNSET else self._triggered_by_order_item

    @property
    def processing_info(self) -> PlacedProcessingInfo | None:
        """What is known already; null in every published answer."""
        return None if self._processing_info is UNSET else self._processing_info

    @property
    def metadata(self) -> dict[str, str | None] | None:
        """The caller's own key-value pairs for the item."""
        return None if self._metadata is UNSET else self._metadata


from .order_item_reference import OrderItemReference  # noqa: E402
from .placed_processing_info import PlacedProcessingInfo  # noqa: E402
