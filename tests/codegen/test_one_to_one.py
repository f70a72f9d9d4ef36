"""Operations, answers, schemas and properties of the document and of generated code, one to one."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from pathlib import Path
from typing import Any

import attrs
import pytest
from msgspec import to_builtins

import commerce_sdk_api.commerce.api
from codegen.reading.bundle import bundle
from codegen.reading.documents import documents
from commerce_sdk.document.kinds import WIRE
from commerce_sdk.document.model import Model
from commerce_sdk.document.open_enums import OpenEnum
from commerce_sdk.document.request_model import RequestModel
from commerce_sdk_api.commerce import PLATFORM, models
from commerce_sdk_api.commerce.operations import OPERATIONS
from tests.support.documents import DOCUMENT, operations, resolved

SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]


def test_every_operation_has_its_module_and_no_other() -> None:
    found = {
        info.name.rsplit(".", 1)[1]
        for info in pkgutil.walk_packages(
            commerce_sdk_api.commerce.api.__path__, "commerce_sdk_api.commerce.api."
        )
        if not info.ispkg
    }
    assert found == set(OPERATIONS) == {op["operationId"] for _, _, op in operations()}
    assert DOCUMENT["servers"][0]["url"] == PLATFORM.server


def success_of(answer: dict[str, Any]) -> Any:
    """What an answer is read as: a model, `bytes` for a file, None for nothing."""
    for kind, media in answer.get("content", {}).items():
        return getattr(models, name_of(media["schema"])) if kind == "application/json" else bytes
    return None


def name_of(schema: dict[str, Any]) -> str:
    return str(schema.get("items", schema)["$ref"]).rsplit("/", 1)[1]


@pytest.mark.parametrize(("path", "method", "raw"), list(operations()), ids=lambda v: str(v)[:40])
def test_an_operation_says_what_the_document_says(path: str, method: str, raw: Any) -> None:
    operation = OPERATIONS[raw["operationId"]]
    module = importlib.import_module(
        f"commerce_sdk_api.commerce.api.{raw['tags'][0]}.{raw['operationId']}"
    )
    answers = {int(code): resolved(answer) for code, answer in raw["responses"].items()}

    assert (operation.path, operation.method) == (path, method)
    assert [(r.limit, r.seconds, r.scope, r.bucket, r.tier) for r in operation.rate_limits] == [
        (r["limit"], r["seconds"], r["scope"], r.get("bucket"), r.get("tier"))
        for r in raw["x-rate-limit"]
    ]
    assert operation.retry.kind == raw["x-retry"]["class"]
    assert operation.retry.key == raw["x-retry"].get("key")
    assert operation.retry.read_back == raw["x-retry"].get("read-back")
    errors = {code: answer for code, answer in answers.items() if "x-error" in answer}
    assert dict(operation.answers) == {
        code: success_of(answer) for code, answer in answers.items() if code not in errors
    }
    assert all(code in errors for code in answers if code >= 300)
    assert {code: operation.family_of(code) for code in range(100, 600)} == {
        **dict.fromkeys(range(100, 600)),
        **{code: answer["x-error"] for code, answer in errors.items()},
    }
    assert operation.refusals == tuple(code for code in errors if "x-refusal" in errors[code])
    assert bool(operation.pagination) == ("x-pagination" in raw)
    parameters = [resolved(parameter) for parameter in raw.get("parameters", [])]
    filled = [each for each in parameters if "x-tenant" in each]
    tenants = [each for each in operation.tenants if each.place != "body"]
    assert [(each.name, each.place, each.wire, each.required) for each in tenants] == [
        (each["x-tenant"], each["in"], each["name"], each["required"]) for each in filled
    ]
    # A body with amounts and without their currency is told it.
    arguments = inspect.signature(module.build).parameters.keys() - {"currency"}
    assert len(arguments) == len(parameters) - len(filled) + ("requestBody" in raw)


@pytest.mark.parametrize("source", documents(), ids=lambda path: path.stem)
def test_what_has_to_be_completed_in_time_says_so(source: Path) -> None:
    generated = importlib.import_module(f"commerce_sdk_api.{source.stem}.operations").OPERATIONS
    described = {
        operation["operationId"]: operation.get("x-completed-within")
        for item in bundle(source)["paths"].values()
        for operation in item.values()
    }
    assert {name: generated[name].completed_within for name in generated} == described
    assert any(described.values()) == (source.stem == "admin")


def test_a_family_of_errors_says_what_the_document_says() -> None:
    described = DOCUMENT["x-error-families"]
    assert list(PLATFORM.error_families) == list(described)
    for name, family in PLATFORM.error_families.items():
        assert family.model is not None
        places = ("title", "code", "detail", "id")
        said = {key: list(getattr(family, key)) for key in places if getattr(family, key)}
        findings = [
            {
                key: value if key == "at" else list(value)
                for key, value in to_builtins(each).items()
                if value
            }
            for each in family.problems
        ]
        assert said | ({"problems": findings} if findings else {}) == described[name]
        shapes = {
            name_of(media["schema"])
            for _, _, raw in operations()
            for answer in map(resolved, raw["responses"].values())
            if answer.get("x-error") == name
            for media in answer.get("content", {}).values()
        }
        assert shapes == {family.model().__name__}


def test_every_schema_has_its_class_and_no_other() -> None:
    named = {name for name, schema in SCHEMAS.items() if "properties" in schema or "enum" in schema}
    assert set(models.__all__) == named


@pytest.mark.parametrize("name", sorted(models.__all__))
def test_a_class_holds_what_its_schema_says(name: str) -> None:
    schema, cls = SCHEMAS[name], getattr(models, name)
    if "enum" in schema:
        assert issubclass(cls, OpenEnum)
        assert [member.value for member in cls] == schema["enum"]
        return
    if issubclass(cls, RequestModel):
        table = [attribute.metadata[WIRE] for attribute in attrs.fields(cls)]  # type: ignore[arg-type]
        assert [entry.wire for entry in table] == list(schema["properties"])
        assert {entry.wire for entry in table if entry.required} == set(schema.get("required", ()))
        return
    assert issubclass(cls, Model)
    held = [wire for wire in cls.__struct_encode_fields__ if not wire.startswith("commerce_sdk:")]
    tag = cls.__struct_config__.tag_field
    assert sorted([*held, *([tag] if tag else [])]) == sorted(schema["properties"])
    public = {key for key, value in vars(cls).items() if isinstance(value, property)}
    assert len(public) == len(schema["properties"])
