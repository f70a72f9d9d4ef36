"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.amount_kinds import Amount, AmountText, WholeAmount
from commerce_sdk.document.bounds import Bounded, Distinct, Length, Matches, MultipleOf, Range, Rule
from commerce_sdk.document.container_kinds import ListOf, MapOf, Nested
from commerce_sdk.document.kinds import Date, Integer, Number, Plain, Text, on_wire
from commerce_sdk.document.request_model import RequestModel
from commerce_sdk.money import Money


@attrs.frozen(kw_only=True, repr=False)
class ArticleChange(RequestModel):
    """What changes of an article."""

    currency_field: ClassVar[str | None] = "priceCurrency"
    rules_of_all: ClassVar[tuple[Rule, ...]] = (Length(least=1, of="fields"),)

    name: str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("name", Bounded(Text(), (Length(least=1, most=10),)))
    )
    """`name`."""
    price: Money | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire(
            "price", Bounded(WholeAmount("minor", 64), (Range(least=0, unit="minor units"),))
        ),
    )
    """`price`."""
    list_price: Money | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire(
            "listPrice", Bounded(Amount("major"), (Range(most=1000, above=0, unit="major units"),))
        ),
    )
    """`listPrice`."""
    exact_price: Money | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("exactPrice", AmountText("major", 4))
    )
    """`exactPrice`."""
    price_currency: str | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("priceCurrency", Bounded(Text(), (Matches("[A-Z]{3}"),)), nullable=True),
    )
    """`priceCurrency`."""
    launched_on: datetime.date | str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("launchedOn", Date(), nullable=True)
    )
    """`launchedOn`."""
    stock: int | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("stock", Bounded(Integer(32), (Range(least=0, most=10), MultipleOf(2)))),
    )
    """`stock`."""
    share: Decimal | int | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire(
            "share", Bounded(Number(), (Range(above=-1, below=1), MultipleOf(Decimal("0.25"))))
        ),
    )
    """`share`."""
    words: Sequence[str] | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire(
            "words",
            Bounded(
                ListOf(Bounded(Text(), (Matches("a[^\\n\\r\\u2028\\u2029]c"),))),
                (Length(least=1, most=3, of="entries"), Distinct()),
            ),
        ),
    )
    """`words`."""
    labels: Mapping[str, str] | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire(
            "labels",
            Bounded(
                MapOf(Bounded(Text(), (Length(most=3),))), (Length(least=1, most=2, of="fields"),)
            ),
        ),
    )
    """`labels`."""
    extra: Mapping[str, Any] | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("extra", Bounded(MapOf(Plain()), (Length(most=2, of="fields"),))),
    )
    """`extra`."""
    parts: Sequence[PartInput] | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("parts", ListOf(Nested(lambda: PartInput)))
    )
    """`parts`."""


from .part_input import PartInput  # noqa: E402
