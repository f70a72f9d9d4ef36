"""Whether what a document says of its resources (`x-resource`) can be written out, and is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from codegen.python.names import field_of_resource
from codegen.reading.extensions import misused
from codegen.reading.problem import Problem
from codegen.reading.resources import KEY, envelopes, envelopes_of, parts_of, resources
from codegen.reading.walk import Node, join, parts

_SCHEMAS = "#/components/schemas"
_OF_JSON_API = ("id", "type")


def resource_faults(document: Node) -> Iterator[Problem]:
    """What keeps the envelopes from being written out."""
    if not isinstance(document, Mapping) or any(_misshapen(document)):
        return  # that is said with all that cannot be read
    found = resources(document)
    by_type: dict[str, str] = {}
    for name, said in found.items():
        spot = join(join(_SCHEMAS, name), KEY)
        if (other := by_type.setdefault(said["type"], name)) != name:
            do = "describe each type once"
            yield Problem(join(spot, "type"), f"{said['type']} is the type of {other} too", do)
        yield from _of_names(said, spot)
        for key, each in said.get("relationships", {}).items():
            if each["to"] not in found:
                what = f"{each['to']} is no resource"
                do = f"name one of {', '.join(found)}"
                yield Problem(join(join(join(spot, "relationships"), key), "to"), what, do)
        for key, each in said["attributes"].items():
            yield from _of_attribute(each, join(join(spot, "attributes"), key))
    for name, count in Counter(each for one in found for each in envelopes_of(one)).items():
        if count > 1 or name in found:
            do = "rename one of the resources"
            yield Problem(join(_SCHEMAS, name), "is what two resources would be written as", do)


def _misshapen(document: Node) -> Iterator[Problem]:
    components = document.get("components", {})
    named = components.get("schemas", {}) if isinstance(components, Mapping) else None
    if not isinstance(named, Mapping):
        yield Problem(_SCHEMAS, "is no object", "")
        return
    for name, schema in named.items():
        if isinstance(schema, Mapping) and KEY in schema:
            yield from misused({KEY: schema[KEY]}, str(name), "schema")


def _of_names(said: Node, spot: str) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for part in ("attributes", "relationships"):
        for wire in said.get(part, {}):
            place, name = join(join(spot, part), wire), field_of_resource(wire, said[part][wire])
            if wire in _OF_JSON_API:
                do = "leave it out: a resource has it beside its attributes"
                yield Problem(place, f"JSON:API has no field of the name {wire}", do)
            elif part == "relationships" and wire in said["attributes"]:
                do = "rename one of them"
                yield Problem(place, f"{wire} is an attribute too", do)
            elif not name:
                what = f"nothing is left of {wire!r} for a name in Python"
                yield Problem(place, what, "give it one by x-python-name")
            elif (other := seen.setdefault(name, wire)) != wire:
                what = f"{wire!r} and {other!r} would have one name in Python, {name}"
                yield Problem(place, what, "give one of them another by x-python-name")


def _of_attribute(said: Node, place: str) -> Iterator[Problem]:
    for key in ("x-money", "x-tenant", "x-currency"):
        if key in said:
            yield Problem(place, f"{key} on an attribute of a resource", "remove it")
    if "properties" in said or "discriminator" in said:
        do = "write additionalProperties: true, and in the description what is in it"
        yield Problem(place, "an attribute that is an object of its own", do)
    if said.get("read", True) is False and not said.keys() & {"create", "update"}:
        do = "say in which request it is given, or leave it out"
        yield Problem(place, "an attribute that is neither read nor given", do)


def written_out(document: Node) -> Iterator[Problem]:
    """What of the document is not what its resources are written out as."""
    found = resources(document)
    named = document.get("components", {}).get("schemas", {})
    made = envelopes(document) if found else {}
    for name, schema in made.items():
        expected = schema if name not in found else {**schema, **_own(named[name])}
        if name in named and named[name] != expected:
            place = join(_SCHEMAS, name)
            do = "leave it out: bundling writes it, or say in x-resource what is other"
            yield Problem(place, "is not what x-resource says", do)
    yield from _of_references(document, found, made)
    tables = {
        str(part.node["x-matchers"]): part.place
        for part in parts(document)
        if "x-matchers" in part.node
    }
    for place in list(tables.values())[1:]:
        do = "write one, as a component that all refer to"
        yield Problem(join(place, "x-matchers"), "a second table of matchers", do)


def _own(schema: Node) -> dict[str, object]:
    return {key: schema[key] for key in (KEY, "description") if key in schema}


def _of_references(
    document: Node, found: Mapping[str, Node], made: Mapping[str, Node]
) -> Iterator[Problem]:
    """An envelope is all of an answer or of a body."""
    carriers = {f"{name}{end}" for name in found for end in ("Document", "List")}
    carriers |= {f"Related{name}" for name in found}
    carriers |= {
        f"{name}{end}"
        for name, said in found.items()
        for end, use in (("Input", "create"), ("UpdateInput", "update"))
        if parts_of(said, use)
    }
    for part in parts(document):
        reference = str(part.node.get("$ref", ""))
        name = reference.rpartition("/")[2]
        inside = part.place.removeprefix(f"{_SCHEMAS}/").partition("/")[0]
        if part.kind != "schema" or name not in made or inside in made:
            continue
        is_whole = part.place.endswith("/schema") and "/content/" in part.place
        if not is_whole or name not in carriers:
            what = f"{name} in a place where no whole document stands"
            do = "refer to a document of a resource, as all of an answer or a body"
            yield Problem(part.place, what, do)
