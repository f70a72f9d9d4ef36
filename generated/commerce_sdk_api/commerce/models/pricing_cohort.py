"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .pricing_cohort_type import PricingCohortType


class PricingCohort(Model, frozen=True):
    """Which customers move: those within a tier. The published answer names this type by an
    artefact; the values of the cohort that it is made from are taken."""

    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _charge_element: str | None | UnsetType = msgspec.field(default=UNSET, name="chargeElement")
    _tier_floor: int | None | UnsetType = msgspec.field(default=UNSET, name="tierFloor")
    _tier_ceiling: int | None | UnsetType = msgspec.field(default=UNSET, name="tierCeiling")

    @property
    def type(self) -> PricingCohortType | None:
        """What kind it is."""
        return (
            None
            if self._type is UNSET or self._type is None
            else choice(PricingCohortType, self._type)
        )

    @property
    def charge_element(self) -> str | None:
        """What is counted, such as user or agent."""
        return None if self._charge_element is UNSET else self._charge_element

    @property
    def tier_floor(self) -> int | None:
        """The smallest quantity of the tier."""
        return None if self._tier_floor is UNSET else self._tier_floor

    @property
    def tier_ceiling(self) -> int | None:
        """The greatest quantity of the tier."""
        return None if self._tier_ceiling is UNSET else self._tier_ceiling
