"""What changed between two shapes at one place, and what of it breaks a caller of the SDK.

A request may not come to need more or to allow less. An answer may not come to read as another
type; it is held to no bounds, and its unions and enums are open.
"""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from change import Change, of_fields
from shapes import Shape
from unions import Union

_FOLLOWS = {
    "models": "the types name them",
    "enums": "the types name them",
    "variants": "the types name them",
    "money": "the type says it",
    "closed": "follows from the type",
}
UNSEEN = {
    True: {
        **_FOLLOWS,
        "stored": "nothing that is sent is stored so",
        "public": "how it reads, for a request does not read",
        "read": "how it reads, for a request does not read",
    },
    False: {
        **_FOLLOWS,
        "accepted": "nobody gives an answer",
        "written": "an answer is not written",
        "bounds": "answers are held to none",
    },
}
"""The fields of a shape that a caller does not see, by whether it is part of a request."""
_TYPE = {True: "accepted", False: "public"}
_TOLD_LAST = ("wire", "stored", "read", "written")
_VALUES = {
    "minimum": "at least {}",
    "maximum": "at most {}",
    "exclusiveMinimum": "more than {}",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "a multiple of {}",
    "minLength": "at least {} characters long",
    "maxLength": "at most {} characters long",
    "pattern": "like {}",
    "minItems": "at least {} entries long",
    "maxItems": "at most {} entries long",
    "uniqueItems": "without an entry twice",
    "minProperties": "of at least {} fields",
    "maxProperties": "of at most {} fields",
    "bits": "a number of {} bits",
    "format": "a {}",
    "enum": "one of {}",
    "decimals": "of at most {} decimals",
}
_LEAST = ("minimum", "minlength", "minitems", "minproperties")
_OF_ITS_OWN = ("pattern", "uniqueItems", "format", "enum")
_BETWEEN_TYPES = re.compile(r" \| (?![^\[]*\])")
_LITERAL = re.compile(r"Literal\[(.*)\]", re.DOTALL)


def of_shapes(place: str, old: Shape, new: Shape, *, sent: bool) -> Iterator[Change]:
    """Differences between two shapes. What only the wire sees is told where nothing else is."""
    if old.inside and old.inside.keys() == new.inside.keys():
        types = [
            change
            for inside, entry in new.inside.items()
            for change in of_shapes(place + inside, old.inside[inside], entry, sent=sent)
        ]
    elif old.union and new.union:
        types = list(_of_unions(place, old.union, new.union, sent))
    else:
        types = list(of_types(place, getattr(old, _TYPE[sent]), getattr(new, _TYPE[sent]), sent))
    yield from types
    if any(change.breaking and change.place == place for change in types):
        return  # the rest is said of another type
    rules = {
        "nullable": lambda *_: _of_null(place, new, sent),
        "bounds": lambda *_: of_bounds(place, old.bounds, new.bounds),
        "measure": lambda *_: _of_measure(place, old.measure, new.measure),
        "default": lambda *_: _of_default(place, old.default, new.default, sent),
        "secret": lambda *_: _of_secret(place, new),
    }
    told = {"inside": "compared above", "union": "compared above", _TYPE[sent]: "compared above"}
    last = dict.fromkeys(_TOLD_LAST, "told where nothing else is")
    found = list(of_fields(place, old, new, rules, {**UNSEEN[sent], **told, **last}))
    yield from found
    if not types and not found:
        yield from _of_wire(place, old, new, sent)


def of_types(place: str, was: str, now: str, sent: bool) -> Iterator[Change]:
    """Differences between two annotations: what a request takes may become more."""
    if was != now:
        wider = sent and all(_is_taken(each, now) for each in _BETWEEN_TYPES.split(was))
        yield Change(place, "changed", f"was {was}, is {now}", not wider)


