"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class SubscriptionSchedule(Model, frozen=True):
    """What will change of a subscription."""

    _next_cycle_change: SubscriptionNextChange | None | UnsetType = msgspec.field(
        default=UNSET, name="nextCycleChange"
    )
    _phases: list[SubscriptionPhase | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="phases"
    )

    @property
    def next_cycle_change(self) -> SubscriptionNextChange | None:
        """The change at the next cycle."""
        return None if self._next_cycle_change is UNSET else self._next_cycle_change

    @property
    def phases(self) -> list[SubscriptionPhase] | None:
        """The phases that it goes through."""
        return None if self._phases is UNSET or self._phases is None else objects(self._phases)


from .subscription_next_change import SubscriptionNextChange  # noqa: E402
from .subscription_phase import SubscriptionPhase  # noqa: E402
