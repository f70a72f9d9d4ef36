"""How the entries of a list stand in one text (`style` and `explode` of a parameter)."""

from __future__ import annotations

from codegen.reading.walk import Node

JOINED = {"spaceDelimited": " ", "pipeDelimited": "|"}
"""What stands between them, by the style that says so."""


def delimiter(parameter: Node) -> str | None:
    """What stands between the entries of a list that is sent as one text."""
    if parameter["in"] != "query":
        return ","
    style = parameter.get("style", "form")
    return JOINED.get(style) or (None if parameter.get("explode", True) else ",")
