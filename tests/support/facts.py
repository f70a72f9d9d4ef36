"""The collected facts as a source of payloads, and which model of ours each of their schemas is."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from tests.conftest import ROOT

Node = Mapping[str, Any]
FACTS: Node = json.loads((ROOT / "tests/data/commerce-api-facts.json").read_text("utf-8"))
DOCUMENT: Node = json.loads(
    (ROOT / "src/commerce_sdk/sandbox/documents/commerce.json").read_text("utf-8")
)
_DEEP = 4


def pairs(side: str) -> dict[str, str]:
    """The facts' schemas of `requests` or `answers`, each with our name for it. Both are walked
    side by side from the operations, by path."""
    found: dict[str, str] = {}
    for name, fact in FACTS["operations"].items():
        method, path = name.split(" ")
        ours = DOCUMENT["paths"][path][method.lower()]
        if side == "requests":
            roots = [(fact["request"], ours["requestBody"])] if "request" in fact else []
        else:
            answers = fact["responses"].items()
            roots = [(each, ours["responses"][status]) for status, each in answers if each]
        for theirs, mine in roots:
            content = next(iter(_followed(mine)["content"].values()))
            _walk(theirs["schema"], content["schema"], found)
    return found


def _followed(node: Node) -> Node:
    while "$ref" in node:
        target: Any = DOCUMENT
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def _without_null(node: Node) -> Node:
    branches = [each for each in node.get("oneOf", ()) if each != {"type": "null"}]
    return branches[0] if len(branches) == 1 else node


def _walk(theirs: Node, ours: Any, found: dict[str, str]) -> None:
    if not isinstance(ours, Mapping):
        return
    ours = _without_null(ours)
    name, fact_name = _name(ours), _name(theirs)
    if fact_name:
        if fact_name in found:
            return
        theirs = FACTS["schemas"][fact_name]
        if name:
            found[fact_name] = name
    ours = _followed(ours)
    if "oneOf" in theirs and "discriminator" not in ours:
        # What nothing tells apart is one object with the fields of all of them.
        for variant in theirs["oneOf"]:
            found[_name(variant)] = name
            for key, entry in schema(_name(variant))["properties"].items():
                _walk(entry, ours["properties"].get(key), found)
    elif "oneOf" in theirs:
        mapping = ours["discriminator"]["mapping"]
        key = ours["discriminator"]["propertyName"]
        for variant in theirs["oneOf"]:
            value = schema(_name(variant))["properties"][key]["const"]
            _walk(variant, {"$ref": mapping[value]}, found)
    for key, entry in theirs.get("properties", {}).items():
        _walk(entry, ours.get("properties", {}).get(key), found)
    for key in ("items", "additionalProperties"):
        if isinstance(theirs.get(key), Mapping):
            _walk(theirs[key], ours.get(key), found)


def _name(node: Node) -> str:
    return str(node.get("$ref", "")).rpartition("/")[2]


def schema(name: str) -> Node:
    """A schema of the facts."""
    found: Node = FACTS["schemas"][name]
    return found


class Answers:
    """Odd but possible answers: fields missing, null where not required, fields and enum values
    that nobody knows, whole numbers as `3.0`."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def of(self, node: Node, depth: int = 0) -> Any:
        if "$ref" in node:
            return self.of(schema(_name(node)), depth)
        if "oneOf" in node:
            return self.of(self.random.choice(node["oneOf"]), depth)
        if "const" in node:
            return node["const"]
        if "enum" in node:
            return "BRAND_NEW" if self.random.random() < 0.1 else self.random.choice(node["enum"])
        return getattr(self, "_" + node.get("type", "string"))(node, depth)

    def _object(self, node: Node, depth: int) -> dict[str, Any]:
        if "properties" not in node:
            values = node.get("additionalProperties")
            keys = ("a", "b") if depth <= _DEEP else ()
            entries = values if isinstance(values, Mapping) else {"type": "string"}
            return {key: self.of(entries, depth + 1) for key in keys if self.random.random() < 0.5}
        made: dict[str, Any] = {}
        for name, entry in node["properties"].items():
            roll = self.random.random()
            if name not in node.get("required", ()):
                if roll < 0.3 or (depth > _DEEP and roll < 0.9):
                    continue
                if roll < 0.45:
                    made[name] = None
                    continue
            made[name] = self.of(entry, depth + 1)
        if self.random.random() < 0.15:
            made["brandNew"] = self.random.choice([{"a": [1]}, "x", None, Decimal("0.10")])
        return made

    def _array(self, node: Node, depth: int) -> list[Any]:
        count = 0 if depth > _DEEP else self.random.randrange(3)
        return [self.of(node["items"], depth + 1) for _ in range(count)]

    def _string(self, node: Node, depth: int) -> str:
        if "x-unit" in node:
            return self.random.choice(["0", "12.500000000001", "-1", "12345678901234567.5"])
        return self.random.choice(["", "a", "zwölf", "\x00\u2028", "2024-07-19T10:00:00Z"])

    def _integer(self, node: Node, depth: int) -> Any:
        return self.random.choice([0, -1, 7, 2**62, 1721418338715, Decimal("3.0")])

    def _number(self, node: Node, depth: int) -> Any:
        return self.random.choice([0, Decimal("0.1"), Decimal("-1E-9"), 10**25, Decimal("5.00")])

    def _boolean(self, node: Node, depth: int) -> bool:
        return self.random.random() < 0.5


