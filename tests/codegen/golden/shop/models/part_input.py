"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.amount_kinds import WholeAmount
from commerce_sdk.document.bounds import Bounded, Length, Matches
from commerce_sdk.document.kinds import Text, on_wire
from commerce_sdk.document.request_model import RequestModel
from commerce_sdk.money import Money


@attrs.frozen(kw_only=True, repr=False)
class PartInput(RequestModel):
    """A part, with a price of its own."""

    currency_field: ClassVar[str | None] = "currency"

    sku: str | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("sku", Bounded(Text(), (Length(most=8), Matches("^[A-Z]{2}-\\d+\\Z")))),
    )
    """An article's number."""
    price: Money | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("price", WholeAmount("minor", 64))
    )
    """`price`."""
    currency: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("currency", Text()))
    """`currency`."""
