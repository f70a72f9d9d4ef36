"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount, objects
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency
from commerce_sdk.money import Money


class Line(Model, frozen=True):
    """A line of a bill."""

    carries_money: ClassVar[bool] = True
    currency_places: ClassVar[tuple[str, ...]] = ("currency", "../currency")
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _amount: Any | None | UnsetType = msgspec.field(default=UNSET, name="amount")
    _unit_amount_decimal: Any | None | UnsetType = msgspec.field(
        default=UNSET, name="unitAmountDecimal"
    )
    _exact: Any | None | UnsetType = msgspec.field(default=UNSET, name="exact")
    _currency: str | None | UnsetType = msgspec.field(default=UNSET, name="currency")
    _taxes: list[Tax | None] | None | UnsetType = msgspec.field(default=UNSET, name="taxes")

    @property
    def amount(self) -> Money | None:
        """`amount`."""
        return (
            None
            if self._amount is UNSET or self._amount is None
            else amount(self._amount, self._sdk_currency, "minor")
        )

    @property
    def unit_amount_decimal(self) -> Money | None:
        """`unitAmountDecimal`."""
        return (
            None
            if self._unit_amount_decimal is UNSET or self._unit_amount_decimal is None
            else amount(self._unit_amount_decimal, self._sdk_currency, "minor")
        )

    @property
    def exact(self) -> Money | None:
        """`exact`."""
        return (
            None
            if self._exact is UNSET or self._exact is None
            else amount(self._exact, self._sdk_currency, "minor")
        )

    @property
    def currency(self) -> str | None:
        """`currency`."""
        return None if self._currency is UNSET else self._currency

    @property
    def taxes(self) -> list[Tax] | None:
        """`taxes`."""
        return None if self._taxes is UNSET or self._taxes is None else objects(self._taxes)


from .tax import Tax  # noqa: E402
