"""What no client can be generated from, whatever the rules of the lint say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from name_faults import name_faults
from problem import Problem
from schema_faults import schema_faults, texts
from walk import (
    Node,
    join,
    lookup,
    media_schemas,
    nodes,
    operations,
    parameters,
    reach,
    resolve,
    schemas,
    subschemas,
    types,
)

_NEEDED = ("operationId", "responses", "x-retry", "x-rate-limit")
_PLACES = ("path", "query", "header")
_STATUS = re.compile(r"[1-5][0-9][0-9]")
_NAME = re.compile(r"\{([^{}]*)\}")


def faults(document: Node) -> Iterator[Problem]:
    """Every one of them; behind a reference that leads nowhere, no other can be looked for."""
    found = list(texts(document)) or list(broken_references(document))
    found = found or [*_parts(document), *schema_faults(document)]
    yield from found or [*name_faults(document), *_tenants(document)]


def broken_references(document: Node) -> Iterator[Problem]:
    for place, node in nodes(document):
        reference = node.get("$ref")
        if not isinstance(reference, str):
            continue
        try:
            lookup(document, reference)
        except (KeyError, TypeError):
            yield Problem(place, f"$ref {reference} names nothing", "name a part that exists")


def _parts(document: Node) -> Iterator[Problem]:
    """The parts of operations that there has to be something to make of."""
    for place, node in operations(document):
        for key in _NEEDED:
            if key not in node:
                yield Problem(place, f"{key!r} is a required property", "say it")
        for status in node.get("responses", {}):
            if not _STATUS.fullmatch(status):
                spot = join(join(place, "responses"), status)
                yield Problem(spot, "answers of no one status", "write each, such as '404'")
        for parameter in parameters(document, node):
            spot = _spot(place, parameter)
            if parameter.get("in") not in _PLACES:
                what = f"a parameter in {parameter.get('in')}"
                yield Problem(spot, what, f"only those in {', '.join(_PLACES)} can be sent")
            if "schema" not in parameter:
                yield Problem(spot, "a parameter without a schema", "say what it holds")
        yield from _template(document, place, node)


def _template(document: Node, place: str, node: Node) -> Iterator[Problem]:
    """A path's names are its parameters, and the other way round."""
    path = place.split("/")[2].replace("~1", "/").replace("~0", "~")
    named = set(_NAME.findall(path))
    given = {each.get("name") for each in parameters(document, node) if each.get("in") == "path"}
    for name in sorted(named - given):
        do = "describe it under parameters, of the operation or of the path"
        yield Problem(place, f"{{{name}}} of the path is no parameter", do)
    for name in sorted(given - named):
        yield Problem(f"{place}/parameters ({name})", "is not in the path", "write its name there")


def _tenants(document: Node) -> Iterator[Problem]:
    """What the client fills: texts, as a parameter or a property of a body's own."""
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
        for variant in body.get("oneOf", [body]):
            yield resolve(document, variant)


def _is_text(document: Node, schema: Node) -> bool:
    text = resolve(document, schema)
    return set(types(text)) - {"null"} == {"string"} and not text.keys() & {"enum", "const"}


def _no_text(place: str) -> Problem:
    return Problem(place, "x-tenant on what is no plain text", "remove it, or write type: string")


def _spot(place: str, parameter: Node) -> str:
    return f"{place}/parameters ({parameter.get('name')})"
