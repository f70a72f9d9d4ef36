"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Boolean, Choice, EpochMs, Uuid, on_wire
from commerce_sdk.document.request_model import RequestModel

from .end_of_trial_behaviour import EndOfTrialBehaviour


@attrs.frozen(kw_only=True, repr=False)
class TrialInput(RequestModel):
    """The trial to ask for."""

    skip_trial: bool | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("skipTrial", Boolean(), nullable=True)
    )
    """True to go without a trial."""
    offering_id: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("offeringId", Uuid(), nullable=True)
    )
    """The offering to try."""
    pricing_plan_id: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("pricingPlanId", Uuid(), nullable=True)
    )
    """The pricing plan during the trial."""
    start_timestamp: datetime.datetime | int | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("startTimestamp", EpochMs(), nullable=True)
    )
    """When the trial is to start."""
    end_timestamp: datetime.datetime | int | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("endTimestamp", EpochMs(), nullable=True)
    )
    """When the trial is to end."""
    behaviour_at_end_of_trial: EndOfTrialBehaviour | str | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire(
            "behaviourAtEndOfTrial", Choice(lambda: EndOfTrialBehaviour), nullable=True
        ),
    )
    """What is to happen when the trial ends."""
