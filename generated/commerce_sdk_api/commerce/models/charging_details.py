"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class ChargingDetails(Model, frozen=True):
    """Which pricing plan is charged, and how much of each element."""

    _pricing_plan_id: str | None | UnsetType = msgspec.field(default=UNSET, name="pricingPlanId")
    _charge_quantities: list[ChargeQuantity | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="chargeQuantities"
    )

    @property
    def pricing_plan_id(self) -> str | None:
        """The pricing plan."""
        return None if self._pricing_plan_id is UNSET else self._pricing_plan_id

    @property
    def charge_quantities(self) -> list[ChargeQuantity] | None:
        """Quantity of each charge element."""
        return (
            None
            if self._charge_quantities is UNSET or self._charge_quantities is None
            else objects(self._charge_quantities)
        )


from .charge_quantity import ChargeQuantity  # noqa: E402
