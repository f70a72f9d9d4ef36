"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class SubscriptionChargeSummary(Model, frozen=True):
    """What is charged, as a partner sees it."""

    _offering_id: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringId")
    _pricing_plan_id: str | None | UnsetType = msgspec.field(default=UNSET, name="pricingPlanId")
    _charge_quantities: list[SubscriptionChargeQuantity | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="chargeQuantities"
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


from .subscription_charge_quantity import SubscriptionChargeQuantity  # noqa: E402
