"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import ListOf, Nested
from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PricingMigrationInput(RequestModel):
    """Customers to move from one plan to others."""

    from_pricing_plan_id: str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("fromPricingPlanId", Text())
    )
    """The plan that it comes from."""
    destinations: Sequence[PricingMigrationTargetInput] | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("destinations", ListOf(Nested(lambda: PricingMigrationTargetInput))),
    )
    """Where the customers move."""


from .pricing_migration_target_input import PricingMigrationTargetInput  # noqa: E402
