"""The body of a request: JSON or a form, read as the document says, and held against it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from commerce_sdk.sandbox.engine.operation import Body, Json, Operation, is_json
from commerce_sdk.sandbox.engine.parameters import typed
from commerce_sdk.sandbox.engine.refusal import Problem, Refusal
from commerce_sdk.sandbox.engine.schemas import Finding, Schemas, place_of, types_of

FORM = "application/x-www-form-urlencoded"


InvalidBody = Callable[[Sequence[Finding]], Refusal]
"""How a platform refuses a body that can be read and is not what its document allows."""


async def read_body(
    schemas: Schemas,
    operation: Operation,
    request: Request,
    items: Json,
    invalid: InvalidBody | None = None,
) -> Any:
    """The body of a request; None where there is none. `items` are the lists in it whose entries
    have a label of their own, with the label's name. Raises `Refusal` for what the document does
    not allow; what can be read, the platform may refuse as `invalid` in its own way."""
    body = operation.body
    if body is None:
        return None
    try:
        content = await request.body()
    except ClientDisconnect:  # a caller that is gone is no fault of the server's
        raise Refusal(400, "body_incomplete", "The caller left before its body ended.") from None
    if not content and not body.required:
        return None
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if is_json(kind) and any(map(is_json, body.media_types)):
        value = parsed(content)
    elif kind == FORM and FORM in body.media_types:
        value = _form(schemas, body, content)
    else:
        known = " or ".join(body.media_types)
        raise Refusal(415, "media_type_unsupported", f"The body has to be {known}.")
    try:
        findings = list(schemas.findings(body.schema, value))
    except RecursionError:
        raise Refusal(400, "body_malformed", "The body is nested too deeply.") from None
    if findings:
        raise invalid(findings) if invalid else _refused(findings, value, items)
    return value


def parsed(content: bytes) -> Any:
    """A JSON document that can be written again: no number beyond a float, no lone surrogate.

    Raises `Refusal` 400.
    """
    try:
        value = json.loads(content, parse_constant=_no_constant)
        json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise Refusal(400, "body_malformed", "The body is no JSON document.") from None
    return value


def _form(schemas: Schemas, body: Body, content: bytes) -> Json:
    """A form's fields as the properties that they are."""
    try:
        pairs = parse_qsl(content.decode(), keep_blank_values=True, errors="strict")
    except ValueError:
        raise Refusal(400, "body_malformed", "The body is no form.") from None
    properties = schemas.properties(body.schema)
    found: dict[str, Any] = {}
    for name, text in pairs:
        schema = schemas.shape(properties.get(name, {}))
        if "array" in types_of(schema):
            items = schemas.shape(schema.get("items", {}))
            found.setdefault(name, []).append(typed(items, text))
        else:
            found[name] = typed(schema, text)
    return found


def _refused(findings: Sequence[Finding], body: Any, items: Json) -> Refusal:
    first = findings[0]
    return Refusal(
        400,
        "parameter_invalid",
        f"{first.place or 'the body'}: {first.message}",
        problems=[_problem(each, body, items) for each in findings],
    )


def _problem(finding: Finding, body: Any, items: Json) -> Problem:
    if len(finding.path) > 1 and finding.path[0] in items and isinstance(body, Mapping):
        name, index, *rest = finding.path
        entry = body[str(name)][index]
        label = entry.get(items[str(name)]) if isinstance(entry, Mapping) else None
        label = label if isinstance(label, str) else str(index)
        return Problem(finding.message, item=label, field=place_of(tuple(rest)))
    return Problem(finding.message, field=finding.place)


def _no_constant(name: str) -> Any:
    raise ValueError(name)
