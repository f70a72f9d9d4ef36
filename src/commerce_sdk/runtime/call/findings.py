"""What an error document finds wrong, by paths through it that are given as data.

What is missing or odd is left out: nothing here raises, whatever the document is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Any

from msgspec.structs import replace

from commerce_sdk import defaults
from commerce_sdk.document.operation import ErrorFamily, Findings
from commerce_sdk.errors import Problem
from commerce_sdk.runtime.call.common_errors import COMMON, FINDING, LAST


def problems_in(document: Any, families: Iterable[ErrorFamily]) -> tuple[Problem, ...]:
    """Every finding of an error document, by the first of several families that finds any; at last
    by those of the field."""
    own = (tuple(_problems(document, family, "not accepted")) for family in families)
    common = (tuple(_problems(document, family)) for family in COMMON)
    return next((problems for problems in chain(own, common) if problems), ())


def last_problems(document: Any) -> tuple[Problem, ...]:
    """What is taken for a finding where nothing else in the document says what was wrong."""
    return tuple(_problems(document, LAST))


def _problems(document: Any, family: ErrorFamily, otherwise: str = "") -> Iterator[Problem]:
    """What a family finds. `otherwise` are the words for a finding without any; where there are
    none, what says neither words nor a code is no finding."""
    for findings in family.problems:
        for finding, around in _reached(findings.at, document, ()):
            if isinstance(finding, dict) or (isinstance(finding, str) and one_line(finding)):
                problem = _problem(findings, finding, around)
                if message := problem.message or otherwise or (problem.code and "not accepted"):
                    yield replace(problem, message=message)


def _problem(findings: Findings, finding: Any, around: _Around) -> Problem:
    """One finding. The server's own words count before those that stand in for them; a text is its
    own."""
    common = FINDING
    if isinstance(finding, str):
        findings, common = _of_text(findings), _of_text(FINDING)

    def first(*places: Iterable[str]) -> str | None:
        return first_text(finding, chain(*places), around)

    return Problem(
        message=first(findings.message, common.message)
        or _in_words(common.words, finding)
        or one_line(finding)
        or _in_words(findings.words, finding)
        or "",
        code=first(findings.code, common.code),
        item=first(findings.item),
        field=first(findings.field, common.field)
        or _first_pointer(finding, (*findings.pointer, *common.pointer), findings.strip, around),
    )


@lru_cache
def _of_text(findings: Findings) -> Findings:
    """What there is to look for where a finding is a text: itself, and what is around it. All other
    paths lead nowhere, and there may be many thousands of texts."""
    leading = {
        name: tuple(each for each in getattr(findings, name) if each.split("/")[0] in ("", ".."))
        for name in ("message", "code", "item", "field", "pointer")
    }
    return replace(findings, words=(), **leading)


# --- places in a document

_Around = tuple[dict[str, Any], ...]
"""The objects around a value, the outermost first."""


def _reached(path: str, value: Any, around: _Around) -> Iterator[tuple[Any, _Around]]:
    """The values that a path leads to, each with the objects around it. An empty path leads to the
    value itself; a step in braces through a map, whose key then stands around, in an object of its
    own, under the name that the braces give it."""
    if not path:
        yield value, around
        return
    step, _, rest = path.partition("/")
    found: Iterable[tuple[Any, _Around]] = ()
    if step == "..":
        found = [(around[-1], around[:-1])] if around else ()
    elif step == "*":
        found = [(entry, around) for entry in value] if isinstance(value, list) else ()
    elif isinstance(value, dict) and step.startswith("{"):
        name = step.strip("{}")
        found = [(entry, (*around, value, {name: key})) for key, entry in value.items()]
    elif isinstance(value, dict) and step in value:
        found = [(value[step], (*around, value))]
    for place in found:
        yield from _reached(rest, *place)


def first_text(value: Any, paths: Iterable[str], around: _Around = ()) -> str | None:
    """The first text that one of several paths leads to."""
    for path in paths:
        for found, _ in _reached(path, value, around):
            if text := one_line(found):
                return text
    return None


def one_line(value: Any) -> str | None:
    """A text or a whole number as one line of a sensible length. A page for browsers is none."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    begin = value[: 4 * defaults.SAID] if isinstance(value, str) else ""
    if not begin or _PAGE.search(begin):
        return None
    text = _NOT_SHOWN.sub(" ", begin).strip()
    return text if len(text) <= defaults.SAID else text[: defaults.SAID - 1] + "…"


_PAGE = re.compile(r"<(!doctype|\?xml|html|head|body)\b|\A\s*<[a-z][^<>]*>.*</", re.I | re.S)
_NOT_SHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What forges lines of a log, or cannot be printed. Blanks take its place: a credential that was
broken by some of it must not become whole."""


# --- words and pointers


def _in_words(sentences: Iterable[str], finding: Any) -> str | None:
    """The first sentence whose every place the finding fills."""
    for sentence in sentences:
        parts = _PLACE.split(sentence)
        parts[1::2] = [_filled(place, finding) or "" for place in parts[1::2]]
        if all(parts[1::2]):
            return "".join(parts)
    return None


_PLACE = re.compile(r"\{([^{}]*)\}")


def _filled(place: str, finding: Any) -> str | None:
    """What a place of a sentence holds: a text; of paths through lists, how many objects."""
    paths = place.replace(" ", "").split(",")
    if not place.endswith("*"):
        return first_text(finding, paths)
    entries = [entry for path in paths for entry, _ in _reached(path, finding, ())]
    return one_line(sum(isinstance(entry, dict) for entry in entries) or None)


def _first_pointer(
    finding: Any, paths: Iterable[str], strip: Iterable[str], around: _Around
) -> str | None:
    pointers = (found for path in paths for found, _ in _reached(path, finding, around))
    places = (_pointed_at(pointer, strip) for pointer in pointers)
    return next((place for place in places if place), None)


def _stripped(steps: list[str], strip: Iterable[str]) -> list[str]:
    for beginning in strip:
        begin = beginning.split("/")[1:]
        if steps[: len(begin)] == begin and steps[len(begin) :]:
            return steps[len(begin) :]
    return steps


def _pointed_at(pointer: Any, strip: Iterable[str]) -> str | None:
    """The place that a JSON pointer names, or a list of its steps, written as `a.b[0].c`, without
    the first beginning of `strip` that leaves something of it; other text as it came."""
    if isinstance(pointer, list):
        steps = [step for step in map(one_line, pointer) if step]
    elif isinstance(pointer, str) and pointer.removeprefix("#").startswith("/"):
        names = pointer.removeprefix("#").split("/")[1:]
        steps = [name.replace("~1", "/").replace("~0", "~") for name in names]
        steps = _stripped(steps, strip)
    else:
        return one_line(pointer)
    path = ""
    for step in steps:
        if step.isascii() and step.isdigit():
            path += f"[{step}]"
        else:
            path += f".{step}" if path else step
    return one_line(path)
