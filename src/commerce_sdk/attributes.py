"""How a model's attributes read: from the wire's own value to the Python one.

A value that is no such scalar as the document says reads as it came, since refusing a whole page
for it would help nobody. Money is the exception: an amount that is no number is a `DecodeError`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, cast

from msgspec import UNSET, UnsetType

from commerce_sdk.errors import DecodeError
from commerce_sdk.instants import from_epoch_ms, parse_rfc3339
from commerce_sdk.money import Money, Unit, from_wire
from commerce_sdk.open_enum import OpenEnum

T = TypeVar("T")
E = TypeVar("E", bound=OpenEnum)


def objects(value: list[Any] | UnsetType | None) -> list[Any] | None:
    """A list without the nulls that stood in it (`to_dict` gives them back)."""
    if value is UNSET or value is None:
        return None
    return [entry for entry in value if entry is not None] if None in value else value.copy()


def each(value: list[Any] | UnsetType | None, read: Callable[[Any], T | None]) -> list[T] | None:
    if value is UNSET or value is None:
        return None
    return [cast(T, read(entry)) for entry in value if entry is not None]


def mapped(
    value: dict[str, Any] | UnsetType | None, read: Callable[[Any], T | None]
) -> dict[str, T | None] | None:
    if value is UNSET or value is None:
        return None
    return {key: None if entry is None else read(entry) for key, entry in value.items()}


def choice(enum: type[E], value: Any) -> E | None:
    try:
        member: E = _members(enum)[value]
        return member
    except (KeyError, TypeError):  # a newer server's value, or none that is text
        if value.__class__ is str:
            return enum(value)
        return None if value is UNSET else cast("E | None", value)


@cache
def _members(enum: type[E]) -> dict[str, E]:
    return {member.value: member for member in enum}


def instant(value: int | UnsetType | None) -> datetime.datetime | int | None:
    """Epoch milliseconds as an aware UTC datetime; outside its range, the raw integer."""
    if value is UNSET or value is None:
        return None
    return from_epoch_ms(value) if value.__class__ is int else value


def date_time(value: str | UnsetType | None) -> datetime.datetime | str | None:
    """An RFC 3339 text as a datetime; unreadable, the text itself."""
    if value is UNSET or value is None:
        return None
    return parse_rfc3339(value) if value.__class__ is str else value


def number(value: Any) -> Decimal | None:
    if value.__class__ is int:
        return Decimal(value)
    if value.__class__ is float:
        return Decimal(repr(value))
    return None if value is UNSET else cast("Decimal | None", value)


def amount(value: Any, currency: str | None, unit: Unit) -> Money | None:
    if value is UNSET or value is None:
        return None
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise DecodeError("an amount of money should stand here, no number came")
    return from_wire(value, currency, unit)
