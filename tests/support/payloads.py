"""Answers made up from the document's schemas: odd, but of the right shape."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any


class Payloads:
    """Makes values for schemas. The same seed makes the same values."""

    def __init__(self, document: dict[str, Any], seed: int) -> None:
        self._schemas = document["components"]["schemas"]
        self._random = random.Random(seed)

    def of(self, schema: dict[str, Any], depth: int = 0) -> Any:
        chance = self._random.random
        if "$ref" in schema:
            return self.of(self._schemas[schema["$ref"].rsplit("/", 1)[1]], depth)
        if "oneOf" in schema:
            return self._one_of(schema, depth)
        if "enum" in schema:
            return "BRAND_NEW" if chance() < 0.1 else self._random.choice(schema["enum"])
        if "const" in schema:
            return schema["const"]
        kinds = schema.get("type", "string")
        kind = kinds if isinstance(kinds, str) else kinds[0]
        if kind == "object":
            return self._object(schema, depth)
        if kind == "array":
            count = 0 if depth > 5 else self._random.randrange(3)
            return [self.of(schema["items"], depth + 1) for _ in range(count)]
        if "x-money" in schema and kind == "string":
            return self._random.choice(["0", "12.500000000001", "-1E-12", "12345678901234567"])
        return {
            "string": lambda: self._random.choice(["", "a", "zwölf", "\x00\u2028", "null"]),
            "integer": lambda: self._random.choice(
                [0, -1, 7, 2**62, 1721418338715, Decimal("3.0")]
            ),
            "number": lambda: self._random.choice([0, Decimal("0.1"), Decimal("-1E-9"), 10**25]),
            "boolean": lambda: chance() < 0.5,
        }[kind]()

    def _one_of(self, schema: dict[str, Any], depth: int) -> Any:
        others = [entry for entry in schema["oneOf"] if entry != {"type": "null"}]
        if "discriminator" in schema and self._random.random() < 0.15:
            return {schema["discriminator"]["propertyName"]: "BRAND_NEW", "x": [1]}
        return self.of(self._random.choice(others), depth)

    def _object(self, schema: dict[str, Any], depth: int) -> dict[str, Any]:
        made: dict[str, Any] = {}
        required = schema.get("required", ())
        for name, entry in schema.get("properties", {}).items():
            if name not in required:
                roll = self._random.random()
                if roll < 0.3 or (depth > 5 and roll < 0.9):
                    continue
                if roll < 0.5:
                    made[name] = None
                    continue
            made[name] = self.of(entry, depth + 1)
        values = schema.get("additionalProperties")
        if isinstance(values, dict):
            made.update({key: self.of(values, depth + 1) for key in ("k", "k2")})
        elif self._random.random() < 0.2:
            made["brandNew"] = {"deep": [1, None, Decimal("1.10")]}
        return made


def whole(document: dict[str, Any], schema: dict[str, Any], text: str, *, depth: int = 5) -> Any:
    """An answer with every property that it may have, one entry to each list, and this in the place
    of every text that the schema leaves open."""
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
        return whole(document, schema, text, depth=depth)
    if "oneOf" in schema:
        first = next(entry for entry in schema["oneOf"] if entry != {"type": "null"})
        return whole(document, first, text, depth=depth)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    kinds = schema.get("type", "string")
    kind = kinds if isinstance(kinds, str) else kinds[0]
    if kind == "object":
        entries = schema.get("properties", {}).items() if depth else ()
        return {name: whole(document, entry, text, depth=depth - 1) for name, entry in entries}
    if kind == "array":
        return [whole(document, schema["items"], text, depth=depth)]
    return {"string": text, "integer": 1, "number": 1, "boolean": False}[kind]
