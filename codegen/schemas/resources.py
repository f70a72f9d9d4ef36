"""A document as its callers see it: each JSON:API resource one flat object, and no envelopes.

What stands here in `x-relationship` and `x-answers` is for the views alone; no document says it.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from codegen.python.names import field_of_resource
from codegen.reading.resources import (
    KEY,
    clears,
    envelopes,
    parts_of,
    requests_of,
    resources,
    schema_of,
)
from codegen.reading.walk import Node, nodes
from codegen.schemas.bounds import bounds_in

_PATH = "#/components/schemas/"


def flattened(document: Node) -> Node:
    """A bundled document without envelopes, itself if it has no resources.

    Of a resource there is one schema for what is read, and one for each request, whose properties
    are its id, its attributes and its relationships. What an answer holds of it says `x-answers`:
    `one`, `one or none` or a `list`.
    """
    found = resources(document)
    if not found:
        return document
    components, made = document["components"], envelopes(document)
    left = {name: each for name, each in components["schemas"].items() if name not in made}
    for name, said in found.items():
        described = components["schemas"][name].get("description", "")
        left[name] = _read(said, described, found)
        for request, use in requests_of(name, said).items():
            if request in components["schemas"]:
                left[request] = _asked(said, use, found)
    flat: dict[str, Any] = deepcopy({**document, "components": {**components, "schemas": left}})
    held = {
        _PATH + envelope: schema
        for name in found
        for envelope, schema in _held(name).items()
        if envelope in components["schemas"]
    }
    # By identity, for a part may stand in several places.
    for node in {id(each): each for _, each in nodes(flat) if each.get("$ref") in held}.values():
        node |= deepcopy(held[node.pop("$ref")])
    return flat


def _held(name: str) -> dict[str, dict[str, Any]]:
    """What stands for the documents that answers hold a resource in."""
    one = {"$ref": _PATH + name}
    count = {"type": ["integer", "null"], "x-number": "count"}
    page = {
        "data": {"type": "array", "items": one},
        "meta": {
            "type": "object",
            "properties": {"record_count": count, "page_count": count},
        },
    }
    return {
        f"{name}Document": {**one, "x-answers": "one"},
        f"Related{name}": {
            "oneOf": [one, {"type": "null"}],
            "x-answers": "one or none",
        },
        f"{name}List": {"type": "object", "properties": page, "x-answers": "list"},
    }


def _read(said: Node, description: str, found: Mapping[str, Node]) -> dict[str, Any]:
    properties = {"id": {"type": "string", "description": "What it is known by."}}
    for wire, each in said.get("attributes", {}).items():
        if each.get("read", True):
            schema = schema_of(each)
            # Nothing of them bounds what an attribute is compared with.
            for keyword in bounds_in(schema):
                del schema[keyword]
            properties[wire] = _named(wire, schema)
    for wire, each in said.get("relationships", {}).items():
        one = {"$ref": _PATH + each["to"]}
        held = {"type": "array", "items": one} if each.get("many") else one
        properties[wire] = _named(wire, {**held, **_link(each, found)})
    return {"type": "object", "description": description, KEY: said, "properties": properties}


def _asked(said: Node, use: str, found: Mapping[str, Node]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    required = []
    if use == "update" and not said.get("singleton"):
        required.append("id")
        properties["id"] = {"type": "string", "minLength": 1, "description": "Which one."}
    for those in parts_of(said, use).values():
        for wire, each in those.items():
            held = schema_of(each)
            if "to" in each:
                is_null = not each.get("many") and clears(each)
                held = {"type": ["object", "null"] if is_null else "object", **_link(each, found)}
            properties[wire] = _named(wire, held)
            required += [wire] if each[use] == "required" else []
    what = "a new one" if use == "create" else "a change of one"
    return {
        "type": "object",
        "description": f"What {what} of {said['type']} is given.",
        KEY: said,
        "properties": properties,
        "required": required,
    }


def _link(said: Node, found: Mapping[str, Node]) -> dict[str, Any]:
    to = {"to": said["to"], "type": found[said["to"]]["type"], "many": bool(said.get("many"))}
    return {"description": said["description"], "x-relationship": to}


def _named(wire: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {**schema, "x-python-name": field_of_resource(wire, schema)}
