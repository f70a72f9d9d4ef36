"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount, choice, each, mapped, number, objects
from commerce_sdk.document.instants import from_epoch_ms, parse_rfc3339
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency, UnknownVariant
from commerce_sdk.money import Money

from .colour import Colour


class Bill(Model, frozen=True):
    """A bill, whose currency stands in its lines."""

    carries_money: ClassVar[bool] = True
    currency_places: ClassVar[tuple[str, ...]] = ("currency", "lines/*/currency")
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _total: Any | None | UnsetType = msgspec.field(default=UNSET, name="total")
    _paid: Any | None | UnsetType = msgspec.field(default=UNSET, name="paid")
    _currency: str | None | UnsetType = msgspec.field(default=UNSET, name="currency")
    _created_at: int | None | UnsetType = msgspec.field(default=UNSET, name="createdAt")
    _changed_at: str | None | UnsetType = msgspec.field(default=UNSET, name="changedAt")
    _tax_percent: Any | None | UnsetType = msgspec.field(default=UNSET, name="taxPercent")
    _count: int | None | UnsetType = msgspec.field(default=UNSET, name="count")
    _open: bool | None | UnsetType = msgspec.field(default=UNSET, name="open")
    _colour: str | None | UnsetType = msgspec.field(default=UNSET, name="colour")
    _colours: list[str | None] | None | UnsetType = msgspec.field(default=UNSET, name="colours")
    _lines: list[Line | None] | None | UnsetType = msgspec.field(default=UNSET, name="lines")
    _owner: Company | Person | None | UnsetType = msgspec.field(default=UNSET, name="owner")
    _tags: dict[str, str | None] | None | UnsetType = msgspec.field(default=UNSET, name="tags")
    _rates: dict[str, Any | None] | None | UnsetType = msgspec.field(default=UNSET, name="rates")
    _groups: dict[str, list[str | None] | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="groups"
    )
    _parts: dict[str, Line | None] | None | UnsetType = msgspec.field(default=UNSET, name="parts")
    _extra: dict[str, Any] | None | UnsetType = msgspec.field(default=UNSET, name="extra")
    _anything: Any | None | UnsetType = msgspec.field(default=UNSET, name="anything")
    _parents: list[Bill | None] | None | UnsetType = msgspec.field(default=UNSET, name="parents")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def type(self) -> str | None:
        """A word."""
        return None if self._type is UNSET else self._type

    @property
    def total(self) -> Money | None:
        """All of it."""
        return (
            None
            if self._total is UNSET or self._total is None
            else amount(self._total, self._sdk_currency, "minor")
        )

    @property
    def paid(self) -> Money | None:
        """What was paid."""
        return (
            None
            if self._paid is UNSET or self._paid is None
            else amount(self._paid, self._sdk_currency, "major")
        )

    @property
    def currency(self) -> str | None:
        """`currency`."""
        return None if self._currency is UNSET else self._currency

    @property
    def created_at(self) -> datetime.datetime | int | None:
        """`createdAt`."""
        return (
            None
            if self._created_at is UNSET or self._created_at is None
            else from_epoch_ms(self._created_at)
        )

    @property
    def changed_at(self) -> datetime.datetime | str | None:
        """`changedAt`."""
        return (
            None
            if self._changed_at is UNSET or self._changed_at is None
            else parse_rfc3339(self._changed_at)
        )

    @property
    def tax_percent(self) -> Decimal | None:
        """`taxPercent`."""
        return (
            None
            if self._tax_percent is UNSET or self._tax_percent is None
            else number(self._tax_percent)
        )

    @property
    def count(self) -> int | None:
        """`count`."""
        return None if self._count is UNSET else self._count

    @property
    def open(self) -> bool | None:
        """`open`."""
        return None if self._open is UNSET else self._open

    @property
    def colour(self) -> Colour | None:
        """A colour."""
        return (
            None if self._colour is UNSET or self._colour is None else choice(Colour, self._colour)
        )

    @property
    def colours(self) -> list[Colour] | None:
        """`colours`."""
        return (
            None
            if self._colours is UNSET or self._colours is None
            else each(self._colours, lambda entry: choice(Colour, entry))
        )

    @property
    def lines(self) -> list[Line] | None:
        """`lines`."""
        return None if self._lines is UNSET or self._lines is None else objects(self._lines)

    @property
    def owner(self) -> Company | Person | UnknownVariant | None:
        """`owner`."""
        return None if self._owner is UNSET else self._owner

    @property
    def tags(self) -> dict[str, str | None] | None:
        """`tags`."""
        return None if self._tags is UNSET else self._tags

    @property
    def rates(self) -> dict[str, Decimal | None] | None:
        """`rates`."""
        return (
            None
            if self._rates is UNSET or self._rates is None
            else mapped(self._rates, lambda entry: number(entry))
        )

    @property
    def groups(self) -> dict[str, list[str] | None] | None:
        """`groups`."""
        return (
            None
            if self._groups is UNSET or self._groups is None
            else mapped(self._groups, lambda entry: objects(entry))
        )

    @property
    def parts(self) -> dict[str, Line | None] | None:
        """`parts`."""
        return None if self._parts is UNSET else self._parts

    @property
    def extra(self) -> dict[str, Any] | None:
        """`extra`."""
        return None if self._extra is UNSET else self._extra

    @property
    def anything(self) -> Any | None:
        """Whatever."""
        return None if self._anything is UNSET else self._anything

    @property
    def parents(self) -> list[Bill] | None:
        """`parents`."""
        return None if self._parents is UNSET or self._parents is None else objects(self._parents)


from .company import Company  # noqa: E402
from .line import Line  # noqa: E402
from .person import Person  # noqa: E402
