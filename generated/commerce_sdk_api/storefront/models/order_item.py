"""Generated from openapi/storefront.yaml; not edited by hand."""

from __future__ import annotations

from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency
from commerce_sdk.money import Money


class OrderItem(Model, frozen=True):
    """So many of one product, at the price of when it was ordered."""

    carries_money: ClassVar[bool] = True
    currency_places: ClassVar[tuple[str, ...]] = ("../currency",)
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _product_id: str | None | UnsetType = msgspec.field(default=UNSET, name="productId")
    _sku: str | None | UnsetType = msgspec.field(default=UNSET, name="sku")
    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")
    _quantity: int | None | UnsetType = msgspec.field(default=UNSET, name="quantity")
    _unit_price: Any | None | UnsetType = msgspec.field(default=UNSET, name="unitPrice")
    _line_total: Any | None | UnsetType = msgspec.field(default=UNSET, name="lineTotal")

    @property
    def product_id(self) -> str | None:
        """Which product."""
        return None if self._product_id is UNSET else self._product_id

    @property
    def sku(self) -> str | None:
        """The product's SKU."""
        return None if self._sku is UNSET else self._sku

    @property
    def name(self) -> str | None:
        """The product's name."""
        return None if self._name is UNSET else self._name

    @property
    def quantity(self) -> int | None:
        """How many."""
        return None if self._quantity is UNSET else self._quantity

    @property
    def unit_price(self) -> Money | None:
        """The price of one."""
        return (
            None
            if self._unit_price is UNSET or self._unit_price is None
            else amount(self._unit_price, self._sdk_currency, "major")
        )

    @property
    def line_total(self) -> Money | None:
        """What they come to."""
        return (
            None
            if self._line_total is UNSET or self._line_total is None
            else amount(self._line_total, self._sdk_currency, "major")
        )
