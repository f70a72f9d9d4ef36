"""What a content type is, and what it says beside its name."""

from __future__ import annotations

import re

FORM = "application/x-www-form-urlencoded"
_NAME = r"[\w!#$&^.+*-]+"
_PARAMETER = rf' *; *{_NAME}=({_NAME}|"[ !#-\[\]-~]*")'
_WHOLE = re.compile(rf"{_NAME}/{_NAME}({_PARAMETER})*", re.ASCII)
"""What may stand between the commas of an `Accept` header."""
_CHARSET = re.compile(r'; *charset="?([^";]*)', re.IGNORECASE)


def is_form(kind: str) -> bool:
    """Is a content type a form of names and values?"""
    return kind.partition(";")[0].strip().lower() == FORM


def malformed(kind: str) -> bool:
    """Is it no content type at all?"""
    return not _WHOLE.fullmatch(kind)


def of_another_charset(kind: str) -> bool:
    """Does it name a charset that is not UTF-8?"""
    return any(each.strip().lower() not in ("utf-8", "utf8") for each in _CHARSET.findall(kind))
