"""What a list is asked for beside its filters: what it includes, its order, the fields of each.
Names are checked against the document's tables before anything is sent, and refused with the
nearest right one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from commerce_sdk.document.json_api.tables import (
    ResourceTable,
    Tables,
    has_parts,
    names_in,
    nearest,
)
from commerce_sdk.document.text import encodable
from commerce_sdk.errors import InvalidRequest


def includes(table: ResourceTable, include: Sequence[str], tables: Tables) -> list[str]:
    """What is to come with each resource: names of relationships, dotted where they go on from what
    is included (`role.organization`). What stands twice is left out.

    Raises `InvalidRequest` for a name that is no relationship.
    """
    found: dict[str, None] = {}
    for place, path in names_in(include, "include"):
        for _ in _steps(table, path, place, tables):
            pass
        found[path] = None
    return list(found)


def _steps(
    table: ResourceTable, path: str, place: str, tables: Tables
) -> Iterator[tuple[str, str]]:
    """The types that a dotted path begins at, and the name of the relationship that it takes."""
    steps = path.split(".")
    for index, step in enumerate(steps):
        target = table.relationships.get(step)
        if target is None:
            before = "".join(f"{each}." for each in steps[:index])
            advice = nearest(step, table.relationships, before)
            raise InvalidRequest(f"{step!r} is no relationship of {table.type}{advice}", path=place)
        yield table.type, step
        table = tables.get(target[0]) or _unknown(target[0])


def _unknown(name: str) -> ResourceTable:
    return ResourceTable(type=name, attributes={}, relationships={})


def sorts(table: ResourceTable, sort: Sequence[str]) -> list[str]:
    """What a list is ordered by: attributes, with a `-` before what descends.

    Raises `InvalidRequest` for a name that is no attribute, and for one that stands twice.
    """
    found: dict[str, str] = {}
    for place, given in names_in(sort, "sort"):
        name = given.removeprefix("-")
        if name in table.relationships:
            what = f"{name} is a relationship; lists are sorted by attributes"
            raise InvalidRequest(what, path=place)
        if name not in table.queried:
            advice = nearest(name, table.queried, given.removesuffix(name))
            raise InvalidRequest(f"{name!r} is no attribute of {table.type}{advice}", path=place)
        if has_parts(table.queried[name]):
            raise InvalidRequest(f"{name} is no single value, and has no order", path=place)
        if name in found:
            raise InvalidRequest(f"{name} stands there twice", path=place)
        found[name] = given
    return list(found.values())


def sparse(
    table: ResourceTable,
    fields: Sequence[str] | Mapping[str, Sequence[str]],
    include: Sequence[str],
    tables: Tables,
) -> dict[str, str]:
    """The fields that are to come, by type: a list is for the resources asked for, a mapping for
    each type that it names. Types that it does not name come whole, and an empty list asks for the
    id and the type alone, which always come. Relationships that `include` goes by are added, for
    what is included would not be found without them.

    Raises `InvalidRequest` for an unknown type, or a name that is no field of its type.
    """
    given: Iterable[tuple[Any, Any, str]] = [(table.type, fields, "fields")]
    if isinstance(fields, Mapping):
        given = [(name, names, f"fields.{name}") for name, names in fields.items()]
    found: dict[str, dict[str, None]] = {}
    for name, names, path in given:
        of_type = tables.get(encodable(name, "fields")) if isinstance(name, str) else None
        if of_type is None:
            advice = nearest(str(name), tables)
            raise InvalidRequest(f"{name!r} is no type of resource{advice}", path=path)
        found[name] = _fields(of_type, names, path)
    for place, path in names_in(include, "include"):
        for name, step in _steps(table, path, place, tables):
            if name in found:
                found[name][step] = None
    return {name: ",".join(names) for name, names in found.items()}


def _fields(table: ResourceTable, names: Any, path: str) -> dict[str, None]:
    known = [*table.attributes, *table.relationships]
    found: dict[str, None] = {}
    for place, name in names_in(names, path):
        if name in ("id", "type"):
            raise InvalidRequest(f"{name} always comes; leave it out", path=place)
        if name not in known:
            advice = nearest(name, known)
            raise InvalidRequest(f"{name!r} is no field of {table.type}{advice}", path=place)
        found[name] = None
    return found
