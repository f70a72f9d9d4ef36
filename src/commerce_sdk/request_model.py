"""The base of what the caller sends: values of Python, checked as they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Self, cast

import msgspec
from attrs import AttrsInstance, fields
from msgspec import UNSET
from msgspec.structs import replace

from commerce_sdk.errors import CurrencyMismatch, InvalidRequest
from commerce_sdk.model import bounded
from commerce_sdk.money import Money
from commerce_sdk.value import Value
from commerce_sdk.wire import WIRE, Field, Scope, refuse

_ENCODER = msgspec.json.Encoder(decimal_format="number")
_TABLES: dict[type[Any], dict[str, tuple[str, Field]]] = {}


class RequestModel:
    """A part of a request. Attributes left at `UNSET` are not sent; None is sent as null where
    the document allows it."""

    __slots__ = ()
    currency_field: ClassVar[str | None] = None

    def to_dict(self, *, currency: str | None = None) -> dict[str, Any]:
        """The JSON values that are sent; fractions are `Decimal`.

        Raises `InvalidRequest` with the path of the first value that the document forbids, and
        `CurrencyMismatch` where amounts are not all in the request's currency: its own
        `currency`, or the one given here, or that of its first amount.
        """
        return self.write("", _currency_of(self, currency))

    def to_json(self, *, currency: str | None = None) -> bytes:
        """`to_dict()` as bytes: the same values always give the same bytes."""
        return _ENCODER.encode(self.to_dict(currency=currency))

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], *, currency: str | None = None) -> Self:
        """Read a request back from its JSON values. `currency` is what amounts are in where the
        values themselves do not say.

        Raises `InvalidRequest` for a field that the document does not know, or a missing one.
        """
        return cls.read(data, Scope(currency=currency))

    @classmethod
    def read(cls, data: Any, scope: Scope) -> Self:
        """The step that `from_dict` is made of."""
        if not isinstance(data, Mapping):
            raise refuse(f"an object ({cls.__name__})", data, "")
        table = _table(cls)
        own = data.get("currency")
        scope = replace(scope, currency=own) if isinstance(own, str) else scope
        values: dict[str, Any] = {}
        for wire, value in data.items():
            if wire not in table:
                known = ", ".join(table)
                raise InvalidRequest(f"{cls.__name__} has no such field; it has {known}", path=wire)
            name, entry = table[wire]
            try:
                values[name] = None if value is None else entry.kind.read(value, scope)
            except InvalidRequest as fault:
                raise fault.under(wire) from None
        for wire, (name, entry) in table.items():
            if entry.required and name not in values:
                raise InvalidRequest(f"{cls.__name__} needs it", path=wire)
        return cls(**values)

    def write(self, path: str, currency: str | None) -> dict[str, Any]:
        """The JSON values below `path`; the step that `to_dict` is made of."""
        out: dict[str, Any] = {}
        for wire, (name, entry) in _table(type(self)).items():
            place = f"{path}.{wire}" if path else wire
            value = entry.write(getattr(self, name), place, currency)
            if value is not UNSET:
                out[wire] = value
        return out

    def __repr__(self) -> str:
        values = ((name, getattr(self, name)) for name, _ in _table(type(self)).values())
        parts = (f"{name}={value!r}" for name, value in values if value is not UNSET)
        return bounded(f"{type(self).__name__}({', '.join(parts)})")


class Written(Value, frozen=True):
    """A body that was checked and written before: its bytes go out exactly as they are."""

    hidden = ("content",)

    content: bytes


def content_of(
    body: RequestModel, *models: type[RequestModel], currency: str | None = None
) -> bytes:
    """The bytes of a request's body, checked and written in one pass.

    Raises `InvalidRequest` for another thing than the document's `models`, and what `to_json`
    raises.
    """
    if not isinstance(body, models):
        names = ", ".join(model.__name__ for model in models)
        raise refuse(f"one of {names}" if len(models) > 1 else f"a {names}", body, "")
    return body.to_json(currency=currency)


def _table(cls: type[RequestModel]) -> dict[str, tuple[str, Field]]:
    if cls not in _TABLES:
        attributes = fields(cast("type[AttrsInstance]", cls))
        entries = ((attribute.name, attribute.metadata.get(WIRE)) for attribute in attributes)
        _TABLES[cls] = {entry.wire: (name, entry) for name, entry in entries if entry is not None}
    return _TABLES[cls]


def _currency_of(model: Any, given: str | None) -> str | None:
    own = getattr(model, "currency", None)
    own = str(own) if isinstance(own, str) else None
    if own is not None and given is not None and own != given:
        raise CurrencyMismatch(f"the request is for {own}, {given} was asked for")
    if own or given:
        return own or given
    first = next(_amounts(model), None)
    return first.currency if first is not None else None


def _amounts(value: Any) -> Iterator[Money]:
    if isinstance(value, Money):
        yield value
    elif isinstance(value, RequestModel):
        for name, _ in _table(type(value)).values():
            yield from _amounts(getattr(value, name))
    elif isinstance(value, list | tuple):
        for entry in value:
            yield from _amounts(entry)
    elif isinstance(value, Mapping):
        for entry in value.values():
            yield from _amounts(entry)
