"""What a schema says of its values beyond their Python type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bounds import DECIMAL_TEXT, Schema, bounds_in

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
    its format. Each allows fewer values than its absence does."""
    held = {keyword: schema[keyword] for keyword in bounds_in(schema)}
    kind, form = schema.get("type"), schema.get("format")
    if kind == "integer" and form == "int32":
        held["bits"] = 32
    elif kind == "integer" and not schema.keys() & {"x-timestamp", "x-money"}:
        held["bits"] = 64
    if kind == "string" and form in _CHECKED:
        held["format"] = form
    if "enum" in schema:
        held["enum"] = "its values"
    places = DECIMAL_TEXT.fullmatch(str(held.get("pattern", "")))
    if places and "x-money" in schema:
        del held["pattern"]
        held["decimals"] = int(places[1])
    return held


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
