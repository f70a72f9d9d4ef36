"""The base of what the server answers: tolerant to read, lossless to give back.

A model stores the wire's own values and converts when an attribute is read, so nothing that came
is lost on the way back. Reading tries the exact shape first, at C speed; whatever deviates from
the document (unknown fields, enum values and variants, `1.0` for an integer, missing fields) goes
through a tolerant reader that gives the same classes. Only another *shape* than the document's
(an object where a list should be) and text that is no JSON at all are a `DecodeError`. A
BOM is passed over, and half a surrogate pair, which no text can hold, reads as U+FFFD.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from decimal import Decimal
from functools import cache
from typing import Any, ClassVar, Self, TypeVar, cast

import msgspec
from msgspec import UNSET, Struct, field

from commerce_sdk.defaults import SLICED_FROM
from commerce_sdk.document.currency_scope import settle_all, settle_currencies
from commerce_sdk.document.reading import (
    PRIVATE,
    KeptFields,
    UnknownVariant,
    object_reader,
    reader_of,
)
from commerce_sdk.errors import DecodeError, InvalidRequest
from commerce_sdk.secret import Secret

_NO_SUCH = object()
_PRIVATE_NAMES = frozenset({"_sdk_unknown", "_sdk_currency"})
_ENCODER = msgspec.json.Encoder(decimal_format="number")


# A frozen tree out of JSON holds no cycle, so the collector need not walk through it.
class Model(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """What the server answered. Attributes that are absent or null read as None."""

    carries_money: ClassVar[bool] = False
    secret_names: ClassVar[frozenset[str]] = frozenset()
    odd_names: ClassVar[Mapping[str, str]] = {}
    """Names of the wire that no struct can have, by what stands for them there."""

    _sdk_unknown: KeptFields = field(default=None, name="commerce_sdk:unknown")

    @classmethod
    def from_json(cls, content: bytes | str) -> Self:
        """Read a JSON document, every digit of its numbers kept. Raises `DecodeError`."""
        return read_json(cls, bytes_of(content))

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read plain JSON values; fractions have to be `Decimal`, as `from_json` reads them.

        Raises `DecodeError` where their shape is another one, and `InvalidRequest` for a float.
        """
        try:
            model = cast(Self, object_reader(cls)(data, "$"))
            if cls.carries_money:
                settle_currencies(model)
        except RecursionError:
            raise too_deep() from None
        return model

    def to_dict(self) -> dict[str, Any]:
        """The same JSON values as came: absent stays absent, null stays null, fractions are
        `Decimal`. Raises `DecodeError` for an answer nested more deeply than Python can follow."""
        try:
            return self._given_back()
        except RecursionError:
            raise too_deep() from None

    def _given_back(self) -> dict[str, Any]:
        out: dict[str, Any] = {}
        config = self.__struct_config__
        if config.tag_field is not None:
            out[config.tag_field] = config.tag
        for name, wire in zip(self.__struct_fields__, self.__struct_encode_fields__, strict=True):
            value = getattr(self, name)
            if value is UNSET:
                continue
            if not wire.startswith(PRIVATE):
                out[wire] = _give_back(value)
            elif wire in self.odd_names:
                out[self.odd_names[wire]] = _give_back(value)
        if self._sdk_unknown:
            out.update(self._sdk_unknown)
        return out

    def to_json(self) -> bytes:
        """`to_dict()` as the bytes of a JSON document; fractions keep every digit."""
        return _ENCODER.encode(self.to_dict())

    def is_set(self, name: str) -> bool:
        """Did the answer hold this attribute at all (True for an explicit null)?

        Raises `AttributeError` for a name that the model does not have.
        """
        stored = getattr(self, "_" + name, _NO_SUCH)
        if stored is not _NO_SUCH:
            return stored is not UNSET
        getattr(self, name)
        return True

    @property
    def unknown_fields(self) -> dict[str, Any]:
        """Fields that came and that this release's document does not know."""
        told_by = self.__struct_config__.tag_field
        return {k: value for k, value in (self._sdk_unknown or {}).items() if k != told_by}

    def _told(self) -> str | None:
        """What a variant says of itself; another value than its class's where it came so."""
        config = self.__struct_config__
        said: str | None = (self._sdk_unknown or {}).get(str(config.tag_field), config.tag)
        return said

    def __shown__(self) -> Iterator[tuple[str, Any]]:
        values = ((name, getattr(self, name)) for name in self.__struct_fields__)
        return (
            (name[1:], Secret() if name in self.secret_names else value)
            for name, value in values
            if value is not UNSET and name not in _PRIVATE_NAMES
        )

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return list(self.__shown__())

    def __repr__(self) -> str:
        from commerce_sdk.document.showing import shown

        return shown(self)


