"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class PricingMigrationTarget(Model, frozen=True):
    """Where customers move."""

    _to_pricing_plan_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="toPricingPlanId"
    )
    _cohort: PricingCohort | None | UnsetType = msgspec.field(default=UNSET, name="cohort")

    @property
    def to_pricing_plan_id(self) -> str | None:
        """The plan that it leads to."""
        return None if self._to_pricing_plan_id is UNSET else self._to_pricing_plan_id

    @property
    def cohort(self) -> PricingCohort | None:
        """Which customers move."""
        return None if self._cohort is UNSET else self._cohort


from .pricing_cohort import PricingCohort  # noqa: E402
