"""How a platform says no: as its document says of the operation, else as it usually does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from starlette.responses import JSONResponse, PlainTextResponse, Response

from commerce_sdk.sandbox.engine.answers import check, json_type
from commerce_sdk.sandbox.engine.document import Document
from commerce_sdk.sandbox.engine.error_documents import Occurrence, Said, error_document, labels
from commerce_sdk.sandbox.engine.operation import ErrorAnswer, Json, Operation
from commerce_sdk.sandbox.engine.refusal import Refusal
from commerce_sdk.sandbox.engine.schemas import types_of

Codes = Mapping[str, Callable[[Refusal], str]]
"""By family: its own word for a refusal, where the refusal's code is none of it."""

Statuses = Mapping[str, Mapping[str, int]]
"""By family: its own status for a refusal, by the refusal's code."""

_TEXT: Json = {"type": ["string", "null"]}
_GENERAL = dict.fromkeys(("title", "code", "detail", "status"), _TEXT)
_GENERAL_FAMILY = {name: [name] for name in ("title", "code", "detail")}


class Errors:
    """The errors of a platform."""

    def __init__(
        self, document: Document, codes: Codes, statuses: Statuses = MappingProxyType({})
    ) -> None:
        self._schemas = document.schemas
        self._families = document.error_families
        _check_statuses(document.error_families, statuses)
        self._codes = codes
        self._statuses = statuses
        self._usual = _usual(document)

    def labels_of(self, operation: Operation) -> dict[str, str]:
        """The lists of an operation's body whose entries its errors tell by a label."""
        return labels(self._family(operation.error(400) or self._usual))

    def response(
        self, operation: Operation | None, refusal: Refusal, occurrence: Occurrence
    ) -> Response:
        """The answer to a refused call."""
        status = self._status(operation, refusal)
        known = operation.error(status) if operation else None
        if operation and known is None and status in (409, 415, 422) and operation.error(400):
            # What the document does not list for the operation is a bad request to it.
            status, known = 400, operation.error(400)
        if known is not None and known.media_type is None:
            return Response(status_code=status, headers=refusal.headers)
        answer = known or self._usual
        kind = answer.media_type or "application/json"
        if kind.startswith("text/"):
            return PlainTextResponse(refusal.detail, status, refusal.headers, kind)
        word = self._codes.get(answer.family or "", _its_code)
        problems = tuple(
            replace(each, code=word(Refusal(status, each.code, each.message)))
            for each in refusal.problems
        )
        said = Said(refusal, status, word(refusal), problems, occurrence)
        content = error_document(self._schemas, answer.schema or {}, self._family(answer), said)
        if operation is not None and known is not None:
            check(self._schemas, operation, status, answer.schema, content)
        return JSONResponse(content, status, refusal.headers, json_type(kind))

    def _status(self, operation: Operation | None, refusal: Refusal) -> int:
        answer = (operation and operation.error(refusal.status)) or self._usual
        own = self._statuses.get(answer.family or "", {})
        return own.get(refusal.code, refusal.status)

    def _family(self, answer: ErrorAnswer) -> Json:
        family: Json = self._families.get(answer.family or "", _GENERAL_FAMILY)
        return family


def _check_statuses(families: Json, statuses: Statuses) -> None:
    for family, own in statuses.items():
        if family not in families:
            known = ", ".join(families) or "none"
            raise ValueError(f"error_statuses: {family!r} is no error family; there are {known}")
        for status in own.values():
            if not isinstance(status, int) or not 400 <= status <= 599:
                said = f"error_statuses: {status!r} of {family} is no status of an error"
                raise ValueError(f"{said}; write one from 400 to 599")


def _its_code(refusal: Refusal) -> str:
    return refusal.code


def _usual(document: Document) -> ErrorAnswer:
    """How errors come where the document says nothing: as the objects of its first family."""
    described = [
        answer
        for operation in document.operations.values()
        for answer in operation.errors.values()
        if answer.schema is not None
        and answer.family in document.error_families
        and "object" in types_of(document.schemas.resolved(answer.schema))
    ]
    families = list(document.error_families)
    described.sort(key=lambda each: families.index(each.family or ""))
    general = ErrorAnswer(None, schema={"type": "object", "properties": _GENERAL})
    return described[0] if described else general
