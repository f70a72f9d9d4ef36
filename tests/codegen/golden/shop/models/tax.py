"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency
from commerce_sdk.money import Money


class Tax(Model, frozen=True):
    """A tax, in the currency of what it is on."""

    carries_money: ClassVar[bool] = True
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _amount: Any | None | UnsetType = msgspec.field(default=UNSET, name="amount")

    @property
    def amount(self) -> Money | None:
        """`amount`."""
        return (
            None
            if self._amount is UNSET or self._amount is None
            else amount(self._amount, self._sdk_currency, "major")
        )
