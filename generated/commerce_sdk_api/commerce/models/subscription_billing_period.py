"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model


class SubscriptionBillingPeriod(Model, frozen=True):
    """When a subscription bills."""

    _billing_anchor_timestamp: int | None | UnsetType = msgspec.field(
        default=UNSET, name="billingAnchorTimestamp"
    )
    _next_billing_timestamp: int | None | UnsetType = msgspec.field(
        default=UNSET, name="nextBillingTimestamp"
    )
    _next_billing_anchor_timestamp: int | None | UnsetType = msgspec.field(
        default=UNSET, name="nextBillingAnchorTimestamp"
    )

    @property
    def billing_anchor_timestamp(self) -> datetime.datetime | int | None:
        """The instant that the billing cycle is anchored at."""
        return (
            None
            if self._billing_anchor_timestamp is UNSET or self._billing_anchor_timestamp is None
            else from_epoch_ms(self._billing_anchor_timestamp)
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
