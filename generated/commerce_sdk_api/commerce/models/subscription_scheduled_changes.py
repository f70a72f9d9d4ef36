"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class SubscriptionScheduledChanges(Model, frozen=True):
    """The phases that a subscription will go through."""

    _phases: list[SubscriptionPhase | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="phases"
    )

    @property
    def phases(self) -> list[SubscriptionPhase] | None:
        """The phases that it goes through."""
        return None if self._phases is UNSET or self._phases is None else objects(self._phases)


from .subscription_phase import SubscriptionPhase  # noqa: E402
