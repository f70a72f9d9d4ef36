"""What generated code could not hold as a schema says it, with the place of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.reading.failures import UnsupportedSchema
from codegen.reading.problem import Problem
from codegen.reading.walk import (
    Node,
    content,
    is_json,
    join,
    operations,
    references,
    resolve,
    schemas,
)
from codegen.schemas.shapes import Shapes
from codegen.schemas.unions import Union, branches

_NAMED = re.compile(r"#/components/schemas/([^/]+)")
_BRANCH = re.compile(r"/(oneOf|anyOf)/[0-9]+$")


def schema_faults(document: Node) -> Iterator[Problem]:
    """Every one of them: the innermost first, and what only contains it not at all."""
    found = list(_no_schemas(document)) or list(_rings(document)) or list(_unsupported(document))
    yield from found or [*_objects(document), *_discriminators(document)]


def _no_schemas(document: Node) -> Iterator[Problem]:
    """What stands where a schema should."""
    named = document.get("components", {}).get("schemas", {}).items()
    entries = [(join("#/components/schemas", name), schema) for name, schema in named]
    for place, schema in schemas(document):
        for key, value in (schema.get("properties") or {}).items():
            entries.append((join(join(place, "properties"), key), value))
        entries += [(join(place, key), schema[key]) for key in ("items",) if key in schema]
        for key in ("oneOf", "anyOf", "allOf"):
            listed = enumerate(schema.get(key, ()))
            entries += [(join(join(place, key), index), value) for index, value in listed]
    for place, schema in entries:
        if not isinstance(schema, dict):
            yield Problem(place, f"{schema!r} as a schema", "write {} for any value, or a type")


def _rings(document: Node) -> Iterator[Problem]:
    """What holds itself with no object in between, which no type of Python says."""
    named = document.get("components", {}).get("schemas", {})
    held = {
        name: set(references(schema)) & named.keys()
        for name, schema in named.items()
        if "properties" not in schema
    }
    for name, reached in held.items():
        waiting = list(reached)
        while waiting:
            more = held.get(waiting.pop(), set()) - reached
            reached |= more
            waiting += more
        if name in reached:
            place = join("#/components/schemas", name)
            yield Problem(place, "a list or map of itself", "put an object between them")


def _unsupported(document: Node) -> Iterator[Problem]:
    shapes, files, telling = Shapes(document), set(_files(document)), set(_telling(document))
    known: set[str] = set()
    # From the inside out: of a schema and what is in it, the innermost is the one to be told of.
    for place, schema in reversed(list(schemas(document))):
        if schema == {"type": "null"} and _BRANCH.search(place):
            continue
        named = _NAMED.fullmatch(place)
        is_file = id(schema) in files and resolve(document, schema).get("format") == "binary"
        is_reached = bool(known) and any(
            join("#/components/schemas", each) in known for each in references(schema)
        )
        if is_file or is_reached or any(each.startswith(f"{place}/") for each in known):
            known |= {place} if is_reached else set()
            continue
        try:
            shapes.shape({"$ref": place} if named else schema)
        except UnsupportedSchema as fault:
            known.add(place)
            what, _, do = str(fault).partition("; ")
            if place in telling and "enum" in schema:
                what = "an enum of what a union's variants are told apart by"
                do = "write const, with the value of this variant, in its place"
            yield Problem(place, what, do or "say it so that a request can be held to it")


def _telling(document: Node) -> Iterator[str]:
    """The place of each property that tells a variant of a union apart."""
    for _, schema in schemas(document):
        name = schema.get("discriminator", {}).get("propertyName")
        for each in branches(schema) if isinstance(name, str) else ():
            yield join(f"{each.get('$ref')}/properties", name)


def _files(document: Node) -> Iterator[int]:
    """The identity of each schema of a whole body that is no JSON."""
    holders: list[Node] = []
    for _, operation in operations(document):
        holders += [operation.get("requestBody", {}), *operation["responses"].values()]
    for holder in holders:
        for kind, schema in content(document, holder).items():
            if not is_json(kind):
                yield id(schema)
                yield id(resolve(document, schema))


def _objects(document: Node) -> Iterator[Problem]:
    """Properties that are named and not described, or described by their type alone."""
    for place, schema in schemas(document):
        if "properties" not in schema:
            continue
        for name in schema.get("required", ()):
            if name not in schema["properties"]:
                what = f"requires {name!r}, which is none of its properties"
                yield Problem(place, what, "describe it there, or do not require it")
        if schema.get("additionalProperties", True) not in (True, False, {}):
            do = "name all of them, or put the others into a property of type object"
            yield Problem(
                place, "additionalProperties of a schema of their own, beside properties", do
            )


def _discriminators(document: Node) -> Iterator[Problem]:
    """A class is told by one property."""
    shapes = Shapes(document)
    seen: dict[str, str] = {}
    for place, schema in schemas(document):
        union = shapes.union(schema) if "discriminator" in schema else None
        for model in dict.fromkeys((union or Union("")).models.values()):
            told_by = union.discriminator if union else ""
            if seen.setdefault(model, told_by) != told_by:
                what = f"{model} is told by {told_by!r} here and by {seen[model]!r} elsewhere"
                yield Problem(place, what, "let all unions of it have one discriminator")
