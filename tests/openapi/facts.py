"""Holds a document of ours against the collected facts of the platform's API.

Both are walked side by side from each operation, by path and never by schema name: the names differ
on purpose. What is allowed to differ has to be listed, with its reason.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

Node = dict[str, Any]

UNITS = {"money-minor": ("x-money", "minor"), "epoch-ms": ("x-timestamp", "epoch-ms")}
FILE = {"type": "string", "format": "binary"}
COMPARED = {
    "$ref", "type", "format", "enum", "const", "nullable", "properties", "required", "items",
    "additionalProperties", "oneOf", "x-unit", "deprecated",
}  # fmt: skip


def differences(
    document: Node, facts: Node, operations: Iterable[str], exceptions: Mapping[str, str]
) -> list[str]:
    """One line for each difference.

    `operations` are named as the facts name them, such as `GET /v2/orders/{id}`. `exceptions` maps
    patterns of lines (`*` stands for any text) to the reason why such a difference is right; one
    that has no reason or is never needed is a difference itself.
    """
    comparison = _Comparison(document, facts)
    for operation in operations:
        comparison.operation(operation)
    patterns = tuple(exceptions)
    needed: set[str] = set()
    left = []
    for line in comparison.lines:
        excused = _excused(line, patterns)
        needed.update(excused)
        if not excused:
            left.append(line)
    for pattern, reason in exceptions.items():
        if pattern not in needed:
            left.append(f"exception never needed: {pattern}")
        if not reason.strip():
            left.append(f"exception without a reason: {pattern}")
    return left


@cache
def _excused(line: str, patterns: tuple[str, ...]) -> list[str]:
    """The same lines come again with every change that is tried."""
    return [pattern for pattern in patterns if _compiled(pattern).fullmatch(line)]


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, pattern.split("*"))))


class _Shape(NamedTuple):
    """A schema with its references followed and its null set apart."""

    kind: str
    null: bool
    node: Node


class _Comparison:
    def __init__(self, document: Node, facts: Node) -> None:
        self.document = document
        self.facts = facts
        self.lines: list[str] = []
        self.seen: set[tuple[int, int]] = set()

    def differ(self, where: str, what: str) -> None:
        self.lines.append(f"{where}: {what}")

    # -- Operations ------------------------------------------------------------------------------

    def operation(self, name: str) -> None:
        method, path = name.split(" ")
        fact = self.facts["operations"].get(name)
        item = self.document.get("paths", {}).get(path, {})
        ours = item.get(method.lower())
        if fact is None or ours is None:
            self.differ(name, f"missing in the {'facts' if fact is None else 'document'}")
            return
        limits = [(each["limit"], each["seconds"]) for each in ours.get("x-rate-limit", [])]
        if limits != [(fact["rate_limit_per_minute"], 60)]:
            self.differ(name, f"rate limit (facts {fact['rate_limit_per_minute']}, ours {limits})")
        self.parameters(name, [*item.get("parameters", []), *ours.get("parameters", [])], fact)
        self.body(name, ours, fact)
        answers = {status: self.follow(each) for status, each in ours["responses"].items()}
        for status in self.both(f"{name} > answer", answers, fact["responses"]):
            where = f"{name} > answer {status}"
            self.content(where, answers[status], fact["responses"][status], answer=True)

    def parameters(self, name: str, parameters: list[Node], fact: Node) -> None:
        ours = {_parameter(each): each for each in map(self.follow, parameters)}
        theirs = {_parameter(each): each for each in fact["parameters"]}
        for key in self.both(f"{name} >", ours, theirs):
            where = f"{name} > {key}"
            if bool(ours[key].get("required")) != bool(theirs[key].get("required")):
                self.differ(where, "required (not as in the facts)")
            self.value(where, ours[key]["schema"], theirs[key]["schema"], answer=False)

    def body(self, name: str, ours: Node, fact: Node) -> None:
        where = f"{name} > body"
        if ("requestBody" in ours) != ("request" in fact):
            self.differ(where, "is there in one of the two only")
        elif "request" in fact:
            body = self.follow(ours["requestBody"])
            if body.get("required") is not fact["request"].get("required", True):
                self.differ(where, "required (not as in the facts)")
            self.content(where, body, fact["request"], answer=False)

    def content(self, where: str, ours: Node, fact: Node | None, *, answer: bool) -> None:
        content = ours.get("content", {})
        types = [fact["content_type"]] if fact else []
        if list(content) != types:
            self.differ(where, f"content type (facts {types}, ours {list(content)})")
        elif fact:
            schema = content[fact["content_type"]]["schema"]
            if fact["content_type"] not in ("application/json", "*/*"):
                # A file is text of the format `binary` in OpenAPI; the facts only say text.
                if (schema, fact["schema"]) != (FILE, {"type": "string"}):
                    self.differ(where, f"no file (facts {fact['schema']}, ours {schema})")
                return
            self.value(where, schema, fact["schema"], answer=answer)

    def both(self, where: str, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[str]:
        """The keys that both have; what only one has is a difference."""
        for key in theirs:
            if key in ours:
                yield key
            else:
                self.differ(f"{where} {key}", "missing in the document")
        for key in ours:
            if key not in theirs:
                self.differ(f"{where} {key}", "not in the facts")

    # -- Schemas ---------------------------------------------------------------------------------

    def value(
        self, where: str, schema: Any, fact: Node, *, answer: bool, optional: bool = False
    ) -> None:
        ours, theirs = self.our_shape(schema), self.their_shape(where, fact)
        # Real answers hold null for fields that the published types only call optional, so there
        # the document must allow it, whatever the facts say.
        if ours.null and not theirs.null:
            self.differ(where, f"null is allowed{' for an optional field' * optional}")
        elif not ours.null and (theirs.null or (answer and optional)):
            self.differ(where, "null is not allowed")
        if ours.kind != theirs.kind:
            self.differ(where, f"type (facts {theirs.kind}, ours {ours.kind})")
            if (theirs.kind, ours.kind) == ("union", "object"):
                variants = [self.their_shape(where, each).node for each in theirs.node["oneOf"]]
                merged = {k: v for each in variants for k, v in each.get("properties", {}).items()}
                self.members(where, ours.node, {"properties": merged}, answer)
            return
        if "x-unit" in theirs.node:
            key, unit = UNITS.get(theirs.node["x-unit"], (theirs.node["x-unit"], None))
            if ours.node.get(key, "") != unit:
                self.differ(where, f"{key} (facts {unit}, ours {ours.node.get(key)})")
        for what in ("format", "enum"):
            pair = [_choices(each) if what == "enum" else each.get("format")
                    for each in (theirs.node, ours.node)]  # fmt: skip
            if pair[0] != pair[1]:
                self.differ(where, f"{what} (facts {pair[0]}, ours {pair[1]})")
        if ours.kind in ("object", "union"):
            if (id(ours.node), id(theirs.node)) in self.seen:
                return
            self.seen.add((id(ours.node), id(theirs.node)))
        if ours.kind == "object":
            self.members(where, ours.node, theirs.node, answer)
        elif ours.kind == "union":
            self.variants(where, ours.node, theirs.node, answer)
        elif ours.kind in ("array", "map"):
            key = "items" if ours.kind == "array" else "additionalProperties"
            inner = f"{where} > {'each' if ours.kind == 'array' else 'any'}"
            self.value(inner, ours.node.get(key), theirs.node[key], answer=answer)

    def members(self, where: str, ours: Node, theirs: Node, answer: bool) -> None:
        mine, facts = ours.get("properties", {}), theirs.get("properties", {})
        for name in self.both(f"{where} >", mine, facts):
            required = [name in each.get("required", []) for each in (theirs, ours)]
            if required[0] != required[1]:
                self.differ(f"{where} > {name}", f"required (facts {required[0]})")
            deprecated = [bool(each.get("deprecated")) for each in (facts[name], mine[name])]
            if deprecated[0] != deprecated[1]:
                self.differ(f"{where} > {name}", f"deprecated (facts {deprecated[0]})")
            inner = f"{where} > {name}"
            optional = answer and not required[1]
            self.value(inner, mine[name], facts[name], answer=answer, optional=optional)

    def variants(self, where: str, ours: Node, theirs: Node, answer: bool) -> None:
        name = ours.get("discriminator", {}).get("propertyName", "")
        mapping = ours.get("discriminator", {}).get("mapping", {})
        listed = [each.get("$ref") for each in ours["oneOf"]]
        mine = {key: {"$ref": ref} for key, ref in mapping.items() if ref in listed}
        facts = {}
        for variant in theirs["oneOf"]:
            properties = self.their_shape(where, variant).node.get("properties", {})
            facts[str(properties.get(name, {}).get("const"))] = variant
        if len(mine) != len(listed) or len(facts) != len(theirs["oneOf"]):
            self.differ(where, f"variants that {name or 'no discriminator'} does not tell apart")
        for key in self.both(f"{where} >", mine, facts):
            self.value(f"{where} > {key}", mine[key], facts[key], answer=answer)

    # -- Reading both sides ----------------------------------------------------------------------

    def follow(self, node: Node) -> Node:
        while "$ref" in node:
            reference = node["$ref"]
            node = self.document
            for step in reference.removeprefix("#/").split("/"):
                node = node[step]
        return node

    def our_shape(self, schema: Any) -> _Shape:
        if not isinstance(schema, dict):
            return _Shape("any", False, {})
        node = self.follow(schema)
        if "oneOf" in node:
            branches = [each for each in node["oneOf"] if each.get("type") != "null"]
            null = len(branches) < len(node["oneOf"])
            if len(branches) == 1:
                inner = self.our_shape(branches[0])
                return inner._replace(null=null or inner.null)
            return _Shape("union", null, node)
        types = node.get("type", [])
        types = [types] if isinstance(types, str) else types
        return _Shape(_kind(node, [t for t in types if t != "null"]), "null" in types, node)

    def their_shape(self, where: str, fact: Node) -> _Shape:
        null = False
        while True:
            null = null or bool(fact.get("nullable"))
            for key in fact.keys() - COMPARED:
                self.differ(where, f"a kind of fact that is not compared ({key})")
            if "$ref" not in fact:
                break
            fact = self.facts["schemas"][fact["$ref"].removeprefix("#/schemas/")]
        if "oneOf" in fact:
            return _Shape("union", null, fact)
        kind = fact.get("type", "string" if "const" in fact else "any")
        # The published types know no integers: there a whole number is one with such a format.
        if kind == "number" and fact.get("format") in ("int32", "int64"):
            kind = "integer"
        return _Shape(_kind(fact, [kind]), null, fact)


def _kind(node: Node, types: list[str]) -> str:
    if types == ["object"] and "properties" not in node:
        return "map" if isinstance(node.get("additionalProperties"), dict) else "object"
    return "|".join(types) or "any"


def _parameter(node: Node) -> str:
    """The names of headers do not differ by case; the facts spell one of them in two ways."""
    name = node["name"].lower() if node["in"] == "header" else node["name"]
    return f"{node['in']} {name}"


def _choices(node: Node) -> list[str] | None:
    """A constant is a choice of one."""
    choices = [node["const"]] if "const" in node else node.get("enum")
    return None if choices is None else sorted(choices)
