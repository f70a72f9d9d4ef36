"""Which schemas hold amounts, and which say what those are in."""

from __future__ import annotations

from shapes import Shapes


def carries_money(shapes: Shapes, name: str) -> bool:
    """Is there an amount anywhere in it?"""
    return any(
        "x-money" in prop
        for reached in shapes.reachable({name})
        for prop in shapes.schemas[reached].get("properties", {}).values()
    )


def needs_currency(shapes: Shapes, name: str) -> bool:
    """Are there amounts in a body that does not say their currency itself?"""
    return carries_money(shapes, name) and "currency" not in shapes.schemas[name]["properties"]
