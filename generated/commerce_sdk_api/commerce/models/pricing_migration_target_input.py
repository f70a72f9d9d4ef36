"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import Nested
from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PricingMigrationTargetInput(RequestModel):
    """Where customers shall move."""

    to_pricing_plan_id: str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("toPricingPlanId", Text())
    )
    """The plan that it leads to."""
    cohort: PricingCohortInput = attrs.field(
        metadata=on_wire("cohort", Nested(lambda: PricingCohortInput), required=True)
    )
    """Which customers move."""


from .pricing_cohort_input import PricingCohortInput  # noqa: E402
