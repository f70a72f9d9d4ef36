"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import ListOf, Nested
from commerce_sdk.document.kinds import Uuid, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class ChargingDetailsInput(RequestModel):
    """Which pricing plan to charge, and how much of each element."""

    pricing_plan_id: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("pricingPlanId", Uuid(), nullable=True)
    )
    """The pricing plan."""
    charge_quantities: Sequence[ChargeQuantityInput | None] | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire(
            "chargeQuantities",
            ListOf(Nested(lambda: ChargeQuantityInput), nullable=True),
            nullable=True,
        ),
    )
    """Quantity of each charge element."""


from .charge_quantity_input import ChargeQuantityInput  # noqa: E402
