"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount, number
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency
from commerce_sdk.money import Money


class UpcomingBillsTax(Model, frozen=True):
    """One tax on a line."""

    carries_money: ClassVar[bool] = True
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _tax: Any | None | UnsetType = msgspec.field(default=UNSET, name="tax")
    _tax_amount_label: str | None | UnsetType = msgspec.field(default=UNSET, name="taxAmountLabel")
    _tax_percent: Any | None | UnsetType = msgspec.field(default=UNSET, name="taxPercent")

    @property
    def tax(self) -> Money | None:
        """The tax."""
        return (
            None
            if self._tax is UNSET or self._tax is None
            else amount(self._tax, self._sdk_currency, "minor")
        )

    @property
    def tax_amount_label(self) -> str | None:
        """What the tax is called. The sources say to add taxes up by it."""
        return None if self._tax_amount_label is UNSET else self._tax_amount_label

    @property
    def tax_percent(self) -> Decimal | None:
        """The tax as a percentage; 10 means ten percent."""
        return (
            None
            if self._tax_percent is UNSET or self._tax_percent is None
            else number(self._tax_percent)
        )
