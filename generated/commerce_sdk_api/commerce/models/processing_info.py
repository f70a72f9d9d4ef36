"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .order_item_status import OrderItemStatus
from .proration_behaviour import ProrationBehaviour
from .sale_transition_type import SaleTransitionType
from .transition_time import TransitionTime


class ProcessingInfo(Model, frozen=True):
    """How far an item has come and what it led to."""

    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _entitlement: EntitlementReference | None | UnsetType = msgspec.field(
        default=UNSET, name="entitlement"
    )
    _transition_timestamp: int | None | UnsetType = msgspec.field(
        default=UNSET, name="transitionTimestamp"
    )
    _transition_time: str | None | UnsetType = msgspec.field(default=UNSET, name="transitionTime")
    _sale_transition_details: SaleTransitionDetails | None | UnsetType = msgspec.field(
        default=UNSET, name="saleTransitionDetails"
    )
    _sale_transition_type: str | None | UnsetType = msgspec.field(
        default=UNSET, name="saleTransitionType"
    )
    _computed_details: ComputedDetails | None | UnsetType = msgspec.field(
        default=UNSET, name="computedDetails"
    )
    _account_modification: AccountModification | None | UnsetType = msgspec.field(
        default=UNSET, name="accountModification"
    )
    _additional_triggered_order_items: list[OrderItemReference | None] | None | UnsetType = (
        msgspec.field(default=UNSET, name="additionalTriggeredOrderItems")
    )
    _proration_behaviour: str | None | UnsetType = msgspec.field(
        default=UNSET, name="prorationBehaviour"
    )
    _proration_behaviour_info: ProrationInfo | None | UnsetType = msgspec.field(
        default=UNSET, name="prorationBehaviourInfo"
    )
    _impacted_entitlements: list[ImpactedEntitlement | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="impactedEntitlements"
    )
    _transition_info: BillingTransition | None | UnsetType = msgspec.field(
        default=UNSET, name="transitionInfo"
    )
    _multiple_schedules_flow: bool | None | UnsetType = msgspec.field(
        default=UNSET, name="multipleSchedulesFlow"
    )

    @property
    def status(self) -> OrderItemStatus | None:
        """Where processing stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(OrderItemStatus, self._status)
        )

    @property
    def entitlement(self) -> EntitlementReference | None:
        """The entitlement that the item made or changed; there once the status is SUCCESS."""
        return None if self._entitlement is UNSET else self._entitlement

    @property
    def transition_timestamp(self) -> datetime.datetime | int | None:
        """When the change takes effect."""
        return (
            None
            if self._transition_timestamp is UNSET or self._transition_timestamp is None
            else from_epoch_ms(self._transition_timestamp)
        )

    @property
    def transition_time(self) -> TransitionTime | None:
        """In words, when the change takes effect."""
        return (
            None
            if self._transition_time is UNSET or self._transition_time is None
            else choice(TransitionTime, self._transition_time)
        )

    @property
    def sale_transition_details(self) -> SaleTransitionDetails | None:
        """Prices and levels that decided the kind of sale."""
        return None if self._sale_transition_details is UNSET else self._sale_transition_details

    @property
    def sale_transition_type(self) -> SaleTransitionType | None:
        """The kind of sale."""
        return (
            None
            if self._sale_transition_type is UNSET or self._sale_transition_type is None
            else choice(SaleTransitionType, self._sale_transition_type)
        )

    @property
    def computed_details(self) -> ComputedDetails | None:
        """What the platform worked out for the item."""
        return None if self._computed_details is UNSET else self._computed_details

    @property
    def account_modification(self) -> AccountModification | None:
        """The accounts after an account change."""
        return None if self._account_modification is UNSET else self._account_modification

    @property
    def additional_triggered_order_items(self) -> list[OrderItemReference] | None:
        """Items that the platform added because of this one."""
        return (
            None
            if self._additional_triggered_order_items is UNSET
            or self._additional_triggered_order_items is None
            else objects(self._additional_triggered_order_items)
        )

    @property
    def proration_behaviour(self) -> ProrationBehaviour | None:
        """How the part of a cycle was charged."""
        return (
            None
            if self._proration_behaviour is UNSET or self._proration_behaviour is None
            else choice(ProrationBehaviour, self._proration_behaviour)
        )

    @property
    def proration_behaviour_info(self) -> ProrationInfo | None:
        """Why it was charged so."""
        return None if self._proration_behaviour_info is UNSET else self._proration_behaviour_info

    @property
    def impacted_entitlements(self) -> list[ImpactedEntitlement] | None:
        """Other entitlements that the item changed."""
        return (
            None
            if self._impacted_entitlements is UNSET or self._impacted_entitlements is None
            else objects(self._impacted_entitlements)
        )

    @property
    def transition_info(self) -> BillingTransition | None:
        """The move from another billing system."""
        return None if self._transition_info is UNSET else self._transition_info

    @property
    def multiple_schedules_flow(self) -> bool | None:
        """Whether several schedules were made. The sources do not explain it."""
        return None if self._multiple_schedules_flow is UNSET else self._multiple_schedules_flow


from .account_modification import AccountModification  # noqa: E402
from .billing_transition import BillingTransition  # noqa: E402
from .computed_details import ComputedDetails  # noqa: E402
from .entitlement_reference import EntitlementReference  # noqa: E402
from .impacted_entitlement import ImpactedEntitlement  # noqa: E402
from .order_item_reference import OrderItemReference  # noqa: E402
from .proration_info import ProrationInfo  # noqa: E402
from .sale_transition_details import SaleTransitionDetails  # noqa: E402
