"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, number
from commerce_sdk.document.model import Model

from .quote_benefit_duration import QuoteBenefitDuration


class QuoteBenefit(Model, frozen=True):
    """What a promotion gives."""

    _value: Any | None | UnsetType = msgspec.field(default=UNSET, name="value")
    _iterations: int | None | UnsetType = msgspec.field(default=UNSET, name="iterations")
    _duration: str | None | UnsetType = msgspec.field(default=UNSET, name="duration")
    _line_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="lineItemId")

    @property
    def value(self) -> Decimal | None:
        """The benefit. Whether it is a percentage or an amount depends on the promotion, and the
        sources do not say on what of it."""
        return None if self._value is UNSET or self._value is None else number(self._value)

    @property
    def iterations(self) -> int | None:
        """How many times the benefit is given."""
        return None if self._iterations is UNSET else self._iterations

    @property
    def duration(self) -> QuoteBenefitDuration | None:
        """The length of time."""
        return (
            None
            if self._duration is UNSET or self._duration is None
            else choice(QuoteBenefitDuration, self._duration)
        )

    @property
    def line_item_id(self) -> str | None:
        """The line of the quote."""
        return None if self._line_item_id is UNSET else self._line_item_id
