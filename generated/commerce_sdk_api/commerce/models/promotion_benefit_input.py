"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from decimal import Decimal

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Choice, Integer, Number, on_wire
from commerce_sdk.document.request_model import RequestModel

from .promotion_duration import PromotionDuration


@attrs.frozen(kw_only=True, repr=False)
class PromotionBenefitInput(RequestModel):
    """One thing that a promotion is to give."""

    value: Decimal | int | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("value", Number(), nullable=True)
    )
    """How much; a whole number, but whether a percentage or an amount is not published."""
    iterations: int | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("iterations", Integer(32), nullable=True)
    )
    """How many times, needed for duration REPEATING only."""
    duration: PromotionDuration | str | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("duration", Choice(lambda: PromotionDuration), nullable=True),
    )
    """For how long."""
