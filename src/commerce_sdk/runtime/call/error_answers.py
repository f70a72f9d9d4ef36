"""Error answers, whatever their shape, as one kind of error with one list of problems.

Where the documents of a family say what is a fact of the platform's document (`x-error-families`),
which the reader here is given as data. Gateways before a platform answer in shapes of their own:
what an answer's own family does not find in it, the platform's others look for, and after them the
shapes that are common in the field. What is missing or odd is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from commerce_sdk import defaults
from commerce_sdk.document.model import parse_json, read_json, read_json_list
from commerce_sdk.document.operation import ErrorFamily, Operation
from commerce_sdk.errors import ApiError, DecodeError, error_class
from commerce_sdk.runtime.call.exchange import Reply

Families = Mapping[str, ErrorFamily]

_PARTIAL = 207


def is_error(operation: Operation, status: int) -> bool:
    """Is an answer of this status an error: no 2xx, a 2xx that the document names as one, or a
    partial one that it does not name as a success?"""
    return not 200 <= status <= 299 or (
        status not in operation.answers and (status == _PARTIAL or operation.names_error(status))
    )


def api_error(operation: Operation, reply: Reply, now: float, families: Families) -> ApiError:
    """The error for an answer that is no success. Never raises, whatever the body holds."""
    from commerce_sdk.runtime.call.common_errors import COMMON  # only errors need them
    from commerce_sdk.runtime.call.findings import first_text, last_problems, problems_in

    document = _document(reply.content)
    named = operation.family_of(reply.status)
    names = dict.fromkeys([named or "", *operation.errors, *families])
    own = [families[name] for name in names if name in families]
    tried = (*own, *COMMON)
    said = _plain_text(reply) if document is None else document
    title = first_text(said, (path for family in tried for path in family.title))
    detail = first_text(said, (path for family in tried for path in family.detail))
    problems = problems_in(said, own)
    if not (title or detail or problems):
        problems = last_problems(said)
    error = error_class(reply.status)(
        reply.status,
        title=title,
        code=first_text(said, (path for family in tried for path in family.code)),
        detail=detail,
        request_id=reply.request_id
        or first_text(said, (path for family in tried for path in family.id)),
        problems=problems,
        body=_body(families.get(named or ""), reply.content, document),
        retry_after=reply.retry_after(now),
    )
    error.about(operation.id)
    return error


def _document(content: bytes) -> Any:
    try:
        return parse_json(content)
    except DecodeError:
        return None


def _plain_text(reply: Reply) -> str | None:
    """An answer that is no document, where it says that it is text."""
    if not reply.headers.get("content-type", "").lower().startswith("text/plain"):
        return None
    try:
        return reply.content.decode()
    except UnicodeDecodeError:
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
