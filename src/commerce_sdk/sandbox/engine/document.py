"""A platform's document as the engine reads it: from the bundled JSON alone. Nothing about an
endpoint is written a second time here."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol, Self

import commerce_sdk.sandbox.engine.agreement as agreement
from commerce_sdk.sandbox.engine.operation import (
    Body,
    ErrorAnswer,
    Operation,
    Paging,
    Parameter,
    Success,
    Window,
    is_json_answer,
)
from commerce_sdk.sandbox.engine.reading import DocumentError, Part, check_schema, document_of
from commerce_sdk.sandbox.engine.schemas import Finding, Schemas

__all__ = ["Document", "DocumentError", "Finding", "Operation"]

Json = Mapping[str, Any]
_STYLES = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}
_METHODS = ("get", "put", "post", "patch", "delete")


class _Readable(Protocol):
    def read_text(self, encoding: str) -> str: ...


class Document:
    """A bundled document. Raises `DocumentError` for one that the engine does not understand, in
    whole: what is wrong, where, and what to write instead. `tiers` are the plans of customers that
    its limits differ by, as it names them."""

    def __init__(self, content: Json) -> None:
        root = document_of(content)
        self.content = content
        self.schemas: Schemas = Schemas(content)
        self.base_path: str = agreement.base_path(root)
        self._known_schemas: set[str] = set()
        self.security_schemes: dict[str, Json] = {
            name: each.taken("scheme").value
            for name, each in root.each("components", "securitySchemes")
        }
        self.error_families: Json = content.get("x-error-families", {})
        self.operations: dict[str, Operation] = {}
        for part, operation in self._read(root):
            other = self.operations.setdefault(operation.id, operation)
            what = f"{operation.id!r} is {other.method} {other.path}, too"
            part["operationId"].must(other is operation, what, "give each an id of its own")
        self.tiers: tuple[str, ...] = tuple(dict.fromkeys(self._tiers()))

    @classmethod
    def load(cls, file: str | Path | _Readable) -> Self:
        """The document in a JSON file. Raises `DocumentError`, which names the file."""
        source = Path(file) if isinstance(file, str) else file
        try:
            # Some editors begin a file with U+FEFF.
            text = source.read_text(encoding="utf-8-sig")
            return cls(json.loads(text, object_pairs_hook=_once))
        except DocumentError as error:
            raise DocumentError(f"{source}: {error}") from None
        except ValueError as error:
            wanted = "JSON is wanted: the bundled document, as the generator writes it"
            raise DocumentError(f"{source}: {error}; {wanted}") from None

    def _read(self, root: Part) -> Iterator[tuple[Part, Operation]]:
        shapes: set[str] = set()
        for path, each in root.each("paths"):
            item = each.taken("path")
            agreement.check_path(each, path, shapes)
            for method in _METHODS:
                if method in item:
                    part = item[method]
                    part = part.of(part.value.get("operationId", "")).held_against("operation")
                    yield part, self._operation(path, method, item, part)

    def _operation(self, path: str, method: str, item: Part, part: Part) -> Operation:
        successes, errors = self._answers(part)
        operation = Operation(
            id=part.operation,
            method=method.upper(),
            path=path,
            parameters=tuple(self._parameters(item.of(part.operation), part)),
            body=self._body(part["requestBody"]) if "requestBody" in part else None,
            successes=tuple(successes),
            errors=errors,
            security=agreement.security_of(part, self.security_schemes),
            limits=tuple(self._limits(method, part.value)),
            paging=tuple(self._paging(part)),
        )
        agreement.check_names(part, operation)
        agreement.check_paging(part, operation, self.schemas)
        return operation

    def _parameters(self, item: Part, part: Part) -> Iterator[Parameter]:
        """Those of the path, but for those that the operation has of its own."""
        found = {}
        for _, entry in (*item.each("parameters"), *part.each("parameters")):
            each = entry.of(part.operation).taken("parameter")
            found[each.value["name"], each.value["in"]] = each
        for each in found.values():
            raw = each.value
            style = raw.get("style", _STYLES[raw["in"]])
            parameter = Parameter(
                name=raw["name"],
                place=raw["in"],
                required=bool(raw.get("required")),
                schema=self._schema(each["schema"]),
                style=style,
                explode=raw.get("explode", style in ("form", "deepObject")),
                tenant=raw.get("x-tenant"),
            )
            agreement.check_parameter(each, parameter, self.schemas)
            yield parameter

    def _body(self, part: Part) -> Body:
        body = part.taken("body")
        schemas = [self._content(each) for _, each in body.each("content")]
        agreement.check_body(body, schemas)
        schema = schemas[0] or {}
        return Body(
            schema=schema,
            media_types=tuple(body.value["content"]),
            required=bool(body.value.get("required")),
            tenants={
                name: found["x-tenant"]
                for name, each in self.schemas.properties(schema).items()
                if "x-tenant" in (found := self.schemas.resolved(each))
            },
        )

    def _answers(self, part: Part) -> tuple[list[Success], dict[str, ErrorAnswer]]:
        """The successes of an operation, and its errors by their status."""
        successes: list[Success] = []
        errors: dict[str, ErrorAnswer] = {}
        for code, each in sorted(part.each("responses")):
            answer = each.taken("response")
            contents, family = self._contents(answer), answer.value.get("x-error")
            if family is not None:
                is_known = not self.error_families or family in self.error_families
                what = f"{family!r} is none of the x-error-families"
                answer.must(is_known, what, f"write {' or '.join(self.error_families)}")
                errors[code] = ErrorAnswer(family, *contents[0])
            elif code.startswith("2"):
                successes += [Success(int(code), *content) for content in contents]
            elif not code.startswith(("1", "3")):
                instead = "name the one of the x-error-families that it is of: x-error"
                is_told = contents[0][0] is None
                each.must(is_told, "nothing says how this error is written", instead)
        part["responses"].must(successes, "there is no success", 'name one, like "204"')
        return successes, errors

    def _contents(self, answer: Part) -> list[tuple[str | None, Json | None]]:
        """The media types of an answer with their schemas, JSON first; none where it is empty."""
        found = [(kind, self._content(each)) for kind, each in answer.each("content")]
        return sorted(found, key=lambda each: not is_json_answer(each[0])) or [(None, None)]

    def _content(self, part: Part) -> Json | None:
        media = part.taken("media")
        return self._schema(media["schema"]) if "schema" in media else None

    def _schema(self, part: Part) -> Json:
        check_schema(part, self._known_schemas)
        return self.schemas.resolved(part.value)

    def _limits(self, method: str, raw: Json) -> Iterator[Window]:
        """Those of the operation, with those that the document publishes over it, which a bundled
        document repeats in each."""
        shared = self.content.get("x-rate-limit", {})
        own = raw.get("x-rate-limit", [])
        all_of = [
            {**each, "bucket": _bucket(each.get("bucket", key), raw)}
            for key in ("all", method)
            for each in shared.get(key, ())
        ]
        for each in (*(each for each in all_of if each not in own), *own):
            yield Window(**{"bucket": raw["operationId"], **each})

    def _tiers(self) -> Iterator[str]:
        """Those that windows name, those over all operations first."""
        for windows in self.content.get("x-rate-limit", {}).values():
            yield from (each["tier"] for each in windows if "tier" in each)
        for operation in self.operations.values():
            yield from (each.tier for each in operation.limits if each.tier is not None)

    def _paging(self, part: Part) -> Iterator[Paging]:
        is_list = isinstance(part.value.get("x-pagination", []), list)
        ways = part.each("x-pagination") if is_list else [(0, part["x-pagination"])]
        for _, way in ways:
            raw = way.held_against("pagination").value
            yield Paging(**{name.replace("-", "_"): each for name, each in raw.items()})


def _bucket(name: str, operation: Json) -> str:
    """The name of a bucket with the tag of an operation in it, in the signs that names hold."""
    tag = next(iter(operation.get("tags", ())), "")
    return name.replace("{tag}", re.sub("[^a-z0-9]+", "_", tag.lower()).strip("_"))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, of which JSON would keep the last of two equal keys."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise DocumentError(f"an object has the key {twice!r} twice; write it once")
    return found
