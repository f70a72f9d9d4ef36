"""A platform's document as the engine reads it: from the bundled JSON alone. Nothing about an
endpoint is written a second time here."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol, Self
from urllib.parse import urlsplit

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
from commerce_sdk.sandbox.engine.schemas import Finding, Schemas

__all__ = ["Document", "Finding", "Operation"]

Json = Mapping[str, Any]
_METHODS = ("get", "put", "post", "patch", "delete")
_STYLES = {"path": "simple", "header": "simple", "query": "form"}


class _Readable(Protocol):
    def read_text(self, encoding: str) -> str: ...


class Document:
    """A bundled document."""

    def __init__(self, content: Json) -> None:
        self.content = content
        self.schemas = Schemas(content)
        servers = content.get("servers") or [{"url": ""}]
        self.base_path = urlsplit(servers[0]["url"]).path.rstrip("/")
        self.security_schemes: dict[str, Json] = {
            name: self.schemas.resolved(each)
            for name, each in content.get("components", {}).get("securitySchemes", {}).items()
        }
        self.error_families: Json = content.get("x-error-families", {})
        self.operations = {operation.id: operation for operation in self._read()}

    @classmethod
    def load(cls, file: str | Path | _Readable) -> Self:
        """The document in a JSON file."""
        source = Path(file) if isinstance(file, str) else file
        return cls(json.loads(source.read_text(encoding="utf-8")))

    def _read(self) -> Iterator[Operation]:
        for path, item in self.content["paths"].items():
            for method in _METHODS:
                if method in item:
                    yield self._operation(path, method, item)

    def _operation(self, path: str, method: str, item: Json) -> Operation:
        raw = item[method]
        answers = {code: self.schemas.resolved(answer) for code, answer in raw["responses"].items()}
        errors = {code: answer for code, answer in answers.items() if "x-error" in answer}
        paging = raw.get("x-pagination", ())
        return Operation(
            id=raw["operationId"],
            method=method.upper(),
            path=path,
            parameters=tuple(self._parameters(item.get("parameters", ()), raw)),
            body=self._body(raw["requestBody"]) if "requestBody" in raw else None,
            successes=tuple(
                Success(int(code), *_content(answer))
                for code, answer in sorted(answers.items())
                if code.startswith("2") and code not in errors
            ),
            errors={
                code: ErrorAnswer(answer["x-error"], *_content(answer))
                for code, answer in errors.items()
            },
            security=tuple(
                name
                for each in raw.get("security", self.content.get("security", ()))
                for name in each
            ),
            limits=tuple(
                Window(**{"bucket": raw["operationId"], **entry})
                for entry in raw.get("x-rate-limit", ())
            ),
            paging=tuple(
                _paging(each) for each in (paging if isinstance(paging, list | tuple) else [paging])
            ),
        )

    def _parameters(self, of_path: Any, raw: Json) -> Iterator[Parameter]:
        """Those of the path, but for those that the operation has of its own."""
        found = {}
        for entry in (*of_path, *raw.get("parameters", ())):
            each = self.schemas.resolved(entry)
            found[each["name"], each["in"]] = each
        for each in found.values():
            style = each.get("style", _STYLES[each["in"]])
            yield Parameter(
                name=each["name"],
                place=each["in"],
                required=bool(each.get("required")),
                schema=self.schemas.resolved(each["schema"]),
                style=style,
                explode=each.get("explode", style in ("form", "deepObject")),
                tenant=each.get("x-tenant"),
            )

    def _body(self, raw: Json) -> Body:
        body = self.schemas.resolved(raw)
        schema = next(iter(body["content"].values()))["schema"]
        return Body(
            schema=schema,
            media_types=tuple(body["content"]),
            required=bool(body.get("required")),
            tenants={
                name: each["x-tenant"]
                for name, each in self.schemas.properties(schema).items()
                if "x-tenant" in each
            },
        )


def _content(answer: Json) -> tuple[str | None, Json | None]:
    """The media type of an answer, and its schema: JSON where there is a choice."""
    content = answer.get("content", {})
    if not content:
        return None, None
    kind = next(filter(is_json_answer, content), next(iter(content)))
    return kind, content[kind].get("schema")


def _paging(raw: Json) -> Paging:
    return Paging(
        strategy=raw["strategy"],
        items=raw["items"],
        cursor=raw.get("cursor"),
        size=raw.get("size"),
        next=raw.get("next"),
        ends_by=raw.get("ends-by", {}),
    )
