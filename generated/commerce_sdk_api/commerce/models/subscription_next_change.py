"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .subscription_schedule_action import SubscriptionScheduleAction


class SubscriptionNextChange(Model, frozen=True):
    """The change at the next cycle."""

    _charge_details: SubscriptionCharges | None | UnsetType = msgspec.field(
        default=UNSET, name="chargeDetails"
    )
    _change_timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="changeTimestamp")
    _subscription_schedule_action: str | None | UnsetType = msgspec.field(
        default=UNSET, name="subscriptionScheduleAction"
    )
    _order_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderItemId")
    _pause_billing: SubscriptionBillingPause | None | UnsetType = msgspec.field(
        default=UNSET, name="pauseBilling"
    )
    _account_details: SubscriptionAccounts | None | UnsetType = msgspec.field(
        default=UNSET, name="accountDetails"
    )
    _trial: SubscriptionTrial | None | UnsetType = msgspec.field(default=UNSET, name="trial")

    @property
    def charge_details(self) -> SubscriptionCharges | None:
        """What is charged."""
        return None if self._charge_details is UNSET else self._charge_details

    @property
    def change_timestamp(self) -> datetime.datetime | int | None:
        """When the change takes place."""
        return (
            None
            if self._change_timestamp is UNSET or self._change_timestamp is None
            else from_epoch_ms(self._change_timestamp)
        )

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
    def order_item_id(self) -> str | None:
        """The platform's id of the order's item."""
        return None if self._order_item_id is UNSET else self._order_item_id

    @property
    def pause_billing(self) -> SubscriptionBillingPause | None:
        """The time in which nothing is billed."""
        return None if self._pause_billing is UNSET else self._pause_billing

    @property
    def account_details(self) -> SubscriptionAccounts | None:
        """The accounts that pay."""
        return None if self._account_details is UNSET else self._account_details

    @property
    def trial(self) -> SubscriptionTrial | None:
        """The trial."""
        return None if self._trial is UNSET else self._trial


from .subscription_accounts import SubscriptionAccounts  # noqa: E402
from .subscription_billing_pause import SubscriptionBillingPause  # noqa: E402
from .subscription_charges import SubscriptionCharges  # noqa: E402
from .subscription_trial import SubscriptionTrial  # noqa: E402
