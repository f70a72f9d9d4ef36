"""JSON values of a schema, most of which it allows."""

from __future__ import annotations

from random import Random
from typing import Any

from codegen.reading.walk import resolve, types
from codegen.schemas.shapes import Shapes
from codegen.schemas.unions import branches, union_of

Node = dict[str, Any]

TEXTS = ("a", "ab", "12", "5", "7.25", "x", "b", "Ü", 'a"b\n', "", "a longer text of some words")
FORMATS = {
    "date": "2024-02-29",
    "date-time": "2024-02-29T12:30:00Z",
    "uuid": "01234567-89ab-cdef-0123-456789abcdef",
}


class TooDeep(Exception):
    """What is required goes on and on."""


def instance(chance: Random, document: Node, schema: Any, depth: int = 4) -> Any:
    """A value of a schema. Raises `TooDeep`."""
    if depth < 0:
        raise TooDeep
    schema = resolve(document, schema)
    if "discriminator" in schema:
        union = union_of(schema, document["components"]["schemas"])
        assert union is not None
        value, model = chance.choice(sorted(union.models.items()))
        made = instance(chance, document, {"$ref": f"#/components/schemas/{model}"}, depth - 1)
        return {**made, union.discriminator: value}
    if found := branches(schema):
        kinds = [each for each in found if types(each) != ["null"]]
        some = len(kinds) == len(found) or chance.random() < 0.7
        return instance(chance, document, kinds[0], depth) if some and depth else None
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return chance.choice(schema["enum"])
    if not types(schema):
        return chance.choice(["any", 5, True, ["x"], {"a": {"b": 1}}])
    kind = chance.choice(types(schema))
    if kind == "object" and "properties" in schema:
        return _object(chance, document, schema, depth)
    if kind == "object":
        values = schema.get("additionalProperties", True)
        inner = {} if values is True else values
        return {key: instance(chance, document, inner, depth - 1) for key in _keys(chance, depth)}
    if kind == "array":
        entries = _keys(chance, depth)
        return [instance(chance, document, schema["items"], depth - 1) for _ in entries]
    return _scalar(chance, kind, schema)


def _keys(chance: Random, depth: int) -> list[str]:
    return chance.sample(["a", 'b"', "c d"], chance.randint(0, 2)) if depth else []


def _object(chance: Random, document: Node, schema: Node, depth: int) -> Node:
    made = {}
    told_by, values = _told(document, schema)
    for name, prop in schema["properties"].items():
        if name == told_by:
            made[name] = chance.choice(values)
        elif name == "currency" and prop.get("type") == "string":
            made[name] = "USD"
        elif name in schema.get("required", ()):
            made[name] = instance(chance, document, prop, depth - 1)
        elif chance.random() < 0.6:
            try:
                made[name] = instance(chance, document, prop, depth - 1)
            except TooDeep:
                continue
    return made


def _told(document: Node, schema: Node) -> tuple[str | None, list[str]]:
    """What a variant is told by, which it says by itself too, and the values that it can say."""
    for name, (told_by, classes) in Shapes(document).told_by.items():
        if document["components"]["schemas"][name] is schema:
            return told_by, sorted(classes)
    return None, []


def _scalar(chance: Random, kind: str, schema: Node) -> Any:
    if kind == "null":
        return None
    if kind == "boolean":
        return chance.random() < 0.5
    if kind == "string":
        if "x-money" in schema:
            return chance.choice(["5", "12"])
        return FORMATS.get(schema.get("format", ""), chance.choice(TEXTS))
    if "x-timestamp" in schema:
        return chance.randint(0, 10**12)
    if kind == "number" and "x-money" not in schema:
        return chance.choice([0, 1, 2.5, -4, 1000])
    return chance.choice([0, 1, 2, 7, -3, 500])
