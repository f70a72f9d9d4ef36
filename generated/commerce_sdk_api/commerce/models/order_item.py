"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import UnknownVariant

from .item_proration_behaviour import ItemProrationBehaviour
from .order_item_type import OrderItemType


class OrderItem(Model, frozen=True):
    """One item of an order. The order has succeeded when every item's `processingInfo.status` is
    SUCCESS."""

    _offering_id: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringId")
    _transaction_account_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="transactionAccountId"
    )
    _invoice_group_id: str | None | UnsetType = msgspec.field(default=UNSET, name="invoiceGroupId")
    _order_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderItemId")
    _item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="itemId")
    _parent_entitlement_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="parentEntitlementId"
    )
    _opted_usage_options: UsageOptions | None | UnsetType = msgspec.field(
        default=UNSET, name="optedUsageOptions"
    )
    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _processing_info: ProcessingInfo | None | UnsetType = msgspec.field(
        default=UNSET, name="processingInfo"
    )
    _billing_options: BillingOptions | None | UnsetType = msgspec.field(
        default=UNSET, name="billingOptions"
    )
    _reset_options: ResetOptions | None | UnsetType = msgspec.field(
        default=UNSET, name="resetOptions"
    )
    _reason_code: str | None | UnsetType = msgspec.field(default=UNSET, name="reasonCode")
    _feature_overrides: dict[str, Any] | None | UnsetType = msgspec.field(
        default=UNSET, name="featureOverrides"
    )
    _metadata: dict[str, str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="metadata"
    )
    _triggered_by_order_item: OrderItemReference | None | UnsetType = msgspec.field(
        default=UNSET, name="triggeredByOrderItem"
    )
    _promotions: list[Promotion | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="promotions"
    )
    _is_immediate: bool | None | UnsetType = msgspec.field(default=UNSET, name="isImmediate")
    _original_order_item_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="originalOrderItemId"
    )
    _quote_line_item_details_reference: QuoteLineReference | None | UnsetType = msgspec.field(
        default=UNSET, name="quoteLineItemDetailsReference"
    )
    _subscription_start_time: int | None | UnsetType = msgspec.field(
        default=UNSET, name="subscriptionStartTime"
    )
    _transition: Transition | None | UnsetType = msgspec.field(default=UNSET, name="transition")
    _rewind_to_order_item_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="rewindToOrderItemId"
    )
    _billing_anchor_time: int | None | UnsetType = msgspec.field(
        default=UNSET, name="billingAnchorTime"
    )
    _next_billing_anchor_timestamp: int | None | UnsetType = msgspec.field(
        default=UNSET, name="nextBillingAnchorTimestamp"
    )
    _backdate_timestamp: int | None | UnsetType = msgspec.field(
        default=UNSET, name="backdateTimestamp"
    )
    _rebill_options: RebillOptions | None | UnsetType = msgspec.field(
        default=UNSET, name="rebillOptions"
    )
    _proration_behaviour: str | None | UnsetType = msgspec.field(
        default=UNSET, name="prorationBehaviour"
    )
    _updated_date: int | None | UnsetType = msgspec.field(default=UNSET, name="updatedDate")
    _relates_from_entitlements: (
        list[EntitlementRelation | OrderItemRelation | None] | None | UnsetType
    ) = msgspec.field(default=UNSET, name="relatesFromEntitlements")

    @property
    def offering_id(self) -> str | None:
        """The offering that the item is about."""
        return None if self._offering_id is UNSET else self._offering_id

    @property
    def transaction_account_id(self) -> str | None:
        """The transaction account of this item."""
        return None if self._transaction_account_id is UNSET else self._transaction_account_id

    @property
    def invoice_group_id(self) -> str | None:
        """The invoice group of this item."""
        return None if self._invoice_group_id is UNSET else self._invoice_group_id

    @property
    def order_item_id(self) -> str | None:
        """The platform's id of the item, the order id with a suffix such as `-1`; so not a UUID."""
        return None if self._order_item_id is UNSET else self._order_item_id

    @property
    def item_id(self) -> str | None:
        """The label that the caller gave the item in the request, such as O1."""
        return None if self._item_id is UNSET else self._item_id

    @property
    def parent_entitlement_id(self) -> str | None:
        """The entitlement above this one. Seen in real answers only (always null there); the
        published types lack it."""
        return None if self._parent_entitlement_id is UNSET else self._parent_entitlement_id

    @property
    def opted_usage_options(self) -> UsageOptions | None:
        """Quantities, trial and term that were asked for."""
        return None if self._opted_usage_options is UNSET else self._opted_usage_options

    @property
    def type(self) -> OrderItemType | None:
        """What the item does."""
        return (
            None if self._type is UNSET or self._type is None else choice(OrderItemType, self._type)
        )

    @property
    def processing_info(self) -> ProcessingInfo | None:
        """How far processing has come and what it led to; null until it has begun."""
        return None if self._processing_info is UNSET else self._processing_info

    @property
    def billing_options(self) -> BillingOptions | None:
        """Billing choices of the item."""
        return None if self._billing_options is UNSET else self._billing_options

    @property
    def reset_options(self) -> ResetOptions | None:
        """How the subscription was reset, where it was."""
        return None if self._reset_options is UNSET else self._reset_options

    @property
    def reason_code(self) -> str | None:
        """Why the item exists; no values are published."""
        return None if self._reason_code is UNSET else self._reason_code

    @property
    def feature_overrides(self) -> dict[str, Any] | None:
        """Features that differ from the offering's own. Seen in real answers only (always null
        there); its shape is not known."""
        return None if self._feature_overrides is UNSET else self._feature_overrides

    @property
    def metadata(self) -> dict[str, str | None] | None:
        """The caller's own key-value pairs for the item."""
        return None if self._metadata is UNSET else self._metadata

    @property
    def triggered_by_order_item(self) -> OrderItemReference | None:
        """The item that caused this one, when the platform added it."""
        return None if self._triggered_by_order_item is UNSET else self._triggered_by_order_item

    @property
    def promotions(self) -> list[Promotion] | None:
        """Promotions that were asked for."""
        return (
            None
            if self._promotions is UNSET or self._promotions is None
            else objects(self._promotions)
        )

    @property
    def is_immediate(self) -> bool | None:
        """True when the change takes effect at once rather than with the next billing cycle."""
        return None if self._is_immediate is UNSET else self._is_immediate

    @property
    def original_order_item_id(self) -> str | None:
        """The earlier order item that this one goes back to."""
        return None if self._original_order_item_id is UNSET else self._original_order_item_id

    @property
    def quote_line_item_details_reference(self) -> QuoteLineReference | None:
        """The quote line that the item was made from."""
        return (
            None
            if self._quote_line_item_details_reference is UNSET
            else self._quote_line_item_details_reference
        )

    @property
    def subscription_start_time(self) -> datetime.datetime | int | None:
        """When the subscription starts."""
        return (
            None
            if self._subscription_start_time is UNSET or self._subscription_start_time is None
            else from_epoch_ms(self._subscription_start_time)
        )

    @property
    def transition(self) -> Transition | None:
        """The move to another offering or pricing plan, for a transition item."""
        return None if self._transition is UNSET else self._transition

    @property
    def rewind_to_order_item_id(self) -> str | None:
        """The order item whose state a rewind goes back to."""
        return None if self._rewind_to_order_item_id is UNSET else self._rewind_to_order_item_id

    @property
    def billing_anchor_time(self) -> datetime.datetime | int | None:
        """The instant that billing cycles are counted from."""
        return (
            None
            if self._billing_anchor_time is UNSET or self._billing_anchor_time is None
            else from_epoch_ms(self._billing_anchor_time)
        )

    @property
    def next_billing_anchor_timestamp(self) -> datetime.datetime | int | None:
        """The next instant that billing cycles are counted from."""
        return (
            None
            if self._next_billing_anchor_timestamp is UNSET
            or self._next_billing_anchor_timestamp is None
            else from_epoch_ms(self._next_billing_anchor_timestamp)
        )

    @property
    def backdate_timestamp(self) -> datetime.datetime | int | None:
        """The past instant from which the item counts."""
        return (
            None
            if self._backdate_timestamp is UNSET or self._backdate_timestamp is None
            else from_epoch_ms(self._backdate_timestamp)
        )

    @property
    def rebill_options(self) -> RebillOptions | None:
        """From when a rebill item bills again."""
        return None if self._rebill_options is UNSET else self._rebill_options

    @property
    def proration_behaviour(self) -> ItemProrationBehaviour | None:
        """Whether a part of a cycle was asked to be invoiced. Has fewer values than the field of
        the same name in `processingInfo`."""
        return (
            None
            if self._proration_behaviour is UNSET or self._proration_behaviour is None
            else choice(ItemProrationBehaviour, self._proration_behaviour)
        )

    @property
    def updated_date(self) -> datetime.datetime | int | None:
        """When the item last changed. Seen in real answers only; the published types lack it."""
        return (
            None
            if self._updated_date is UNSET or self._updated_date is None
            else from_epoch_ms(self._updated_date)
        )

    @property
    def relates_from_entitlements(
        self,
    ) -> list[EntitlementRelation | OrderItemRelation | UnknownVariant] | None:
        """What the item's entitlement hangs on. Real answers hold an empty list where there is
        nothing."""
        return (
            None
            if self._relates_from_entitlements is UNSET or self._relates_from_entitlements is None
            else objects(self._relates_from_entitlements)
        )


from .billing_options import BillingOptions  # noqa: E402
from .entitlement_relation import EntitlementRelation  # noqa: E402
from .order_item_reference import OrderItemReference  # noqa: E402
from .order_item_relation import OrderItemRelation  # noqa: E402
from .processing_info import ProcessingInfo  # noqa: E402
from .promotion import Promotion  # noqa: E402
from .quote_line_reference import QuoteLineReference  # noqa: E402
from .rebill_options import RebillOptions  # noqa: E402
from .reset_options import ResetOptions  # noqa: E402
from .transition import Transition  # noqa: E402
from .usage_options import UsageOptions  # noqa: E402
