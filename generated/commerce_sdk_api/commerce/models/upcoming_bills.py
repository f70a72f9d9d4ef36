"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount, objects
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency
from commerce_sdk.money import Money


class UpcomingBills(Model, frozen=True):
    """What would be billed if the quote were ordered. The totals are in the currency of the lines."""

    carries_money: ClassVar[bool] = True
    currency_places: ClassVar[tuple[str, ...]] = ("lines/*/currency",)
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _tax: Any | None | UnsetType = msgspec.field(default=UNSET, name="tax")
    _total: Any | None | UnsetType = msgspec.field(default=UNSET, name="total")
    _sub_total: Any | None | UnsetType = msgspec.field(default=UNSET, name="subTotal")
    _lines: list[UpcomingBillsLine | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="lines"
    )

    @property
    def tax(self) -> Money | None:
        """The tax."""
        return (
            None
            if self._tax is UNSET or self._tax is None
            else amount(self._tax, self._sdk_currency, "minor")
        )

    @property
    def total(self) -> Money | None:
        """The whole amount."""
        return (
            None
            if self._total is UNSET or self._total is None
            else amount(self._total, self._sdk_currency, "minor")
        )

    @property
    def sub_total(self) -> Money | None:
        """The amount, excluding tax, promotions and upgrade credits."""
        return (
            None
            if self._sub_total is UNSET or self._sub_total is None
            else amount(self._sub_total, self._sdk_currency, "minor")
        )

    @property
    def lines(self) -> list[UpcomingBillsLine] | None:
        """The lines."""
        return None if self._lines is UNSET or self._lines is None else objects(self._lines)


from .upcoming_bills_line import UpcomingBillsLine  # noqa: E402
