"""What a document says, as text of Python modules: all of it is data."""

from __future__ import annotations

import re
import textwrap
import unicodedata

_LINES = ("\r\n", "\r")
_CLOSING = re.compile(r'"{3,}|"+\Z')


def literal(value: str | int | bool) -> str:
    """The expression of a value: evaluated, it is exactly that value."""
    if not isinstance(value, str):
        return repr(value)
    return '"' + "".join(map(_escaped, value)) + '"'


def docstring(text: str, width: int = 10_000) -> str:
    """A text as it may stand between three double quotes, in lines of a width; a longer word stays
    whole. What is not shown (control characters, other ends of a line) becomes a blank."""
    for end in _LINES:
        text = text.replace(end, "\n")
    shown = "".join(sign if _is_shown(sign) else " " for sign in text)
    lines = [line for each in shown.split("\n") for line in _wrapped(each, width)]
    said = "\n".join(lines).replace("\\", "\\\\")
    return _CLOSING.sub(lambda quotes: '\\"' * len(quotes[0]), said)


def _escaped(sign: str) -> str:
    if sign in ('"', "\\"):
        return f"\\{sign}"
    return sign if sign == "'" else repr(sign)[1:-1]


def _is_shown(sign: str) -> bool:
    return sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs", "Zl", "Zp")


def _wrapped(line: str, width: int) -> list[str]:
    return textwrap.wrap(
        line, width, expand_tabs=False, replace_whitespace=False, break_long_words=False
    ) or [""]
