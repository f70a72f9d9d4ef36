"""The parts of a request outside its body: path, query and headers, checked and written as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from msgspec import UNSET

from commerce_sdk.document.kinds import Kind, Scope
from commerce_sdk.document.text import header_value, printable
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.secret import Secret
from commerce_sdk.value import Value

Parts = tuple[tuple[str, str], ...]
Parameter = tuple[str, Any, Kind, bool]
"""Wire name, value, kind, required."""


def path_of(template: str, parameters: Iterable[Parameter], currency: str | None = None) -> str:
    """Fill a path template, percent-encoding each value. Amounts have to be in `currency`, here as
    below.

    Raises `InvalidRequest` for a value that would change the path: empty, `.`, `..`, or with
    control characters.
    """
    is_secret = isinstance(template, Secret)
    for name, value, kind, _ in parameters:
        ((_, text),) = _written(name, value, kind, currency, required=True)
        if text in {"", ".", ".."}:
            raise InvalidRequest("may not be empty, '.' or '..'", path=name)
        is_secret |= isinstance(text, Secret)
        # What stands between entries is sent as itself; no entry holds it.
        safe = kind.delimiter if isinstance(kind, Joined) else ""
        template = template.replace("{" + name + "}", quote(printable(text, name), safe=safe))
    return Secret(template) if is_secret else template


def query_of(parameters: Iterable[Parameter], currency: str | None = None) -> Parts:
    """The query's pairs, without those left out."""
    return _pairs(parameters, currency)


def headers_of(parameters: Iterable[Parameter], currency: str | None = None) -> Parts:
    """The headers' pairs, without those left out. Raises `InvalidRequest` for an empty value, and
    for one that no header can carry."""
    pairs = _pairs(parameters, currency)
    for name, text in pairs:
        if not text:
            raise InvalidRequest("may not be empty", path=name)
        header_value(text, name)
    return pairs


def _pairs(parameters: Iterable[Parameter], currency: str | None) -> Parts:
    found: list[tuple[str, str]] = []
    whole: set[str] = set()
    fields: set[str] = set()
    for name, value, kind, required in parameters:
        for wire, text in _written(name, value, kind, currency, required=required):
            found.append((wire, printable(text, wire)))
            (whole if wire == name else fields).add(wire)
    for wire in whole & fields:
        raise InvalidRequest("is given twice, by itself and as the key of a mapping", path=wire)
    return tuple(found)


def _written(
    name: str, value: Any, kind: Kind, currency: str | None, *, required: bool
) -> Sequence[tuple[str, str]]:
    """What a parameter is sent as: nothing where it is left out, or holds nothing."""
    if value is UNSET or value is None:
        if required:
            raise InvalidRequest("is required", path=name)
        return ()
    written = kind.write(value, name, currency)
    for key in written if isinstance(written, dict) else ():
        _check_key(key, name)
    pairs = [(name, written)] if isinstance(written, str) else pairs_of(name, written)
    if required and not pairs:
        raise InvalidRequest("may not be empty", path=name)
    return pairs


def _check_key(key: str, name: str) -> None:
    """Raises `InvalidRequest` for a key of a mapping that would make it another parameter."""
    if not key:
        raise InvalidRequest("may not have an empty key", path=name)
    printable(key, f"{name}[…]")
    if "[" in key or "]" in key:
        what = "may not hold brackets, for they stand around the key"
        raise InvalidRequest(what, path=f"{name}[{key}]")


# --- how values are written where there is no JSON: in addresses, headers and forms


def text_of(written: Any) -> str:
    """A written scalar as text; a secret one stays a secret."""
    if isinstance(written, str):
        return written
    if isinstance(written, bool):
        return "true" if written else "false"
    return format(written, "f") if isinstance(written, Decimal) else str(written)


class Joined(Value, frozen=True):
    """A list as one text. An empty one stays a list, for there is no text for it."""

    kind: Kind
    delimiter: str

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        texts = list(map(text_of, self.kind.write(value, path, currency)))
        for index, text in enumerate(texts):
            place = f"{path}[{index}]"
            if not text:
                raise InvalidRequest("may not be empty, for a list is sent as one text", path=place)
            # Servers decode before they split, so that no escape would tell the two apart.
            if self.delimiter in text:
                what = f"may not hold {self.delimiter!r}, which stands between the entries"
                raise InvalidRequest(what, path=place)
        joined = self.delimiter.join(texts)
        if any(isinstance(text, Secret) for text in texts):
            joined = Secret(joined)
        return joined if texts else []

    def read(self, value: Any, scope: Scope) -> Any:
        return value


def pairs_of(name: str, written: Any) -> list[tuple[str, str]]:
    """The pairs that a written value is sent as: one for each entry of a list, by `name`, and for
    each field of an object, by `name[field]`."""
    if isinstance(written, dict):
        return [(f"{name}[{field}]", text_of(entry)) for field, entry in written.items()]
    entries = written if isinstance(written, list) else [written]
    return [(name, text_of(entry)) for entry in entries]
