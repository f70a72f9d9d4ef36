"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .end_of_trial_behaviour import EndOfTrialBehaviour


class Trial(Model, frozen=True):
    """The trial of an item."""

    _skip_trial: bool | None | UnsetType = msgspec.field(default=UNSET, name="skipTrial")
    _behaviour_at_end_of_trial: str | None | UnsetType = msgspec.field(
        default=UNSET, name="behaviourAtEndOfTrial"
    )
    _end_timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="endTimestamp")
    _offering_id: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringId")
    _pricing_plan_id: str | None | UnsetType = msgspec.field(default=UNSET, name="pricingPlanId")
    _start_timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="startTimestamp")

    @property
    def skip_trial(self) -> bool | None:
        """True when there is to be no trial."""
        return None if self._skip_trial is UNSET else self._skip_trial

    @property
    def behaviour_at_end_of_trial(self) -> EndOfTrialBehaviour | None:
        """What happens when the trial ends."""
        return (
            None
            if self._behaviour_at_end_of_trial is UNSET or self._behaviour_at_end_of_trial is None
            else choice(EndOfTrialBehaviour, self._behaviour_at_end_of_trial)
        )

    @property
    def end_timestamp(self) -> datetime.datetime | int | None:
        """When the trial ends."""
        return (
            None
            if self._end_timestamp is UNSET or self._end_timestamp is None
            else from_epoch_ms(self._end_timestamp)
        )

    @property
    def offering_id(self) -> str | None:
        """The offering that is tried."""
        return None if self._offering_id is UNSET else self._offering_id

    @property
    def pricing_plan_id(self) -> str | None:
        """The pricing plan during the trial."""
        return None if self._pricing_plan_id is UNSET else self._pricing_plan_id

    @property
    def start_timestamp(self) -> datetime.datetime | int | None:
        """When the trial starts."""
        return (
            None
            if self._start_timestamp is UNSET or self._start_timestamp is None
            else from_epoch_ms(self._start_timestamp)
        )
