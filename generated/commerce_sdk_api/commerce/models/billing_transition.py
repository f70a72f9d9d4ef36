"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .billing_state import BillingState
from .billing_transition_type import BillingTransitionType
from .cycle_interval import CycleInterval


class BillingTransition(Model, frozen=True):
    """The move of an entitlement from another billing system."""

    _transition_type: str | None | UnsetType = msgspec.field(default=UNSET, name="transitionType")
    _previous_billing_state: str | None | UnsetType = msgspec.field(
        default=UNSET, name="previousBillingState"
    )
    _previous_cycle_interval: str | None | UnsetType = msgspec.field(
        default=UNSET, name="previousCycleInterval"
    )

    @property
    def transition_type(self) -> BillingTransitionType | None:
        """Between which systems."""
        return (
            None
            if self._transition_type is UNSET or self._transition_type is None
            else choice(BillingTransitionType, self._transition_type)
        )

    @property
    def previous_billing_state(self) -> BillingState | None:
        """What the entitlement was before."""
        return (
            None
            if self._previous_billing_state is UNSET or self._previous_billing_state is None
            else choice(BillingState, self._previous_billing_state)
        )

    @property
    def previous_cycle_interval(self) -> CycleInterval | None:
        """Its billing cycle before."""
        return (
            None
            if self._previous_cycle_interval is UNSET or self._previous_cycle_interval is None
            else choice(CycleInterval, self._previous_cycle_interval)
        )
