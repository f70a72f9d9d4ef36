"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, objects
from commerce_sdk.document.deprecation import warn_deprecated
from commerce_sdk.document.model import Model

from .pricing_aggregation import PricingAggregation
from .pricing_charge_type import PricingChargeType
from .pricing_tiers_mode import PricingTiersMode
from .proration_behaviour import ProrationBehaviour


class PricingPlanItem(Model, frozen=True):
    """What one charge element costs."""

    carries_money: ClassVar[bool] = True
    _cycle: PricingCycle | None | UnsetType = msgspec.field(default=UNSET, name="cycle")
    _charge_type: str | None | UnsetType = msgspec.field(default=UNSET, name="chargeType")
    _charge_element: str | None | UnsetType = msgspec.field(default=UNSET, name="chargeElement")
    _tiers_mode: str | None | UnsetType = msgspec.field(default=UNSET, name="tiersMode")
    _charge_element_aggregation_type: str | None | UnsetType = msgspec.field(
        default=UNSET, name="chargeElementAggregationType"
    )
    _transform_quantity: PricingTransform | None | UnsetType = msgspec.field(
        default=UNSET, name="transformQuantity"
    )
    _tiers: list[PricingPlanTier | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="tiers"
    )
    _prorate_on_usage_change: str | None | UnsetType = msgspec.field(
        default=UNSET, name="prorateOnUsageChange"
    )
    _proration_behaviour: PricingProration | None | UnsetType = msgspec.field(
        default=UNSET, name="prorationBehaviour"
    )

    @property
    def cycle(self) -> PricingCycle | None:
        """The billing cycle."""
        return None if self._cycle is UNSET else self._cycle

    @property
    def charge_type(self) -> PricingChargeType | None:
        """How it is charged."""
        return (
            None
            if self._charge_type is UNSET or self._charge_type is None
            else choice(PricingChargeType, self._charge_type)
        )

    @property
    def charge_element(self) -> str | None:
        """What is counted, such as user or agent."""
        return None if self._charge_element is UNSET else self._charge_element

    @property
    def tiers_mode(self) -> PricingTiersMode | None:
        """GRADUATED: each part of the quantity is paid by its own tier. VOLUME: all of it by the
        tier that it reaches."""
        return (
            None
            if self._tiers_mode is UNSET or self._tiers_mode is None
            else choice(PricingTiersMode, self._tiers_mode)
        )

    @property
    def charge_element_aggregation_type(self) -> PricingAggregation | None:
        """How usage within a cycle is put together: the latest value or the sum."""
        return (
            None
            if self._charge_element_aggregation_type is UNSET
            or self._charge_element_aggregation_type is None
            else choice(PricingAggregation, self._charge_element_aggregation_type)
        )

    @property
    def transform_quantity(self) -> PricingTransform | None:
        """How the quantity is turned into what is charged."""
        return None if self._transform_quantity is UNSET else self._transform_quantity

    @property
    def tiers(self) -> list[PricingPlanTier] | None:
        """The prices, by quantity."""
        return None if self._tiers is UNSET or self._tiers is None else objects(self._tiers)

    @property
    def prorate_on_usage_change(self) -> ProrationBehaviour | None:
        """How a change of usage within a cycle is billed. Deprecated."""
        warn_deprecated("PricingPlanItem.prorate_on_usage_change")
        return (
            None
            if self._prorate_on_usage_change is UNSET or self._prorate_on_usage_change is None
            else choice(ProrationBehaviour, self._prorate_on_usage_change)
        )

    @property
    def proration_behaviour(self) -> PricingProration | None:
        """How a change within a cycle is billed."""
        return None if self._proration_behaviour is UNSET else self._proration_behaviour


from .pricing_cycle import PricingCycle  # noqa: E402
from .pricing_plan_tier import PricingPlanTier  # noqa: E402
from .pricing_proration import PricingProration  # noqa: E402
from .pricing_transform import PricingTransform  # noqa: E402
