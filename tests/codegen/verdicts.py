"""What the pipeline makes of a document that is not on disk, and whether it says so rightly."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

from codegen.reading.bundle import normalise
from codegen.reading.problem import Problem
from codegen.reading.walk import resolve, unescaped
from codegen.validation.faults import faults
from codegen.views.package import package_view

_PARAMETER = re.compile(r"(.*?)(?: \((.*?)\)(/.*)?)?", re.DOTALL)


def refusals(document: Any) -> list[Problem]:
    """What is refused of a document, which is normalised in place as `bundle` does; there is a
    view of one that nothing is refused of. Raises whatever the pipeline should not."""
    with suppress(AttributeError, KeyError, TypeError):
        normalise(document)
    found = list(faults(document))
    if not found:
        package_view(document, "shop")
    return found


def misreported(document: Any, said: Sequence[Problem]) -> str | None:
    """What is wrong with how a document is refused: with lines that name no place, or no advice."""
    for problem in said:
        line = str(problem)
        if len(line.splitlines()) != 1 or not line.isprintable():
            return f"not one line: {line!r}"
        if not problem.what.strip() or not problem.do.strip():
            return f"no fault, or no advice: {line!r}"
        if not _leads(document, problem.where):
            return f"a place that is nowhere: {line!r}"
    return None


def _leads(document: Any, where: str) -> bool:
    """Does a place lead to a part of the document, or to one that the part should have?"""
    before, named, after = _PARAMETER.fullmatch(where).groups()  # type: ignore[union-attr]
    first, *steps = before.split("/")
    if named is not None:
        steps.append(_Named(named))
        steps += (after or "").split("/")[1:]
    node = document
    for index, step in enumerate(steps):
        key: Any = unescaped(step)
        if isinstance(node, dict) and key not in node:
            node = resolve(document, node)
        if isinstance(step, _Named):
            found = [each for each in map(_resolved(document), node) if each.get("name") == step]
            if not found:
                return False
            node = found[0]
        elif isinstance(node, list) and key.isdecimal() and int(key) < len(node):
            node = node[int(key)]
        elif isinstance(node, dict) and key in node:
            node = node[key]
        else:
            return first == "#" and index == len(steps) - 1
    return first == "#"


class _Named(str):
    """A step to the parameter of this name."""


def _resolved(document: Any) -> Callable[[Any], Any]:
    return lambda part: resolve(document, part)
