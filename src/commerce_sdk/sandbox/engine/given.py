"""What was given to the engine by whoever uses it: as it is needed, or one line that says what is
wrong with it."""

from __future__ import annotations

import reprlib
from collections.abc import Iterable, Mapping
from typing import Any


def a(value: object) -> str:
    """What kind of thing a value is, for people: an int, a dict."""
    return a_kind(type(value))


def a_kind(kind: type) -> str:
    """A kind of thing, for people: an int, a dict."""
    article = "" if kind is bytes else "an " if kind.__name__[0] in "aeioAEIO" else "a "
    return f"{article}{kind.__name__}"


def expect(name: str, value: object, kind: type) -> None:
    """Raises `TypeError` for a value of another kind."""
    if not isinstance(value, kind):
        raise TypeError(f"{name} is {a_kind(kind)}, not {reprlib.repr(value)}")


def texts(name: str, value: Any) -> tuple[str, ...]:
    """Several texts. Raises `ValueError` for one text, which would be taken letter by letter."""
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        raise ValueError(f'{name}: write a list, ["…"], not {a(value)}')
    return tuple(value)


def texts_by_name(name: str, value: Any) -> dict[str, Any]:
    """Several texts, or a mapping of them, by each name. Raises `ValueError` for anything else."""
    if not isinstance(value, Mapping):
        raise ValueError(f'{name}: write lists by their names, {{"name": ["…"]}}, not {a(value)}')
    return {
        key: each if isinstance(each, Mapping) else texts(f"{name}[{key!r}]", each)
        for key, each in value.items()
    }
