"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .pricing_activation_reason import PricingActivationReason


class PricingActivation(Model, frozen=True):
    """A plan that begins."""

    _pricing_plan_id: str | None | UnsetType = msgspec.field(default=UNSET, name="pricingPlanId")
    _activation_reason_code: str | None | UnsetType = msgspec.field(
        default=UNSET, name="activationReasonCode"
    )

    @property
    def pricing_plan_id(self) -> str | None:
        """The pricing plan."""
        return None if self._pricing_plan_id is UNSET else self._pricing_plan_id

    @property
    def activation_reason_code(self) -> PricingActivationReason | None:
        """Why the plan is brought into force. EXPERIMENTAL_PRICING is described as not usable."""
        return (
            None
            if self._activation_reason_code is UNSET or self._activation_reason_code is None
            else choice(PricingActivationReason, self._activation_reason_code)
        )
