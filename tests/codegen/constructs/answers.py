"""Successes: what an answer is read as, by its schema and its media type."""

from __future__ import annotations

from typing import Any

from tests.codegen.constructs.base import (
    SAID,
    Node,
    answers,
    content,
    getting,
    null_text,
    record,
    ref,
    schemas,
)
from tests.codegen.constructs.table import (
    Call,
    Refused,
    add,
    found,
    getting_one,
    refused,
    right,
)

COUNT = {"type": "integer", "x-number": "count"}


def _success(name: str, schema: Any, sample: Any, *verdict: Call | Refused) -> None:
    add(name, lambda document: answers(document, schema, sample), *verdict)


def _list(items: Any) -> Node:
    return {"type": "array", "items": items}


def _map(values: Any) -> Node:
    return {"type": "object", "additionalProperties": values}


PLANT = ref("Plant")

# --- lists and maps

_success(
    "success_of_a_list",
    _list(PLANT),
    [],
    found(
        "list[models.Plant]",
        '[{"id": "a"}, {"id": "b", "price": 5, "currency": "JPY"}]',
        "[each.id for each in answer] == ['a', 'b'] and answer[1].price == Money.of('5', 'JPY')",
    ),
    found("list[models.Plant]", "[]", "answer == []"),
    found("list[models.Plant]", '[null, {"id": "b"}]', "[each.id for each in answer] == ['b']"),
)
_success(
    "success_of_texts",
    _list({"type": "string"}),
    [],
    found("list[str]", '["x"]', "answer == ['x']"),
)
_success("success_of_integers", _list(COUNT), [], found("list[int]", "[1, 2]", "answer == [1, 2]"))
_success(
    "success_of_an_enum_in_a_list",
    _list(ref("Colour")),
    [],
    found("list[models.Colour]", '["red", "blue"]', "answer == ['red', 'blue']"),
)
_success(
    "success_of_a_map",
    _map(PLANT),
    {},
    found(
        "dict[str, models.Plant | None]",
        '{"x": {"id": "a"}, "y": null}',
        "(answer['x'] or models.Plant()).id == 'a' and answer['y'] is None",
    ),
    found("dict[str, models.Plant | None]", "{}", "answer == {}"),
)
_success(
    "success_of_a_map_of_texts",
    _map({"type": "string"}),
    {},
    found("dict[str, str | None]", '{"x": "y", "z": null}', "answer == {'x': 'y', 'z': None}"),
)
_success(
    "success_of_any_object",
    {"type": "object"},
    {},
    found("dict[str, Any]", '{"a": [1.5]}', "answer['a'] == [Decimal('1.5')]"),
)
_success("success_of_a_list_of_anything", {"type": "array"}, [], Refused("get_plant", "items"))
_success(
    "success_of_inline_objects",
    _list(record(name=null_text())),
    [],
    Refused("get_plant", "name|components/schemas"),
)
_success(
    "success_of_an_inline_object",
    record(name=null_text()),
    {},
    Refused("get_plant", "name|components/schemas"),
)
_success(
    "success_of_an_inline_enum",
    {"type": "string", "enum": ["a", "b"]},
    "a",
    Refused("get_plant", "components/schemas"),
)
_success(
    "success_of_lists_of_lists",
    _list(_list(COUNT)),
    [],
    found("list[list[int]]", "[[1], [2, 3]]", "answer == [[1], [2, 3]]"),
)

# --- scalars