def _is_taken(annotation: str, now: str) -> bool:
    """Is what had this annotation fine for another one?"""
    taken = {"Any", annotation, "float" if annotation == "int" else annotation}
    types = _BETWEEN_TYPES.split(now)
    values = _values(annotation)
    taken |= set(values.values())
    return bool(taken & set(types)) or any(
        values.keys() <= _values(each).keys() for each in types if values
    )


def _values(annotation: str) -> dict[str, str]:
    """The values of a `Literal`, as Python writes them, and the type of each."""
    literal = _LITERAL.fullmatch(annotation)
    values = literal_eval(f"[{literal[1]}]") if literal else []
    return {repr(each): type(each).__name__ for each in values}


def _of_unions(place: str, old: Union, new: Union, sent: bool) -> Iterator[Change]:
    if old.discriminator != new.discriminator:
        what = f"is told apart by {new.discriminator}, was by {old.discriminator}"
        yield Change(place, "changed", what, True)
    for value in old.models.keys() - new.models.keys():
        yield Change(f"{place}[{value}]", "removed", f"the variant {old.models[value]}", True)
    for value in new.models.keys() - old.models.keys():
        yield Change(f"{place}[{value}]", "added", f"the variant {new.models[value]}", False)
    for value in old.models.keys() & new.models.keys():
        if old.models[value] != new.models[value]:
            what = f"was {old.models[value]}, is {new.models[value]}"
            yield Change(f"{place}[{value}]", "changed", what, True)


def _of_null(place: str, new: Shape, sent: bool) -> Iterator[Change]:
    what = "may now be None" if new.nullable else "may no longer be None"
    yield Change(place, "changed", what, sent and not new.nullable)


def _of_measure(place: str, was: str | None, now: str | None) -> Iterator[Change]:
    known = {was, now} <= {"count", "percent", "rate", "level"}
    what = f"measures {now or 'nothing'}, measured {was or 'nothing'}"
    yield Change(place, "changed", what, known)


def _of_default(place: str, was: Any, now: Any, sent: bool) -> Iterator[Change]:
    """What a request leaves out, the server fills: with something else, it means something else."""
    what = f"left out, the server takes {now!r}, took {was!r}"
    if was is None:
        what = f"left out, the server takes {now!r}"
    elif now is None:
        what = f"left out, the server no longer takes {was!r}"
    yield Change(place, "changed", what, sent and was is not None)


def _of_secret(place: str, new: Shape) -> Iterator[Change]:
    what = "is now secret, and shown as …" if new.secret else "is no longer secret"
    yield Change(place, "changed", what, False)


def _of_wire(place: str, old: Shape, new: Shape, sent: bool) -> Iterator[Change]:
    if old.wire != new.wire:
        what = f"on the wire it is {new.wire}, was {old.wire}"
        yield Change(place, "changed", what, False)
        return
    for name in _TOLD_LAST:
        if name not in UNSEEN[sent] and getattr(old, name) != getattr(new, name):
            doing = "is written" if sent else "reads"
            what = f"{doing} by {getattr(new, name)}, by {getattr(old, name)} before"
            yield Change(place, "changed", what, False)


def of_bounds(place: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    """A request that was allowed may be refused by a bound that is new, or another one."""
    for keyword in sorted(old.keys() | new.keys()):
        was, now = old.get(keyword), new.get(keyword)
        if was == now:
            continue
        words = _VALUES.get(keyword, f"{keyword} {{}}")
        what = f"has to be {words.format(now)}, had to be {words.format(was)}"
        if was is None or was is False:
            what = f"has to be {words.format(now)}"
        elif now is None or now is False:
            what = f"no longer has to be {words.format(was)}"
        yield Change(place, "changed", what, not _is_wider(keyword, was, now))


def _is_wider(keyword: str, was: Any, now: Any) -> bool:
    """Does the new bound allow all that the old one did?"""
    if now is None or now is False:
        return True
    if was is None or keyword in _OF_ITS_OWN:
        return False
    if keyword == "multipleOf":
        return Fraction(str(was)) % Fraction(str(now)) == 0
    return bool(now <= was if keyword.lower().endswith(_LEAST) else now >= was)
