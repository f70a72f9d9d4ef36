"""What may stand in a body, a header or an address."""

from __future__ import annotations

import re

from commerce_sdk.errors import InvalidRequest

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_HALF = re.compile(r"[\ud800-\udfff]")


def whole(text: str, path: str) -> str:
    """The text, or `InvalidRequest` where it holds half a surrogate pair, which UTF-8 cannot."""
    if not text.isascii() and _HALF.search(text):
        raise InvalidRequest("may not hold half a surrogate pair", path=path)
    return text


def printable(text: str, path: str) -> str:
    """The text, or `InvalidRequest` where it holds control characters."""
    if _CONTROL.search(text):
        raise InvalidRequest("may not hold control characters", path=path)
    return text


def header_value(text: str, path: str) -> str:
    """The text, or `InvalidRequest` where no header can carry it."""
    if not text.isascii():
        raise InvalidRequest("may hold ASCII characters only", path=path)
    return printable(text, path)
