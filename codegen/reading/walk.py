"""Ways through an OpenAPI document, for all programs that read one."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from codegen.reading.keywords import KINDS, Holds

Node = Mapping[str, Any]
"""A part of a document."""

_HOLDING: Mapping[str, Mapping[str, Holds]] = {
    kind: {
        key: replace(entry, kind=entry.kind.removesuffix(" or flag"))
        for key, entry in entries.items()
        if isinstance(entry, Holds)
    }
    for kind, entries in KINDS.items()
}
"""The keywords of each kind that hold objects: a document is walked many times."""

METHODS = ("get", "put", "post", "delete", "patch", "options", "head", "trace")


class Operation(NamedTuple):
    """An operation and where it stands."""

    place: str
    node: Node

    @property
    def path(self) -> str:
        return unescaped(self.place.split("/")[2])

    @property
    def method(self) -> str:
        return self.place.rpartition("/")[2]


def join(place: str, key: object) -> str:
    """One step further, as in a JSON pointer."""
    return f"{place}/{str(key).replace('~', '~0').replace('/', '~1')}"


def unescaped(step: str) -> str:
    """A step of a JSON pointer as the key that it is."""
    return step.replace("~1", "/").replace("~0", "~")


class Part(NamedTuple):
    """An object of the document: where it stands, and of which kind (`keywords.KINDS`) it is."""

    place: str
    node: dict[str, Any]
    kind: str


def parts(node: Any, place: str = "#", kind: str = "document") -> Iterator[Part]:
    """A part and every part inside it, by what the keywords of each kind hold: what is a name is
    no keyword, and what is a value (of an example, a default, a const) is no part."""
    waiting = [Part(place, node, kind)]
    while waiting:
        part = waiting.pop()
        if isinstance(part.node, dict):
            yield part
            waiting += reversed(list(_held(part)))


def _held(part: Part) -> Iterator[Part]:
    holding = _HOLDING[part.kind]
    for key, value in part.node.items():
        if key not in holding:
            continue
        entry = holding[key]
        place, kind = f"{part.place}/{key}", entry.kind
        if entry.many == "one":
            yield Part(place, value, kind)
        elif entry.many == "list" and isinstance(value, list):
            yield from (Part(f"{place}/{index}", each, kind) for index, each in enumerate(value))
        elif entry.many == "map" and isinstance(value, dict):
            yield from (Part(join(place, name), each, kind) for name, each in value.items())


def nodes(
    node: Any, place: str = "#", kind: str = "document"
) -> Iterator[tuple[str, dict[str, Any]]]:
    """A part and every part inside it, each with its place."""
    yield from ((part.place, part.node) for part in parts(node, place, kind))


def subschemas(schema: Any, place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """A schema and every schema written inside it."""
    yield from (
        (part.place, part.node) for part in parts(schema, place, "schema") if part.kind == "schema"
    )


def schemas(document: Node) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema of a document, those with a name first."""
    components = document.get("components", {})
    for name, schema in components.get("schemas", {}).items():
        yield from subschemas(schema, join("#/components/schemas", name))
    unnamed = {**document, "components": {**components, "schemas": {}}}
    for place, node, kind in parts(unnamed):
        if kind == "schema":
            yield place, node


def operations(document: Node) -> Iterator[Operation]:
    """Every operation of a document."""
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield Operation(join(join("#/paths", path), method), item[method])


def lookup(document: Node, reference: str) -> Any:
    """What a reference into the document names. Raises `KeyError` where that is nothing."""
    node: Any = document
    for step in reference.removeprefix("#/").split("/"):
        if isinstance(node, list) and step.isdecimal() and int(step) < len(node):
            node = node[int(step)]
        elif isinstance(node, Mapping):
            node = node[unescaped(step)]
        else:
            raise KeyError(reference)
    return node


def resolve(document: Node, node: Node) -> Node:
    """The node itself, or what it refers to. Raises `KeyError` where that is never said."""
    seen: set[str] = set()
    while "$ref" in node:
        reference = node["$ref"]
        if not isinstance(reference, str) or reference in seen:
            raise KeyError(reference)
        seen.add(reference)
        node = lookup(document, reference)
    return node


def itself(document: Node, schema: Any) -> Node:
    """A schema behind its references, and behind a `oneOf` or `anyOf` that only adds null."""
    if not isinstance(schema, dict):
        return {}
    schema = resolve(document, schema)
    found = schema.get("oneOf", []) + schema.get("anyOf", [])
    others = [each for each in found if each != {"type": "null"}]
    return itself(document, others[0]) if len(others) == 1 else schema


def is_null(document: Node, schema: Node) -> bool:
    """May the value be null, as a schema or one that it leads to says?"""
    waiting, seen = [schema], set()
    while waiting:
        found = resolve(document, waiting.pop())
        if "null" in types(found):
            return True
        if id(found) not in seen:
            seen.add(id(found))
            waiting += found.get("oneOf", []) + found.get("anyOf", [])
    return False


def reach(document: Node, start: Any, seen: dict[str, Node]) -> None:
    """Collect every component that a schema leads to."""
    waiting = [start]
    while waiting:
        for _, schema in subschemas(waiting.pop(), ""):
            reference = schema.get("$ref")
            if reference and reference not in seen:
                seen[reference] = lookup(document, reference)
                waiting.append(seen[reference])


def parameters(document: Node, operation: Node) -> list[Node]:
    """The parameters of an operation."""
    return [resolve(document, each) for each in operation.get("parameters", [])]


def bodies(document: Node) -> tuple[list[Any], list[Any]]:
    """The schemas that requests and answers begin with."""
    asked: list[Any] = []
    answered: list[Any] = []
    for operation in operations(document):
        asked += [each.get("schema") for each in parameters(document, operation.node)]
        asked += media_schemas(resolve(document, operation.node.get("requestBody", {})))
        for response in operation.node.get("responses", {}).values():
            answered += media_schemas(resolve(document, response))
    return asked, answered


def content(document: Node, part: Node) -> dict[str, Any]:
    """The schema of each content type of a body or an answer."""
    media = resolve(document, part).get("content", {})
    return {kind: each.get("schema", {}) for kind, each in media.items()}


def is_json(kind: str) -> bool:
    """Is a content type JSON, as far as its name says? One that says nothing passes for it."""
    name = kind.partition(";")[0].strip().lower()
    return name in ("application/json", "*/*") or name.endswith("+json")


def references(node: Any, kind: str = "schema") -> Iterator[str]:
    """The names of what a part refers to anywhere inside."""
    for part in parts(node, "", kind):
        if "$ref" in part.node:
            yield str(part.node["$ref"]).rpartition("/")[2]


def media_schemas(holder: Node) -> list[Any]:
    """The schema of each content type of a body or answer."""
    return [media.get("schema", {}) for media in holder.get("content", {}).values()]


def types(schema: Node) -> list[str]:
    """The JSON types that a schema names."""
    kind = schema.get("type", [])
    return [kind] if isinstance(kind, str) else list(kind)


def nullable(schema: Any) -> bool:
    """May the value be null? A schema that says nothing allows it."""
    if not isinstance(schema, dict) or "null" in types(schema):
        return True
    if not schema.keys() & {"type", "const", "enum", "oneOf", "anyOf", "$ref"}:
        return True
    branches = schema.get("oneOf", []) + schema.get("anyOf", [])
    return any(nullable(branch) for branch in branches)
