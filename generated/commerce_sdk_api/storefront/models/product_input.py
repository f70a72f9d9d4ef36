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
class ProductInput(RequestModel):
    """A product to add."""

    currency_field: ClassVar[str | None] = "currency"

    sku: str = attrs.field(
        metadata=on_wire("sku", Bounded(Text(), (Length(least=1, most=100),)), required=True)
    )
    """What its seller knows it by; no other product may have it."""
    name: str = attrs.field(
        metadata=on_wire("name", Bounded(Text(), (Length(least=1, most=200),)), required=True)
    )
    """The product's name."""
    description: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("description", Text(), nullable=True)
    )
    """What it is, for people."""
    price: Money = attrs.field(
        metadata=on_wire(
            "price", Bounded(Amount("major"), (Range(least=0, unit="major units"),)), required=True
        )
    )
    """The price of one."""
    currency: str = attrs.field(metadata=on_wire("currency", Text(), required=True))
    """The price's currency, by its ISO 4217 code."""
    stock: int = attrs.field(
        metadata=on_wire("stock", Bounded(Integer(64), (Range(least=0),)), required=True)
    )
    """How many there are to order."""
    category: Category | str = attrs.field(
        metadata=on_wire("category", Choice(lambda: Category), required=True)
    )
    """The category that it is found in."""
    image_url: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("imageUrl", Text(), nullable=True)
    )
    """The address of a picture."""
    active: bool | UnsetType = attrs.field(default=UNSET, metadata=on_wire("active", Boolean()))
    """Whether it is for sale at once. Left out, the platform takes `true`."""
