"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import choice, instant, objects, plain
from commerce_sdk.model import Model

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
        return plain(self._id)

    @property
    def order_item_id(self) -> str | None:
        """The platform's id of the order's item."""
        return plain(self._order_item_id)

    @property
    def entitlement_id(self) -> str | None:
        """The entitlement."""
        return plain(self._entitlement_id)

    @property
    def end_timestamp(self) -> datetime.datetime | int | None:
        """When it ends."""
        return instant(self._end_timestamp)

    @property
    def account_details(self) -> SubscriptionAccounts | None:
        """The accounts that pay."""
        return plain(self._account_details)

    @property
    def lock_config(self) -> SubscriptionLocks | None:
        """What is held fixed."""
        return plain(self._lock_config)

    @property
    def trial(self) -> SubscriptionTrial | None:
        """The trial."""
        return plain(self._trial)

    @property
    def billing_period_details(self) -> SubscriptionBillingPeriod | None:
        """When it bills."""
        return plain(self._billing_period_details)

    @property
    def status(self) -> SubscriptionStatus | None:
        """Where it stands."""
        return choice(SubscriptionStatus, self._status)

    @property
    def start_timestamp(self) -> datetime.datetime | int | None:
        """When it begins."""
        return instant(self._start_timestamp)

    @property
    def pause_billing(self) -> SubscriptionBillingPause | None:
        """The time in which nothing is billed."""
        return plain(self._pause_billing)

    @property
    def invoice_settings(self) -> SubscriptionInvoiceSettings | None:
        """How it is put on invoices."""
        return plain(self._invoice_settings)

    @property
    def allowances(self) -> list[SubscriptionAllowance] | None:
        """How much of what is included."""
        return objects(self._allowances)

    @property
    def transition(self) -> SubscriptionTransition | None:
        """The move that is to come."""
        return plain(self._transition)

    @property
    def test_features(self) -> SubscriptionTestFeatures | None:
        """For tests by the platform itself."""
        return plain(self._test_features)

    @property
    def charge_details(self) -> SubscriptionCharges | None:
        """What is charged."""
        return plain(self._charge_details)

    @property
    def scheduled_changes(self) -> SubscriptionSchedule | None:
        """What will change."""
        return plain(self._scheduled_changes)

    @property
    def subscription_evergreen(self) -> bool | None:
        """Whether it goes on until it is ended."""
        return plain(self._subscription_evergreen)


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
