"""The platform's document as the sandbox reads it: routes, parameters, bodies, limits, paging.

Read from the bundled JSON alone. Nothing about an endpoint is written a second time here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator

Json = Mapping[str, Any]
_METHODS = ("get", "put", "post", "patch", "delete")
_STRUCTURE = frozenset(
    {"properties", "required", "items", "additionalProperties", "oneOf", "discriminator", "$ref"}
)


@dataclass(frozen=True)
class Finding:
    """One thing in a request that the document does not allow."""

    path: tuple[str | int, ...]
    message: str

    @property
    def place(self) -> str:
        text = ""
        for step in self.path:
            text += f"[{step}]" if isinstance(step, int) else f".{step}"
        return text.removeprefix(".")


@dataclass(frozen=True)
class ErrorAnswer:
    """What the document says of one error: its family, and whether a document comes with it."""

    family: str | None
    has_body: bool


@dataclass(frozen=True)
class Window:
    """A published limit: so many calls in so many seconds, over all that name the bucket."""

    limit: int
    seconds: int
    scope: str
    bucket: str


@dataclass(frozen=True)
class Operation:
    """One operation of the document."""

    id: str
    method: str
    path: str
    parameters: tuple[Json, ...]
    body: Json | None
    body_required: bool
    success: int
    limits: tuple[Window, ...]
    paging: Json | None
    errors: Mapping[str, ErrorAnswer]

    def error(self, status: int) -> ErrorAnswer | None:
        """What the document says of an error: by its status, by its hundred, or by default."""
        keys = (str(status), f"{status // 100}XX", "default")
        return next((self.errors[key] for key in keys if key in self.errors), None)

    @property
    def path_names(self) -> list[str]:
        """The names of the path's parameters, in their order."""
        return re.findall(r"\{(\w+)\}", self.path)

    def tenants(self, kind: str) -> list[str]:
        """The parameters that name the account (`x-tenant`)."""
        return [each["name"] for each in self.parameters if each.get("x-tenant") == kind]


def _of_json(part: Json) -> Json | None:
    """The schema of a body's or an answer's JSON, under whatever content type it comes."""
    media = part.get("content", {}).items()
    return next((each["schema"] for kind, each in media if is_json(kind)), None)


def is_json(kind: str) -> bool:
    """Is a content type one of JSON's?"""
    return kind == "application/json" or kind.endswith("+json")


class Document:
    """A bundled document."""

    def __init__(self, content: Json) -> None:
        self.content = content
        self.base_path = urlsplit(content["servers"][0]["url"]).path
        self.operations = {operation.id: operation for operation in self._read()}

    def _read(self) -> Iterator[Operation]:
        for path, item in self.content["paths"].items():
            for method in _METHODS:
                if method in item:
                    yield self._operation(path, method, item[method])

    def _operation(self, path: str, method: str, raw: Json) -> Operation:
        body = self.resolved(raw["requestBody"]) if "requestBody" in raw else None
        limits = tuple(
            Window(**{"bucket": raw["operationId"], **entry}) for entry in raw["x-rate-limit"]
        )
        return Operation(
            id=raw["operationId"],
            method=method.upper(),
            path=path,
            parameters=tuple(self.resolved(entry) for entry in raw.get("parameters", ())),
            body=_of_json(body) if body else None,
            body_required=bool(body and body.get("required")),
            success=min(
                int(code)
                for code, each in raw["responses"].items()
                if code.startswith("2") and "x-error" not in self.resolved(each)
            ),
            errors={
                code: ErrorAnswer(answer.get("x-error"), "content" in answer)
                for code, answer in (
                    (code, self.resolved(each)) for code, each in raw["responses"].items()
                )
                if "x-error" in answer
            },
            limits=limits,
            paging=raw.get("x-pagination"),
        )

    def resolved(self, part: Json) -> Json:
        """A part behind its `$ref`s."""
        while "$ref" in part:
            target: Any = self.content
            for step in part["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            rest = {key: value for key, value in part.items() if key != "$ref"}
            part = {**target, **rest}
        return part

    def response_schema(self, operation_id: str, status: int) -> Json | None:
        """The schema of an answer; None where the document names none."""
        operation = self.operations[operation_id]
        raw = self.content["paths"][operation.path][operation.method.lower()]
        if str(status) not in raw["responses"]:
            return None
        answer = self.resolved(raw["responses"][str(status)])
        return _of_json(answer)

    # --- what a value breaks

    def findings(
        self, schema: Json, value: Any, path: tuple[str | int, ...] = ()
    ) -> Iterator[Finding]:
        """What the document does not allow about a value, at its exact place: variants are told
        apart by their discriminator first, so that the right field is named."""
        schema = self.resolved(schema)
        if "oneOf" in schema:
            yield from self._of_variants(schema, value, path)
            return
        leaf = {key: entry for key, entry in schema.items() if key not in _STRUCTURE}
        wrong = [error.message for error in Draft202012Validator(leaf).iter_errors(value)]
        wrong += _of_format(schema, value)
        yield from (Finding(path, message) for message in wrong)
        if wrong:
            return
        if isinstance(value, Mapping):
            yield from self._of_object(schema, value, path)
        elif isinstance(value, list) and "items" in schema:
            for index, entry in enumerate(value):
                yield from self.findings(schema["items"], entry, (*path, index))

    def _of_object(
        self, schema: Json, value: Json, path: tuple[str | int, ...]
    ) -> Iterator[Finding]:
        for name in schema.get("required", ()):
            if name not in value:
                yield Finding((*path, name), "is required")
        properties = schema.get("properties", {})
        others = schema.get("additionalProperties", True)
        for name, entry in value.items():
            if name in properties:
                yield from self.findings(properties[name], entry, (*path, name))
            elif isinstance(others, Mapping):
                yield from self.findings(others, entry, (*path, name))

    def _of_variants(
        self, schema: Json, value: Any, path: tuple[str | int, ...]
    ) -> Iterator[Finding]:
        if "discriminator" not in schema:
            allowed = [entry for entry in schema["oneOf"] if entry != {"type": "null"}]
            if value is not None or len(allowed) == len(schema["oneOf"]):
                yield from self.findings(allowed[0], value, path)
            return
        name = schema["discriminator"]["propertyName"]
        mapping = schema["discriminator"]["mapping"]
        if not isinstance(value, Mapping):
            yield Finding(path, "is not an object")
            return
        kind = value.get(name, self._default_variant(name, mapping))
        if not isinstance(kind, str) or kind not in mapping:
            yield Finding((*path, name), f"is none of {', '.join(mapping)}")
            return
        yield from self.findings({"$ref": mapping[kind]}, value, path)

    def _default_variant(self, name: str, mapping: Json) -> str | None:
        for kind, reference in mapping.items():
            if name not in self.resolved({"$ref": reference}).get("required", ()):
                return str(kind)
        return None


_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def _of_format(schema: Json, value: Any) -> list[str]:
    kind = schema.get("format")
    if kind == "uuid" and isinstance(value, str) and not _UUID.fullmatch(value):
        return ["is no UUID"]
    if kind in ("int32", "int64") and isinstance(value, int) and not isinstance(value, bool):
        limit = 1 << (int(kind[3:]) - 1)
        if not -limit <= value < limit:
            return [f"does not fit {kind}"]
    return []


@cache
def commerce() -> Document:
    """The document of the Commerce Cloud Platform."""
    source = files("commerce_sdk.sandbox") / "documents" / "commerce.json"
    return Document(json.loads(source.read_text(encoding="utf-8")))
