"""What a schema says of its values beyond their Python type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from codegen.schemas.bounds import DECIMAL_TEXT, Schema, bounds_in

_CHECKED = ("uuid", "date", "date-time")


def is_secret(schema: Schema) -> bool:
    """Does a schema say that its value is shown to nobody?"""
    return bool(
        schema.get("x-secret") or schema.get("writeOnly") or schema.get("format") == "password"
    )


def without_places(schema: Schema) -> Schema:
    """A schema without the pattern that only says how many decimals an amount has as text, which
    its kind sees to."""
    if "x-money" in schema and DECIMAL_TEXT.fullmatch(schema.get("pattern", "")):
        return {key: value for key, value in schema.items() if key != "pattern"}
    return schema


def values_of(schema: Schema) -> Mapping[str, Any]:
    """What a value that is sent is held to: the keywords of the document, and what follows from
    its type and format. Each allows fewer values than its absence does, but for two that say how
    the others are meant: `integer`, the bits of one, and `unit`, that of an amount."""
    held = {keyword: schema[keyword] for keyword in bounds_in(schema)}
    if held.get("uniqueItems") is False:
        del held["uniqueItems"]
    kind, form = schema.get("type"), schema.get("format")
    if kind == "integer":
        held["integer"] = 32 if form == "int32" else 64
        if form == "int32" or not schema.keys() & {"x-timestamp", "x-money"}:
            held["bits"] = held["integer"]
    if "x-money" in schema:
        held["unit"] = schema["x-money"]
        if kind == "integer":
            held["whole"] = schema["x-money"]
    if kind == "string" and form in _CHECKED:
        held["format"] = form
    if "enum" in schema:
        held["enum"] = "its values"
    places = DECIMAL_TEXT.fullmatch(str(held.get("pattern", "")))
    if places and "x-money" in schema:
        del held["pattern"]
        held["decimals"] = int(places[1])
    return held


def default_of(*schemas: Schema) -> tuple[Any, ...]:
    """The default that the first of these schemas says which says one; null is one, too."""
    return next(((each["default"],) for each in schemas if "default" in each), ())


def wire_of(schema: Schema) -> str:
    """How a value stands on the wire, which the SDK reads and writes for its caller."""
    said = str(schema.get("type", "anything"))
    if "format" in schema:
        said += f" ({schema['format']})"
    if "x-money" in schema:
        said += f" in {schema['x-money']} units"
    if "x-timestamp" in schema:
        said += f" as {schema['x-timestamp']}"
    return said
