"""What behaviour gave, as the answer that the document describes; anything else is an error of the
behaviour, for a fake that falls behind its document shows what no platform answers."""

from __future__ import annotations

import inspect
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from starlette.responses import JSONResponse, Response

from commerce_sdk.sandbox.engine.behaviour import WrongAnswer
from commerce_sdk.sandbox.engine.call import Answer, Entry, File
from commerce_sdk.sandbox.engine.given import a
from commerce_sdk.sandbox.engine.operation import Operation, Success, is_json, is_json_answer
from commerce_sdk.sandbox.engine.refusal import Refusal
from commerce_sdk.sandbox.engine.schemas import Finding, Path, Schemas


def answered(schemas: Schemas, operation: Operation, given: Any) -> Response:
    """The response to a call. Raises `WrongAnswer` for what the document does not allow."""
    if isinstance(given, Refusal):
        raise WrongAnswer(f"{operation.id} returns a Refusal; write raise Refusal(…)")
    if inspect.isawaitable(given):
        raise WrongAnswer(f"{operation.id} returns {a(given)}; write a plain def")
    answer = given if isinstance(given, Answer) else None
    content = given if answer is None else answer.content
    headers = dict(answer.headers) if answer else {}
    success = _success(operation, content, answer.status if answer else None)
    if isinstance(content, File):
        return Response(content.content, success.status, headers, content.media_type)
    if success.media_type is None:
        return Response(status_code=success.status, headers=headers)
    check(schemas, operation, success.status, success.schema, content)
    return JSONResponse(content, success.status, headers, json_type(success.media_type))


def check(schemas: Schemas, operation: Operation, status: int, schema: Any, content: Any) -> None:
    """Raises `WrongAnswer` for a document that its schema does not allow, or that is no JSON."""
    checks = {
        "what its document does not allow": schemas.findings(schema or {}, content),
        "what JSON cannot carry": unwritable(content),
    }
    for what, findings in checks.items():
        for finding in findings:
            place = finding.place or "the answer"
            raise WrongAnswer(
                f"{operation.id} answers {status} with {what}: {place}: {finding.message}"
            )


def entries_of(operation: Operation, given: Any) -> Sequence[Entry] | None:
    """The entries that a list was answered with; None for what is no list, a whole page among it.
    Raises `WrongAnswer` for a list of anything else."""
    if isinstance(given, Mapping | Answer | File | Exception) or given is None:
        return None
    if not isinstance(given, Sequence) or isinstance(given, str | bytes):
        raise WrongAnswer(
            f"{operation.id} lists {a(given)}; write a list of entries: [Entry.of(key, item), …]"
        )
    for entry in given:
        if not isinstance(entry, Entry):
            raise WrongAnswer(
                f"{operation.id} lists {a(entry)} where an entry belongs; write Entry.of(key, item)"
            )
    return given


def unwritable(value: Any, path: Path = ()) -> Iterator[Finding]:
    """What JSON cannot carry of a value, and where it stands."""
    if isinstance(value, dict):
        for key, each in value.items():
            if isinstance(key, str):
                yield from unwritable(each, (*path, key))
            else:
                yield Finding(path, f"has {a(key)} for a name; names are texts")
    elif isinstance(value, list | tuple):
        for index, each in enumerate(value):
            yield from unwritable(each, (*path, index))
    elif isinstance(value, float) and not math.isfinite(value):
        yield Finding(path, f"is {value!r}; numbers are finite")
    elif value is not None and not isinstance(value, str | int | float):
        yield Finding(path, f"is {a(value)}; write it as a text, a number, a dict or a list")


def json_type(media_type: str) -> str:
    """The content type of a JSON document, where `*/*` says nothing."""
    return media_type if is_json(media_type) else "application/json"


def _success(operation: Operation, content: Any, status: int | None) -> Success:
    """The success that an answer is: of the status that it names, else the first that holds what
    it has: JSON, a file, or nothing."""
    named = [each for each in operation.successes if status in (None, each.status)]
    for success in named:
        if _holds(success, content):
            return success
    # A null is a document, too, where the schema allows it.
    nullable = [each for each in named if is_json_answer(each.media_type)]
    if nullable and content is None:
        return nullable[0]
    what = _kind(content) if status is None else f"{status} with {_kind(content)}"
    known = ", ".join(
        f"{each.status} ({each.media_type})" if each.media_type else f"{each.status} without a body"
        for each in operation.successes
    )
    raise WrongAnswer(f"{operation.id} answers {what}; its document names {known or 'no success'}")


def _holds(success: Success, content: Any) -> bool:
    if content is None or success.media_type is None:
        return content is None and success.media_type is None
    if isinstance(content, File):
        return content.media_type == success.media_type
    return is_json_answer(success.media_type)


def _kind(content: Any) -> str:
    if content is None:
        return "nothing"
    if isinstance(content, File):
        return f"a file of {content.media_type}"
    return "an object" if isinstance(content, Mapping) else a(content)
