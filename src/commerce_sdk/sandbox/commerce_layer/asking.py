"""What a request asks for beside the resource itself: filters, an order, a page, fields, and what
comes along."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlencode

from commerce_sdk.sandbox.commerce_layer.filters import conditions
from commerce_sdk.sandbox.commerce_layer.records import Record, Store
from commerce_sdk.sandbox.commerce_layer.tables import Table, Tables
from commerce_sdk.sandbox.engine.call import Call, Json
from commerce_sdk.sandbox.engine.refusal import Problem, Refusal

_FILTER = "filter[q]"
Tree = dict[str, Any]
"""Relationships by their names, each with those of what it leads to."""


@dataclass(frozen=True)
class Shown:
    """What of resources is shown: by type, the only fields; and what comes along."""

    fields: Mapping[str, frozenset[str]]
    include: Tree


def shown(call: Call, tables: Tables, type: str) -> Shown:
    """Raises `Refusal` 400 for fields and relationships that there are not."""
    tree: Tree = {}
    for path in call.values.get("include", ()):
        branch, table = tree, tables[type]
        for step in path.split("."):
            if step not in table.relationships:
                raise _unknown("INVALID_INCLUDE", "include", f"{step!r} of {table.type}")
            branch, table = branch.setdefault(step, {}), tables[table.relationships[step].to]
    fields = call.values.get("fields", {})
    return Shown({of: _fields(tables, of, text) for of, text in fields.items()}, tree)


def _fields(tables: Tables, type: str, text: str) -> frozenset[str]:
    if type not in tables:
        raise _unknown("INVALID_RESOURCE", f"fields[{type}]", repr(type))
    names = frozenset(filter(None, text.split(",")))
    for name in sorted(names - tables[type].names()):
        raise _unknown("INVALID_FIELD", f"fields[{type}]", f"{name!r} of {type}")
    return names


def check_names(call: Call) -> None:
    """Raises `Refusal` 400 for a parameter that the operation does not have."""
    taken = [each for each in call.operation.parameters if each.place == "query"]
    maps = {each.name for each in taken if each.style == "deepObject"}
    known = {each.name for each in taken} - maps
    for name, _ in call.query:
        outer, _, inner = name.rpartition("[")
        if name not in known and not (outer in maps and inner.endswith("]")):
            raise _unknown("PARAM_NOT_ALLOWED", name, "such parameter")


@dataclass(frozen=True)
class Page:
    """One page of a list, and what is said around it."""

    rows: Sequence[Record]
    meta: Json
    links: Json


def page(
    call: Call, store: Store, matchers: Mapping[str, str], type: str, rows: Iterable[Record]
) -> Page:
    """The page that was asked for, of those rows that fit. Raises `Refusal` 400."""
    table, values = store.tables[type], call.values
    holds = conditions(store, matchers, type, _filters(values))
    found = [each for each in rows if holds(each)]
    for key in reversed(values.get("sort", ())):
        found = _sorted(table, found, key)
    number, size = values.get("page[number]", 1), values.get("page[size]", 10)
    pages = -(-len(found) // size)
    numbers = {"first": 1, "prev": number - 1, "next": number + 1, "last": max(pages, 1)}
    return Page(
        rows=found[(number - 1) * size : number * size],
        meta={"record_count": len(found), "page_count": pages},
        links={
            name: _address(call, each, size)
            for name, each in numbers.items()
            if 1 <= each <= max(pages, 1)
        },
    )


def _filters(values: Json) -> Mapping[str, str]:
    """The conditions, with those that are parameters by themselves."""
    begin = f"{_FILTER}["
    own = {name: each for name, each in values.items() if name.startswith(begin)}
    alone = {name.removeprefix(begin).removesuffix("]"): each for name, each in own.items()}
    return {**values.get(_FILTER, {}), **alone}


def _sorted(table: Table, rows: list[Record], key: str) -> list[Record]:
    """By one attribute; what has none is greater than everything."""
    name = key.removeprefix("-")
    attribute = table.readable(name)
    if attribute is None or attribute.kind == "object":
        raise _unknown("INVALID_SORT_CRITERIA", "sort", f"{name!r} of {table.type}")
    by = partial(_key, name)
    # Equal ones stay as they were, also backwards.
    return sorted(rows, key=by, reverse=key.startswith("-"))


def _key(name: str, record: Record) -> tuple[bool, Any]:
    value = record.id if name == "id" else record.attributes[name]
    return value is None, "" if value is None else value


def _address(call: Call, number: int, size: int) -> str:
    path = call.operation.path
    for name in call.operation.path_names:
        path = path.replace(f"{{{name}}}", str(call.values[name]))
    moved = {"page[number]": str(number), "page[size]": str(size)}
    pairs = [(name, text) for name, text in call.query if name not in moved]
    return f"{call.address}{path}?{urlencode([*pairs, *moved.items()])}"


def _unknown(code: str, parameter: str, what: str) -> Refusal:
    detail = f"{parameter}: there is no {what}."
    problem = Problem(detail, code, parameter=parameter)
    return Refusal(400, code, detail, problems=[problem])
