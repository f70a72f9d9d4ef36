"""What a document says, place by place: in the form of the facts that it is held against.

A place is a path from an operation (`POST /orders > body > items > each > quantity`), never the
name of a schema. What is said there has the names of OpenAPI's keywords, but for `null`, `required`
and what our extensions say. Words say what can be held to something only: numbers, standards,
permissions. A keyword that is not known here is an error, so nothing of a document goes unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

Node = Mapping[str, Any]
Facts = dict[str, dict[str, Any]]

METHODS = ("get", "post", "put", "patch", "delete")
WORDS = {"summary", "description", "example"}
OF_DOCUMENT = {"openapi", "info", "servers", "tags", "paths", "components", "security"} | {
    # The first stands at each operation as well; how errors are read is for the tests of errors.
    *("x-rate-limit", "x-error-families"),
}
OF_SCHEME = {"type", "scheme", "bearerFormat", "in", "name"}
OF_OPERATION = {"operationId", "tags", "security", "parameters", "requestBody", "responses"} | {
    *("x-retry", "x-pagination", "x-rate-limit", "x-completed-within"),
}
OF_PARAMETER = {"name", "in", "required", "schema", "x-python-name", "x-tenant"}
OF_SCHEMA = {"format", "enum", "default", "readOnly"} | {
    *("minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems", "minProperties"),
    *("pattern", "x-money", "x-number", "x-secret", "x-currency", "x-python-name"),
}
KINDS = {"type", "properties", "required", "items", "additionalProperties"}
PHRASES: dict[str, Any] = {
    r"\bfor an hour\b": {"seconds": 3600},
    r"\bfor (\d+) days\b": lambda days: {"seconds": int(days) * 24 * 3600},
    r"\b(ISO \d+)\b": lambda standard: {"standard": standard},
    r"\btakes the permission `([\w:]+)`": lambda permission: {"permission": permission},
    r"\brequired to cancel and to refund\b": {"neededFor": ["cancelled", "refunded"]},
    r"\btakes the scope `([\w:]+)`": lambda scope: {"scope": scope},
    r"\bwith it no other property may be sent\b": {"alone": True},
    r"\bThe headers ([^.]*`) say how many\b": lambda listed: {
        "headers": re.findall("`(.+?)`", listed)
    },
    r"Published are ADMIN-(\d[^.]+)\.": lambda listed: {"codes": re.findall(r"\d+-\d+", listed)},
}


class NotRead(Exception):
    """A part of a document that says something else than what is read here."""


def places(document: Node, names: Mapping[str, str] | None = None) -> Facts:
    """What a bundled document says of each place. `names` are what the facts call the schemes of
    credentials that the document calls otherwise."""
    return dict(_Document(document, names or {}).places())


class _Document:
    def __init__(self, root: Node, names: Mapping[str, str]) -> None:
        self.root = root
        self.names = names
        self.limits: Facts = {}
        self.around: dict[str, str] = {}
        """Where the references that lead to the place that is read were followed before."""

    def called(self, name: str) -> str:
        return self.names.get(name, name)

    def follow(self, node: Node) -> Node:
        """What a reference leads to, with what stands beside it; one that may be null too."""
        while "$ref" in node:
            target: Any = self.root
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
        if "oneOf" not in node:
            return node
        one, *others = node["oneOf"]
        if others != [{"type": "null"}]:
            raise NotRead(f"one of several, and not of one and null: {node['oneOf']}")
        beside = {key: value for key, value in node.items() if key != "oneOf"}
        one = self.follow(one)
        return {**one, "type": [one["type"], "null"], **beside}

    # --- the document

    def places(self) -> Iterator[tuple[str, dict[str, Any]]]:
        root = self.root
        known("the document", root, OF_DOCUMENT)
        facts = {"openapi": root["openapi"], "version": root["info"]["version"]}
        facts |= {"servers": [each["url"] for each in root["servers"]]} if "servers" in root else {}
        answers: set[str] = set()
        for path, item in root["paths"].items():
            known(path, item, {*METHODS, "parameters"})
            for method in METHODS:
                if method in item:
                    name = f"{method.upper()} {path}"
                    yield from self.operation(name, item[method], item.get("parameters", []))
                    answers |= item[method]["responses"].keys() - {"default"}
        yield "API", {**facts, "statuses": sorted(answers)}
        yield from self.limits.items()
        for name, scheme in root["components"]["securitySchemes"].items():
            known(name, scheme, OF_SCHEME)
            kept = {key: value for key, value in scheme.items() if key in OF_SCHEME}
            yield f"security {self.called(name)}", {**kept, **said(scheme)}

    def operation(
        self, name: str, node: Node, around: list[Node]
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        known(name, node, OF_OPERATION)
        (tag,) = node["tags"]
        facts = {"operationId": node["operationId"], "tag": tag, **said(node)}
        listed = node.get("security", self.root["security"])
        facts["security"] = sorted(self.called(each) for one in listed for each in one)
        facts["limits"] = [self.limit(name, each) for each in node["x-rate-limit"]]
        told = ("x-retry", "x-pagination", "x-completed-within")
        facts |= {key: node[key] for key in told if key in node}
        yield name, facts
        for parameter in map(self.follow, [*around, *node.get("parameters", [])]):
            where = f"{name} > {parameter['in']} {parameter['name']}"
            known(where, parameter, OF_PARAMETER)
            known(where, self.follow(parameter["schema"]), (OF_SCHEMA | KINDS) - OF_PARAMETER)
            facts = self.schema(where, parameter["schema"])
            facts |= {"required": True} if parameter.get("required") else {}
            told = ("x-python-name", "x-tenant")
            facts |= {key: parameter[key] for key in told if key in parameter}
            yield where, {**facts, **said(parameter)}
        if "requestBody" in node:
            body = self.follow(node["requestBody"])
            known(f"{name} > body", body, {"required", "content"})
            required = {"required": True} if body.get("required") else {}
            yield from self.content(f"{name} > body", body, required)
        for status, answer in node["responses"].items():
            answer = self.follow(answer)
            known(f"{name} > {status}", answer, {"content", "headers", "x-error", "x-refusal"})
            for header, node in answer.get("headers", {}).items():
                where = f"{name} > {status} > header {header}"
                known(where, node, {"schema"})
                yield where, {**self.schema(where, node["schema"]), **said(node)}
            error = {key: answer[key] for key in ("x-error", "x-refusal") if key in answer}
            yield from self.content(f"{name} > {status}", answer, {**error, **said(answer)})

    def limit(self, operation: str, node: Node) -> str:
        """The name of a limit, which is its tier's where it has one, and the same wherever it counts."""
        name = str(node.get("tier", node["bucket"]))
        facts = {key: value for key, value in node.items() if key != "tier"}
        if self.limits.setdefault(f"limit {name}", facts) != facts:
            raise NotRead(f"{operation}: another limit than elsewhere is called {name}")
        return name

    def content(
        self, where: str, node: Node, facts: dict[str, Any]
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        content = node.get("content", {})
        if not content:
            yield where, facts
            return
        if len(content) > 1:
            raise NotRead(f"{where}: several contents")
        ((kind, media),) = content.items()
        known(where, media, {"schema"})
        facts = {"content": kind, **facts}
        yield from self.value(where, media["schema"], facts, media.get("example"))

    # --- schemas

    def value(
        self, where: str, node: Node, facts: dict[str, Any], example: Any
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        facts = {**self.schema(where, node), **facts}
        if isinstance(example, (str, int, float)):
            facts["example"] = example
        ref = next((each["$ref"] for each in (node, *node.get("oneOf", ())) if "$ref" in each), "")
        if ref in self.around:
            yield where, {**facts, "as": self.around[ref]}
            return
        yield where, facts
        if ref:
            self.around[ref] = where
        yield from self.inside(where, self.follow(node), example)
        self.around.pop(ref, None)

    def inside(self, where: str, node: Node, example: Any) -> Iterator[tuple[str, dict[str, Any]]]:
        required = node.get("required", [])
        for name, inner in node.get("properties", {}).items():
            shown = example.get(name) if isinstance(example, dict) else None
            always = {"required": True} if name in required else {}
            yield from self.value(f"{where} > {name}", inner, always, shown)
        if stray := set(required) - node.get("properties", {}).keys():
            raise NotRead(f"{where}: {sorted(stray)} are required and no fields")
        if "items" in node:
            first = next(iter(example), None) if isinstance(example, list) else None
            yield from self.value(f"{where} > each", node["items"], {}, first)

    def schema(self, where: str, node: Node) -> dict[str, Any]:
        node = self.follow(node)
        known(where, node, OF_SCHEMA | KINDS)
        types = node["type"] if isinstance(node["type"], list) else [node["type"]]
        kinds = [each for each in types if each != "null"]
        facts: dict[str, Any] = {"type": kinds[0] if len(kinds) == 1 else kinds}
        facts |= {"null": True} if "null" in types else {}
        if "additionalProperties" in node:
            if node["additionalProperties"] != {}:
                raise NotRead(f"{where}: fields of any name, and not of any kind")
            facts["map"] = True
        return {**facts, **{key: node[key] for key in OF_SCHEMA if key in node}, **said(node)}


def known(where: str, node: Node, keywords: set[str]) -> None:
    """No keyword that is not read, nor one that only words stand at."""
    if odd := node.keys() - keywords - WORDS:
        raise NotRead(f"{where}: {', '.join(sorted(odd))}")


def said(node: Node) -> dict[str, Any]:
    """What a description says that can be held to something."""
    return _said_in(node.get("description", ""))


@cache
def _said_in(words: str) -> dict[str, Any]:
    """The same words are read again with every change that is tried."""
    facts: dict[str, Any] = {}
    for phrase, fact in PHRASES.items():
        for found in re.finditer(phrase, words):
            facts |= fact(*found.groups()) if callable(fact) else fact
    return facts
