"""Where the currency of an amount stands.

A schema's `x-currency` names places, tried one after the other, relative to the object that holds
the amounts: `currency`, `../currency`, `lines/*/currency`. Without it an object's own `currency`
counts, then what its parents found. A place that holds several currencies ends the search: such
amounts have none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import force_setattr

_DEFAULT_PLACES = ("currency",)


def settle_currencies(model: Struct, parents: tuple[Struct, ...] = ()) -> None:
    """Give every object below `model` that holds amounts the currency that they are in."""
    if "_sdk_currency" in model.__struct_fields__:
        force_setattr(model, "_sdk_currency", _find(model, parents))
    for child in _children(model):
        settle_currencies(child, (model, *parents))


def settle_all(value: Any) -> None:
    """Do so for each object of a list or map that nothing is around."""
    for each in _objects_in(value):
        settle_currencies(each)


def _children(model: Struct) -> Iterator[Struct]:
    for name in model.__struct_fields__:
        yield from _objects_in(getattr(model, name))


def _objects_in(value: Any) -> Iterator[Struct]:
    if isinstance(value, Struct):
        if getattr(type(value), "carries_money", False):
            yield value
    elif isinstance(value, list):
        for entry in value:
            yield from _objects_in(entry)
    elif isinstance(value, dict):
        for entry in value.values():
            yield from _objects_in(entry)


def _find(model: Struct, parents: tuple[Struct, ...]) -> str | None:
    places = getattr(type(model), "currency_places", None)
    for place in places or _DEFAULT_PLACES:
        found = set(_texts_at(model, parents, place.split("/")))
        if found:
            return found.pop() if len(found) == 1 else None
    if places is None and parents:
        return _find(parents[0], parents[1:])
    return None


def _texts_at(model: Any, parents: tuple[Struct, ...], steps: list[str]) -> Iterator[str]:
    if not steps:
        if isinstance(model, str) and model:
            yield model
        return
    step, rest = steps[0], steps[1:]
    if step == "..":
        if parents:
            yield from _texts_at(parents[0], parents[1:], rest)
    elif step == "*":
        for entry in model if isinstance(model, list) else ():
            yield from _texts_at(entry, parents, rest)
    elif isinstance(model, Struct):
        name = _attribute(type(model), step)
        if name is not None:
            yield from _texts_at(getattr(model, name), (model, *parents), rest)


@cache
def _attribute(cls: type[Struct], wire: str) -> str | None:
    names = dict(zip(cls.__struct_encode_fields__, cls.__struct_fields__, strict=True))
    return names.get(wire)