def bytes_of(content: bytes | str) -> bytes:
    """What somebody gave as a JSON document, as bytes. Raises `InvalidRequest` for what is none."""
    if isinstance(content, str):
        content = content.encode(errors="surrogatepass")
    if not isinstance(content, bytes):
        raise InvalidRequest("must be the bytes or the text of a JSON document", path="content")
    return content


def _give_back(value: Any) -> Any:
    if isinstance(value, Model | UnknownVariant):
        return value.to_dict()
    if value.__class__ is list:
        return [_give_back(entry) for entry in value]
    if value.__class__ is dict:
        return {key: _give_back(entry) for key, entry in value.items()}
    return value


def entries_in(model: object, name: str) -> int:
    """How many entries a list of a model came with, with the nulls that reading it leaves out."""
    stored = getattr(model, "_" + name, None)
    return len(stored) if isinstance(stored, list) else 0


M = TypeVar("M", bound=Model)
_AT_WORK = nullcontext()


def _collector_for(content: bytes) -> AbstractContextManager[None]:
    """What the collector of cycles does while this is read."""
    if len(content) < SLICED_FROM:
        return _AT_WORK
    from commerce_sdk.document.collecting import collector_at_rest  # few programs read as much

    return collector_at_rest()


def construct(cls: type[M], **attributes: Any) -> M:
    """A model of parts that are there already: models as they are, all else as on the wire."""
    return cls(**{f"_{name}": value for name, value in attributes.items()})


def read_json(cls: type[M], content: bytes) -> M:
    """Read an answer's bytes into a model. Raises `DecodeError` where that cannot be done."""
    with _collector_for(content):
        try:
            model: M = _decoder(cls).decode(content)
            if cls.carries_money:
                settle_currencies(model)
        except (msgspec.MsgspecError, ValueError, ArithmeticError, RecursionError):
            return cls.from_dict(parse_json(content))
        return model


def read_stored(stored: Any, content: bytes) -> Any:
    """Read an answer's bytes as a type that models are made of: a union of models, a list or a map.
    Raises `DecodeError`."""
    with _collector_for(content):
        try:
            value = _decoder(stored).decode(content)
            settle_all(value)
        except (msgspec.MsgspecError, ValueError, ArithmeticError, RecursionError):
            plain = parse_json(content)
            try:
                value = reader_of(stored)(plain, "$")
                settle_all(value)
            except RecursionError:
                raise too_deep() from None
        return value


def read_json_list(cls: type[M], content: bytes) -> list[M]:
    """Read an answer's bytes into a list of models. Raises `DecodeError`."""
    data = parse_json(content)
    if not isinstance(data, list):
        raise DecodeError("a list should stand here", path="$")
    return [cls.from_dict(entry) for entry in data if isinstance(entry, Mapping)]


def read_file(content: bytes) -> bytes:
    """The bytes of a file. Raises `DecodeError` where there are none."""
    if not content:
        raise DecodeError("the file that came is empty")
    return content


def parse_json(content: bytes, what: str = "the answer") -> Any:
    """JSON bytes as plain values with exact fractions. Raises `DecodeError`, in words about
    `what`."""
    try:
        with _collector_for(content):
            try:
                return _PLAIN_DECODER.decode(content)
            except msgspec.DecodeError:
                # A BOM, or half a pair of UTF-16, should not cost a whole answer.
                return _PLAIN_DECODER.decode(_ESCAPE.sub(_whole, content.removeprefix(BOM_UTF8)))
    except RecursionError:
        raise too_deep(what) from None
    except ArithmeticError:
        raise DecodeError(f"{what} holds a number too large to be read") from None
    except (msgspec.MsgspecError, ValueError) as fault:
        raise DecodeError(f"{what} {_why_no_json(content, fault)}") from None


def _whole(escape: re.Match[bytes]) -> bytes:
    return rb"\ufffd" if escape["half"] else escape[0]


def _why_no_json(content: bytes, fault: Exception) -> str:
    if not content.strip():
        return "is empty where a JSON document should be"
    if content.lstrip()[:1] == b"<":
        return "is HTML or XML where a JSON document should be"
    try:
        content.decode()
    except UnicodeDecodeError:
        return "is not UTF-8 text"
    return f"is not a whole JSON document: {fault}"


def too_deep(what: str = "the answer") -> DecodeError:
    """The error for what Python cannot follow to its end."""
    return DecodeError(f"{what} is nested too deeply to be read")


_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB]%b\\u[dD][c-fC-F]%b|(?P<half>u[dD][89a-fA-F]%b)|.)"
    % ((b"[0-9a-fA-F]{2}",) * 3),
    re.DOTALL,
)
_PLAIN_DECODER = msgspec.json.Decoder(float_hook=Decimal)


@cache
def _decoder(cls: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(cls, float_hook=Decimal)
