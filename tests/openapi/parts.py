"""What each part of a bundled document says, part by part: an operation, or a component of its name. No
reference is followed, so a part is read by itself, and once.

A place is a path from a part (`schema RoleList > data > each`). What is said there has the names of
OpenAPI's keywords, but for `null`, `required` and `ref`; words are left out. Whatever else a part has is
said there too, so nothing of a document goes unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Node = Mapping[str, Any]
Facts = dict[str, dict[str, Any]]
Part = tuple[str, ...]
"""Where in a document it is: `("paths", path, method)`, `("components", "schemas", name)`."""

WORDS = {"summary", "description", "example", "examples"}
KINDS = {
    "schemas": "schema",
    "parameters": "parameter",
    "responses": "answer",
    "securitySchemes": "security",
}
REST: Part = ()
"""What a document says beside its operations and components."""


def parts(document: Node) -> Iterator[Part]:
    """All of them."""
    yield REST
    for path, item in document["paths"].items():
        yield from (("paths", path, method) for method in item)
    for kind, named in document["components"].items():
        yield from (("components", kind, name) for name in named)


def label(part: Part) -> str:
    """What the places of a part begin with."""
    if not part:
        return "API"
    return f"{part[2].upper()} {part[1]}" if part[0] == "paths" else f"{KINDS[part[1]]} {part[2]}"


def read(document: Node, part: Part) -> Facts:
    """What one of them says; nothing where it is not there."""
    node: Any = document
    for step in part:
        if step not in node:
            return {}
        node = node[step]
    where = label(part)
    if not part:
        return {where: _rest(document)}
    if part[0] == "paths":
        return {where: _operation(node)}
    if part[1] == "schemas":
        return dict(_schema(where, node))
    if part[1] == "parameters":
        said = {key: each for key, each in _plain(node).items() if key != "schema"}
        inner = dict(_schema(where, node["schema"])) if "schema" in node else {}
        return {**inner, where: {**inner.get(where, {}), **said}}
    return {where: _answer(node) if part[1] == "responses" else _plain(node)}


def of_document(document: Node) -> Facts:
    """What all of them say."""
    return {place: said for part in parts(document) for place, said in read(document, part).items()}


def _rest(document: Node) -> dict[str, Any]:
    said = _plain({key: each for key, each in document.items() if key != "paths"})
    said["info"] = {
        key: each for key, each in said["info"].items() if key not in ("title", "license")
    }
    said["components"] = sorted(document["components"])
    return said


def _operation(node: Node) -> dict[str, Any]:
    said = _plain(node)
    said["parameters"] = [_name(each) for each in node.get("parameters", [])]
    said["responses"] = {status: _answer(each) for status, each in node["responses"].items()}
    if "requestBody" in node:
        said["requestBody"] = _answer(node["requestBody"])
    return said


def _answer(node: Node) -> Any:
    """Of an answer or a body: its reference, or what is in it."""
    if "$ref" in node:
        return _name(node)
    said = _plain(node)
    if "content" in node:
        said["content"] = {kind: _content(media) for kind, media in node["content"].items()}
    return said


def _content(media: Node) -> Any:
    said = _plain(media)
    return (
        _name(media["schema"]) if said.keys() == {"schema"} and "$ref" in media["schema"] else said
    )


def _name(node: Node) -> Any:
    """Which component a reference is to, where it is one and nothing else."""
    alone = node.keys() - WORDS == {"$ref"}
    return str(node["$ref"]).rpartition("/")[2] if alone else dict(node)


def _plain(node: Any, *, named: bool = False) -> Any:
    """Without words; below `named` keys are names, and no words."""
    if isinstance(node, Mapping):
        below = {"properties", "attributes", "relationships"}
        return {
            key: _plain(each, named=key in below and not named)
            for key, each in node.items()
            if named or key not in WORDS
        }
    return [_plain(each) for each in node] if isinstance(node, list) else node


def _schema(where: str, node: Node) -> Iterator[tuple[str, dict[str, Any]]]:
    if node.get("oneOf", [])[1:] == [{"type": "null"}]:
        beside = {key: each for key, each in node.items() if key != "oneOf"}
        found = dict(_schema(where, {**node["oneOf"][0], **beside}))
        yield from {**found, where: {**found[where], "null": True}}.items()
        return
    taken = {"$ref", "properties", "required", "items", "x-resource"}
    said = {key: each for key, each in _plain(node).items() if key not in taken}
    if "$ref" in node:
        said["ref"] = _name({"$ref": node["$ref"]})
    if isinstance(said.get("type"), list) and said["type"][1:] == ["null"]:
        said |= {"type": said["type"][0], "null": True}
    required, properties = node.get("required", []), node.get("properties", {})
    stray = [each for each in required if each not in properties]
    yield where, {**said, **({"stray": stray} if stray else {})}
    for name, inner in properties.items():
        found = dict(_schema(f"{where} > {name}", inner))
        if name in required:
            found[f"{where} > {name}"]["required"] = True
        yield from found.items()
    if "items" in node:
        yield from _schema(f"{where} > each", node["items"])
    if "x-resource" in node:
        yield from _resource(f"{where} > x-resource", node["x-resource"])


def _resource(where: str, node: Node) -> Iterator[tuple[str, dict[str, Any]]]:
    taken = ("attributes", "relationships", "example")
    yield where, {key: each for key, each in node.items() if key not in taken}
    for name, each in node.get("attributes", {}).items():
        yield from _schema(f"{where} > {name}", each)
    for name, each in node.get("relationships", {}).items():
        yield f"{where} > {name}", _plain(each)
