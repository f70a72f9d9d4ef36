"""What a value breaks of what a document says about it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import best_match

from commerce_sdk.sandbox.engine.reading import pointed_at, reference_of

Json = Mapping[str, Any]
Path = tuple[str | int, ...]

_NULL: Json = {"type": "null"}
_VARIANTS = ("oneOf", "anyOf")
_OWN = (
    *("format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems"),
    *("minProperties", "maxProperties"),
)
"""Keywords about a value of the right type, rather than about what it holds."""
_RULES = {
    *("not", "if", "contains", "prefixItems", "propertyNames", "patternProperties"),
    *("dependentRequired", "dependentSchemas", "unevaluatedProperties", "unevaluatedItems"),
}
"""Keywords that a schema with one of them is held to as a whole, by the rules of JSON Schema."""
_WORDS = {"title", "description", "default", "example", "examples", "deprecated"}
# By what the library gives, for its name is a word that a platform has for something else.
_Broken: Any = type(next(Draft202012Validator(False).iter_errors(None)))
_READABLE = {"uuid": "UUID", "date": "date", "date-time": "instant"}
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DATE_TIME = re.compile(rf"{_DATE.pattern}[Tt][0-9:.]+([Zz]|[+-][0-9]{{2}}:[0-9]{{2}})")


@dataclass(frozen=True)
class Finding:
    """One thing about a value that the document does not allow."""

    path: Path
    message: str

    @property
    def place(self) -> str:
        return place_of(self.path)


def place_of(path: Path) -> str:
    """A path as people write it: `items[0].id`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}"
    return text.removeprefix(".")


class Schemas:
    """The schemas of a document, which refer to each other."""

    def __init__(self, content: Json) -> None:
        self._content = content
        self._rules = _Rules(content)

    def resolved(self, part: Json | bool) -> Json:
        """A part behind its `$ref`s. What stands beside one, and there too, holds with it."""
        if isinstance(part, bool):
            return {} if part else {"not": {}}
        if "$ref" not in part:
            return part
        target = self.resolved(pointed_at(self._content, part["$ref"]))
        own = {key: each for key, each in part.items() if key != "$ref"}
        if own.keys() & target.keys() - _WORDS:
            return {**own, "allOf": [*own.get("allOf", ()), target]}
        return {**target, **own}

    def object_of(self, schema: Json) -> Json:
        """What an object's schema says, also where null may stand in its place."""
        schema = self.resolved(schema)
        variants = [each for each in _variants(schema) if each != _NULL]
        return self.object_of(variants[0]) if variants else self.shape(schema)

    def properties(self, schema: Json) -> dict[str, Json]:
        """The properties of an object, or of all that one is made of."""
        schema = self.resolved(schema)
        found = dict(schema.get("properties", {}))
        for part in (*_variants(schema), *schema.get("allOf", ())):
            found = {**self.properties(part), **found}
        return found

    def parts(self, schema: Json) -> Iterator[Json]:
        """A schema and all that it is made of, as what says something of the same value."""
        schema = self.resolved(schema)
        yield schema
        for each in (*schema.get("allOf", ()), *_variants(schema)):
            yield from self.parts(each)

    def shape(self, schema: Json) -> Json:
        """A schema with the types and items that it has in any of its parts: as what to read a
        text."""
        schema = self.resolved(schema)
        parts = [self.shape(each) for each in (*schema.get("allOf", ()), *_variants(schema))]
        kinds = types_of(schema) or tuple(kind for each in parts for kind in types_of(each))
        items = [each["items"] for each in (schema, *parts) if "items" in each]
        return {**schema, "type": kinds, **({"items": items[0]} if items else {})}

    def findings(self, schema: Json | bool, value: Any, path: Path = ()) -> Iterator[Finding]:
        """What the document does not allow about a value, at its exact place: variants are told
        apart by their discriminator first, so that the right field is named."""
        schema = self.resolved(schema)
        if _RULES & schema.keys():
            yield from self._by_rules(schema, value, path)
            return
        for each in schema.get("allOf", ()):
            yield from self.findings(each, value, path)
        for key in _VARIANTS:
            if key in schema:
                yield from self._of_variants(schema, key, value, path)
        wrong = [*_of_type(schema, value)] or [*_of_own(schema, value)]
        yield from (Finding(path, message) for message in wrong)
        if wrong:
            return
        if isinstance(value, Mapping):
            yield from self._of_object(schema, value, path)
        elif isinstance(value, list) and "items" in schema:
            for index, entry in enumerate(value):
                yield from self.findings(schema["items"], entry, (*path, index))

    def _of_object(self, schema: Json, value: Json, path: Path) -> Iterator[Finding]:
        for name in schema.get("required", ()):
            if name not in value:
                yield Finding((*path, name), "is required")
        properties = schema.get("properties", {})
        others = schema.get("additionalProperties", True)
        for name, entry in value.items():
            if name in properties:
                yield from self.findings(properties[name], entry, (*path, name))
            elif isinstance(others, Mapping):
                yield from self.findings(others, entry, (*path, name))
            elif not others:
                yield Finding((*path, name), "is no property of it")

    def _of_variants(self, schema: Json, key: str, value: Any, path: Path) -> Iterator[Finding]:
        variants = [each for each in schema[key] if each != _NULL]
        if value is None and len(variants) < len(schema[key]):
            return
        if "discriminator" not in schema:
            rules = self._by_rules({key: schema[key]}, value, path)
            yield from self.findings(variants[0], value, path) if len(variants) == 1 else rules
            return
        name = schema["discriminator"]["propertyName"]
        known = self._by_discriminator(schema, name, variants)
        if not isinstance(value, Mapping):
            yield Finding(path, "is not an object")
            return
        kind = value.get(name, self._default_variant(name, known))
        if not isinstance(kind, str) or kind not in known:
            yield Finding((*path, name), f"is none of {', '.join(known)}")
            return
        yield from self.findings(known[kind], value, path)

    def _by_rules(self, schema: Json, value: Any, path: Path) -> Iterator[Finding]:
        for error in self._rules.evolve(schema=schema).iter_errors(value):
            # Of variants, what the likeliest one finds.
            told = best_match([error])
            yield Finding((*path, *told.absolute_path), told.message)

    def _by_discriminator(self, schema: Json, name: str, variants: list[Json]) -> dict[str, Json]:
        """The variants by what tells them: as mapped, by their constant, or by their name."""
        known: dict[str, Json] = {}
        for kind, target in schema["discriminator"].get("mapping", {}).items():
            known[str(kind)] = {"$ref": reference_of(target)}
        for variant in variants:
            if variant not in known.values():
                told = self.resolved(variant).get("properties", {}).get(name, {})
                known[told.get("const") or variant["$ref"].rpartition("/")[2]] = variant
        return known

    def _default_variant(self, name: str, known: Json) -> str | None:
        """The variant that may leave out what tells it."""
        variants = ((kind, self.resolved(each)) for kind, each in known.items())
        return next(
            (str(kind) for kind, each in variants if name not in each.get("required", ())), None
        )


