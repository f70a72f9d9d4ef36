"""What the docstrings say: prose without its code, and what stands under `Args:`."""

from __future__ import annotations

import inspect
import re

_SECTION = re.compile(r"^(Args|Raises):$")


def first_paragraph(subject: object) -> str:
    """What is said first, in one line."""
    return next(iter(_paragraphs(subject)), "")


def prose(subject: object) -> list[str]:
    """The paragraphs, but for code and the sections after them."""
    return _paragraphs(subject)


def arguments(subject: object) -> dict[str, str]:
    """What `Args:` says, by the names that stand there."""
    text = inspect.cleandoc(getattr(subject, "__doc__", None) or "")
    found: dict[str, str] = {}
    name, inside = "", False
    for line in text.splitlines():
        if line and not line.startswith(" "):
            inside = line == "Args:"
        elif inside and (named := re.match(r"    (\w+): (.*)", line)):
            name = named[1]
            found[name] = named[2]
        elif inside and name and line:
            found[name] += f" {line.strip()}"
    return found


def attributes(subject: object) -> dict[str, str]:
    """What a docstring that lists names says of each: `name: …` in lines of its own."""
    found: dict[str, str] = {}
    name = ""
    for line in inspect.cleandoc(getattr(subject, "__doc__", None) or "").splitlines():
        if named := re.match(r"(\w+): (.*)", line):
            name = named[1]
            found[name] = named[2]
        elif name and line.startswith(" "):
            found[name] += f" {line.strip()}"
        else:
            name = ""
    return found


def _paragraphs(subject: object) -> list[str]:
    text = inspect.cleandoc(getattr(subject, "__doc__", None) or "")
    found: list[str] = []
    for paragraph in re.split(r"\n\s*\n", text):
        lines = paragraph.splitlines()
        if lines and _SECTION.match(lines[0]):
            break
        if lines and not lines[0].startswith(" "):
            found.append(" ".join(line.strip() for line in lines))
    return found
