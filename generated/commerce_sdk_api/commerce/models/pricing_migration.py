"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class PricingMigration(Model, frozen=True):
    """Customers who move from one plan to others."""

    _from_pricing_plan_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="fromPricingPlanId"
    )
    _destinations: list[PricingMigrationTarget | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="destinations"
    )

    @property
    def from_pricing_plan_id(self) -> str | None:
        """The plan that it comes from."""
        return None if self._from_pricing_plan_id is UNSET else self._from_pricing_plan_id

    @property
    def destinations(self) -> list[PricingMigrationTarget] | None:
        """Where the customers move."""
        return (
            None
            if self._destinations is UNSET or self._destinations is None
            else objects(self._destinations)
        )


from .pricing_migration_target import PricingMigrationTarget  # noqa: E402
