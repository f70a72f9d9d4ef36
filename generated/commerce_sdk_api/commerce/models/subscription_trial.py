"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import choice, instant, plain
from commerce_sdk.model import Model

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
        return instant(self._start_timestamp)

    @property
    def end_timestamp(self) -> datetime.datetime | int | None:
        """When it ends."""
        return instant(self._end_timestamp)

    @property
    def pricing_plan_id(self) -> str | None:
        """The pricing plan."""
        return plain(self._pricing_plan_id)

    @property
    def offering_id(self) -> str | None:
        """The offering."""
        return plain(self._offering_id)

    @property
    def end_behaviour(self) -> SubscriptionTrialEnd | None:
        """By which plan it goes on after the trial."""
        return choice(SubscriptionTrialEnd, self._end_behaviour)

    @property
    def order_id(self) -> str | None:
        """The order."""
        return plain(self._order_id)

    @property
    def order_item_id(self) -> str | None:
        """The platform's id of the order's item."""
        return plain(self._order_item_id)
