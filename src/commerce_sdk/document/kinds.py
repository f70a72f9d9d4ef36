"""How a request's values are written to the wire: checked first, and refused with their path.

Each kind of value has one small class: the scalars here, amounts and what holds other values in
files of their own. `write` gives the JSON value or raises `InvalidRequest`; `read` turns a JSON
value back (stored requests), leaving what it cannot read for `write` to refuse.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from math import isfinite
from typing import Any, Protocol

from msgspec import UNSET

from commerce_sdk.document.instants import (
    format_rfc3339,
    from_epoch_ms,
    parse_date,
    parse_rfc3339,
    to_epoch_ms,
)
from commerce_sdk.document.open_enums import OpenEnum, OpenIntEnum
from commerce_sdk.document.text import encodable
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.secret import hide
from commerce_sdk.value import Value

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


_GREATEST = 10_000
"""Bits of a whole number, or digits before or behind the point of another."""


class Scope(Value, frozen=True, kw_only=True):
    """What reading a stored request goes by: the currency of its amounts, and whether text counts
    as an enum's value only where the document knows it."""

    currency: str | None = None
    known_only: bool = True


class Kind(Protocol):
    """One kind of value."""

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        """The JSON value. `currency` is the one that all amounts of the request are in."""
        ...

    def read(self, value: Any, scope: Scope) -> Any:
        """The Python value of a JSON value."""
        ...


def refuse(expected: str, value: Any, path: str) -> InvalidRequest:
    """The error for a value that the document does not allow at `path`."""
    got = "null" if value is None else type(value).__name__
    if got == "UUID":
        expected += " (for a uuid.UUID pass str(it))"
    return InvalidRequest(f"expected {expected}, got {got}", path=path)


class Plain(Value, frozen=True):
    """A value that is the same on both sides. Of itself any that JSON has."""

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        try:
            return _json(value, path)
        except RecursionError:
            raise InvalidRequest("is nested too deeply", path=path) from None

    def read(self, value: Any, scope: Scope) -> Any:
        return value


def _json(value: Any, path: str) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return Text().write(value, path, None)
    if isinstance(value, Mapping):
        for key in value:
            if not isinstance(key, str):
                raise refuse("text as the key of a mapping", key, path)
        return {encodable(key, path): _json(each, f"{path}.{key}") for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_json(each, f"{path}[{index}]") for index, each in enumerate(value)]
    if isinstance(value, float):  # no amount of money, and it goes out as the digits that it shows
        if not isfinite(value):
            raise InvalidRequest("expected a finite number", path=path)
        return value
    if isinstance(value, int | Decimal):
        return Number().write(value, path, None)
    raise refuse("a text, number, boolean, None, list or mapping", value, path)


class Text(Plain, frozen=True):
    """Text. A secret one stays a `Secret` when it is written, for the frames that it passes."""

    secret: bool = False

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if not isinstance(value, str):
            raise refuse("text", value, path)
        text = hide(value) if self.secret else str(value)
        return text if text.isascii() else encodable(text, path)


class Uuid(Plain, frozen=True):
    """Text in UUID form: checked, never converted."""

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if not isinstance(value, str):
            raise refuse("a UUID as text", value, path)
        if not _UUID.fullmatch(value):
            raise InvalidRequest(
                "expected a UUID such as 009f8789-c10c-4366-9420-f712d02a6499", path=path
            )
        return value


class Boolean(Plain, frozen=True):
    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if not isinstance(value, bool):
            raise refuse("True or False", value, path)
        return value


class Integer(Plain, frozen=True):
    """A whole number that fits `bits`."""

    bits: int = 64

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if isinstance(value, bool) or not isinstance(value, int):
            raise refuse("a whole number (int)", value, path)
        limit = 1 << (self.bits - 1)
        if not -limit <= value < limit:
            raise InvalidRequest(f"expected a whole number of {self.bits} bits", path=path)
        return value


class Number(Plain, frozen=True):
    """An exact number; a float is refused, for it has already lost what was meant."""

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise refuse("a Decimal or an int (write Decimal('0.1'), not 0.1)", value, path)
        if isinstance(value, Decimal) and not value.is_finite():
            raise InvalidRequest("expected a finite number", path=path)
        size = value.bit_length() if isinstance(value, int) else abs(value.adjusted())
        if size > _GREATEST:  # to write all of its digits takes for ever, or Python refuses to
            raise InvalidRequest("has too many digits", path=path)
        return value


class EpochMs(Value, frozen=True):
    """An instant, on the wire as epoch milliseconds."""

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | datetime.datetime):
            raise refuse("an aware datetime", value, path)
        return to_epoch_ms(value, path)

    def read(self, value: Any, scope: Scope) -> Any:
        return from_epoch_ms(value)


