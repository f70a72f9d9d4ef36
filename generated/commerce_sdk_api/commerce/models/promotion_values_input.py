"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from commerce_sdk.document.container_kinds import ListOf, Nested
from commerce_sdk.document.kinds import on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PromotionValuesInput(RequestModel):
    """Values that replace a promotion's own."""

    benefits: Sequence[PromotionBenefitInput] = attrs.field(
        metadata=on_wire("benefits", ListOf(Nested(lambda: PromotionBenefitInput)), required=True)
    )
    """What the promotion is to give."""


from .promotion_benefit_input import PromotionBenefitInput  # noqa: E402
