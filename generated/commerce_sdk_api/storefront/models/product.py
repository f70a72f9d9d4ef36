"""Generated from openapi/storefront.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount, choice
from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency
from commerce_sdk.money import Money

from .category import Category


class Product(Model, frozen=True):
    """What is for sale."""

    carries_money: ClassVar[bool] = True
    currency_places: ClassVar[tuple[str, ...]] = ("currency",)
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _product_id: str | None | UnsetType = msgspec.field(default=UNSET, name="productId")
    _sku: str | None | UnsetType = msgspec.field(default=UNSET, name="sku")
    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")
    _description: str | None | UnsetType = msgspec.field(default=UNSET, name="description")
    _price: Any | None | UnsetType = msgspec.field(default=UNSET, name="price")
    _currency: str | None | UnsetType = msgspec.field(default=UNSET, name="currency")
    _stock: int | None | UnsetType = msgspec.field(default=UNSET, name="stock")
    _category: str | None | UnsetType = msgspec.field(default=UNSET, name="category")
    _image_url: str | None | UnsetType = msgspec.field(default=UNSET, name="imageUrl")
    _active: bool | None | UnsetType = msgspec.field(default=UNSET, name="active")
    _created_at: str | None | UnsetType = msgspec.field(default=UNSET, name="createdAt")
    _updated_at: str | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")

    @property
    def product_id(self) -> str | None:
        """The product's id."""
        return None if self._product_id is UNSET else self._product_id

    @property
    def sku(self) -> str | None:
        """What its seller knows it by, of which there is one."""
        return None if self._sku is UNSET else self._sku

    @property
    def name(self) -> str | None:
        """The product's name."""
        return None if self._name is UNSET else self._name

    @property
    def description(self) -> str | None:
        """What it is, for people."""
        return None if self._description is UNSET else self._description

    @property
    def price(self) -> Money | None:
        """The price of one."""
        return (
            None
            if self._price is UNSET or self._price is None
            else amount(self._price, self._sdk_currency, "major")
        )

    @property
    def currency(self) -> str | None:
        """The price's currency, by its ISO 4217 code."""
        return None if self._currency is UNSET else self._currency

    @property
    def stock(self) -> int | None:
        """How many there are to order."""
        return None if self._stock is UNSET else self._stock

    @property
    def category(self) -> Category | None:
        """The category that it is found in."""
        return (
            None
            if self._category is UNSET or self._category is None
            else choice(Category, self._category)
        )

    @property
    def image_url(self) -> str | None:
        """The address of a picture."""
        return None if self._image_url is UNSET else self._image_url

    @property
    def active(self) -> bool | None:
        """Whether it is for sale. Where it is absent, it means `true`."""
        return None if self._active is UNSET else self._active

    @property
    def created_at(self) -> datetime.datetime | str | None:
        """When it was added."""
        return (
            None
            if self._created_at is UNSET or self._created_at is None
            else parse_rfc3339(self._created_at)
        )

    @property
    def updated_at(self) -> datetime.datetime | str | None:
        """When it was last changed; null where it never was."""
        return (
            None
            if self._updated_at is UNSET or self._updated_at is None
            else parse_rfc3339(self._updated_at)
        )
