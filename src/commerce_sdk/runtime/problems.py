"""Error answers, whatever their shape, as one kind of error with one list of problems.

Platforms word the same things under different names, and gateways before them answer in shapes of
their own. So nothing here asks which shape came: every name under which a thing is known is read,
and what is missing or odd is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from commerce_sdk import defaults
from commerce_sdk.errors import ApiError, DecodeError, Problem, WrongAnswer, error_class
from commerce_sdk.model import parse_json
from commerce_sdk.operation import Operation, Request
from commerce_sdk.runtime.call import Reply

_TITLES = ("title", "error")
_CODES = ("code", "errorCode", "errorKey")
_DETAILS = ("detail", "message")
_IDS = ("id", "gatewayRequestId")


_PARTIAL = 207


def is_error(operation: Operation, status: int) -> bool:
    """Is an answer of this status an error, one that the document names as partial included?"""
    return not 200 <= status <= 299 or (status == _PARTIAL and status not in operation.success)


def api_error(request: Request[Any], reply: Reply, now: float) -> ApiError:
    """The error for an answer that is no success. Never raises, whatever the body holds."""
    document = _document(reply.content)
    fields = document if isinstance(document, Mapping) else {}
    error = error_class(reply.status)(
        reply.status,
        title=_first(fields, _TITLES),
        code=_first(fields, _CODES),
        detail=_first(fields, _DETAILS) or _reason(fields),
        request_id=reply.request_id or _first(fields, _IDS),
        problems=_of_list(document) or problems_in(fields),
        body=_body(request, reply, document),
        retry_after=reply.retry_after(now),
    )
    error.about(request.operation)
    return error


def _document(content: bytes) -> Any:
    try:
        return parse_json(content)
    except DecodeError:
        return None


def _body(request: Request[Any], reply: Reply, document: Any) -> Any:
    try:
        model = request.parse_error(reply.status, reply.content)
    except DecodeError:
        model = None
    if model is not None:
        return model
    if document is not None:
        return document
    return reply.content[: defaults.DECODE_ERROR_BYTES].decode(errors="replace")


def problems_in(document: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Every finding of an error document: by item and field, of coupling, of the graph, of the
    request as a whole."""
    return (
        *_of_items(document),
        *_of_couplings(document),
        *_of_graph(document),
        *_of_request(document),
    )


def _of_list(document: Any) -> tuple[Problem, ...]:
    """A partial failure is a bare list of errors, each of a part."""
    return tuple(
        Problem(
            message=_first(entry, (*_DETAILS, *_TITLES)) or "a part failed",
            code=_first(entry, _CODES),
        )
        for entry in _objects(document)
    )


def _of_items(document: Mapping[str, Any]) -> Iterator[Problem]:
    for item in _objects(document.get("items")):
        for finding in _objects(item.get("errors")):
            name = _text(finding.get("errorName"))
            yield Problem(
                message=_text(finding.get("message")) or name or "not accepted",
                code=_text(finding.get("errorCode")) or name,
                item=_text(item.get("itemId")),
                field=_text(finding.get("field")),
            )


def _of_couplings(document: Mapping[str, Any]) -> Iterator[Problem]:
    for finding in _objects(document.get("couplingViolations")):
        yield Problem(
            message=_text(finding.get("message")) or "items that do not go together",
            code=_text(finding.get("violationCode")),
        )


def _of_graph(document: Mapping[str, Any]) -> Iterator[Problem]:
    for finding in _objects(document.get("graphViolations")):
        relation = _text(finding.get("relationshipType"))
        missing = [
            *_objects(finding.get("missingFromRelationships")),
            *_objects(finding.get("missingToRelationships")),
        ]
        message = f"the relation {relation} does not hold" if relation else "a relation is missing"
        if missing:
            message += f" ({len(missing)} missing)"
        where = _text(finding.get("offeringKey")) or _text(finding.get("entitlementId"))
        yield Problem(message=message, code=_text(finding.get("type")), item=where)


def _of_request(document: Mapping[str, Any]) -> Iterator[Problem]:
    details = document.get("errorDetails")
    validations = details.get("validationErrors") if isinstance(details, Mapping) else None
    for finding in (
        *_objects(document.get("errors")),
        *_objects(validations),
        *_objects(document.get("error")),
    ):
        code = finding.get("code")
        yield Problem(
            message=_first(finding, ("message", "validationMessage", "errorMessage"))
            or "not accepted",
            code=str(code) if isinstance(code, int) and not isinstance(code, bool) else _text(code),
            field=_text(finding.get("fieldName")),
        )


def _reason(document: Mapping[str, Any]) -> str | None:
    details = document.get("errorDetails")
    return _text(details.get("reason")) if isinstance(details, Mapping) else None


def _first(document: Mapping[str, Any], names: Iterable[str]) -> str | None:
    """The first text that stands under one of several names."""
    return next((text for name in names if (text := _text(document.get(name)))), None)


def _objects(value: Any) -> list[Mapping[str, Any]]:
    if not isinstance(value, list):
        return []
    return [entry for entry in value if isinstance(entry, Mapping)]


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def about(asked: str, attribute: str = "id") -> Callable[[Any], None]:
    """What checks that an answer, by this attribute, is about the thing that was asked for."""
    return lambda answer: belongs(getattr(answer, attribute), asked, f"$.{attribute}")


def belongs(answered: str | None, asked: str, place: str) -> None:
    """Raise `WrongAnswer` where an answer, by its id at `place`, is about another thing than the
    one asked for."""
    if isinstance(answered, str) and answered.lower() != asked.lower():
        raise WrongAnswer("the answer is about another one than was asked for", path=place)
