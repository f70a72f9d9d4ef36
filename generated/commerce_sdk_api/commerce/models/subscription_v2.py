"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .subscription_status import SubscriptionStatus


class SubscriptionV2(Model, frozen=True):
    """How an entitlement is billed, in the older shape."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _order_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderItemId")
    _entitlement_id: str | None | UnsetType = msgspec.field(default=UNSET, name="entitlementId")
    _end_timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="endTimestamp")
    _account_details: SubscriptionAccounts | None | UnsetType = msgspec.field(
        default=UNSET, name="accountDetails"
    )
    _lock_config: SubscriptionLocks | None | UnsetType = msgspec.field(
        default=UNSET, name="lockConfig"
    )
    _trial: SubscriptionTrial | None | UnsetType = msgspec.field(default=UNSET, name="trial")
    _billing_period_details: SubscriptionBillingPeriod | None | UnsetType = msgspec.field(
        default=UNSET, name="billingPeriodDetails"
    )
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _start_timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="startTimestamp")
    _pause_billing: SubscriptionBillingPause | None | UnsetType = msgspec.field(
        default=UNSET, name="pauseBilling"
    )
    _invoice_settings: SubscriptionInvoiceSettings | None | UnsetType = msgspec.field(
        default=UNSET, name="invoiceSettings"
    )
    _allowances: list[SubscriptionAllowance | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="allowances"
    )
    _transition: SubscriptionTransition | None | UnsetType = msgspec.field(
        default=UNSET, name="transition"
    )
    _test_features: SubscriptionTestFeatures | None | UnsetType = msgspec.field(
        default=UNSET, name="testFeatures"
    )
    _charge_details: SubscriptionCharges | None | UnsetType = msgspec.field(
        default=UNSET, name="chargeDetails"
    )
    _scheduled_changes: SubscriptionSchedule | None | UnsetType = msgspec.field(
        default=UNSET, name="scheduledChanges"
    )
    _subscription_evergreen: bool | None | UnsetType = msgspec.field(
        default=UNSET, name="subscriptionEvergreen"
    )

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def order_item_id(self) -> str | None:
        """The platform's id of the order's item."""
        return None if self._order_item_id is UNSET else self._order_item_id

    @property
    def entitlement_id(self) -> str | None:
        """The entitlement."""
        return None if self._entitlement_id is UNSET else self._entitlement_id

    @property
    def end_timestamp(self) -> datetime.datetime | int | None:
        """When it ends."""
        return (
            None
            if self._end_timestamp is UNSET or self._end_timestamp is None
            else from_epoch_ms(self._end_timestamp)
        )

    @property
    def account_details(self) -> SubscriptionAccounts | None:
        """The accounts that pay."""
        return None if self._account_details is UNSET else self._account_details

    @property
    def lock_config(self) -> SubscriptionLocks | None:
        """What is held fixed."""
        return None if self._lock_config is UNSET else self._lock_config

    @property
    def trial(self) -> SubscriptionTrial | None:
        """The trial."""
        return None if self._trial is UNSET else self._trial

    @property
    def billing_period_details(self) -> SubscriptionBillingPeriod | None:
        """When it bills."""
        return None if self._billing_period_details is UNSET else self._billing_period_details

    @property
    def status(self) -> SubscriptionStatus | None:
        """Where it stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(SubscriptionStatus, self._status)
        )

    @property
    def start_timestamp(self) -> datetime.datetime | int | None:
        """When it begins."""
        return (
            None
            if self._start_timestamp is UNSET or self._start_timestamp is None
            else from_epoch_ms(self._start_timestamp)
        )

    @property
    def pause_billing(self) -> SubscriptionBillingPause | None:
        """The time in which nothing is billed."""
        return None if self._pause_billing is UNSET else self._pause_billing

    @property
    def invoice_settings(self) -> SubscriptionInvoiceSettings | None:
        """How it is put on invoices."""
        return None if self._invoice_settings is UNSET else self._invoice_settings

    @property
    def allowances(self) -> list[SubscriptionAllowance] | None:
        """How much of what is included."""
        return (
            None
            if self._allowances is UNSET or self._allowances is None
            else objects(self._allowances)
        )

    @property
    def transition(self) -> SubscriptionTransition | None:
        """The move that is to come."""
        return None if self._transition is UNSET else self._transition

    @property
    def test_features(self) -> SubscriptionTestFeatures | None:
        """For tests by the platform itself."""
        return None if self._test_features is UNSET else self._test_features

    @property
    def charge_details(self) -> SubscriptionCharges | None:
        """What is charged."""
        return None if self._charge_details is UNSET else self._charge_details

    @property
    def scheduled_changes(self) -> SubscriptionSchedule | None:
        """What will change."""
        return None if self._scheduled_changes is UNSET else self._scheduled_changes

    @property
    def subscription_evergreen(self) -> bool | None:
        """Whether it goes on until it is ended."""
        return None if self._subscription_evergreen is UNSET else self._subscription_evergreen


from .subscription_accounts import SubscriptionAccounts  # noqa: E402
from .subscription_allowance import SubscriptionAllowance  # noqa: E402
from .subscription_billing_pause import SubscriptionBillingPause  # noqa: E402
from .subscription_billing_period import SubscriptionBillingPeriod  # noqa: E402
from .subscription_charges import SubscriptionCharges  # noqa: E402
from .subscription_invoice_settings import SubscriptionInvoiceSettings  # noqa: E402
from .subscription_locks import SubscriptionLocks  # noqa: E402
from .subscription_schedule import SubscriptionSchedule  # noqa: E402
from .subscription_test_features import SubscriptionTestFeatures  # noqa: E402
from .subscription_transition import SubscriptionTransition  # noqa: E402
from .subscription_trial import SubscriptionTrial  # noqa: E402
