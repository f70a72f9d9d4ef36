"""Patterns of the document as Python's: OpenAPI writes ECMA-262, and the two differ in places.

What both read alike is taken, or written as Python has to have it. What they read differently, or
what only one of them knows, is refused.
"""

from __future__ import annotations

import re

from codegen.reading.failures import UnsupportedSchema

# Elsewhere `.` leaves out all that ends a line, in Python the newline only.
_ANY = r"[^\n\r\u2028\u2029]"
_ALIKE = frozenset("dDwWbBnrtfv")
_HEX = re.compile(r"\\x[0-9a-fA-F]{2}|\\u(?![dD][89a-fA-F])[0-9a-fA-F]{4}")
_PUNCTUATION = re.compile(r"\\[\^$\\.*+?()\[\]{}|/\-]")
_TIMES = re.compile(r"[*+?]|\{\d+(,\d*)?\}")
_GROUP = re.compile(r"\((\?[:=!])?(?!\?)")


def python_pattern(pattern: str) -> str:
    """The same pattern for `re.search` with `re.ASCII`. Raises `UnsupportedSchema`."""
    written, at, may_repeat = "", 0, False
    while at < len(pattern):
        found, text, may_repeat = _step(pattern, at, may_repeat)
        written += text
        at += len(found)
    try:
        re.compile(written, re.ASCII)
    except (re.error, OverflowError) as fault:
        raise UnsupportedSchema(f"pattern {pattern}: {fault}; write it otherwise") from None
    return written


def _step(pattern: str, at: int, may_repeat: bool) -> tuple[str, str, bool]:
    """The next piece, how Python writes it, and whether it may be followed by how often."""
    sign = pattern[at]
    if sign == "\\":
        piece = _escape(pattern, at)
        return piece, piece, piece not in (r"\b", r"\B")
    if sign == "[":
        piece, text = _set(pattern, at)
        return piece, text, True
    if sign == "(":
        group = _GROUP.match(pattern, at)
        if group is None:
            raise _differs(pattern, pattern[at : at + 3])
        return group[0], group[0], False
    if times := _TIMES.match(pattern, at):
        if not may_repeat:
            raise _differs(pattern, times[0])
        lazy = "?" if pattern[times.end() : times.end() + 1] == "?" else ""
        return times[0] + lazy, times[0] + lazy, False
    if sign in "{}]":
        raise _differs(pattern, sign)
    # Python's `$` also stands before a newline that ends the text.
    return sign, {".": _ANY, "$": r"\Z"}.get(sign, sign), sign not in "^$|"


def _escape(pattern: str, at: int) -> str:
    if pattern[at + 1 : at + 2] in _ALIKE:
        return pattern[at : at + 2]
    found = _HEX.match(pattern, at) or _PUNCTUATION.match(pattern, at)
    if found is None:
        raise _differs(pattern, pattern[at : at + 2])
    return found[0]


def _set(pattern: str, at: int) -> tuple[str, str]:
    """A set in brackets, as it stands and as Python writes it."""
    end = at + 2 if pattern[at + 1 : at + 2] == "^" else at + 1
    written = pattern[at:end]
    first = end
    while end < len(pattern) and pattern[end] != "]":
        piece = _escape(pattern, end) if pattern[end] == "\\" else pattern[end]
        if piece in (r"\b", r"\B") or pattern[end : end + 2] == "--":
            raise _differs(pattern, piece)
        # Python keeps these for sets of sets.
        written += "\\" + piece if piece in "[&~|" else piece
        end += len(piece)
    if end == first or end == len(pattern):
        raise _differs(pattern, pattern[at : end + 1])
    return pattern[at : end + 1], written + "]"


def _differs(pattern: str, piece: str) -> UnsupportedSchema:
    return UnsupportedSchema(
        f"pattern {pattern}: {piece} means something else in Python, or nothing; write it otherwise"
    )
