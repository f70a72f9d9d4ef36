"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import number
from commerce_sdk.document.model import Model


class SubscriptionBenefit(Model, frozen=True):
    """What a promotion gives."""

    _value: Any | None | UnsetType = msgspec.field(default=UNSET, name="value")
    _duration: str | None | UnsetType = msgspec.field(default=UNSET, name="duration")
    _iterations: int | None | UnsetType = msgspec.field(default=UNSET, name="iterations")

    @property
    def value(self) -> Decimal | None:
        """The benefit. Whether it is a percentage or an amount depends on the promotion, and the
        sources do not say on what of it."""
        return None if self._value is UNSET or self._value is None else number(self._value)

    @property
    def duration(self) -> str | None:
        """The length of time."""
        return None if self._duration is UNSET else self._duration

    @property
    def iterations(self) -> int | None:
        """How many times the benefit is given."""
        return None if self._iterations is UNSET else self._iterations
