"""How a platform says no: as its document says of the operation, else as it usually does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from starlette.responses import JSONResponse, PlainTextResponse, Response

from commerce_sdk.sandbox.engine.answers import check, json_type
from commerce_sdk.sandbox.engine.behaviour import WrongAnswer
from commerce_sdk.sandbox.engine.document import Document
from commerce_sdk.sandbox.engine.error_documents import (
    Occurrence,
    Said,
    error_document,
    labels,
    misplaced,
)
from commerce_sdk.sandbox.engine.operation import ErrorAnswer, Json, Operation
from commerce_sdk.sandbox.engine.refusal import Refusal
from commerce_sdk.sandbox.engine.schemas import types_of

Codes = Mapping[str, Callable[[Refusal], str]]
"""By family: its own word for a refusal, where the refusal's code is none of it."""

Statuses = Mapping[str, Mapping[str, int]]
"""By family: its own status for a refusal, by the refusal's code."""

_BODILESS = (204, 205, 304)
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
        """The answer to a refused call. Raises `WrongAnswer` where that is no error, or does not
        fit its document."""
        status = self._status(operation, refusal)
        if operation and operation.error(status) is None:
            if not 400 <= status <= 599:
                said = f"{operation.id} refuses with {status}, which its document names no error"
                raise WrongAnswer(f"{said}; write one from 400 to 599")
            if status in (409, 415, 422) and operation.error(400):
                # What the document does not list for the operation is a bad request to it.
                status = 400
        return self.written(operation, refusal, status, occurrence)

    def written(
        self,
        operation: Operation | None,
        refusal: Refusal,
        status: int,
        occurrence: Occurrence,
    ) -> Response:
        """A refusal as the error of a status, whatever the operation has to do with it."""
        if status in _BODILESS:
            return Response(status_code=status, headers=refusal.headers)
        known = operation.error(status) if operation else None
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
            if answer.family in self._families:
                self._check_places(operation, status, answer, content)
        return JSONResponse(content, status, refusal.headers, json_type(kind))

    def _check_places(
        self, operation: Operation, status: int, answer: ErrorAnswer, content: Any
    ) -> None:
        for finding in misplaced(self._schemas, answer.schema or {}, content):
            raise WrongAnswer(
                f"{operation.id} answers {status} with what its document does not allow: "
                f"{finding.place}: {finding.message}, where x-error-families puts it"
            )

    def _status(self, operation: Operation | None, refusal: Refusal) -> int:
        known = operation and operation.error(refusal.status)
        listed = next(iter(operation.errors.values()), None) if operation else None
        answer = known or listed or self._usual
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


@lru_cache(16)
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