_success("success_of_a_text", {"type": "string"}, "x", found("str", '"x"', "answer == 'x'"))
_success("success_of_an_integer", COUNT, 1, found("int", "7", "answer == 7"))
_success("success_of_a_boolean", {"type": "boolean"}, True, found("bool", "true", "answer is True"))
_success(
    "success_of_a_number",
    {"type": "number", "x-number": "rate"},
    1,
    found("Decimal", "1.50", "answer == Decimal('1.5')"),
)
_success(
    "success_of_an_instant",
    {"type": "string", "format": "date-time"},
    "2030-01-02T03:04:05Z",
    found(
        "datetime.datetime | str",
        '"2030-01-02T03:04:05Z"',
        "answer == datetime.datetime(2030, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc)",
    ),
)
_success(
    "success_of_an_enum", ref("Colour"), "red", found("models.Colour", '"red"', "answer == 'red'")
)
_success(
    "success_of_null_or_a_text",
    {"type": ["string", "null"]},
    "x",
    found("str | None", '"x"', "answer == 'x'"),
    found("str | None", "null", "answer is None"),
)
_success(
    "success_of_null_or_a_model",
    {"oneOf": [PLANT, {"type": "null"}]},
    {"id": "a"},
    found("models.Plant | None", '{"id": "a"}', "answer is not None and answer.id == 'a'"),
    found("models.Plant | None", "null", "answer is None"),
)
_success(
    "success_of_an_amount",
    {"type": "integer", "format": "int64", "x-money": "minor"},
    1,
    Refused("get_plant", "object|currency"),
)
_success(
    "success_of_amounts",
    _list({"type": "integer", "format": "int64", "x-money": "minor"}),
    [],
    Refused("get_plant", "object|currency"),
)
_success("success_of_no_type", {}, {}, Refused("get_plant", "type|name"))
_success("success_that_is_true", True, {}, Refused("get_plant", "schema|name"))
_success("success_that_names_nothing", ref("Nowhere"), {}, Refused("Nowhere", "exist|names"))


@right(found("list[str]", '["x"]', "answer == ['x']"))
def success_of_a_named_list(document: Node) -> None:
    schemas(document)["Names"] = {"description": SAID, **_list({"type": "string"})}
    answers(document, ref("Names"), [])


@right(
    found(
        "dict[str, models.Plant | None]",
        '{"x": {"id": "a"}}',
        "(answer['x'] or models.Plant()).id == 'a'",
    )
)
def success_of_a_named_map(document: Node) -> None:
    schemas(document)["Bed"] = {"description": SAID, **_map(PLANT)}
    answers(document, ref("Bed"), {})


# --- media types

_PDF = {"type": "string", "format": "binary"}


def _media(name: str, kind: str, *verdict: Call | Refused, schema: Any = PLANT) -> None:
    add(name, lambda document: answers(document, schema, {"id": "a"}, kind), *verdict)


_media(
    "answer_of_an_api", "application/vnd.api+json", getting_one(accepts="application/vnd.api+json")
)
_media("answer_of_json_with_a_charset", "application/json; charset=utf-8", getting_one())
_media("answer_of_any_media_type", "*/*", getting_one())
_media("answer_of_xml", "application/xml", Refused("get_plant", "JSON|json"))
_media(
    "answer_of_text",
    "text/plain",
    Refused("get_plant", "JSON|json|binary"),
    schema={"type": "string"},
)
_media("answer_of_events", "text/event-stream", Refused("get_plant", "JSON|json|binary"))
_media("answer_of_any_image", "image/*", Refused("get_plant", "JSON|json|binary"))
_media("answer_of_an_empty_media_type", "", Refused("get_plant", "JSON|json|media type"))
_media(
    "answer_of_a_hostile_media_type", 'text/"\n{{x}}', Refused("get_plant", "JSON|json|media type")
)


def _file(name: str, kind: str) -> None:
    def edit(document: Node) -> None:
        answers(document, dict(_PDF), "", kind)
        del getting(document)["responses"]["200"]["content"][kind]["example"]

    call = found("bytes", b"\x00\xff", r"answer == b'\x00\xff'", kind=kind)
    add(name, edit, call)


_file("file", "application/pdf")
_file("file_of_octets", "application/octet-stream")


@refused("get_plant", "binary|JSON|json")
def file_as_json(document: Node) -> None:
    answers(document, dict(_PDF), "")


@right(getting_one(), getting_one(kind="application/vnd.api+json"))
def two_json_media_types_of_one_answer(document: Node) -> None:
    kinds = getting(document)["responses"]["200"]["content"]
    kinds["application/vnd.api+json"] = dict(kinds["application/json"])


@refused("get_plant", "media type|one")
def json_or_a_file(document: Node) -> None:
    kinds = getting(document)["responses"]["200"]["content"]
    kinds["application/pdf"] = {"schema": dict(_PDF)}


@refused("get_plant", "media type|one|schema")
def two_schemas_of_one_answer(document: Node) -> None:
    kinds = getting(document)["responses"]["200"]["content"]
    kinds["application/vnd.api+json"] = content(ref("PlantPage"), {})["application/json"]


@refused("get_plant", "schema")
def answer_without_a_schema(document: Node) -> None:
    del getting(document)["responses"]["200"]["content"]["application/json"]["schema"]
