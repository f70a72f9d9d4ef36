"""Where the field's common error documents say what is wrong, as data like a platform's own.

Read after every family of the platform's document, for what those do not find: gateways, login
servers and whatever else stands before a platform speak RFC 9457 (problem details), JSON:API,
OAuth (RFC 6749) or the lists and maps of a web framework.
"""

from __future__ import annotations

from msgspec.structs import replace

from commerce_sdk.document.operation import ErrorFamily, Findings

FINDING = Findings(
    at="",
    message=(
        *("message", "msg", "errorMessage", "error_message", "validationMessage"),
        *("defaultMessage", "error_description"),
    ),
    words=("{title}: {detail}", "{detail, title, reason, description, error}"),
    code=("code", "errorCode", "error_code", "extensions/code"),
    field=(
        *("field", "fieldName", "field_name", "param", "parameter", "property", "propertyPath"),
        *("target", "source/parameter", "source/header"),
    ),
    pointer=("source/pointer", "pointer", "instancePath", "loc"),
)
"""One finding, wherever it stands. What a platform's family does not find in a finding of its own
is looked for by this."""

_POINTER = (*FINDING.pointer, "path")
"""In a platform's own findings, a path is often that of the request."""


def _in_lists(*places: str) -> tuple[Findings, ...]:
    return tuple(
        replace(FINDING, at=f"{place}/*".lstrip("/"), pointer=_POINTER) for place in places
    )


def _in_maps(*places: str) -> tuple[Findings, ...]:
    return tuple(replace(FINDING, at=place, field=(*FINDING.field, "../field")) for place in places)


_NAMED = {"field": (*FINDING.field, "name")}
"""Problem details before RFC 9457 (RFC 7807); elsewhere a name is often that of the error."""

COMMON = (
    ErrorFamily(
        title=("title", "error", "error/title", "fault/message"),
        code=("code", "errorCode", "error_code", "error/code", "fault/code"),
        detail=(
            *("detail", "message", "error_description", "errorMessage", "error_message", "Message"),
            *("error/message", "error/detail", "error/description", "error/message/value"),
            *("errors", "reason", "description", "msg", "fault/faultstring", "fault/description"),
            "",
        ),
        id=("requestId", "request_id", "traceId", "correlationId", "error/requestId"),
        problems=(
            *_in_lists("errors", "error", "error/errors", "error/details", "error/message"),
            *_in_lists("detail", "details", "message", "messages", "errorMessages"),
            *_in_lists("error_messages", "violations", "issues", "fieldErrors", ""),
            *_in_lists("validationErrors", "validation_errors", "error/details/*/fieldViolations"),
            replace(FINDING, at="invalid-params/*", **_NAMED),
            replace(FINDING, at="invalidParams/*", **_NAMED),
            *_in_maps("errors/{field}", "errors/{field}/*", "errors/{part}/{field}/*"),
        ),
    ),
    ErrorFamily(
        problems=_in_maps(
            *("error/{field}/*", "message/{field}/*", "messages/{field}/*", "detail/{field}/*"),
            *("details/{field}", "details/{field}/*", "fieldErrors/{field}"),
            *("validationErrors/{field}", "validationErrors/{field}/*"),
        ),
    ),
)

LAST = ErrorFamily(problems=_in_maps("{field}/*"))
"""A bare map of fields, as some frameworks answer: any list might be one. So it is read only where
nothing else says a word."""
