"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model


class Transition(Model, frozen=True):
    """A move to another offering or pricing plan."""

    _offering: OfferingTransition | None | UnsetType = msgspec.field(default=UNSET, name="offering")
    _pricing_plan: PricingPlanTransition | None | UnsetType = msgspec.field(
        default=UNSET, name="pricingPlan"
    )
    _apply_after_timestamp: int | None | UnsetType = msgspec.field(
        default=UNSET, name="applyAfterTimestamp"
    )

    @property
    def offering(self) -> OfferingTransition | None:
        """From which offering to which."""
        return None if self._offering is UNSET else self._offering

    @property
    def pricing_plan(self) -> PricingPlanTransition | None:
        """From which pricing plan to which."""
        return None if self._pricing_plan is UNSET else self._pricing_plan

    @property
    def apply_after_timestamp(self) -> datetime.datetime | int | None:
        """The instant after which the move happens."""
        return (
            None
            if self._apply_after_timestamp is UNSET or self._apply_after_timestamp is None
            else from_epoch_ms(self._apply_after_timestamp)
        )


from .offering_transition import OfferingTransition  # noqa: E402
from .pricing_plan_transition import PricingPlanTransition  # noqa: E402