class Requests(Answers):
    """Requests that the facts allow. `complete` sends every field."""

    def __init__(self, seed: int, *, complete: bool = False) -> None:
        super().__init__(seed)
        self._complete = complete

    def of(self, node: Node, depth: int = 0) -> Any:
        if depth and node.get("nullable") and self.random.random() < 0.1 and not self._complete:
            return None
        if "enum" in node:
            return self.random.choice(node["enum"])
        return super().of(node, depth)

    def _object(self, node: Node, depth: int) -> dict[str, Any]:
        if "properties" not in node:
            return super()._object(node, depth)
        return {
            name: "USD" if name == "currency" else self.of(entry, depth + 1)
            for name, entry in node["properties"].items()
            if self._complete or name in node.get("required", ()) or self._wanted(depth)
        }

    def _wanted(self, depth: int) -> bool:
        return self.random.random() < (0.6 if depth <= _DEEP else 0.1)

    def _array(self, node: Node, depth: int) -> list[Any]:
        if self._complete:
            return [self.of(node["items"], depth + 1)] if depth <= 2 * _DEEP else []
        return super()._array(node, depth)

    def _string(self, node: Node, depth: int) -> str:
        if "x-unit" in node:
            return self.random.choice(["0", "12.500000000001", "-1", "0.000000000001"])
        if node.get("format") == "uuid":
            return "009f8789-c10c-4366-9420-f712d02a6499"
        return self.random.choice(["a", "zwölf", "x" * 40])

    def _integer(self, node: Node, depth: int) -> Any:
        if node.get("format") == "int32":
            return self.random.choice([0, -1, 2**31 - 1])
        return self.random.choice([0, 7, 1721418338715])


def values(node: Node, made: Any, path: str = "") -> Iterator[tuple[Node, Any, Any, str, str]]:
    """Every field of a request: its fact, the object that holds it, its name, that object's fact's
    `required` aside, and its path as an error names it."""
    if "$ref" in node:
        yield from values(schema(_name(node)), made, path)
    elif "oneOf" in node and isinstance(made, dict):
        for variant in node["oneOf"]:
            inner = schema(_name(variant))
            consts = {k: v["const"] for k, v in inner["properties"].items() if "const" in v}
            if all(made.get(key) == value for key, value in consts.items()):
                yield from values(inner, made, path)
                return
    elif "properties" in node and isinstance(made, dict):
        for name, entry in node["properties"].items():
            if name in made:
                place = f"{path}.{name}" if path else name
                yield (
                    entry,
                    made,
                    name,
                    place,
                    "required" if name in node.get("required", ()) else "optional",
                )
                yield from values(entry, made[name], place)
    elif node.get("type") == "array" and isinstance(made, list):
        for index, each in enumerate(made):
            yield from values(node["items"], each, f"{path}[{index}]")
