"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class SubscriptionTestFeatures(Model, frozen=True):
    """For tests by the platform itself."""

    _billing_clock_id: str | None | UnsetType = msgspec.field(default=UNSET, name="billingClockId")

    @property
    def billing_clock_id(self) -> str | None:
        """The platform's test clock."""
        return None if self._billing_clock_id is UNSET else self._billing_clock_id
