"""The base of what the caller sends: values of Python, checked as they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Self, cast

import msgspec
from attrs import AttrsInstance, fields
from msgspec import UNSET
from msgspec.structs import replace

from commerce_sdk.document.bounds import Rule
from commerce_sdk.document.kinds import WIRE, Field, Kind, Scope, refuse
from commerce_sdk.document.showing import shown
from commerce_sdk.errors import CurrencyMismatch, InvalidRequest
from commerce_sdk.money import NO_CURRENCY, Money
from commerce_sdk.secret import Secret, hide_texts
from commerce_sdk.value import Value


def _plain(value: Any) -> str:
    if isinstance(value, Secret):
        return str(value)
    raise NotImplementedError  # msgspec says which type it was


_ENCODER = msgspec.json.Encoder(decimal_format="number", enc_hook=_plain)
_TABLES: dict[type[Any], dict[str, tuple[str, Field]]] = {}


class RequestModel:
    """A part of a request. Attributes left at `UNSET` are not sent; None is sent as null where
    the document allows it."""

    __slots__ = ()
    currency_field: ClassVar[str | None] = None
    rules_of_all: ClassVar[tuple[Rule, ...]] = ()
    filled_later: ClassVar[tuple[str, ...]] = ()
    """The fields that the client fills; they count where a rule counts fields."""

    def to_dict(self, *, currency: str | None = None) -> dict[str, Any]:
        """The JSON values that are sent; fractions are `Decimal`.

        A field for the currency that was left out is filled where there are amounts. Secret texts
        are texts that no `repr` shows. Raises `InvalidRequest` with the path of the first value
        that the document forbids, and `CurrencyMismatch` where amounts are not all in the request's
        currency: its own, or the one given here, or that of its first amount.
        """
        try:
            return self.write("", _currency_of(self, currency))
        except RecursionError:
            raise InvalidRequest("is nested too deeply") from None

    def to_json(self, *, currency: str | None = None) -> bytes:
        """`to_dict()` as bytes: the same values always give the same bytes."""
        try:
            return _ENCODER.encode(self.to_dict(currency=currency))
        except RecursionError:
            raise InvalidRequest("the request is nested too deeply") from None

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], *, currency: str | None = None) -> Self:
        """Read a request back from its JSON values. `currency` is what amounts are in where the
        values themselves do not say.

        Raises `InvalidRequest` for a field that the document does not know, or a missing one.
        """
        try:
            return cls.read(data, Scope(currency=currency))
        except InvalidRequest as fault:
            # The frames below hold what was given, and what is secret in it.
            fault.__context__ = None
            raise fault.with_traceback(None)  # noqa: B904
        finally:
            data = {}

    @classmethod
    def read(cls, data: Any, scope: Scope) -> Self:
        """The step that `from_dict` is made of."""
        if not isinstance(data, Mapping):
            raise refuse(f"an object ({cls.__name__})", data, "")
        table = _table(cls)
        own = data.get(cls.currency_field)
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
        field = self.currency_field
        stated = None if field is None else _stated(self, field, path, currency)
        out: dict[str, Any] = {}
        for wire, (name, entry) in _table(type(self)).items():
            place = f"{path}.{wire}" if path else wire
            value = getattr(self, name)
            if value is UNSET and wire == field and stated is not None:
                value = stated
            written = entry.write(value, place, stated or currency)
            if written is not UNSET:
                out[wire] = written
        for rule in self.rules_of_all:
            rule.check({**dict.fromkeys(self.filled_later), **out}, path)
        return out

    def __shown__(self) -> Iterator[tuple[str, Any]]:
        table = _table(type(self)).values()
        values = ((name, getattr(self, name), entry.secret) for name, entry in table)
        return (
            (name, Secret() if secret else value)
            for name, value, secret in values
            if value is not UNSET
        )

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return list(self.__shown__())

    def __repr__(self) -> str:
        return shown(self)


def hide_attributes(model: RequestModel, *names: str) -> None:
    """Hide what was given for secret attributes, for the frames that it passes."""
    for name in names:
        object.__setattr__(model, name, hide_texts(getattr(model, name)))


class Written(Value, frozen=True):
    """A body that was checked and written before: its bytes go out exactly as they are."""

    hidden: ClassVar[tuple[str, ...]] = ("content",)

    content: bytes


def content_of(
    body: RequestModel, *models: type[RequestModel], currency: str | None = None
) -> bytes:
    """The bytes of a request's body, checked and written in one pass.

    Raises `InvalidRequest` for another thing than the document's `models`, and what `to_json`
    raises.
    """
    _check_model(body, models)
    return body.to_json(currency=currency)


def dict_of(
    body: RequestModel, *models: type[RequestModel], currency: str | None = None
) -> dict[str, Any]:
    """The same as JSON values, for what is written in another form."""
    _check_model(body, models)
    return body.to_dict(currency=currency)


def json_of(body: Any, kind: Kind, *, nullable: bool = False, currency: str | None = None) -> bytes:
    """The same of a body that is no one model: a list, a map, a scalar, or null."""
    if body is None and nullable:
        return b"null"
    return _ENCODER.encode(kind.write(body, "", currency_of(currency, body)))


def _check_model(body: object, models: tuple[type[RequestModel], ...]) -> None:
    if not isinstance(body, models):
        names = ", ".join(model.__name__ for model in models)
        raise refuse(f"one of {names}" if len(models) > 1 else f"a {names}", body, "")


def currency_of(given: Any, *parts: Any) -> str | None:
    """What all amounts of a request, in its body and its parameters, are in: what is given, what
    the body says of itself, or what the first of them is in. Raises `CurrencyMismatch` where a body
    says another one than is given."""
    stated = str(given) if isinstance(given, str) else None
    for part in parts:
        if isinstance(part, RequestModel):
            stated = _currency_of(part, stated)
        elif stated is None:
            stated = _first_currency(part)
    return stated


def _table(cls: type[RequestModel]) -> dict[str, tuple[str, Field]]:
    if cls not in _TABLES:
        attributes = fields(cast("type[AttrsInstance]", cls))
        entries = ((attribute.name, attribute.metadata.get(WIRE)) for attribute in attributes)
        _TABLES[cls] = {entry.wire: (name, entry) for name, entry in entries if entry is not None}
    return _TABLES[cls]


def _currency_of(model: RequestModel, given: str | None) -> str | None:
    """What all amounts of a request are in."""
    field = model.currency_field
    own = None if field is None else getattr(model, _table(type(model))[field][0])
    own = str(own) if isinstance(own, str) else None
    if own is not None and given is not None and own != given:
        raise CurrencyMismatch(f"the request is for {own}, {given} was asked for")
    if own or given:
        return own or given
    return _first_currency(model)


def _first_currency(value: Any) -> str | None:
    try:
        return next((money.currency for _, money in _amounts(value)), None)
    except RecursionError:
        return None  # what is nested so deeply is refused where it is written


def _stated(model: RequestModel, field: str, path: str, currency: str | None) -> str | None:
    """What the field for the currency says of the amounts beside it, or has to say where it was
    left out; None where there are none."""
    place = f"{path}.{field}" if path else field
    own = getattr(model, _table(type(model))[field][0])
    where, first = next(_amounts(model, path), ("", None))
    if isinstance(own, str):
        if currency not in (None, str(own)):
            raise CurrencyMismatch(f"{place}: this is {own}, the request is for {currency}")
        stated = str(own)
    elif first is None:
        return None
    elif own is None:
        raise InvalidRequest("is required beside an amount", path=place)
    else:
        stated = currency or first.currency
    # Of a body that says its currency, XXX would say another one than what was read came in.
    if first is not None and first.currency == stated == NO_CURRENCY:
        raise InvalidRequest(
            f"{first} has no currency that is known; give it one with in_currency('EUR')",
            path=where,
        )
    return stated


def _amounts(value: Any, path: str = "") -> Iterator[tuple[str, Money]]:
    """The amounts in a value, each with its place."""
    if isinstance(value, Money):
        yield path, value
    elif isinstance(value, RequestModel):
        for wire, (name, _) in _table(type(value)).items():
            yield from _amounts(getattr(value, name), f"{path}.{wire}" if path else wire)
    elif isinstance(value, list | tuple):
        for index, entry in enumerate(value):
            yield from _amounts(entry, f"{path}[{index}]")
    elif isinstance(value, Mapping):
        for key, entry in value.items():
            yield from _amounts(entry, f"{path}.{key}" if path else str(key))
