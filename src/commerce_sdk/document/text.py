"""What may stand in a body, a header or an address."""

from __future__ import annotations

import re

from commerce_sdk.errors import InvalidRequest
from commerce_sdk.secret import Secret, hide, type_name

_BLANKS = " \t"
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_HALF = re.compile(r"[\ud800-\udfff]")


def encodable(text: str, path: str) -> str:
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
    if printable(text, path).strip(_BLANKS) != text:
        raise InvalidRequest("may not begin or end with blanks", path=path)
    return text


def account_text(given: object, path: str) -> str:
    """An account's id without the blanks around it that files and environments leave;
    `InvalidRequest` where it cannot be one."""
    text = given.strip(_BLANKS) if isinstance(given, str) else ""
    if not text:
        raise InvalidRequest("must be a text that is not empty", path=path)
    return printable(text, path)


def credential_text(given: object, path: str, *, in_header: bool = True) -> Secret:
    """The same of a part of a credential, which the frames of a refusal do not show."""
    given = hide(given)
    if not isinstance(given, Secret):
        raise InvalidRequest(f"must be a text, not {type_name(given)}", path=path)
    text = Secret(account_text(given, path))
    if in_header:
        header_value(text, path)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InvalidRequest("holds what no UTF-8 can carry", path=path) from None
    return text
