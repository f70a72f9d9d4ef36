"""How a model's attributes read: from the wire's own value to the Python one.

What is absent or null never comes here. A value that is no such scalar as the document says reads
as it came, since refusing a whole page for it would help nobody. Money is the exception: an amount
that is no number is a `DecodeError`.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar, cast

from commerce_sdk.document.open_enums import OpenEnum, OpenIntEnum
from commerce_sdk.errors import DecodeError
from commerce_sdk.money import Money, Unit, from_wire

T = TypeVar("T")
E = TypeVar("E", bound=OpenEnum)
Whole = TypeVar("Whole", bound=OpenIntEnum)

_MEMBERS: dict[type[OpenEnum], dict[str, Any]] = {}


def objects(value: list[Any]) -> list[Any]:
    """A list without the nulls that stood in it (`to_dict` gives them back)."""
    return [entry for entry in value if entry is not None] if None in value else value.copy()


def each(value: list[Any], read: Callable[[Any], T | None]) -> list[T]:
    return [cast(T, read(entry)) for entry in value if entry is not None]


def mapped(value: dict[str, Any], read: Callable[[Any], T]) -> dict[str, T | None]:
    return {key: None if entry is None else read(entry) for key, entry in value.items()}


def choice(enum: type[E], value: Any) -> E:
    try:
        member: E = _MEMBERS[enum][value]
        return member
    except (KeyError, TypeError):
        return _seldom(enum, value)


def _seldom(enum: type[E], value: Any) -> E:
    """The first value of an enum, one of a newer server, or none that is text."""
    if enum not in _MEMBERS:
        _MEMBERS[enum] = {member.value: member for member in enum}
    return enum(value) if value.__class__ is str else cast(E, value)


def int_choice(enum: type[Whole], value: Any) -> Whole:
    # True equals 1, and a fraction that is none its whole number; neither is one of the values.
    return enum(value) if value.__class__ is int else cast(Whole, value)


def number(value: Any) -> Decimal:
    return Decimal(value) if value.__class__ is int else cast(Decimal, value)


def amount(value: Any, currency: str | None, unit: Unit) -> Money:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise DecodeError("an amount of money should stand here, no number came")
    return from_wire(value, currency, unit)
