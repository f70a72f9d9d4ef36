"""The parts of a request outside its body: path, query and headers, checked and written as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from msgspec import UNSET

from commerce_sdk.errors import InvalidRequest
from commerce_sdk.secret import Secret
from commerce_sdk.text import header_value, printable
from commerce_sdk.wire import Kind
from commerce_sdk.wire_texts import Joined, pairs_of

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
    for name, value, kind, required in parameters:
        for wire, text in _written(name, value, kind, currency, required=required):
            found.append((wire, printable(text, wire)))
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
    pairs = [(name, written)] if isinstance(written, str) else pairs_of(name, written)
    if required and not pairs:
        raise InvalidRequest("may not be empty", path=name)
    return pairs
