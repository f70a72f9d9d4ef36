"""The rules of how lists page: that what is named is there, and that it is enough to go on by."""

from collections.abc import Iterator
from typing import Any

from codegen.reading.problem import Problem
from codegen.reading.walk import (
    Node,
    is_null,
    itself,
    join,
    media_schemas,
    operations,
    parameters,
    resolve,
    types,
)
from codegen.schemas.bounds import bounds_in

_FITS = {
    "next": ("string",),
    "item-id": ("string", "integer"),
    "number": ("integer",),
    "ends-by/total": ("integer",),
    "ends-by/pages": ("integer",),
    "ends-by/size": ("integer",),
    "ends-by/has-more": ("boolean",),
}
"""The types of what is read to go on by, or to tell items or pages by."""


def pages(document: Node) -> Iterator[Problem]:
    for place, node in operations(document):
        spot = join(place, "x-pagination")
        said = node.get("x-pagination")
        if said is None:
            if any("nextId" in _properties(document, each) for each in _answers(document, node)):
                yield Problem(place, "answers a page without x-pagination", "say how it pages")
            continue
        if node.get("x-retry", {}).get("class") != "safe":
            yield Problem(spot, "a list that is not safe to ask for again", "make it x-retry: safe")
        if not isinstance(said, list):
            yield from _way(document, node, said, spot)
            continue
        for index, paging in enumerate(said):
            yield from _way(document, node, paging, join(spot, index))
        if len({paging.get("strategy") for paging in said}) < len(said):
            yield Problem(spot, "offers one strategy twice", "callers choose by its name")


def _way(document: Node, node: Node, paging: Node, spot: str) -> Iterator[Problem]:
    answers = _answers(document, node)
    if any("array" in types(itself(document, each)) for each in answers):
        do = "answer an object with the list in it, or remove x-pagination"
        yield Problem(spot, "a page that is itself an array", do)
        return
    yield from _of_request(document, node, paging, spot)
    ends = paging.get("ends-by", {})
    wanted = {key: paging.get(key) for key in ("items", "next", "item-id", "number")}
    wanted |= {f"ends-by/{key}": each for key, each in ends.items() if isinstance(each, str)}
    items = [_at(document, answer, str(wanted["items"])) for answer in answers]
    for key, path in wanted.items():
        of_item = key == "item-id" or (key == "next" and paging.get("strategy") == "id")
        roots = [each.get("items", {}) for each in items if each] if of_item else answers
        if path is None:
            continue
        found = [_at(document, root, str(path)) for root in roots]
        if not found or None in found:
            what = f"{key}: {path} is no field of the {'items' if of_item else 'answer'}"
            do = "name one that every success has" if any(found) else "name one that exists"
            yield Problem(spot, what, do)
        fits = _FITS.get(key, ())
        if fits and not all(
            any(_is_plain(each, kind) for kind in fits) for each in found if each is not None
        ):
            what = f"{key}: {path} is not plainly of type {' or '.join(fits)}"
            yield Problem(spot, what, "choose what fits")
    for each in items:
        if each and "array" not in types(each):
            yield Problem(spot, f"items: {wanted['items']} is no array", "name the list itself")


def _of_request(document: Node, node: Node, paging: Node, spot: str) -> Iterator[Problem]:
    strategy, name = paging.get("strategy"), paging.get("cursor")
    if strategy == "body-cursor":
        body = resolve(document, node.get("requestBody", {}))
        asked: dict[Any, Node] = {}
        for schema in media_schemas(body):
            asked |= _properties(document, schema)
            if is_null(document, schema):
                do = "leave null out: no cursor goes out in it"
                yield Problem(spot, "the body may be null", do)
            if resolve(document, schema).get("minProperties", 0) > 1:
                what = "the body needs several fields, and a cursor goes out alone"
                yield Problem(spot, what, "remove its minProperties")
            for other in {*resolve(document, schema).get("required", [])} - {name}:
                what = f"the body needs {other}, and a cursor goes out alone"
                yield Problem(spot, what, "make it optional")
        if any("x-tenant" in each for each in asked.values()):
            what = "the body holds a tenant, and a cursor goes out alone"
            yield Problem(spot, what, "let the tenant stand elsewhere")
        kind = "property of the body"
    else:
        queries = [each for each in parameters(document, node) if each["in"] == "query"]
        asked = {each["name"]: resolve(document, each.get("schema", {})) for each in queries}
        kind = "query parameter"
    for key in ("cursor", "size"):
        if key in paging and paging[key] not in asked:
            what = f"{key}: {paging[key]} is no {kind}"
            yield Problem(spot, what, "name one that exists")
    cursor, size = asked.get(name, {}), asked.get(paging.get("size"), {})
    fits = "integer" if strategy == "page" else "string"
    if cursor and fits not in types(cursor):
        yield Problem(spot, f"cursor: {name} should be of type {fits}", "choose what fits")
    elif cursor.keys() & {"enum", "const"}:
        yield Problem(spot, f"cursor: {name} takes only some values", "let it take any")
    elif strategy != "page" and set(types(cursor)) - {"string"}:
        yield Problem(spot, f"cursor: {name} is not plainly of type string", "choose what fits")
    elif strategy == "body-cursor" and bounds_in(cursor):
        what = f"cursor: {name} is held to {bounds_in(cursor)[0]}, which no cursor is"
        yield Problem(spot, what, "remove it")
    if size and not _is_plain(size, "integer"):
        yield Problem(spot, f"size: {paging['size']} should be of type integer", "choose what fits")
    if strategy == "page" and {cursor.get(key, 1) for key in ("default", "minimum")} != {1}:
        yield Problem(spot, f"cursor: {name} does not begin at 1", "there is no strategy for it")
    ends = paging.get("ends-by", {})
    if ends.keys() & {"total", "short-page"} and "size" not in ends and "maximum" not in size:
        what = "ends by the size of a page, which nobody knows for sure"
        do = "say where the answer names it, or the maximum of what is asked for"
        yield Problem(spot, what, do)


def _answers(document: Node, node: Node) -> list[Node]:
    return [
        schema
        for status, response in node.get("responses", {}).items()
        for answer in (resolve(document, response),)
        if status.startswith("2") and "x-error" not in answer
        for schema in media_schemas(answer)
    ]


def _properties(document: Node, schema: Node) -> dict[str, Node]:
    found: dict[str, Node] = itself(document, schema).get("properties", {})
    return found


def _is_plain(schema: Node, kind: str) -> bool:
    """Is it of this type, and what generated code gives of it as Python's own?"""
    is_other = {"enum", "const", "x-money", "x-timestamp"} & schema.keys()
    is_read = schema.get("format") in ("date", "date-time")
    return set(types(schema)) - {"null"} == {kind} and not is_other and not is_read


def _at(document: Node, schema: Node, path: str) -> Node | None:
    """The schema at a dotted path; None where it leads nowhere."""
    for step in path.split("."):
        properties = _properties(document, schema)
        if step not in properties:
            return None
        schema = properties[step]
    return itself(document, schema)
