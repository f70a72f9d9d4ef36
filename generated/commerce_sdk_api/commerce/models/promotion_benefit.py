"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import choice, number, plain
from commerce_sdk.model import Model

from .promotion_duration import PromotionDuration


class PromotionBenefit(Model, frozen=True):
    """One thing that a promotion gives."""

    _value: Any | None | UnsetType = msgspec.field(default=UNSET, name="value")
    _iterations: int | None | UnsetType = msgspec.field(default=UNSET, name="iterations")
    _duration: str | None | UnsetType = msgspec.field(default=UNSET, name="duration")

    @property
    def value(self) -> Decimal | None:
        """How much; a whole number, but whether a percentage or an amount is not published."""
        return number(self._value)

    @property
    def iterations(self) -> int | None:
        """How many times, needed for duration REPEATING only."""
        return plain(self._iterations)

    @property
    def duration(self) -> PromotionDuration | None:
        """For how long."""
        return choice(PromotionDuration, self._duration)
