"""What requests give of a resource, held against the table of its type and what is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commerce_sdk.sandbox.commerce_layer.records import Record, Store
from commerce_sdk.sandbox.commerce_layer.tables import Relationship, Table
from commerce_sdk.sandbox.engine.call import Call
from commerce_sdk.sandbox.engine.document import Finding
from commerce_sdk.sandbox.engine.refusal import Problem, Refusal

_MISSING = "is required"
"""What is found where something is missing."""


@dataclass(frozen=True)
class Given:
    """What a request gives: attributes, and by relationship to one an id or None, to many ids."""

    attributes: dict[str, Any] = field(default_factory=dict)
    ones: dict[str, str | None] = field(default_factory=dict)
    manys: dict[str, list[str]] = field(default_factory=dict)


def given(call: Call, store: Store, table: Table, record: Record | None = None) -> Given:
    """What is given to add a resource, or to change a `record`. Raises `Refusal` 400 for what a
    request has no place for."""
    data = call.body["data"]
    if record is not None and data.get("id", record.id) != record.id:
        detail = f"{data['id']!r} is not the id of the path."
        raise Refusal(400, "KEY_NOT_INCLUDED_IN_URL", detail)
    attributes, links = data.get("attributes", {}), data.get("relationships", {})
    use = "create" if record is None else "update"
    strangers = [
        f"data.{part}.{name}"
        for part, held, known in (
            ("attributes", attributes, table.attributes),
            ("relationships", links, table.relationships),
        )
        for name in held
        if name not in known or not getattr(known[name], use)
    ]
    if strangers:
        raise _not_allowed(strangers)
    read = Given(dict(attributes))
    for name, link in links.items():
        if table.relationships[name].many:
            read.manys[name] = [each["id"] for each in link["data"]]
        else:
            read.ones[name] = link["data"] and link["data"]["id"]
    return read


def problems(store: Store, table: Table, read: Given, record: Record | None) -> Iterator[Problem]:
    """What is not valid of what is given, whatever the type."""
    yield from _blank(table, read)
    yield from _absent(store, table, read, record)


def invalid(part: str, name: str, words: str) -> Problem:
    """That an attribute (`attributes`) or a relationship (`relationships`) is not valid."""
    message = f"{name} - {words}"
    return Problem(message, "VALIDATION_ERROR", field=f"data.{part}.{name}", title=words)


def invalid_body(findings: Sequence[Finding]) -> Refusal:
    """What says that a body is not what the document allows, by its attributes and relationships:
    what is wrong within one, is wrong with it."""
    problems = []
    for each in findings:
        place = each.path[:3]
        words = "can't be blank" if each.message == _MISSING else "is invalid"
        message = f"{place[-1] if place else 'data'} - {words}"
        field = ".".join(map(str, place)) or "data"
        problems.append(Problem(message, "VALIDATION_ERROR", field=field, title=words))
    return Refusal(422, "VALIDATION_ERROR", problems[0].message, problems=_once(problems))


def refuse(found: list[Problem]) -> None:
    """Raises `Refusal` 422 with the first problem of each field, where there are some."""
    if found:
        raise Refusal(422, "VALIDATION_ERROR", found[0].message, problems=_once(found))


def _once(found: Sequence[Problem]) -> list[Problem]:
    first: dict[str | None, Problem] = {}
    for each in found:
        first.setdefault(each.field, each)
    return [*first.values()]


def _not_allowed(places: list[str]) -> Refusal:
    problems = [
        Problem(f"{place.rpartition('.')[2]} is not allowed.", "PARAM_NOT_ALLOWED", field=place)
        for place in places
    ]
    return Refusal(400, "PARAM_NOT_ALLOWED", problems[0].message, problems=problems)


def _blank(table: Table, read: Given) -> Iterator[Problem]:
    for name, value in read.attributes.items():
        needed = table.attributes[name].create == "required"
        if needed and isinstance(value, str) and not value.strip():
            yield invalid("attributes", name, "can't be blank")


def _absent(store: Store, table: Table, read: Given, record: Record | None) -> Iterator[Problem]:
    """Links to what is not there, or is another organization's."""
    own = read.ones.get("organization") or (record and record.links.get("organization"))
    ones = {name: [id] for name, id in read.ones.items() if id is not None}
    for name, ids in {**ones, **read.manys}.items():
        found = [store.find(table.relationships[name].to, id) for id in ids]
        if any(each is None for each in found):
            yield invalid("relationships", name, "must exist")
        elif own and any(each and each.links.get("organization", own) != own for each in found):
            yield invalid("relationships", name, "must be of the same organization")


def apply(store: Store, record: Record, read: Given) -> Mapping[str, tuple[Any, Any]]:
    """Put what was given into a record; gives what is other than before, by name."""
    changes: dict[str, tuple[Any, Any]] = {}
    for name, value in read.attributes.items():
        if name in record.attributes and record.attributes[name] != value:
            changes[name] = (record.attributes[name], value)
            record.attributes[name] = value
    for name, id in read.ones.items():
        before = record.links.get(name)
        if before != id:
            changes[name] = (before, id)
            store.link(record, name, id)
    for name, ids in read.manys.items():
        relationship = store.tables[record.type].relationships[name]
        known = [each.id for each in store.related(record, name)]
        if sorted(known) != sorted(set(ids)):
            changes[name] = (known, ids)
            _set(store, record, relationship, known, ids)
    return changes


def _set(
    store: Store, record: Record, relationship: Relationship, known: list[str], ids: list[str]
) -> None:
    back = store.inverse(record.type, store.tables[relationship.to])
    for id in dict.fromkeys([*known, *ids]):
        store.link(store.get(relationship.to, id), back, record.id if id in ids else None)