def types_of(schema: Json) -> tuple[str, ...]:
    """The JSON types that a schema names."""
    named = schema.get("type", ())
    return (named,) if isinstance(named, str) else tuple(named)


def _variants(schema: Json) -> list[Json]:
    return [each for key in _VARIANTS for each in schema.get(key, ())]


def _is(kind: str, value: Any) -> bool:
    if isinstance(value, bool) or value is None:
        return kind == {True: "boolean", False: "boolean", None: "null"}[value]
    if isinstance(value, int):
        return kind in ("integer", "number")
    if isinstance(value, float):
        return kind == "number" or (kind == "integer" and value.is_integer())
    known = {"string": str, "array": list, "object": Mapping}
    return kind in known and isinstance(value, known[kind])


def _of_type(schema: Json, value: Any) -> Iterator[str]:
    kinds = types_of(schema)
    if kinds and not any(_is(kind, value) for kind in kinds):
        yield f"{value!r} is not of type {', '.join(map(repr, kinds))}"
    elif "enum" in schema and not any(_same(value, each) for each in schema["enum"]):
        yield f"{value!r} is not one of {schema['enum']!r}"
    elif "const" in schema and not _same(value, schema["const"]):
        yield f"{value!r} is not {schema['const']!r}"


def _same(one: Any, other: Any) -> bool:
    # True is not 1 in JSON.
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)


def _of_own(schema: Json, value: Any) -> Iterator[str]:
    own = {key: schema[key] for key in _OWN if key in schema}
    if own:
        yield from (error.message for error in _Rules(own).iter_errors(value))


def _of_step(_: Any, step: Any, value: Any, schema: Json) -> Iterator[Any]:
    # As fractions, for 0.15 is a multiple of 0.05 and no float knows it.
    if _is("number", value) and Fraction(repr(value)) % Fraction(repr(step)):
        yield _Broken(f"{value!r} is no multiple of {step!r}")


def _of_pattern(_: Any, pattern: str, value: Any, schema: Json) -> Iterator[Any]:
    if isinstance(value, str) and not _pattern(pattern).search(value):
        yield _Broken(f"{value!r} does not match {pattern!r}")


@lru_cache(maxsize=256)
def _pattern(text: str) -> re.Pattern[str]:
    """A pattern of ECMA-262 as Python's: there `$` is the very end, and `\\d` is ASCII."""
    ends = text.endswith("$") and not text.endswith("\\$")
    return re.compile(text[:-1] + r"\Z" if ends else text, re.ASCII)


def _of_format(_: Any, kind: str, value: Any, schema: Json) -> Iterator[Any]:
    if kind in ("int32", "int64") and _is("integer", value):
        limit = 1 << (int(kind[3:]) - 1)
        if not -limit <= value < limit:
            yield _Broken(f"does not fit {kind}")
    elif kind in _READABLE and isinstance(value, str) and not _reads_as(kind, value):
        yield _Broken(f"is no {_READABLE[kind]}")


@lru_cache(maxsize=4096)
def _reads_as(kind: str, value: str) -> bool:
    if kind == "uuid":
        return bool(_UUID.fullmatch(value))
    if not (_DATE if kind == "date" else _DATE_TIME).fullmatch(value):
        return False
    try:
        datetime.datetime.fromisoformat(value.upper())
    except ValueError:
        return False
    return True


_Rules: Any = validators.extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    {"format": _of_format, "multipleOf": _of_step, "pattern": _of_pattern},
)
