"""A `repr` that fits into a log line, whatever it is of: no more is looked at than it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

LENGTH = 1024
"""Characters of a whole `repr`."""


class Shown(Protocol):
    """What has attributes to show, those that are secret as a `Secret`."""

    def __shown__(self) -> Iterable[tuple[str, Any]]: ...


def shown(value: Shown) -> str:
    """The `repr` of what may be very large; cut where it is too long."""
    text, length = [], 0
    # A stack, for what is nested more deeply than Python can follow is shown, too.
    under_way: list[_Parts] = [_attributes(value)]
    while under_way and length <= LENGTH:
        part = next(under_way[-1], None)
        if part is None:
            under_way.pop()
        elif isinstance(part, str):
            text.append(part)
            length += len(part)
        else:
            under_way.append(part)
    whole = "".join(text)
    return whole if len(whole) <= LENGTH else whole[: LENGTH - 1] + "…"


_Parts = Iterator[Any]
"""Texts, and the parts of what is nested."""


def _attributes(value: Shown) -> _Parts:
    return _listed(f"{type(value).__name__}(", value.__shown__(), ")", "=")


def _parts(value: Any) -> _Parts | str:
    kind = value.__class__
    if hasattr(kind, "__shown__"):
        return _attributes(value)
    if kind is list:
        return _listed("[", ((None, entry) for entry in value), "]")
    if kind is tuple:
        return _listed("(", ((None, entry) for entry in value), ",)" if len(value) == 1 else ")")
    if kind is dict:
        return _listed("{", ((f"{_parts(key)}", entry) for key, entry in value.items()), "}", ": ")
    if kind is str or kind is bytes:
        return repr(value[:LENGTH])
    return repr(value)


def _listed(
    begin: str, entries: Iterable[tuple[str | None, Any]], end: str, sign: str = ""
) -> _Parts:
    yield begin
    joint = ""
    for name, entry in entries:
        yield joint if name is None else f"{joint}{name}{sign}"
        yield _parts(entry)
        joint = ", "
    yield end
