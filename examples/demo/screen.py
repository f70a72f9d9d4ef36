"""What the demo shows: titles, lines and a table within the width of the terminal."""

from __future__ import annotations

import shutil
import sys
import textwrap

Row = tuple[str, str, str, str]
"""A line of the table at the end: what it was, its order, how it ended, and what came of it."""

COLOURS = {
    "SUCCESS": "32",
    "FAILED": "31",
    "PENDING": "90",
    "PROCESSING": "33",
    "COMPLETED": "32",
    "IN_PROGRESS": "33",
    "pending": "90",
    "active": "32",
}
PLAIN = not sys.stdout.isatty()
WIDTH = shutil.get_terminal_size().columns
IN_ASCII = str.maketrans({"…": "...", "·": "*", "─": "-"})


def paint(text: str, colour: str | None) -> str:
    return text if PLAIN or colour is None else f"\033[{colour}m{text}\033[0m"


def shown(text: str) -> str:
    """The text in what the terminal can show."""
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        text = text.translate(IN_ASCII).encode("ascii", "replace").decode()
    return text


def say(text: str, colour: str | None = None, *, first: str = "   ", hang: int = 2) -> None:
    """Print within the terminal's width; no word is broken."""
    wrapped = textwrap.wrap(
        shown(text),
        width=WIDTH,
        initial_indent=first,
        subsequent_indent=" " * (len(first) + hang),
        break_long_words=False,
        break_on_hyphens=False,
    )
    for line in wrapped:
        print(paint(line, colour))


def title(number: int, text: str) -> None:
    print()
    say(text, "1", first=f"{number}  ", hang=0)


def table(rows: list[Row]) -> None:
    """What came of everything; where it is narrow, an order's name stands on a line of its own."""
    head = ("what", "order", "end", "result")
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(4)]
    is_narrow = 3 + sum(widths) + 2 * 3 > WIDTH
    columns = (0, 2, 3) if is_narrow else (0, 1, 2, 3)
    rule = ["─" * width for width in widths]
    print()
    for number, row in enumerate((head, rule, *rows)):
        cells = [shown(row[column]).ljust(widths[column]) for column in columns]
        if number == 0:
            cells = [paint(cell, "1") for cell in cells]
        cells[-2] = paint(cells[-2], COLOURS.get(row[2]))
        print("   " + "  ".join(cells).rstrip())
        if is_narrow and number > 1 and row[1] != "-":
            say(row[1], first=" " * 5)
    print()
