"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class SubscriptionCharges(Model, frozen=True):
    """What is charged, and by which plan: now, from the next cycle on, or in a phase."""

    _offering_id: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringId")
    _pricing_plan_id: str | None | UnsetType = msgspec.field(default=UNSET, name="pricingPlanId")
    _charge_quantities: list[SubscriptionChargeQuantity | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="chargeQuantities"
    )
    _promotion_instances: list[SubscriptionPromotion | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="promotionInstances"
    )

    @property
    def offering_id(self) -> str | None:
        """The offering."""
        return None if self._offering_id is UNSET else self._offering_id

    @property
    def pricing_plan_id(self) -> str | None:
        """The pricing plan."""
        return None if self._pricing_plan_id is UNSET else self._pricing_plan_id

    @property
    def charge_quantities(self) -> list[SubscriptionChargeQuantity] | None:
        """How many of each charge element."""
        return (
            None
            if self._charge_quantities is UNSET or self._charge_quantities is None
            else objects(self._charge_quantities)
        )

    @property
    def promotion_instances(self) -> list[SubscriptionPromotion] | None:
        """The promotions."""
        return (
            None
            if self._promotion_instances is UNSET or self._promotion_instances is None
            else objects(self._promotion_instances)
        )


from .subscription_charge_quantity import SubscriptionChargeQuantity  # noqa: E402
from .subscription_promotion import SubscriptionPromotion  # noqa: E402
