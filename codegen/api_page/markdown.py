"""Markdown: tables, headings, and the links that lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WIDEST = 64
"""Characters of code in a cell before it is broken, so that tables stay narrow."""


def table(titles: list[str], rows: Iterable[list[str]]) -> list[str]:
    """The lines of a table, and the empty one after it; none at all without rows."""
    lines = [_line(cells) for cells in rows]
    return (
        [_line(titles), _line(["---"] * len(titles)).replace(" ", ""), *lines, ""] if lines else []
    )


def _line(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def link(heading: str) -> str:
    """A link to a heading that is all code, as GitHub names its anchor."""
    return f"[`{heading}`](#{anchor(heading)})"


def anchor(heading: str) -> str:
    """What GitHub calls the place of a heading."""
    return re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-")


def call(name: str, parameters: list[str]) -> str:
    """A call as code: in one line, or with a line for each of its parameters."""
    whole = f"{name}({', '.join(parameters)})"
    if len(whole) <= _WIDEST:
        return f"`{whole}`"
    lines = [f"{name}(", *(f"{each}," for each in _marks_joined(parameters))]
    return "<br>".join(f"`{line}`" for line in (*lines, ")"))


def _marks_joined(parameters: list[str]) -> list[str]:
    """The parameters, with the bare marks `/` and `*` in the lines that they stand before."""
    joined: list[str] = []
    marks = ""
    for each in parameters:
        if each in ("/", "*"):
            marks += f"{each}, "
        else:
            joined.append(marks + each)
            marks = ""
    return [*joined, marks.rstrip(", ")] if marks else joined
