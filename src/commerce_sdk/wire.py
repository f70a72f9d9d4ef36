"""How a request's values are written to the wire: checked first, and refused with their path.

Each kind of value has one small class. `write` gives the JSON value or raises `InvalidRequest`;
`read` turns a JSON value back (stored requests), leaving what it cannot read for `write` to
refuse.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Protocol

from msgspec import UNSET

from commerce_sdk.errors import CurrencyMismatch, DecodeError, InvalidRequest
from commerce_sdk.instants import format_rfc3339, from_epoch_ms, parse_rfc3339, to_epoch_ms
from commerce_sdk.money import Money, Unit, from_wire, to_wire
from commerce_sdk.open_enum import OpenEnum
from commerce_sdk.text import whole
from commerce_sdk.value import Value

_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


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
    """A value that is the same on both sides, given back as it is."""

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        return value

    def read(self, value: Any, scope: Scope) -> Any:
        return value


class Text(Plain, frozen=True):
    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if not isinstance(value, str):
            raise refuse("text", value, path)
        text = str(value)
        return text if text.isascii() else whole(text, path)


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


class Amount(Value, frozen=True):
    """Money, on the wire a bare number in `unit`."""

    unit: Unit

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if not isinstance(value, Money):
            raise refuse("Money (write Money.of('12.34', 'USD'))", value, path)
        if currency is not None and value.currency != currency:
            raise CurrencyMismatch(
                f"{path}: the amount is in {value.currency}, the request is for {currency}"
            )
        try:
            return self._number(value, to_wire(value, self.unit))
        except InvalidRequest as fault:
            raise InvalidRequest(str(fault), path=path) from None

    def _number(self, money: Money, number: int | Decimal) -> Any:
        return number

    def read(self, value: Any, scope: Scope) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return value
        return from_wire(value, scope.currency, self.unit)


class WholeAmount(Amount, frozen=True):
    """Money, on the wire a whole number of units that fits `bits`."""

    bits: int = 64

    def _number(self, money: Money, number: int | Decimal) -> Any:
        whole = int(number)
        if whole != number:
            raise InvalidRequest(f"{money} is no whole number of {self.unit} units; round it first")
        if not -(1 << self.bits - 1) <= whole < 1 << self.bits - 1:
            raise InvalidRequest(f"{money} is more than {self.bits} bits can hold")
        return whole


class AmountText(Amount, frozen=True):
    """Money, on the wire decimal text in `unit` with at most `places` decimals."""

    places: int | None = None

    def _number(self, money: Money, number: int | Decimal) -> Any:
        text = f"{Decimal(number):f}"
        digits = len(text.partition(".")[2].rstrip("0"))
        if self.places is not None and digits > self.places:
            raise InvalidRequest(
                f"{money} has {digits} decimals of a {self.unit} unit, {self.places} can be sent"
            )
        return text

    def read(self, value: Any, scope: Scope) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return from_wire(value, scope.currency, self.unit)
        except DecodeError:
            return value


class Choice(Value, frozen=True):
    """A value of a named enum. One that a newer server sent (and was read) goes back as it came;
    plain text must be a value that the document knows."""

    enum: Callable[[], type[OpenEnum]]

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        enum = self.enum()
        if isinstance(value, enum):
            return whole(str(value), path)
        if not isinstance(value, str) or value not in self._known():
            raise InvalidRequest(f"expected one of {', '.join(self._known())}", path=path)
        return str(value)

    def _known(self) -> list[str]:
        return [member.value for member in self.enum()]

    def read(self, value: Any, scope: Scope) -> Any:
        if not isinstance(value, str) or (scope.known_only and value not in self._known()):
            return value
        return self.enum()(value)


class Const(Plain, frozen=True):
    """The one value that the document allows here."""

    value: str

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if value != self.value:
            raise InvalidRequest(f"expected {self.value!r}", path=path)
        return self.value


class Nested(Value, frozen=True):
    """Another request model."""

    model: Callable[[], Any]

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        model = self.model()
        if not isinstance(value, model):
            raise refuse(f"a {model.__name__}", value, path)
        return value.write(path, currency)

    def read(self, value: Any, scope: Scope) -> Any:
        if not isinstance(value, Mapping):
            return value
        return self.model().read(value, scope)


class OneOf(Value, frozen=True):
    """One of several request models, told apart on the wire by `discriminator`. `default` is the
    variant of a document that lacks it."""

    discriminator: str
    models: Callable[[], Mapping[str, Any]]
    default: str | None = None

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        models = tuple(self.models().values())
        if not any(isinstance(value, model) for model in models):
            names = ", ".join(model.__name__ for model in models)
            raise refuse(f"one of {names}", value, path)
        return value.write(path, currency)

    def read(self, value: Any, scope: Scope) -> Any:
        if not isinstance(value, Mapping):
            return value
        kind = value.get(self.discriminator, self.default)
        model = self.models().get(kind)
        if model is None:
            known = ", ".join(self.models())
            raise InvalidRequest(f"expected one of {known}", path=self.discriminator)
        return model.read(value, scope)


def _read_inside(kind: Kind, value: Any, scope: Scope, step: str) -> Any:
    try:
        return kind.read(value, scope)
    except InvalidRequest as fault:
        raise fault.under(step) from None


class ListOf(Value, frozen=True):
    item: Kind
    nullable: bool = False

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if not isinstance(value, list | tuple):
            raise refuse("a list", value, path)
        return [
            None
            if entry is None and self.nullable
            else self.item.write(entry, f"{path}[{index}]", currency)
            for index, entry in enumerate(value)
        ]

    def read(self, value: Any, scope: Scope) -> Any:
        if not isinstance(value, list | tuple):
            return value
        return [
            entry if entry is None else _read_inside(self.item, entry, scope, f"[{index}]")
            for index, entry in enumerate(value)
        ]


class MapOf(Value, frozen=True):
    value: Kind
    nullable: bool = False

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if not isinstance(value, Mapping):
            raise refuse("a mapping", value, path)
        out: dict[str, Any] = {}
        for key, entry in value.items():
            if not isinstance(key, str):
                raise refuse("text as the key of a mapping", key, path)
            if entry is None and self.nullable:
                out[whole(key, path)] = None
            else:
                out[whole(key, path)] = self.value.write(entry, f"{path}.{key}", currency)
        return out

    def read(self, value: Any, scope: Scope) -> Any:
        if not isinstance(value, Mapping):
            return value
        return {
            key: entry if entry is None else _read_inside(self.value, entry, scope, str(key))
            for key, entry in value.items()
        }


class Field(Value, frozen=True, kw_only=True):
    """Where a request model's attribute stands on the wire."""

    wire: str
    kind: Kind
    required: bool = False
    nullable: bool = False

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        """The JSON value of the attribute; `UNSET` where it is left out."""
        if value is UNSET:
            if self.required:
                raise InvalidRequest("is required", path=path)
            return UNSET
        if value is None:
            if self.nullable:
                return None
            advice = "is required" if self.required else "may not be null; leave it out"
            raise InvalidRequest(advice, path=path)
        return self.kind.write(value, path, currency)


WIRE = "commerce_sdk.wire"
"""The key of a `Field` in an attribute's metadata."""


def on_wire(
    wire: str, kind: Kind, *, required: bool = False, nullable: bool = False
) -> dict[str, Field]:
    """The metadata of one attribute of a request model."""
    return {WIRE: Field(wire=wire, kind=kind, required=required, nullable=nullable)}
