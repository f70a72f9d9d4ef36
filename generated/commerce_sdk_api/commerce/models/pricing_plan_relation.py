"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.deprecation import warn_deprecated
from commerce_sdk.document.model import Model

from .pricing_plan_relation_type import PricingPlanRelationType


class PricingPlanRelation(Model, frozen=True):
    """How one plan came from another."""

    _from_pricing_plan_key: str | None | UnsetType = msgspec.field(
        default=UNSET, name="fromPricingPlanKey"
    )
    _to_pricing_plan_key: str | None | UnsetType = msgspec.field(
        default=UNSET, name="toPricingPlanKey"
    )
    _from_pricing_plan_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="fromPricingPlanId"
    )
    _to_pricing_plan_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="toPricingPlanId"
    )
    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _metadata: dict[str, dict[str, Any] | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="metadata"
    )

    @property
    def from_pricing_plan_key(self) -> str | None:
        """The plan that it comes from, by an older key. Deprecated."""
        warn_deprecated("PricingPlanRelation.from_pricing_plan_key")
        return None if self._from_pricing_plan_key is UNSET else self._from_pricing_plan_key

    @property
    def to_pricing_plan_key(self) -> str | None:
        """The plan that it leads to, by an older key. Deprecated."""
        warn_deprecated("PricingPlanRelation.to_pricing_plan_key")
        return None if self._to_pricing_plan_key is UNSET else self._to_pricing_plan_key

    @property
    def from_pricing_plan_id(self) -> str | None:
        """The plan that it comes from."""
        return None if self._from_pricing_plan_id is UNSET else self._from_pricing_plan_id

    @property
    def to_pricing_plan_id(self) -> str | None:
        """The plan that it leads to."""
        return None if self._to_pricing_plan_id is UNSET else self._to_pricing_plan_id

    @property
    def type(self) -> PricingPlanRelationType | None:
        """What kind it is."""
        return (
            None
            if self._type is UNSET or self._type is None
            else choice(PricingPlanRelationType, self._type)
        )

    @property
    def metadata(self) -> dict[str, dict[str, Any] | None] | None:
        """Further particulars."""
        return None if self._metadata is UNSET else self._metadata
