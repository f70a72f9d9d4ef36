"""Places in JSON documents: dotted paths of pages, and paths of error families."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def value_at(document: Any, path: str) -> Any:
    """What stands at a dotted path; None where nothing does."""
    for step in path.split("."):
        document = document.get(step) if isinstance(document, Mapping) else None
    return document


def put_at(document: dict[str, Any], path: str, value: Any) -> None:
    """Put a value at a dotted path, with the objects that lead to it: copies of those that are
    there, which may be shared."""
    *steps, last = path.split(".")
    for step in steps:
        there = document.get(step)
        document[step] = dict(there) if isinstance(there, Mapping) else {}
        document = document[step]
    document[last] = value


def set_everywhere(document: Any, steps: Sequence[str], value: Any) -> None:
    """Put a value wherever a path leads and nothing stands yet; `*` goes through a list, which has
    one object where it had none."""
    step, *rest = steps
    if not rest:
        document.setdefault(step, value)
    elif rest[0] == "*":
        for entry in document.setdefault(step, [{}]):
            set_everywhere(entry, rest[1:], value)
    else:
        set_everywhere(document.setdefault(step, {}), rest, value)
