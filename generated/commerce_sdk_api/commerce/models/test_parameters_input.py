"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import MapOf
from commerce_sdk.document.kinds import Boolean, Number, Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class TestParametersInput(RequestModel):
    """Knobs for tests of an integration. The sources name them and say no more."""

    billing_clock_id: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("billingClockId", Text(), nullable=True)
    )
    """The test clock that billing follows."""
    allow_expired_pricing_plan: bool | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("allowExpiredPricingPlan", Boolean(), nullable=True)
    )
    """True to accept a pricing plan that has expired."""
    override_usage: Mapping[str, Decimal | int | None] | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("overrideUsage", MapOf(Number(), nullable=True), nullable=True),
    )
    """Usage to assume, by charge element."""
