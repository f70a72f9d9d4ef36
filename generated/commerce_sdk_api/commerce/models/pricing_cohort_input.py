"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Choice, Integer, Text, on_wire
from commerce_sdk.document.request_model import RequestModel

from .pricing_cohort_input_type import PricingCohortInputType


@attrs.frozen(kw_only=True, repr=False)
class PricingCohortInput(RequestModel):
    """Which customers shall move, those within a tier."""

    charge_element: str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("chargeElement", Text())
    )
    """What is counted, such as user or agent."""
    tier_floor: int | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("tierFloor", Integer(64))
    )
    """The smallest quantity of the tier."""
    tier_ceiling: int | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("tierCeiling", Integer(64))
    )
    """The greatest quantity of the tier."""
    type: PricingCohortInputType | str = attrs.field(
        metadata=on_wire("type", Choice(lambda: PricingCohortInputType), required=True)
    )
    """What kind it is."""
