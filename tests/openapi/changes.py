"""Every single change of what a bundled document says, of each kind, at each place that it has.

A changed document shares all that did not change with the one before, and has to be read only where
an operation leads to the change; so thousands of them are made and read in seconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

Node = Mapping[str, Any]
Steps = tuple[Any, ...]

METHODS = ("get", "post", "put", "patch", "delete")
BOUNDS = (
    *("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "minProperties"),
)
KEYS = (
    *("format", "default", "x-money", "x-number", "x-secret", "x-currency", "x-python-name"),
    "readOnly",
)
GONE = object()
TEXT = {"type": "string", "description": "Something else."}
_Found = Iterator[tuple[str, Steps, Any]]


class Change(NamedTuple):
    """A document that says one thing otherwise."""

    kind: str
    at: str
    document: Node
    operation: tuple[str, str] | None
    """The path and the method of an operation that leads to the change; None for the whole."""

    def part(self) -> Node:
        """The changed document without the operations that need not be read."""
        if self.operation is None:
            return self.document
        path, method = self.operation
        item = self.document["paths"].get(path, {})
        kept = {key: item[key] for key in ("parameters", method) if key in item}
        return {**self.document, "paths": {path: kept}}


def changed(node: Any, steps: Steps, value: Any) -> Any:
    """A copy with another value at the end of the steps, or with nothing there."""
    step, *rest = steps
    new = changed(node[step], tuple(rest), value) if rest else value
    if isinstance(node, list):
        return [*node[:step], *([] if new is GONE else [new]), *node[step + 1 :]]
    kept = {key: new if key == step else each for key, each in node.items()}
    kept.setdefault(step, new)
    return {key: each for key, each in kept.items() if each is not GONE}


def changes(document: Node) -> Iterator[Change]:
    """Every change, one at a time."""
    leading = _leading(document)
    for kind, steps, value in _of_document(document):
        at = "/".join(map(str, steps))
        operation = leading.get(steps[:3]) or leading.get(steps[:2])
        if steps[0] == "paths" and len(steps) > 2 and steps[2] in METHODS:
            operation = (steps[1], steps[2])
        yield Change(kind, at, changed(document, steps, value), operation)


def _leading(document: Node) -> dict[Steps, tuple[str, str]]:
    """The first operation of each path, and the first that leads to each component."""
    found: dict[Steps, tuple[str, str]] = {}
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                found.setdefault(("paths", path), (path, method))
                around = item.get("parameters", [])
                for component in _components(document, [around, item[method]], set()):
                    found.setdefault(component, (path, method))
    return found


def _components(document: Node, node: Any, seen: set[Steps]) -> Iterator[Steps]:
    """Each of those that a node leads to, once."""
    if isinstance(node, dict):
        if "$ref" in node:
            steps = tuple(node["$ref"].removeprefix("#/").split("/"))
            if steps not in seen:
                seen.add(steps)
                yield steps
                yield from _components(document, document[steps[0]][steps[1]][steps[2]], seen)
        for each in node.values():
            yield from _components(document, each, seen)
    elif isinstance(node, list):
        for each in node:
            yield from _components(document, each, seen)


def _of_document(document: Node) -> _Found:
    yield "version: another", ("info", "version"), "9.9.9"
    yield "server: one more", ("servers",), [{"url": "https://elsewhere.invalid"}]
    yield from _of_security(document, (), document)
    for name, scheme in document["components"]["securitySchemes"].items():
        here: Steps = ("components", "securitySchemes", name)
        yield "scheme: without", here, GONE
        for key in scheme.keys() - {"description"}:
            yield f"scheme: another {key}", (*here, key), "other"
    yield "scheme: one more", ("components", "securitySchemes", "other"), {"type": "http"}
    for name, schema in document["components"]["schemas"].items():
        yield from _of_schema(("components", "schemas", name), schema)
    for name, answer in document["components"]["responses"].items():
        yield from _of_answer(("components", "responses", name), answer)
    for name, parameter in document["components"]["parameters"].items():
        yield from _of_parameter(("components", "parameters", name), parameter)
    for path, item in document["paths"].items():
        yield "path: another", ("paths",), _renamed(document["paths"], path)
        yield from _of_parameters(("paths", path), item)
        for method in METHODS:
            if method in item:
                yield from _of_operation(document, ("paths", path, method), item[method])
            else:
                some = next(item[each] for each in METHODS if each in item)
                yield "operation: one more", ("paths", path, method), some


def _of_operation(document: Node, here: Steps, node: Node) -> _Found:
    yield "operation: without", here, GONE
    yield "operation: another id", (*here, "operationId"), "other"
    yield "operation: another tag", (*here, "tags"), ["other"]
    yield "operation: said otherwise", (*here, "x-retry"), {"class": "keyed", "key": "id"}
    within = node.get("x-completed-within")
    yield (
        f"operation: {within and 'not'} completed in time",
        (*here, "x-completed-within"),
        (GONE if within else 60),
    )
    if within:
        yield "operation: completed later", (*here, "x-completed-within"), within + 1
    if "x-pagination" in node:
        yield "pages: without", (*here, "x-pagination"), GONE
        for key in node["x-pagination"]:
            yield f"pages: another {key}", (*here, "x-pagination", key), "other"
    yield from _of_security(document, here, node)
    yield from _of_limits(here, node)
    yield from _of_parameters(here, node)
    if "requestBody" in node:
        body: Steps = (*here, "requestBody")
        yield "body: without", body, GONE
        yield "body: not required", (*body, "required"), False
        yield from _of_content(body, node["requestBody"])
    else:
        content = {"application/json": {"schema": TEXT}}
        yield "body: one more", (*here, "requestBody"), {"content": content}
    answers = node["responses"]
    for status, answer in answers.items():
        yield "status: without", (*here, "responses", status), GONE
        yield "status: another", (*here, "responses"), _renamed(answers, status, "418")
        yield from _of_answer((*here, "responses", status), answer)
    yield "status: one more", (*here, "responses", "418"), answers["default"]


def _of_security(document: Node, here: Steps, node: Node) -> _Found:
    listed = node.get("security", document["security"])
    for scheme in document["components"]["securitySchemes"]:
        names = [name for each in listed for name in each]
        other = [each for each in names if each != scheme] if scheme in names else [*names, scheme]
        kind = f"security: {'without a' if scheme in names else 'one more'} scheme"
        yield kind, (*here, "security"), [{each: []} for each in other]


def _of_limits(here: Steps, node: Node) -> _Found:
    limits: Steps = (*here, "x-rate-limit")
    for index, limit in enumerate(node["x-rate-limit"]):
        yield "limit: without", (*limits, index), GONE
        yield "limit: another number", (*limits, index, "limit"), limit["limit"] + 1
        yield "limit: another time", (*limits, index, "seconds"), limit["seconds"] + 1
        yield "limit: by something else", (*limits, index, "scope"), "other"
        yield "limit: with others", (*limits, index, "bucket"), "other"
        yield "limit: of another tier", (*limits, index, "tier"), "other"
    another = {"limit": 1, "seconds": 1, "scope": "credential", "bucket": "other"}
    yield "limit: one more", limits, [*node["x-rate-limit"], another]


def _of_parameters(here: Steps, node: Node) -> _Found:
    listed = node.get("parameters", [])
    for index, parameter in enumerate(listed):
        yield "parameter: without", (*here, "parameters", index), GONE
        yield from _of_parameter((*here, "parameters", index), parameter)
    other = {"name": "other", "in": "query", "schema": TEXT}
    yield "parameter: one more", (*here, "parameters"), [*listed, other]


def _of_parameter(here: Steps, node: Node) -> _Found:
    if "$ref" not in node:
        yield "parameter: another name", (*here, "name"), "other"
        yield "parameter: elsewhere", (*here, "in"), "cookie"
        yield "parameter: required or not", (*here, "required"), not node.get("required", False)
        yield "parameter: another keyword", (*here, "x-python-name"), "other"
        yield "parameter: of another tenant", (*here, "x-tenant"), "other"
        if "x-tenant" in node:
            yield "parameter: of no tenant", (*here, "x-tenant"), GONE
        yield from _of_schema((*here, "schema"), node["schema"])


def _of_answer(here: Steps, node: Node) -> _Found:
    if "$ref" in node:
        return
    headers = node.get("headers", {})
    for name, header in headers.items():
        yield "header: without", (*here, "headers", name), GONE
        yield "header: another name", (*here, "headers"), _renamed(headers, name)
        yield from _of_schema((*here, "headers", name, "schema"), header["schema"])
    yield "header: one more", (*here, "headers"), {**headers, "X-Other": {"schema": TEXT}}
    yield from _of_content(here, node)


def _of_content(here: Steps, node: Node) -> _Found:
    content = node.get("content", {})
    if not content:
        yield "content: one more", (*here, "content"), {"application/json": {"schema": TEXT}}
    for kind, media in content.items():
        yield "content: without", (*here, "content"), GONE
        yield "content: another", (*here, "content"), {"text/plain": media}
        yield from _of_schema((*here, "content", kind, "schema"), media["schema"])
    if "x-error" in node:
        yield "error: another family", (*here, "x-error"), "other"
    if "x-refusal" in node:
        yield "error: no refusal", (*here, "x-refusal"), GONE


def _of_schema(here: Steps, node: Node) -> _Found:
    if "$ref" in node:
        yield "schema: another", here, TEXT
        yield "null: or not", here, {"oneOf": [node, {"type": "null"}]}
        return
    if "oneOf" in node:
        yield "schema: another", here, TEXT
        yield "null: or not", here, node["oneOf"][0]
        return
    types = node["type"] if isinstance(node["type"], list) else [node["type"]]
    bare = [each for each in types if each != "null"]
    yield (
        "type: another",
        (*here, "type"),
        ["boolean" if "string" in bare else "string", *types[1:]],
    )
    if here[:2] != ("components", "schemas") or len(here) > 3:
        yield "null: or not", (*here, "type"), bare if "null" in types else [*bare, "null"]
    for key in KEYS:
        if key in node:
            yield f"{key}: without", (*here, key), GONE
            yield (
                f"{key}: another",
                (*here, key),
                not node[key] if node[key] in (True, False) else "other",
            )
        else:
            yield f"{key}: one more", (*here, key), "other"
    for key in BOUNDS:
        if key in node:
            yield "bound: without", (*here, key), GONE
            yield "bound: another", (*here, key), node[key] + 1
    more = next(each for each in BOUNDS if each not in node)
    yield "bound: one more", (*here, more), 1
    if "additionalProperties" in node:
        yield "map: or not", (*here, "additionalProperties"), GONE
    else:
        yield "map: or not", (*here, "additionalProperties"), {}
    for index, value in enumerate(node.get("enum", [])):
        yield "enum: without a value", (*here, "enum", index), GONE
        yield "enum: another value", (*here, "enum", index), f"{value}Other"
    yield "enum: one value more", (*here, "enum"), [*node.get("enum", []), "other"]
    if "items" in node:
        yield from _of_schema((*here, "items"), node["items"])
    yield from _of_fields(here, node)


def _of_fields(here: Steps, node: Node) -> _Found:
    if "properties" not in node:
        return
    fields, required = node["properties"], node.get("required", [])
    for name, field in fields.items():
        other = [each for each in required if each != name]
        toggled = other if name in required else [*required, name]
        yield "required: or not", (*here, "required"), toggled
        without = changed(changed(node, ("properties", name), GONE), ("required",), other)
        yield "field: without", here, without
        named = [f"{each}Other" if each == name else each for each in required]
        renamed = {**node, "properties": _renamed(fields, name), "required": named}
        yield "field: another name", here, renamed
        yield from _of_schema((*here, "properties", name), field)
    yield "field: one more", (*here, "properties", "other"), TEXT


def _renamed(node: Node, name: str, other: str | None = None) -> Node:
    return {(other or f"{name}Other") if key == name else key: each for key, each in node.items()}
