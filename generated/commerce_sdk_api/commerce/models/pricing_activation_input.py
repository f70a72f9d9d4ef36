"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Choice, Text, on_wire
from commerce_sdk.document.request_model import RequestModel

from .pricing_activation_reason import PricingActivationReason


@attrs.frozen(kw_only=True, repr=False)
class PricingActivationInput(RequestModel):
    """A plan to begin."""

    pricing_plan_id: str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("pricingPlanId", Text())
    )
    """The pricing plan."""
    activation_reason_code: PricingActivationReason | str | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("activationReasonCode", Choice(lambda: PricingActivationReason)),
    )
    """Why the plan is brought into force. EXPERIMENTAL_PRICING is described as not usable."""
