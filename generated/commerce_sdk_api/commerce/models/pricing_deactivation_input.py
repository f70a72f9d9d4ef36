"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import EpochMs, Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PricingDeactivationInput(RequestModel):
    """A plan to end."""

    pricing_plan_id: str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("pricingPlanId", Text())
    )
    """The pricing plan."""
    max_new_quote_date: datetime.datetime | int | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("maxNewQuoteDate", EpochMs())
    )
    """Until when new quotes can use the plan."""
