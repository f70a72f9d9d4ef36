"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .pricing_rounding import PricingRounding


class PricingTransform(Model, frozen=True):
    """How a quantity is turned into what is charged."""

    _divide_by: int | None | UnsetType = msgspec.field(default=UNSET, name="divideBy")
    _round: str | None | UnsetType = msgspec.field(default=UNSET, name="round")

    @property
    def divide_by(self) -> int | None:
        """What the quantity is divided by."""
        return None if self._divide_by is UNSET else self._divide_by

    @property
    def round(self) -> PricingRounding | None:
        """Which way it is rounded."""
        return (
            None
            if self._round is UNSET or self._round is None
            else choice(PricingRounding, self._round)
        )
