"""A schema without its references and what only adds null: what all those layers say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from codegen.reading.failures import UnsupportedSchema
from codegen.schemas.bounds import Schema, bounds_in
from codegen.schemas.unions import branches

_NULL = {"type": "null"}
_OF_ITS_PLACE = ("title", "description", "default", "deprecated", "readOnly", "writeOnly")
_BELONGS = {
    "properties": "object",
    "required": "object",
    "additionalProperties": "object",
    "items": "array",
}
"""The type that a keyword says something of; bounds have theirs (`schemas/bounds.py`)."""


@dataclass(frozen=True)
class Unwrapped:
    """The innermost schema, without its null, and its name if it has one; `said` is that schema
    with what stands on the layers around it, of which the outer ones come first."""

    name: str | None
    schema: Schema
    nullable: bool
    said: Mapping[str, Any]


def unwrapped(schema: Schema, schemas: Mapping[str, Schema]) -> Unwrapped:
    """Raises `UnsupportedSchema` where a layer leads nowhere, or says what holds of no value."""
    name: str | None = None
    nullable = False
    around: dict[str, Any] = {}
    passed: set[int] = set()
    while True:
        if not isinstance(schema, Mapping):
            raise UnsupportedSchema(f"{schema!r} as a schema; write {{}} for any value, or a type")
        if id(schema) in passed:
            raise UnsupportedSchema("a schema of itself; say what it is")
        passed.add(id(schema))
        around = {**_of_its_place(schema), **around}
        if "$ref" in schema:
            name = str(schema["$ref"]).rsplit("/", 1)[1]
            if name not in schemas:
                raise UnsupportedSchema(f"{schema['$ref']} leads nowhere")
            if beside := bounds_in(schema):
                raise UnsupportedSchema(f"{beside[0]} beside a $ref; write it into {name}")
            schema = schemas[name]
        elif _wraps(schema):
            only, has_null = _wrapped(schema)
            nullable |= has_null
            if beside := bounds_in(schema):
                raise UnsupportedSchema(f"{beside[0]} beside a oneOf; write it into what is in it")
            name, schema = None, only
        else:
            own, has_null = _of_one_type(schema)
            _check(own)
            return Unwrapped(name, own, nullable or has_null, {**own, **around})


def _of_its_place(schema: Schema) -> dict[str, Any]:
    return {
        key: value
        for key, value in schema.items()
        if key in _OF_ITS_PLACE or str(key).startswith("x-")
    }


def _wraps(schema: Schema) -> bool:
    """Is it a choice that says no more than what it is of?"""
    return bool(branches(schema)) and "discriminator" not in schema


def _wrapped(schema: Schema) -> tuple[Any, bool]:
    """The one schema of a choice, and whether null is the other."""
    found = branches(schema)
    others = [entry for entry in found if entry != _NULL]
    if len(others) != 1:
        raise UnsupportedSchema(
            "a oneOf of several schemas needs a discriminator; say by which property they are "
            "told apart"
        )
    return others[0], len(others) < len(found)


def _of_one_type(schema: Schema) -> tuple[Schema, bool]:
    """A schema without its null, and whether it had one."""
    types = schema.get("type")
    if not isinstance(types, list):
        return schema, _NULL in branches(schema)
    others = [entry for entry in types if entry != "null"]
    if len(others) != 1:
        raise UnsupportedSchema(
            f"several types in one schema: {types}; write one, or one and 'null'"
        )
    has_null = len(others) < len(types)
    values = "enum" if "enum" in schema else "const"
    if has_null and values in schema and None not in _listed(schema):
        raise UnsupportedSchema(
            f"null in the type, which {values} does not allow; write the type alone, and where it "
            "may be null oneOf of this and {type: 'null'}"
        )
    return {**schema, "type": others[0]}, has_null


def _listed(schema: Schema) -> list[Any]:
    values = schema.get("enum", [])
    return values if isinstance(values, list) else []


def _check(schema: Schema) -> None:
    """Does each keyword say something of the schema's type?"""
    kind = schema.get("type", "object" if "properties" in schema else None)
    for keyword, belongs in _BELONGS.items():
        if keyword in schema and kind != belongs:
            of = f"type {kind}" if kind else "a schema without a type"
            raise UnsupportedSchema(
                f"{keyword}, which says nothing of {of}; remove it, or write type: {belongs}"
            )
    if "required" in schema and "properties" not in schema:
        raise UnsupportedSchema(
            "required of a map, which says nothing of its keys; remove it, or write properties"
        )
    if "format" in schema and kind in ("array", "object", "boolean"):
        raise UnsupportedSchema(f"format, which says nothing of type {kind}; remove it")
