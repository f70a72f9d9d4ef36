"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class OfferingTrial(Model, frozen=True):
    """The trial that an offering comes with."""

    _length_days: int | None | UnsetType = msgspec.field(default=UNSET, name="lengthDays")
    _allow_full_trial_with_pause_billing: bool | None | UnsetType = msgspec.field(
        default=UNSET, name="allowFullTrialWithPauseBilling"
    )

    @property
    def length_days(self) -> int | None:
        """How many days it lasts."""
        return None if self._length_days is UNSET else self._length_days

    @property
    def allow_full_trial_with_pause_billing(self) -> bool | None:
        """Whether a full trial is allowed while billing pauses."""
        return (
            None
            if self._allow_full_trial_with_pause_billing is UNSET
            else self._allow_full_trial_with_pause_billing
        )