class DateTime(Value, frozen=True):
    """An instant, on the wire as RFC 3339 text."""

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if isinstance(value, str):
            # Read is more than may be written: an offset has its colon there.
            is_standard = value[-3:-2] == ":" or value[-1:] in ("Z", "z")
            if not is_standard or isinstance(parse_rfc3339(value), str):
                raise InvalidRequest("expected an RFC 3339 date-time", path=path)
            return value
        if not isinstance(value, datetime.datetime):
            raise refuse("an aware datetime", value, path)
        return format_rfc3339(value, path)

    def read(self, value: Any, scope: Scope) -> Any:
        return parse_rfc3339(value)


class Date(Value, frozen=True):
    """A day of the calendar, on the wire as RFC 3339's full-date."""

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if isinstance(value, str):
            if isinstance(parse_date(value), str):
                raise InvalidRequest("expected a date such as 1999-12-31", path=path)
            return str(value)
        if isinstance(value, datetime.datetime):
            raise InvalidRequest("a datetime has a time too; pass its .date()", path=path)
        if not isinstance(value, datetime.date):
            raise refuse("a datetime.date", value, path)
        return value.isoformat()

    def read(self, value: Any, scope: Scope) -> Any:
        return parse_date(value)


class Choice(Value, frozen=True):
    """A value of a named enum. One that a newer server sent (and was read) goes back as it came;
    plain text must be a value that the document knows."""

    enum: Callable[[], type[OpenEnum]]

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        enum = self.enum()
        if isinstance(value, enum):
            return encodable(str(value), path)
        if not isinstance(value, str) or value not in self._known():
            raise InvalidRequest(f"expected one of {', '.join(self._known())}", path=path)
        return str(value)

    def _known(self) -> list[str]:
        return [member.value for member in self.enum()]

    def read(self, value: Any, scope: Scope) -> Any:
        if not isinstance(value, str) or (scope.known_only and value not in self._known()):
            return value
        return self.enum()(value)


class IntChoice(Value, frozen=True):
    """A value of a named enum of whole numbers. One that a newer server sent (and was read) goes
    back as it came; a plain number must be one that the document knows."""

    enum: Callable[[], type[OpenIntEnum]]

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        enum = self.enum()
        if isinstance(value, enum):
            return int(value)
        if isinstance(value, bool) or not isinstance(value, int) or value not in self._known():
            known = ", ".join(map(str, self._known()))
            raise InvalidRequest(f"expected one of {known}", path=path)
        return int(value)

    def _known(self) -> list[int]:
        return [member.value for member in self.enum()]

    def read(self, value: Any, scope: Scope) -> Any:
        if isinstance(value, bool) or not isinstance(value, int):
            return value
        return value if scope.known_only and value not in self._known() else self.enum()(value)


class Const(Plain, frozen=True):
    """The one value that the document allows here; True is not 1."""

    value: str | int | bool

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        is_bool = isinstance(value, bool) is isinstance(self.value, bool)
        if not is_bool or not isinstance(value, type(self.value)) or value != self.value:
            raise InvalidRequest(f"expected {self.value!r}", path=path)
        return self.value


class Words(Plain, frozen=True):
    """One of a few texts that the document allows here."""

    values: tuple[str, ...]

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if not isinstance(value, str) or value not in self.values:
            raise InvalidRequest(f"expected one of {', '.join(self.values)}", path=path)
        return str(value)


class Field(Value, frozen=True, kw_only=True):
    """Where a request model's attribute stands on the wire."""

    wire: str
    kind: Kind
    required: bool = False
    nullable: bool = False
    secret: bool = False

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        """The JSON value of the attribute; `UNSET` where it is left out."""
        if value is UNSET:
            if self.required:
                raise InvalidRequest("is required", path=path)
            return UNSET
        if value is None:
            if self.nullable:
                return None
            instead = getattr(self.kind, "instead_of_null", "leave it out")
            what = "is required" if self.required else f"may not be null; {instead}"
            raise InvalidRequest(what, path=path)
        return self.kind.write(value, path, currency)


WIRE = "commerce_sdk.document.kinds"
"""The key of a `Field` in an attribute's metadata."""


def on_wire(
    wire: str,
    kind: Kind,
    *,
    required: bool = False,
    nullable: bool = False,
    secret: bool = False,
) -> dict[str, Field]:
    """The metadata of one attribute of a request model."""
    return {WIRE: Field(wire=wire, kind=kind, required=required, nullable=nullable, secret=secret)}
