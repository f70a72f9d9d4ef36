"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import ListOf, Nested
from commerce_sdk.document.kinds import Boolean, Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PricingPlanItemInput(RequestModel):
    """What one charge element shall cost."""

    cycle_id: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("cycleId", Text()))
    """The billing cycle's name."""
    starter: bool | UnsetType = attrs.field(default=UNSET, metadata=on_wire("starter", Boolean()))
    """Whether it is a plan to start with."""
    charge_type: str = attrs.field(metadata=on_wire("chargeType", Text(), required=True))
    """How it is charged; plain text here, METERED, LICENSED or AUTO_SCALING in answers."""
    charge_element: str = attrs.field(metadata=on_wire("chargeElement", Text(), required=True))
    """What is counted, such as user or agent."""
    tiers_mode: str = attrs.field(metadata=on_wire("tiersMode", Text(), required=True))
    """GRADUATED or VOLUME; plain text here, an enumeration in answers."""
    prorate_on_usage_change: str = attrs.field(
        metadata=on_wire("prorateOnUsageChange", Text(), required=True)
    )
    """How a change of usage within a cycle is billed. Deprecated for prorationBehaviour, and still
    required."""
    proration_behaviour: PricingProrationInput | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("prorationBehaviour", Nested(lambda: PricingProrationInput))
    )
    """How a change within a cycle is billed."""
    charge_element_aggregation_type: str = attrs.field(
        metadata=on_wire("chargeElementAggregationType", Text(), required=True)
    )
    """SUM or LATEST."""
    transform_quantity: PricingTransformInput | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("transformQuantity", Nested(lambda: PricingTransformInput))
    )
    """How the quantity is turned into what is charged."""
    tiers: Sequence[PricingPlanTierInput] | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("tiers", ListOf(Nested(lambda: PricingPlanTierInput)))
    )
    """The prices, by quantity."""


from .pricing_plan_tier_input import PricingPlanTierInput  # noqa: E402
from .pricing_proration_input import PricingProrationInput  # noqa: E402
from .pricing_transform_input import PricingTransformInput  # noqa: E402
