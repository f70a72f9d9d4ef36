"""What answers say that nobody could read, whatever shapes they have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.reading.media_types import malformed
from codegen.reading.problem import Problem
from codegen.reading.walk import Node, content, is_json, join, resolve, subschemas, types

_STATUS = re.compile(r"[1-5][0-9][0-9]")
_OF_ERRORS = ("4XX", "5XX", "default")
_EMPTY = ("204", "205", "304")


def answer_faults(document: Node, place: str, operation: Node) -> Iterator[Problem]:
    """The faults of an operation's answers, whose statuses say which are errors and whose content
    types say which are files."""
    responses = operation.get("responses", {})
    spot = join(place, "responses")
    successes = 0
    for status, part in responses.items():
        answer = resolve(document, part)
        yield from _of_status(join(spot, status), status, "x-error" in answer)
        yield from _of_refusal(join(spot, status), status, answer)
        yield from _of_content(document, join(spot, status), answer)
        is_empty = status in _EMPTY or (place.endswith("/head") and "x-error" not in answer)
        if is_empty and answer.get("content"):
            do = "remove its content, or name the status that comes with one"
            yield Problem(join(spot, status), "a body where HTTP has none", do)
        successes += status.startswith("2") and "x-error" not in answer
    if "responses" in operation and not successes:
        yield Problem(spot, "no success", "say what a success is answered by, such as '204'")


def _of_status(place: str, status: str, is_error: bool) -> Iterator[Problem]:
    if status not in _OF_ERRORS and not _STATUS.fullmatch(status):
        do = "write each, such as '200'; errors may also stand at 4XX, 5XX or default"
        yield Problem(place, "answers of no one status", do)
    elif status in _OF_ERRORS and not is_error:
        do = "give it one if all of them are errors, or write each status, such as '200'"
        yield Problem(place, "answers of no one status without x-error", do)
    elif not status.startswith("2") and not is_error:
        do = "say by x-error which family of errors it is of, or remove it"
        yield Problem(place, "neither a success (2xx) nor an error (x-error)", do)


def _of_refusal(place: str, status: str, answer: Node) -> Iterator[Problem]:
    if "x-refusal" not in answer:
        return
    if status in _OF_ERRORS:
        do = "write each status that is a refusal by itself, such as '409'"
        yield Problem(place, "x-refusal of no one status", do)
    elif status.startswith("2") and "x-error" not in answer:
        do = "remove it, or say by x-error which family of errors it is of"
        yield Problem(place, "x-refusal on a success", do)


def _of_content(document: Node, place: str, answer: Node) -> Iterator[Problem]:
    found = content(document, answer)
    for kind in found:
        if malformed(kind):
            do = "write one, such as application/json"
            yield Problem(join(place, "content"), f"{kind!r} is no content type", do)
            return
    if len(found) > 1:
        schemas = list(found.values())
        if not all(map(is_json, found)) or any(each != schemas[0] for each in schemas):
            what = f"several kinds of answer at one status ({', '.join(found)})"
            yield Problem(place, what, "keep one; several JSON types may share one schema")
            return
    for kind, schema in found.items():
        spot = join(join(place, "content"), kind)
        yield from _of_kind(document, spot, kind, schema, "x-error" in answer)
        if "x-error" not in answer:
            yield from _of_unions(schema, join(spot, "schema"))


def _of_kind(
    document: Node, place: str, kind: str, schema: Node, is_error: bool
) -> Iterator[Problem]:
    target = resolve(document, schema)
    is_file = target.get("format") == "binary"
    if is_json(kind):
        if is_file:
            yield Problem(place, "a file as JSON", "name the file's content type")
    elif is_error:
        is_text = kind.strip().lower().startswith("text/") and not is_file
        if not is_text or types(target) not in ([], ["string"]):
            do = "describe it as JSON, or as plain text of a text type"
            yield Problem(place, f"an error that comes as {kind}", do)
    elif not is_file:
        do = "write schema: {type: string, format: binary} for its bytes, or answer JSON"
        yield Problem(place, f"{kind} is neither JSON nor a file", do)


def _of_unions(schema: Node, place: str) -> Iterator[Problem]:
    for spot, part in subschemas(schema, place):
        if "discriminator" in part:
            do = "move it to components/schemas and refer to it"
            yield Problem(spot, "a union without a name", do)
