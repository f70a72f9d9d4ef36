"""Ways through an OpenAPI document, for all programs that read one."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

Node = dict[str, Any]

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


def nodes(node: Any, place: str = "#", names: bool = False) -> Iterator[tuple[str, Node]]:
    """Every mapping but example values; `names` says that the keys are names, not keywords."""
    if isinstance(node, dict):
        yield place, node
        for key, value in node.items():
            if names or key not in ("example", "value"):
                yield from nodes(value, join(place, key), key == "properties" and not names)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from nodes(value, join(place, index))


def subschemas(schema: Any, place: str) -> Iterator[tuple[str, Node]]:
    """A schema and every schema written inside it."""
    if not isinstance(schema, dict):
        return
    yield place, schema
    for key in ("properties", "$defs"):
        for name, value in schema.get(key, {}).items():
            yield from subschemas(value, join(join(place, key), name))
    for key in ("items", "additionalProperties", "not"):
        yield from subschemas(schema.get(key), join(place, key))
    for key in ("oneOf", "anyOf", "allOf"):
        for index, value in enumerate(schema.get(key, [])):
            yield from subschemas(value, join(join(place, key), index))


def schemas(document: Node) -> Iterator[tuple[str, Node]]:
    """Every schema of a document."""
    components = document.get("components", {})
    for name, schema in components.get("schemas", {}).items():
        yield from subschemas(schema, join("#/components/schemas", name))
    others = {key: value for key, value in components.items() if key != "schemas"}
    for root, start in (("#/paths", document.get("paths", {})), ("#/components", others)):
        for place, node in nodes(start, root):
            if isinstance(node.get("schema"), dict):
                yield from subschemas(node["schema"], join(place, "schema"))


def operations(document: Mapping[str, Any]) -> Iterator[Operation]:
    """Every operation of a document."""
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield Operation(join(join("#/paths", path), method), item[method])


def lookup(document: Mapping[str, Any], reference: str) -> Any:
    """What a reference into the document names. Raises `KeyError` where that is nothing."""
    node: Any = document
    for step in reference.removeprefix("#/").split("/"):
        if not isinstance(node, Mapping):
            raise KeyError(reference)
        node = node[unescaped(step)]
    return node


def resolve(document: Mapping[str, Any], node: Node) -> Node:
    """The node itself, or what it refers to. Raises `KeyError` where that is never said."""
    seen: set[str] = set()
    while "$ref" in node:
        reference = node["$ref"]
        if not isinstance(reference, str) or reference in seen:
            raise KeyError(reference)
        seen.add(reference)
        node = lookup(document, reference)
    return node


def itself(document: Mapping[str, Any], schema: Any) -> Node:
    """A schema behind its references, and behind a `oneOf` or `anyOf` that only adds null."""
    if not isinstance(schema, dict):
        return {}
    schema = resolve(document, schema)
    found = schema.get("oneOf", []) + schema.get("anyOf", [])
    others = [each for each in found if each != {"type": "null"}]
    return itself(document, others[0]) if len(others) == 1 else schema


def is_null(document: Mapping[str, Any], schema: Node) -> bool:
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
    for _, schema in subschemas(start, ""):
        reference = schema.get("$ref")
        if reference and reference not in seen:
            seen[reference] = lookup(document, reference)
            reach(document, seen[reference], seen)


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


def content(document: Mapping[str, Any], part: Node) -> dict[str, Any]:
    """The schema of each content type of a body or an answer."""
    media = resolve(document, part).get("content", {})
    return {kind: each.get("schema", {}) for kind, each in media.items()}


def is_json(kind: str) -> bool:
    """Is a content type JSON, as far as its name says? One that says nothing passes for it."""
    name = kind.partition(";")[0].strip().lower()
    return name in ("application/json", "*/*") or name.endswith("+json")


def references(node: Any, names: bool = False) -> Iterator[str]:
    """The names of the schemas that a part names anywhere inside; `names` says that the keys are
    names, not keywords."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            if key == "$ref" and not names:
                yield str(value).rpartition("/")[2]
            elif names or key not in ("example", "examples", "mapping"):
                yield from references(value, key == "properties" and not names)
    elif isinstance(node, list):
        for entry in node:
            yield from references(entry)


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
