"""Which schemas hold amounts, and which say what those are in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from codegen.schemas.shapes import Shapes
from codegen.schemas.unions import branches


def carries_money(shapes: Shapes, name: str) -> bool:
    """Is there an amount anywhere in it?"""
    return any(
        _is_amount(part)
        for reached in shapes.reachable({name})
        for schema in (shapes.schemas[reached],)
        for part in (schema, *schema.get("properties", {}).values())
    )


def _is_amount(schema: Any) -> bool:
    """Is it an amount, or a list or map of amounts? One that has a name is reached by that."""
    return isinstance(schema, Mapping) and (
        "x-money" in schema
        or any(map(_is_amount, branches(schema)))
        or _is_amount(schema.get("items"))
        or _is_amount(schema.get("additionalProperties"))
    )


def currency_field(shapes: Shapes, name: str) -> str | None:
    """The field of an object that says what the amounts in and below it are in, if it has one: the
    first of its `x-currency` that is its own, or `currency`."""
    schema = shapes.schemas[name]
    places = schema.get("x-currency", ("currency",))
    own = (place for place in places if place in schema["properties"])
    return next(own, None) if carries_money(shapes, name) else None


def needs_currency(shapes: Shapes, name: str) -> bool:
    """Are there amounts in a body that does not say their currency itself?"""
    return carries_money(shapes, name) and currency_field(shapes, name) is None
