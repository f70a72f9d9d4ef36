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


class InvoiceTax(Model, frozen=True):
    """One tax on a line."""

    carries_money: ClassVar[bool] = True
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _tax: Any | None | UnsetType = msgspec.field(default=UNSET, name="tax")
    _tax_percent: Any | None | UnsetType = msgspec.field(default=UNSET, name="taxPercent")
    _tax_id: str | None | UnsetType = msgspec.field(default=UNSET, name="taxId")
    _tax_amount_label: str | None | UnsetType = msgspec.field(default=UNSET, name="taxAmountLabel")
    _tax_id_label: str | None | UnsetType = msgspec.field(default=UNSET, name="taxIdLabel")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def tax(self) -> Money | None:
        """The tax."""
        return (
            None
            if self._tax is UNSET or self._tax is None
            else amount(self._tax, self._sdk_currency, "major")
        )

    @property
    def tax_percent(self) -> Decimal | None:
        """The tax as a percentage; 10 means ten percent."""
        return (
            None
            if self._tax_percent is UNSET or self._tax_percent is None
            else number(self._tax_percent)
        )

    @property
    def tax_id(self) -> str | None:
        """The tax number."""
        return None if self._tax_id is UNSET else self._tax_id

    @property
    def tax_amount_label(self) -> str | None:
        """What the tax is called. The sources say to add taxes up by it."""
        return None if self._tax_amount_label is UNSET else self._tax_amount_label

    @property
    def tax_id_label(self) -> str | None:
        """What kind of tax number it is."""
        return None if self._tax_id_label is UNSET else self._tax_id_label
