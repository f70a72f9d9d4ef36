"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .subscription_schedule_action import SubscriptionScheduleAction


class SubscriptionPhase(Model, frozen=True):
    """A time in which a subscription stays the same."""

    _starts_at: int | None | UnsetType = msgspec.field(default=UNSET, name="startsAt")
    _ends_at: int | None | UnsetType = msgspec.field(default=UNSET, name="endsAt")
    _order_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderItemId")
    _order_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderId")
    _glp: int | None | UnsetType = msgspec.field(default=UNSET, name="glp")
    _billing_cycle_anchor: SubscriptionAnchor | None | UnsetType = msgspec.field(
        default=UNSET, name="billingCycleAnchor"
    )
    _billing_behaviour_configuration: SubscriptionBillingBehaviour | None | UnsetType = (
        msgspec.field(default=UNSET, name="billingBehaviourConfiguration")
    )
    _charge_details: SubscriptionCharges | None | UnsetType = msgspec.field(
        default=UNSET, name="chargeDetails"
    )
    _subscription_schedule_action: str | None | UnsetType = msgspec.field(
        default=UNSET, name="subscriptionScheduleAction"
    )
    _trial: SubscriptionTrial | None | UnsetType = msgspec.field(default=UNSET, name="trial")

    @property
    def starts_at(self) -> datetime.datetime | int | None:
        """When it begins."""
        return (
            None
            if self._starts_at is UNSET or self._starts_at is None
            else from_epoch_ms(self._starts_at)
        )

    @property
    def ends_at(self) -> datetime.datetime | int | None:
        """When it ends."""
        return (
            None
            if self._ends_at is UNSET or self._ends_at is None
            else from_epoch_ms(self._ends_at)
        )

    @property
    def order_item_id(self) -> str | None:
        """The platform's id of the order's item."""
        return None if self._order_item_id is UNSET else self._order_item_id

    @property
    def order_id(self) -> str | None:
        """The order."""
        return None if self._order_id is UNSET else self._order_id

    @property
    def glp(self) -> int | None:
        """A list price (gross). The sources give neither unit nor currency; -1 was seen for none."""
        return None if self._glp is UNSET else self._glp

    @property
    def billing_cycle_anchor(self) -> SubscriptionAnchor | None:
        """Where the billing cycle is anchored."""
        return None if self._billing_cycle_anchor is UNSET else self._billing_cycle_anchor

    @property
    def billing_behaviour_configuration(self) -> SubscriptionBillingBehaviour | None:
        """How billing behaves."""
        return (
            None
            if self._billing_behaviour_configuration is UNSET
            else self._billing_behaviour_configuration
        )

    @property
    def charge_details(self) -> SubscriptionCharges | None:
        """What is charged."""
        return None if self._charge_details is UNSET else self._charge_details

    @property
    def subscription_schedule_action(self) -> SubscriptionScheduleAction | None:
        """What the step does to the subscription."""
        return (
            None
            if self._subscription_schedule_action is UNSET
            or self._subscription_schedule_action is None
            else choice(SubscriptionScheduleAction, self._subscription_schedule_action)
        )

    @property
    def trial(self) -> SubscriptionTrial | None:
        """The trial."""
        return None if self._trial is UNSET else self._trial


from .subscription_anchor import SubscriptionAnchor  # noqa: E402
from .subscription_billing_behaviour import SubscriptionBillingBehaviour  # noqa: E402
from .subscription_charges import SubscriptionCharges  # noqa: E402
from .subscription_trial import SubscriptionTrial  # noqa: E402
