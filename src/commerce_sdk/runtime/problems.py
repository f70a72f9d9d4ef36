"""Error answers, whatever their shape, as one kind of error with one list of problems.

Where the documents of a family say what is a fact of the platform's document (`x-error-families`),
which the reader here is given as data. Gateways before a platform answer in shapes of their own:
what an answer's own family does not find in it, the platform's others look for. What is missing or
odd is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from commerce_sdk import defaults
from commerce_sdk.errors import ApiError, DecodeError, Problem, WrongAnswer, error_class
from commerce_sdk.model import parse_json, read_json, read_json_list
from commerce_sdk.operation import ErrorFamily, Findings, Operation
from commerce_sdk.runtime.call import Reply

Families = Mapping[str, ErrorFamily]

_PARTIAL = 207


def is_error(operation: Operation, status: int) -> bool:
    """Is an answer of this status an error, one that the document names as partial included?"""
    return not 200 <= status <= 299 or (status == _PARTIAL and status not in operation.answers)


def api_error(operation: Operation, reply: Reply, now: float, families: Families) -> ApiError:
    """The error for an answer that is no success. Never raises, whatever the body holds."""
    document = _document(reply.content)
    named = operation.family_of(reply.status)
    names = dict.fromkeys([named or "", *operation.errors, *families])
    tried = [families[name] for name in names if name in families]
    error = error_class(reply.status)(
        reply.status,
        title=_first(document, (path for family in tried for path in family.title)),
        code=_first(document, (path for family in tried for path in family.code)),
        detail=_first(document, (path for family in tried for path in family.detail)),
        request_id=reply.request_id
        or _first(document, (path for family in tried for path in family.id)),
        problems=problems_in(document, tried),
        body=_body(families.get(named or ""), reply.content, document),
        retry_after=reply.retry_after(now),
    )
    error.about(operation)
    return error


def problems_in(document: Any, families: Iterable[ErrorFamily]) -> tuple[Problem, ...]:
    """Every finding of an error document, by the first of several families that finds any."""
    found = (tuple(_problems(document, family)) for family in families)
    return next((problems for problems in found if problems), ())


def _document(content: bytes) -> Any:
    try:
        return parse_json(content)
    except DecodeError:
        return None


def _body(family: ErrorFamily | None, content: bytes, document: Any) -> Any:
    try:
        if family is not None and family.model is not None:
            if not isinstance(document, list):
                return read_json(family.model(), content)
            if any(findings.at == "*" for findings in family.problems):
                return read_json_list(family.model(), content)
    except DecodeError:
        pass
    if document is not None:
        return document
    return content[: defaults.DECODE_ERROR_BYTES].decode(errors="replace")


def _problems(document: Any, family: ErrorFamily) -> Iterator[Problem]:
    for findings in family.problems:
        for finding, around in _reached(findings.at, document, ()):
            if isinstance(finding, Mapping):
                yield _problem(findings, finding, around)


def _problem(findings: Findings, finding: Any, around: _Around) -> Problem:
    def first(paths: Iterable[str]) -> str | None:
        return _first(finding, paths, around)

    return Problem(
        message=first(findings.message) or _in_words(findings.words, finding) or "not accepted",
        code=first(findings.code),
        item=first(findings.item),
        field=first(findings.field) or _pointed_at(first(findings.pointer)),
    )


# --- places in a document

_Around = tuple[Mapping[str, Any], ...]
"""The objects around a value, the outermost first."""


def _reached(path: str, value: Any, around: _Around) -> Iterator[tuple[Any, _Around]]:
    """The values that a path leads to, each with the objects around it."""
    step, _, rest = path.partition("/")
    found: Iterable[tuple[Any, _Around]] = ()
    if step == "..":
        found = [(around[-1], around[:-1])] if around else ()
    elif step == "*":
        found = [(entry, around) for entry in value] if isinstance(value, list) else ()
    elif isinstance(value, Mapping) and step in value:
        found = [(value[step], (*around, value))]
    for place in found:
        if rest:
            yield from _reached(rest, *place)
        else:
            yield place


def _first(value: Any, paths: Iterable[str], around: _Around = ()) -> str | None:
    """The first text that one of several paths leads to."""
    texts = (_text(found) for path in paths for found, _ in _reached(path, value, around))
    return next((text for text in texts if text), None)


def _text(value: Any) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) and value else None


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
        return _first(finding, paths)
    entries = [entry for path in paths for entry, _ in _reached(path, finding, ())]
    return _text(sum(isinstance(entry, Mapping) for entry in entries) or None)


def _pointed_at(pointer: str | None) -> str | None:
    """The place that a JSON pointer names, written as `a.b[0].c`; other text as it came."""
    if pointer is None or not pointer.removeprefix("#").startswith("/"):
        return pointer
    path = ""
    for step in pointer.removeprefix("#").split("/")[1:]:
        name = step.replace("~1", "/").replace("~0", "~")
        if name.isascii() and name.isdigit():
            path += f"[{name}]"
        else:
            path += f".{name}" if path else name
    return path or None


def about(asked: str, attribute: str = "id") -> Callable[[Any], None]:
    """What checks that an answer, by this attribute, is about the thing that was asked for."""
    return lambda answer: belongs(getattr(answer, attribute), asked, f"$.{attribute}")


def belongs(answered: str | None, asked: str, place: str) -> None:
    """Raise `WrongAnswer` where an answer, by its id at `place`, is about another thing than the
    one asked for."""
    if isinstance(answered, str) and answered.lower() != asked.lower():
        raise WrongAnswer("the answer is about another one than was asked for", path=place)
