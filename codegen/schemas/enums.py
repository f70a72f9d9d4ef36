"""What values an enum can have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from codegen.reading.failures import UnsupportedSchema


def check_enum(schema: Mapping[str, Any]) -> None:
    """Raises `UnsupportedSchema` where an enum's values are not what one of Python can have."""
    kind, values = schema.get("type"), schema["enum"]
    wanted = {"string": str, "integer": int}.get(kind if isinstance(kind, str) else "")
    if wanted is None:
        raise UnsupportedSchema("an enum of no one type; write type: string, or integer")
    if "const" in schema:
        raise UnsupportedSchema("const beside an enum; write one of them")
    if not isinstance(values, list) or not values:
        raise UnsupportedSchema("an enum without values; list them, or leave enum out")
    for value in values:
        if value is None:
            raise UnsupportedSchema("null among an enum's values; allow null where it is used")
        if type(value) is not wanted:
            raise UnsupportedSchema(
                f"{value!r} in an enum of type {kind}; write values of its type"
            )
    for value in values:
        if values.count(value) > 1:
            raise UnsupportedSchema(f"{value!r} twice in an enum; write it once")
