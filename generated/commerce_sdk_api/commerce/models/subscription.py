"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .subscription_status import SubscriptionStatus


class Subscription(Model, frozen=True):
    """How an entitlement is billed."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _order_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderItemId")
    _entitlement_id: str | None | UnsetType = msgspec.field(default=UNSET, name="entitlementId")
    _order_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderId")
    _end_timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="endTimestamp")
    _start_timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="startTimestamp")
    _invoice_settings: SubscriptionInvoiceSettings | None | UnsetType = msgspec.field(
        default=UNSET, name="invoiceSettings"
    )
    _account_details: SubscriptionAccounts | None | UnsetType = msgspec.field(
        default=UNSET, name="accountDetails"
    )
    _billing_period_details: SubscriptionBillingPeriod | None | UnsetType = msgspec.field(
        default=UNSET, name="billingPeriodDetails"
    )
    _trial: SubscriptionTrial | None | UnsetType = msgspec.field(default=UNSET, name="trial")
    _last_paid_glp_details: SubscriptionLastPaid | None | UnsetType = msgspec.field(
        default=UNSET, name="lastPaidGLPDetails"
    )
    _glp: int | None | UnsetType = msgspec.field(default=UNSET, name="glp")
    _is_editable: bool | None | UnsetType = msgspec.field(default=UNSET, name="isEditable")
    _allowances: list[SubscriptionAllowance | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="allowances"
    )
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _test_features: SubscriptionTestFeatures | None | UnsetType = msgspec.field(
        default=UNSET, name="testFeatures"
    )
    _pause_billing: SubscriptionBillingPause | None | UnsetType = msgspec.field(
        default=UNSET, name="pauseBilling"
    )
    _lock_config: SubscriptionLocks | None | UnsetType = msgspec.field(
        default=UNSET, name="lockConfig"
    )
    _transition: SubscriptionTransition | None | UnsetType = msgspec.field(
        default=UNSET, name="transition"
    )
    _charge_details: SubscriptionCharges | None | UnsetType = msgspec.field(
        default=UNSET, name="chargeDetails"
    )
    _scheduled_changes: SubscriptionScheduledChanges | None | UnsetType = msgspec.field(
        default=UNSET, name="scheduledChanges"
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
    def order_id(self) -> str | None:
        """The order."""
        return None if self._order_id is UNSET else self._order_id

    @property
    def end_timestamp(self) -> datetime.datetime | int | None:
        """When it ends."""
        return (
            None
            if self._end_timestamp is UNSET or self._end_timestamp is None
            else from_epoch_ms(self._end_timestamp)
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
    def invoice_settings(self) -> SubscriptionInvoiceSettings | None:
        """How it is put on invoices."""
        return None if self._invoice_settings is UNSET else self._invoice_settings

    @property
    def account_details(self) -> SubscriptionAccounts | None:
        """The accounts that pay."""
        return None if self._account_details is UNSET else self._account_details

    @property
    def billing_period_details(self) -> SubscriptionBillingPeriod | None:
        """When it bills."""
        return None if self._billing_period_details is UNSET else self._billing_period_details

    @property
    def trial(self) -> SubscriptionTrial | None:
        """The trial."""
        return None if self._trial is UNSET else self._trial

    @property
    def last_paid_glp_details(self) -> SubscriptionLastPaid | None:
        """The list price that was paid last."""
        return None if self._last_paid_glp_details is UNSET else self._last_paid_glp_details

    @property
    def glp(self) -> int | None:
        """A list price (gross). The sources give neither unit nor currency; -1 was seen for none."""
        return None if self._glp is UNSET else self._glp

    @property
    def is_editable(self) -> bool | None:
        """Whether it can be changed."""
        return None if self._is_editable is UNSET else self._is_editable

    @property
    def allowances(self) -> list[SubscriptionAllowance] | None:
        """How much of what is included."""
        return (
            None
            if self._allowances is UNSET or self._allowances is None
            else objects(self._allowances)
        )

    @property
    def status(self) -> SubscriptionStatus | None:
        """Where it stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(SubscriptionStatus, self._status)
        )

    @property
    def test_features(self) -> SubscriptionTestFeatures | None:
        """For tests by the platform itself."""
        return None if self._test_features is UNSET else self._test_features

    @property
    def pause_billing(self) -> SubscriptionBillingPause | None:
        """The time in which nothing is billed."""
        return None if self._pause_billing is UNSET else self._pause_billing

    @property
    def lock_config(self) -> SubscriptionLocks | None:
        """What is held fixed."""
        return None if self._lock_config is UNSET else self._lock_config

    @property
    def transition(self) -> SubscriptionTransition | None:
        """The move that is to come."""
        return None if self._transition is UNSET else self._transition

    @property
    def charge_details(self) -> SubscriptionCharges | None:
        """What is charged."""
        return None if self._charge_details is UNSET else self._charge_details

    @property
    def scheduled_changes(self) -> SubscriptionScheduledChanges | None:
        """What will change."""
        return None if self._scheduled_changes is UNSET else self._scheduled_changes


from .subscription_accounts import SubscriptionAccounts  # noqa: E402
from .subscription_allowance import SubscriptionAllowance  # noqa: E402
from .subscription_billing_pause import SubscriptionBillingPause  # noqa: E402
from .subscription_billing_period import SubscriptionBillingPeriod  # noqa: E402
from .subscription_charges import SubscriptionCharges  # noqa: E402
from .subscription_invoice_settings import SubscriptionInvoiceSettings  # noqa: E402
from .subscription_last_paid import SubscriptionLastPaid  # noqa: E402
from .subscription_locks import SubscriptionLocks  # noqa: E402
from .subscription_scheduled_changes import SubscriptionScheduledChanges  # noqa: E402
from .subscription_test_features import SubscriptionTestFeatures  # noqa: E402
from .subscription_transition import SubscriptionTransition  # noqa: E402
from .subscription_trial import SubscriptionTrial  # noqa: E402
