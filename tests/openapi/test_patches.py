"""A PATCH changes what it is given: of no document does its body need a field, or fill one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from codegen.reading.bundle import bundle
from codegen.reading.documents import documents
from codegen.schemas.resources import flattened

Node = Mapping[str, Any]

EXCEPTIONS = {
    "storefront update_order_status: status is required": (
        "a step of an order, not part of it that is written: it has to say where to"
    ),
    **{
        f"commerce_layer transfer_organization_ownership: {field} is required": (
            "a step, not what is written of an organization: it has to say to whom"
        )
        for field in (
            *("data", "data.type", "data.id", "data.attributes"),
            "data.attributes.new_owner_email",
        )
    },
}


def followed(document: Node, node: Node) -> Node:
    while "$ref" in node:
        target: Any = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def demands(document: Node, operation: Node) -> Iterator[str]:
    """What a body needs, or is filled with. Entries of lists and maps are whole values, so theirs
    are not looked at."""
    content = followed(document, operation.get("requestBody", {})).get("content", {})
    todo = [("", media["schema"]) for media in content.values()]
    seen: list[Node] = []
    while todo:
        at, node = todo.pop()
        node = followed(document, node)
        if node in seen:
            continue
        seen.append(node)
        which = {"id"} if "x-resource" in node else set()  # says which one, and changes nothing
        needed = [name for name in node.get("required", []) if name not in which]
        yield from (f"{at}{name} is required" for name in needed)
        if "default" in node:
            yield f"{at.rstrip('.')} has a default"
        for way in ("oneOf", "anyOf", "allOf"):
            todo += [(at, each) for each in node.get(way, [])]
        todo += [(f"{at}{name}.", each) for name, each in node.get("properties", {}).items()]


def found(platform: str, document: Node) -> Iterator[str]:
    for item in document["paths"].values():
        if "patch" in item:
            operation = item["patch"]
            for each in demands(document, operation):
                yield f"{platform} {operation['operationId']}: {each}"


def test_no_body_of_a_patch_needs_a_field_or_fills_one() -> None:
    every = [each for path in documents() for each in found(path.stem, flattened(bundle(path)))]

    assert sorted(every) == sorted(EXCEPTIONS)
    assert all(reason.strip() for reason in EXCEPTIONS.values())


@pytest.mark.parametrize("where", ["#/components/schemas/Kite", None])
def test_what_a_body_needs_is_found_however_deep(where: str | None) -> None:
    kite = {
        "required": ["name"],
        "properties": {
            "name": {"type": "string", "default": "kite"},
            "tail": {"oneOf": [{"type": "null"}, {"required": ["length"], "properties": {}}]},
            "parts": {"type": "array", "items": {"required": ["weight"], "default": {}}},
        },
    }
    body = {"content": {"application/json": {"schema": {"$ref": where} if where else kite}}}
    operation = {"operationId": "mend_kite", "requestBody": body}
    document = {
        "paths": {"/kite": {"patch": operation, "post": operation}, "/other": {"get": {}}},
        "components": {"schemas": {"Kite": kite}},
    }

    assert set(found("kites", document)) == {
        "kites mend_kite: name is required",
        "kites mend_kite: name has a default",
        "kites mend_kite: tail.length is required",
    }


def test_there_are_patches_to_look_at() -> None:
    items = [item for path in documents() for item in bundle(path)["paths"].values()]
    assert sum("patch" in item for item in items) >= 2
