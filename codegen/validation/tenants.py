"""What the client is to fill (`x-tenant`), where it fills nothing or what is no text."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.reading.problem import Problem
from codegen.reading.walk import (
    Node,
    is_null,
    media_schemas,
    operations,
    parameters,
    reach,
    resolve,
    schemas,
    subschemas,
    types,
)
from codegen.schemas.unions import branches


def tenants(document: Node) -> Iterator[Problem]:
    """What it fills are texts, as a parameter or a property of a body's own."""
    filled: set[int] = set()
    within: dict[str, Node] = {}
    for place, node in operations(document):
        for parameter in parameters(document, node):
            if "x-tenant" in parameter and not _is_text(document, parameter["schema"]):
                yield _no_text(_spot(place, parameter))
        for body in _bodies(document, node):
            for prop in body.get("properties", {}).values():
                filled.add(id(prop))
                reach(document, prop, within)
    filled -= {id(part) for each in within.values() for _, part in subschemas(each, "")}
    for place, schema in schemas(document):
        if "x-tenant" in schema:
            if id(schema) not in filled:
                do = "mark a parameter, beside its schema, or a property of the body itself"
                yield Problem(place, "x-tenant where no client fills it", do)
            elif not _is_text(document, schema):
                yield _no_text(place)


def _bodies(document: Node, operation: Node) -> Iterator[Node]:
    """The objects that an operation takes, one variant of a union after the other."""
    for schema in media_schemas(resolve(document, operation.get("requestBody", {}))):
        body = resolve(document, schema or {})
        if is_null(document, body):
            continue
        for variant in branches(body) if "discriminator" in body else [body]:
            yield resolve(document, variant)


def _is_text(document: Node, schema: Node) -> bool:
    text = resolve(document, schema)
    return set(types(text)) - {"null"} == {"string"} and not text.keys() & {"enum", "const"}


def _no_text(place: str) -> Problem:
    return Problem(place, "x-tenant on what is no plain text", "remove it, or write type: string")


def _spot(place: str, parameter: Node) -> str:
    return f"{place}/parameters ({parameter.get('name')})"
