"""Generated from openapi/storefront.yaml; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.amount_kinds import Amount
from commerce_sdk.document.bounds import Bounded, Length, Range
from commerce_sdk.document.kinds import Boolean, Choice, Integer, Text, on_wire
from commerce_sdk.document.request_model import RequestModel
from commerce_sdk.money import Money

from .category import Category


@attrs.frozen(kw_only=True, repr=False)
class ProductUpdateInput(RequestModel):
    """What is to change of a product. The page gives it the fields of a new one, five of which are
    required there, though only those that are given are to change; so none is required here."""

    currency_field: ClassVar[str | None] = "currency"

    sku: str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("sku", Bounded(Text(), (Length(least=1, most=100),)))
    )
    """What its seller knows it by; no other product may have it."""
    name: str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("name", Bounded(Text(), (Length(least=1, most=200),)))
    )
    """The product's name."""
    description: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("description", Text(), nullable=True)
    )
    """What it is, for people; null takes it away."""
    price: Money | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("price", Bounded(Amount("major"), (Range(least=0, unit="major units"),))),
    )
    """The price of one."""
    currency: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("currency", Text()))
    """The price's currency, by its ISO 4217 code."""
    stock: int | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("stock", Bounded(Integer(64), (Range(least=0),)))
    )
    """How many there are to order."""
    category: Category | str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("category", Choice(lambda: Category))
    )
    """The category that it is found in."""
    image_url: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("imageUrl", Text(), nullable=True)
    )
    """The address of a picture; null takes it away."""
    active: bool | UnsetType = attrs.field(default=UNSET, metadata=on_wire("active", Boolean()))
    """Whether it is for sale."""
