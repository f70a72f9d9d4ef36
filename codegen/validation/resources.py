"""Whether what a document says of its resources (`x-resource`) can be written out, and is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress

from codegen.python.names import field_of_resource
from codegen.reading.accepted import unaccepted_schema
from codegen.reading.extensions import misused
from codegen.reading.problem import Problem
from codegen.reading.resources import (
    KEY,
    envelopes,
    envelopes_of,
    requests_of,
    resources,
    schema_of,
)
from codegen.reading.walk import Node, join, lookup, parts, reach, subschemas

_SCHEMAS = "#/components/schemas"
_OF_JSON_API = ("id", "type")
_UNREAD = ("x-money", "x-tenant", "x-currency")
_FIELD = re.compile(
    r"(#/components/schemas)/([^/]+?)(?:(?:Update)?Input)?(Attributes|Relationships)/properties"
    r"/([^/]+)(/.*)?"
)


def resource_faults(document: Node) -> Iterator[Problem]:
    """What keeps a resource from being written out."""
    found = resources(document)
    if any(list(misused({KEY: said}, "", "schema")) for said in found.values()):
        return  # that is said with all else that cannot be read
    types: dict[str, str] = {}
    written = {name: name for name in found}
    for name, said in found.items():
        spot = join(join(_SCHEMAS, name), KEY)
        if (other := types.setdefault(said["type"], name)) != name:
            do = "describe each type once"
            yield Problem(join(spot, "type"), f"{said['type']} is the type of {other} too", do)
        for envelope in envelopes_of(name):
            if (other := written.setdefault(envelope, name)) != name:
                what = f"{envelope} would be of {name} and of {other}"
                yield Problem(spot, what, "rename one of the resources")
                break
        yield from _of_names(said, spot)
        for key, each in said.get("relationships", {}).items():
            if each["to"] not in found:
                what, do = f"{each['to']} is no resource", f"name one of {', '.join(found)}"
                yield Problem(join(join(join(spot, "relationships"), key), "to"), what, do)
        for key, each in said["attributes"].items():
            place = join(join(spot, "attributes"), key)
            yield from unaccepted_schema(document, schema_of(each), place)
            if not each.get("read", True) and not each.keys() & {"create", "update"}:
                do = "say in which request it is given, or leave it out"
                yield Problem(place, "an attribute that is neither read nor given", do)


def _of_names(said: Node, spot: str) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for part in ("attributes", "relationships"):
        for wire, each in said.get(part, {}).items():
            place, name = join(join(spot, part), wire), field_of_resource(wire, each)
            if wire in _OF_JSON_API:
                do = "leave it out: a resource has it beside its attributes"
                yield Problem(place, f"JSON:API has no field of the name {wire}", do)
            elif part == "relationships" and wire in said["attributes"]:
                yield Problem(place, f"{wire} is an attribute too", "rename one of them")
            elif "x-python-name" in each and field_of_resource(name) != name:
                do = "write one in small letters that resources do not have themselves"
                yield Problem(place, f"x-python-name {name!r} is taken", do)
            elif not name:
                what = f"nothing is left of {wire!r} for a name in Python"
                yield Problem(place, what, "give it one by x-python-name, or rename it")
            elif (other := seen.setdefault(name, wire)) != wire:
                what = f"{wire!r} and {other!r} would have one name in Python, {name}"
                yield Problem(place, what, "give an attribute another by x-python-name")


def written_out(document: Node) -> Iterator[Problem]:
    """What of a document is not what its resources are written out as, or cannot be read flat."""
    named, found = document.get("components", {}).get("schemas", {}), resources(document)
    made = envelopes(document) if found else {}
    for name, schema in made.items():
        if name in found:
            own = {key: each for key, each in named[name].items() if key in (KEY, "description")}
            schema = {**schema, **own}
        if name in named and named[name] != schema:
            do = "leave it out, for bundling writes it; or say in x-resource what is other"
            yield Problem(join(_SCHEMAS, name), "is not what x-resource says", do)
    for name, said in found.items():
        for key, each in said["attributes"].items():
            place = join(join(join(join(_SCHEMAS, name), KEY), "attributes"), key)
            yield from _of_attribute(document, schema_of(each), place)
    yield from _of_references(document, found, made)
    yield from _of_places(document, found)


def _of_attribute(document: Node, schema: Node, place: str) -> Iterator[Problem]:
    """An attribute is read as it is, by itself."""
    reached: dict[str, Node] = {}
    reach(document, schema, reached)
    said = {
        key for each in (schema, *reached.values()) for _, e in subschemas(each, "") for key in e
    }
    if said & {"properties", "discriminator"}:
        do = "write type: object with additionalProperties: true, and describe it in words"
        yield Problem(place, "an attribute that is an object with properties", do)
    for key in sorted(said.intersection(_UNREAD)):
        yield Problem(place, f"{key} in an attribute of a resource", "leave it out")


def _of_references(
    document: Node, found: Mapping[str, Node], made: Mapping[str, Node]
) -> Iterator[Problem]:
    """Documents of resources are all of an answer, or of a body."""
    whole = {f"{name}{end}" for name in found for end in ("Document", "List")}
    whole |= {f"Related{name}" for name in found}
    whole |= {request for name, said in found.items() for request in requests_of(name, said)}
    for part in parts(document):
        name = str(part.node.get("$ref", "")).rpartition("/")[2]
        around = part.place.removeprefix(f"{_SCHEMAS}/").partition("/")[0]
        if part.kind == "schema" and name in made and around not in made:
            if name not in whole:
                do = "refer to a document of a resource, such as RoleDocument or RoleInput of Role"
                yield Problem(part.place, f"{name}, which is only a part of a document", do)
            elif not part.place.endswith("/schema"):
                do = "refer to it as the schema of an answer or a body"
                yield Problem(part.place, f"{name} inside of something else", do)


def _of_places(document: Node, found: Mapping[str, Node]) -> Iterator[Problem]:
    """Resources have a name, and there is one table of their matchers."""
    tables: list[str] = []
    for part in parts(document):
        if part.kind == "schema" and KEY in part.node and part.place.count("/") > 3:
            do = "move it to components/schemas and refer to its documents"
            yield Problem(join(part.place, KEY), "a resource without a name", do)
        if part.kind == "parameter" and "x-matchers" in part.node:
            place, said = join(part.place, "x-matchers"), str(part.node["x-matchers"])
            if not found or part.node["in"] != "query":
                do = "leave it out, or write it on a query parameter of a list of resources"
                yield Problem(place, "matchers of no list of resources", do)
                continue
            tables += [] if said in tables else [said]
            if said != tables[0]:
                do = "write one, as a component that every list refers to"
                yield Problem(place, "a second table of matchers", do)


def at_its_source(document: Node, problem: Problem) -> Problem:
    """A problem of a field of an envelope, at the place of `x-resource` that says it."""
    found = _FIELD.fullmatch(problem.where)
    if found is None or found[2] not in resources(document):
        return problem
    start, name, part, field, rest = found.groups(default="")
    where = f"{start}/{name}/{KEY}/{part.lower()}/{field}"
    for place in (where, where + rest):
        with suppress(KeyError, TypeError):
            lookup(document, place)
            problem = Problem(place, problem.what, problem.do)
    return problem
