"""The parts of a request outside its body: path, query and headers, checked and written as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from msgspec import UNSET

from commerce_sdk.errors import InvalidRequest
from commerce_sdk.secret import Secret
from commerce_sdk.text import header_value, printable
from commerce_sdk.wire import Kind

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
        (text,) = _texts(name, value, kind, currency, required=True)
        if text in {"", ".", ".."}:
            raise InvalidRequest("may not be empty, '.' or '..'", path=name)
        is_secret |= isinstance(text, Secret)
        template = template.replace("{" + name + "}", quote(printable(text, name), safe=""))
    return Secret(template) if is_secret else template


def query_of(parameters: Iterable[Parameter], currency: str | None = None) -> Parts:
    """The query's pairs, without those left out."""
    return _pairs(parameters, currency)


def headers_of(parameters: Iterable[Parameter], currency: str | None = None) -> Parts:
    """The headers' pairs, without those left out. Raises `InvalidRequest` for an empty value."""
    pairs = _pairs(parameters, currency)
    for name, text in pairs:
        if not text.strip() or text in {".", ".."}:
            raise InvalidRequest("may not be empty, '.' or '..'", path=name)
        header_value(text, name)
    return pairs


def _pairs(parameters: Iterable[Parameter], currency: str | None) -> Parts:
    return tuple(
        (name, printable(text, name))
        for name, value, kind, required in parameters
        for text in _texts(name, value, kind, currency, required=required)
    )


def _texts(
    name: str, value: Any, kind: Kind, currency: str | None, *, required: bool
) -> Iterator[str]:
    """A parameter's text; a list gives one text for each of its values."""
    if value is UNSET or value is None:
        if required:
            raise InvalidRequest("is required", path=name)
        return
    written = kind.write(value, name, currency)
    for each in written if isinstance(written, list) else [written]:
        if isinstance(each, str):
            yield each  # a secret stays one
        elif isinstance(each, bool):
            yield "true" if each else "false"
        else:
            yield format(each, "f") if isinstance(each, Decimal) else str(each)
