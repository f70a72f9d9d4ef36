"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, number
from commerce_sdk.document.model import Model

from .promotion_duration import PromotionDuration


class PromotionBenefit(Model, frozen=True):
    """One thing that a promotion gives."""

    _value: Any | None | UnsetType = msgspec.field(default=UNSET, name="value")
    _iterations: int | None | UnsetType = msgspec.field(default=UNSET, name="iterations")
    _duration: str | None | UnsetType = msgspec.field(default=UNSET, name="duration")

    @property
    def value(self) -> Decimal | None:
        """How much; a whole number, but whether a percentage or an amount is not published."""
        return None if self._value is UNSET or self._value is None else number(self._value)

    @property
    def iterations(self) -> int | None:
        """How many times, needed for duration REPEATING only."""
        return None if self._iterations is UNSET else self._iterations

    @property
    def duration(self) -> PromotionDuration | None:
        """For how long."""
        return (
            None
            if self._duration is UNSET or self._duration is None
            else choice(PromotionDuration, self._duration)
        )
