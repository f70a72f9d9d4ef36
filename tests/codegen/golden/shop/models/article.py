"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount
from commerce_sdk.document.instants import parse_date
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency
from commerce_sdk.money import Money


class Article(Model, frozen=True):
    """An article. The server keeps its bounds, and an answer is read without them."""

    carries_money: ClassVar[bool] = True
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _sku: str | None | UnsetType = msgspec.field(default=UNSET, name="sku")
    _price: Any | None | UnsetType = msgspec.field(default=UNSET, name="price")
    _currency: str | None | UnsetType = msgspec.field(default=UNSET, name="currency")
    _launched_on: str | None | UnsetType = msgspec.field(default=UNSET, name="launchedOn")

    @property
    def sku(self) -> str | None:
        """An article's number."""
        return None if self._sku is UNSET else self._sku

    @property
    def price(self) -> Money | None:
        """`price`."""
        return (
            None
            if self._price is UNSET or self._price is None
            else amount(self._price, self._sdk_currency, "minor")
        )

    @property
    def currency(self) -> str | None:
        """`currency`."""
        return None if self._currency is UNSET else self._currency

    @property
    def launched_on(self) -> datetime.date | str | None:
        """`launchedOn`."""
        return (
            None
            if self._launched_on is UNSET or self._launched_on is None
            else parse_date(self._launched_on)
        )
