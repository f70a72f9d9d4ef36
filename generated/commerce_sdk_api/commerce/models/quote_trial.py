"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class QuoteTrial(Model, frozen=True):
    """The trial that a line begins with."""

    _offering_key: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringKey")
    _pricing_plan_id: str | None | UnsetType = msgspec.field(default=UNSET, name="pricingPlanId")

    @property
    def offering_key(self) -> str | None:
        """The key of the offering."""
        return None if self._offering_key is UNSET else self._offering_key

    @property
    def pricing_plan_id(self) -> str | None:
        """The pricing plan."""
        return None if self._pricing_plan_id is UNSET else self._pricing_plan_id
