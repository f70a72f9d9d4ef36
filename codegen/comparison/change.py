"""One difference between two versions of a document, and how two views of one part differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal, TypeVar

Kind = Literal["added", "removed", "changed"]


@dataclass(frozen=True, order=True)
class Change:
    """One difference, at its place: an operation, an argument, a field, an enum value."""

    place: str
    kind: Kind
    what: str
    breaking: bool

    def __str__(self) -> str:
        return (
            f"{'BREAKS ' if self.breaking else '       '}{self.kind:<8} {self.place}: {self.what}"
        )


_Part = TypeVar("_Part")
Rule = Callable[[str, Any, Any], Iterator[Change]]
"""From a place, and a part as it was and as it is, to what of it changed."""


def of_fields(
    place: str, old: Any, new: Any, rules: Mapping[str, Rule], unseen: Mapping[str, str]
) -> Iterator[Change]:
    """What changed between two views of one part, field by field. Only what is named as `unseen`,
    with the reason why, is left out; a field that has no rule of its own breaks, as far as anyone
    has said."""
    for name in (each.name for each in fields(new)):
        if name not in unseen and getattr(old, name) != getattr(new, name):
            rule = rules.get(name) or said(name, f"{name} is", "was", breaking=True)
            yield from rule(place, old, new)


def matched(
    was: Mapping[Any, _Part], now: Mapping[Any, _Part], name: Callable[[_Part], str]
) -> tuple[list[tuple[_Part, _Part]], list[_Part], list[_Part]]:
    """The parts of two versions that are the same, those that are gone, and those that are new.
    Parts are the same by what they are on the wire, their key; what is left, by its name."""
    pairs = [(was[key], now[key]) for key in was if key in now]
    gone = {name(part): part for key, part in was.items() if key not in now}
    come = {name(part): part for key, part in now.items() if key not in was}
    pairs += [(gone.pop(each), come.pop(each)) for each in list(gone) if each in come]
    return pairs, list(gone.values()), list(come.values())


def said(field: str, now: str, was: str, *, breaking: bool = False) -> Rule:
    """The rule of a field that is told as it is and as it was."""

    def rule(place: str, old: Any, new: Any) -> Iterator[Change]:
        after, before = _text(getattr(new, field)), _text(getattr(old, field))
        yield Change(place, "changed", f"{now} {after}, {was} {before}", breaking)

    return rule


def _text(value: Any) -> str:
    if isinstance(value, tuple | list):
        return ", ".join(map(_text, value)) or "nothing"
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_text(each)}" for key, each in value.items()) or "nothing"
    return "nothing" if value is None or value == "" else str(value)


def deprecated(place: str, _: Any, new: Any) -> Iterator[Change]:
    """What is deprecated goes on to work, with a warning."""
    what = "is now deprecated" if new.deprecated else "is no longer deprecated"
    yield Change(place, "changed", what, False)


def required(place: str, _: Any, new: Any) -> Iterator[Change]:
    """What a caller has to give."""
    what = "is now required" if new.required else "is no longer required"
    yield Change(place, "changed", what, new.required)
