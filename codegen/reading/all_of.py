"""`allOf`, where it only says a schema under another name or adds properties up: written out."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from codegen.reading.accepted import is_accepted
from codegen.reading.failures import UnsupportedSchema
from codegen.reading.walk import Node, lookup, references, resolve, schemas, types

_ANNOTATIONS = frozenset(
    {"title", "description", "example", "examples", "default", "externalDocs", "$comment"}
    | {"deprecated", "readOnly", "writeOnly"}
)
_CARRIED = ("default", "deprecated", "readOnly", "writeOnly")
"""What holds of a whole whose part says it."""
_ADDED = frozenset({"type", "properties", "required", "additionalProperties", "x-currency"})


def merge_schemas(document: Node) -> None:
    """Write out, in place, each `allOf` that can be. A schema that stood in nothing but an `allOf`
    is left out with it. One that cannot be written out stays: `unmerged` says why."""
    parts: set[str] = set()
    for _, schema in list(schemas(document)):
        if "allOf" in schema and is_accepted(document, schema):
            try:
                written = _written_out(document, schema)
            except UnsupportedSchema:
                continue
            parts |= {name for part in schema["allOf"] for name in references(part)}
            schema.clear()
            schema.update(written)
    for name in parts - set(_used(document)):
        document["components"]["schemas"].pop(name, None)


def _used(document: Node) -> Iterator[str]:
    """The schemas that anything but an `allOf` leads to."""
    components = document.get("components", {})
    known = components.get("schemas", {})
    used = set(references({**document, "components": {**components, "schemas": {}}}, "document"))
    waiting = list(used)
    while waiting:
        found = set(references(known.get(waiting.pop(), {}))) - used
        used |= found
        waiting += found
    yield from used


def unmerged(document: Node) -> Iterator[tuple[str, str]]:
    """The place of each `allOf` that could not be written out, and why."""
    for place, schema in schemas(document):
        if "allOf" in schema:
            try:
                _written_out(document, schema)
            except UnsupportedSchema as fault:
                yield place, str(fault)


def _written_out(document: Node, schema: Node) -> dict[str, Any]:
    """The schema that a schema with `allOf` stands for. Raises `UnsupportedSchema`."""
    try:
        return _sum(document, schema)
    except RecursionError:
        raise UnsupportedSchema("allOf of itself") from None


def _sum(document: Node, schema: Node) -> dict[str, Any]:
    own = {key: value for key, value in schema.items() if key != "allOf"}
    others = [part for part in schema["allOf"] if part.keys() - _ANNOTATIONS]
    said: dict[str, Any] = {}
    for part in schema["allOf"]:
        said |= {} if part.keys() - _ANNOTATIONS else part
    if not others:
        raise UnsupportedSchema("allOf of nothing")
    if len(others) == 1 and "$ref" in others[0] and not own.keys() - _ANNOTATIONS - {"type"}:
        if "type" in own and not _is_of(resolve(document, others[0]), own.pop("type")):
            raise UnsupportedSchema("allOf of one schema beside another type than it has")
        return {**others[0], **said, **own}
    added: dict[str, Any] = {"type": "object", "properties": {}}
    required: dict[str, None] = {}
    for part in [*others, own]:
        _add(document, added, part, required)
    if required:
        added["required"] = list(required)
    for part in others:
        for layer in _layers(document, part):
            carried = {key: layer[key] for key in _CARRIED if key in layer}
            for key, value in carried.items():
                if said.setdefault(key, value) != value:
                    raise UnsupportedSchema(f"allOf whose parts say {key} differently")
    annotations = {key: value for key, value in own.items() if key in _ANNOTATIONS}
    return {**said, **annotations, **added}


def _add(document: Node, added: dict[str, Any], part: Node, required: dict[str, None]) -> None:
    whole = resolve(document, part)
    if "allOf" in whole:
        whole = _sum(document, whole)
        whole = resolve(document, whole)
    other = sorted(whole.keys() - _ANNOTATIONS - _ADDED)
    if other:
        raise UnsupportedSchema(f"allOf of a part with {other[0]}, which adds no property")
    if whole.get("type", "object") != "object":
        raise UnsupportedSchema(f"allOf of a part of type {whole['type']}")
    if whole.get("additionalProperties", True) not in (True, {}):
        raise UnsupportedSchema("allOf of a part that says what additionalProperties are")
    for name, prop in whole.get("properties", {}).items():
        if added["properties"].setdefault(name, deepcopy(prop)) != prop:
            raise UnsupportedSchema(f"allOf whose parts say the property {name!r} differently")
    if "x-currency" in whole:
        places = whole["x-currency"]
        if added.setdefault("x-currency", places) != places:
            raise UnsupportedSchema("allOf whose parts say x-currency differently")
    required |= dict.fromkeys(whole.get("required", ()))


def _layers(document: Node, part: Node) -> Iterator[Node]:
    """A part, what it refers to, and the parts of that."""
    while True:
        yield part
        for each in part.get("allOf", ()):
            yield from _layers(document, each)
        if "$ref" not in part:
            return
        part = lookup(document, part["$ref"])


def _is_of(schema: Node, kind: Any) -> bool:
    """Does a schema allow values of just these types?"""
    kinds = set(types({"type": kind}))
    if "type" in schema:
        return set(types(schema)) == kinds
    return kinds == {"object"} and ("properties" in schema or "discriminator" in schema)
