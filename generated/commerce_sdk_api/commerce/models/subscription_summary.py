"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .subscription_status import SubscriptionStatus


class SubscriptionSummary(Model, frozen=True):
    """How an entitlement is billed, as a partner sees it."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _next_billing_timestamp: int | None | UnsetType = msgspec.field(
        default=UNSET, name="nextBillingTimestamp"
    )
    _next_billing_anchor_timestamp: int | None | UnsetType = msgspec.field(
        default=UNSET, name="nextBillingAnchorTimestamp"
    )
    _trial: SubscriptionTrial | None | UnsetType = msgspec.field(default=UNSET, name="trial")
    _account_details: SubscriptionAccounts | None | UnsetType = msgspec.field(
        default=UNSET, name="accountDetails"
    )
    _charge_details: SubscriptionChargeSummary | None | UnsetType = msgspec.field(
        default=UNSET, name="chargeDetails"
    )
    _pause_billing: SubscriptionBillingPause | None | UnsetType = msgspec.field(
        default=UNSET, name="pauseBilling"
    )
    _start_timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="startTimestamp")
    _end_timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="endTimestamp")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def status(self) -> SubscriptionStatus | None:
        """Where it stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(SubscriptionStatus, self._status)
        )

    @property
    def next_billing_timestamp(self) -> datetime.datetime | int | None:
        """When it bills next."""
        return (
            None
            if self._next_billing_timestamp is UNSET or self._next_billing_timestamp is None
            else from_epoch_ms(self._next_billing_timestamp)
        )

    @property
    def next_billing_anchor_timestamp(self) -> datetime.datetime | int | None:
        """The next instant that the billing cycle is anchored at."""
        return (
            None
            if self._next_billing_anchor_timestamp is UNSET
            or self._next_billing_anchor_timestamp is None
            else from_epoch_ms(self._next_billing_anchor_timestamp)
        )

    @property
    def trial(self) -> SubscriptionTrial | None:
        """The trial."""
        return None if self._trial is UNSET else self._trial

    @property
    def account_details(self) -> SubscriptionAccounts | None:
        """The accounts that pay."""
        return None if self._account_details is UNSET else self._account_details

    @property
    def charge_details(self) -> SubscriptionChargeSummary | None:
        """What is charged."""
        return None if self._charge_details is UNSET else self._charge_details

    @property
    def pause_billing(self) -> SubscriptionBillingPause | None:
        """The time in which nothing is billed."""
        return None if self._pause_billing is UNSET else self._pause_billing

    @property
    def start_timestamp(self) -> datetime.datetime | int | None:
        """When it begins."""
        return (
            None
            if self._start_timestamp is UNSET or self._start_timestamp is None
            else from_epoch_ms(self._start_timestamp)
        )

    @property
    def end_timestamp(self) -> datetime.datetime | int | None:
        """When it ends."""
        return (
            None
            if self._end_timestamp is UNSET or self._end_timestamp is None
            else from_epoch_ms(self._end_timestamp)
        )


from .subscription_accounts import SubscriptionAccounts  # noqa: E402
from .subscription_billing_pause import SubscriptionBillingPause  # noqa: E402
from .subscription_charge_summary import SubscriptionChargeSummary  # noqa: E402
from .subscription_trial import SubscriptionTrial  # noqa: E402
