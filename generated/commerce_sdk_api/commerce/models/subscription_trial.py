"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .subscription_trial_end import SubscriptionTrialEnd


class SubscriptionTrial(Model, frozen=True):
    """A trial."""

    _start_timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="startTimestamp")
    _end_timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="endTimestamp")
    _pricing_plan_id: str | None | UnsetType = msgspec.field(default=UNSET, name="pricingPlanId")
    _offering_id: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringId")
    _end_behaviour: str | None | UnsetType = msgspec.field(default=UNSET, name="endBehaviour")
    _order_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderId")
    _order_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderItemId")

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

    @property
    def pricing_plan_id(self) -> str | None:
        """The pricing plan."""
        return None if self._pricing_plan_id is UNSET else self._pricing_plan_id

    @property
    def offering_id(self) -> str | None:
        """The offering."""
        return None if self._offering_id is UNSET else self._offering_id

    @property
    def end_behaviour(self) -> SubscriptionTrialEnd | None:
        """By which plan it goes on after the trial."""
        return (
            None
            if self._end_behaviour is UNSET or self._end_behaviour is None
            else choice(SubscriptionTrialEnd, self._end_behaviour)
        )

    @property
    def order_id(self) -> str | None:
        """The order."""
        return None if self._order_id is UNSET else self._order_id

    @property
    def order_item_id(self) -> str | None:
        """The platform's id of the order's item."""
        return None if self._order_item_id is UNSET else self._order_item_id
