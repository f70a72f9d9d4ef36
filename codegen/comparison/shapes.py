"""What changed between two shapes at one place, and what of it breaks a caller of the SDK.

A request may not come to need more or to allow less. An answer may not come to read as another
type; it is held to no bounds, and its unions and enums are open.
"""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Iterator, Set
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from codegen.comparison.bounds import of_bounds
from codegen.comparison.change import Change, of_fields
from codegen.schemas.shape import Shape
from codegen.schemas.unions import Union

_FOLLOWS = {
    "models": "the types name them",
    "enums": "the types name them",
    "variants": "the types name them",
    "money": "the type says it",
    "closed": "follows from the type",
    "link": "the type says it",
    "told": "the type says it",
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
_BETWEEN_TYPES = re.compile(r" \| (?![^\[]*\])")
_NAMES = re.compile(r"[\w.]+")
_PLAIN = {"str", "int", "bool", "Decimal", "None", "Any", "Mapping", "Sequence"}
"""What goes out as it is, wherever anything may."""
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
        was, now = (getattr(shape, _TYPE[sent]) for shape in (old, new))
        types = list(of_types(place, was, now, sent, old.enums if not old.inside else frozenset()))
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
    units = {shape.bounds.get("unit") for shape in (old, new)}
    if not types and (not found or len(units) > 1):
        yield from _of_wire(place, old, new, sent)


def of_held(place: str, old: Any, new: Any, *, sent: bool) -> Iterator[Change]:
    """Differences between the shapes of two attributes or arguments. Who has to give a value leaves
    it to no default."""
    before, after = old.shape, new.shape
    if sent and (old.required or new.required):
        before, after = (replace(shape, default=()) for shape in (before, after))
    yield from of_shapes(place, before, after, sent=sent)


def of_types(
    place: str, was: str, now: str, sent: bool, enums: Set[str] = frozenset()
) -> Iterator[Change]:
    """Differences between two annotations: what a request takes may become more. `enums` are those
    among the old types."""
    if was != now:
        is_map = was.startswith("Mapping[")
        types = {was} if is_map else set(_BETWEEN_TYPES.split(was))
        # A member of an enum is the text or the number that it stands for.
        types = types - enums if enums and len(types - enums) else types
        wider = sent and all(_is_taken(each, now) for each in types)
        yield Change(place, "changed", f"was {was}, is {now}", not wider)


def _is_taken(annotation: str, now: str) -> bool:
    """Is what had this annotation fine for another one?"""
    values = _values(annotation)
    taken = {annotation, "float" if annotation == "int" else annotation, *values.values()}
    if values or set(_NAMES.findall(annotation)) <= _PLAIN:
        taken |= {"Any", "Mapping[str, Any]"} if annotation.startswith("Mapping[") else {"Any"}
    types = _BETWEEN_TYPES.split(now)
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


def _of_default(
    place: str, old: tuple[Any, ...], new: tuple[Any, ...], sent: bool
) -> Iterator[Change]:
    """What a request leaves out, the server fills: with something else, it means something else."""
    takes, took = ("the server takes", "took") if sent else ("it means", "meant")
    no_longer = "the server no longer takes" if sent else "it no longer means"
    for was, now in zip_longest(map(repr, old), map(repr, new)):
        what = f"left out, {takes} {now}, {took} {was}"
        if was is None:
            what = f"left out, {takes} {now}"
        elif now is None:
            what = f"left out, {no_longer} {was}"
        yield Change(place, "changed", what, sent and was is not None)


def _of_secret(place: str, new: Shape) -> Iterator[Change]:
    what = "is now secret, and shown as …" if new.secret else "is no longer secret"
    yield Change(place, "changed", what, False)


def _of_wire(place: str, old: Shape, new: Shape, sent: bool) -> Iterator[Change]:
    if old.wire != new.wire:
        what = f"on the wire it is {new.wire}, was {old.wire}"
        yield Change(place, "changed", what, False)
        return
    seen = [name for name in _TOLD_LAST if name not in UNSEEN[sent]]
    if any(getattr(old, name) != getattr(new, name) for name in seen):
        what = "is written in another way" if sent else "is read in another way"
        yield Change(place, "changed", what, False)
