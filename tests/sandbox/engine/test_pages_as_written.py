"""Lists of documents that say the same in the ways that people write: unions, parts, numbers."""

from __future__ import annotations

from typing import Any

import pytest

from commerce_sdk.sandbox.engine import Answer, Call, Document, Entry, Platform, Server
from tests.sandbox.engine.serving import TEXT, Asked, a_document, asking, one_server

pytestmark = pytest.mark.anyio
WHOLE = {"type": "integer"}
NULL = {"type": "null"}
BY_CURSOR = {
    "strategy": "cursor",
    "cursor": "from",
    "size": "limit",
    "items": "data",
    "next": "next",
}
BY_ID = {"strategy": "id", "cursor": "from", "size": "limit", "items": "data", "next": "id"}


def listing(
    schema: Any, *, size: Any = WHOLE, cursor: Any = TEXT, way: Any = None, **answers: Any
) -> Document:
    content = {"content": {"application/json": {"schema": schema}}}
    operation = {
        "x-pagination": way or BY_CURSOR,
        "parameters": [
            {"name": "from", "in": "query", "schema": cursor},
            {"name": "limit", "in": "query", "schema": size, "allowEmptyValue": True},
        ],
        "responses": {"200": content, **answers},
    }
    return a_document("/rows", operation, jsonSchemaDialect="https://spec.openapis.org/dialect")


class Numbered:
    """Rows from 1 on, whose keys are their numbers."""

    def __init__(self, count: int = 300, kind: type = str) -> None:
        self._rows = [Entry.of(str(each), {"id": kind(each)}) for each in range(1, count + 1)]

    def ask(self, call: Call) -> list[Entry]:
        return self._rows


async def count(document: Document, query: str = "") -> int:
    async with asking(one_server(document, Numbered())) as client:
        answer = await client.get(f"/rows{query}")
    return len(answer.json()["data"]) if answer.status_code == 200 else -answer.status_code


FROM_ONE_TO_200 = {"type": "integer", "minimum": 1, "maximum": 200, "default": 50}


@pytest.mark.parametrize(
    ("size", "usual", "most"),
    [
        (FROM_ONE_TO_200, 50, 200),
        ({"anyOf": [FROM_ONE_TO_200, NULL]}, 50, 200),
        ({"allOf": [FROM_ONE_TO_200], "default": 40}, 40, 200),
        ({"allOf": [FROM_ONE_TO_200], "maximum": 60}, 50, 60),
        ({"type": "integer", "enum": [10, 250]}, 25, 250),
        ({"type": "integer", "default": 150}, 150, 150),
        ({"type": "integer", "default": 50.0, "maximum": 60.0}, 50, 60),
        ({"type": "number", "minimum": 1}, 25, 100),
        (WHOLE, 25, 100),
    ],
)
async def test_a_page_has_as_many_rows_as_the_document_says(
    size: Any, usual: int, most: int
) -> None:
    document = listing({}, size=size)
    assert await count(document) == usual
    assert await count(document, f"?limit={most}") == most
    assert await count(document, f"?limit={most + 1}") == -400


PAGE = {
    "type": "object",
    "required": ["next"],
    "properties": {"next": {"type": ["string", "null"]}},
}
ROWS = {"type": "object", "properties": {"data": {"type": "array", "xml": {"wrapped": True}}}}


@pytest.mark.parametrize("schema", [{"allOf": [PAGE, ROWS]}, {"allOf": [ROWS, {"allOf": [PAGE]}]}])
async def test_null_is_on_the_last_page_whichever_part_requires_it(schema: Any) -> None:
    async with asking(one_server(listing(schema), Numbered(1))) as client:
        answer = await client.get("/rows")
    assert answer.json() == {"data": [{"id": "1"}], "next": None}


async def test_a_next_cursor_is_a_number_where_its_schema_has_it_so() -> None:
    schema = {**ROWS, "properties": {**ROWS["properties"], "next": {"type": ["integer", "null"]}}}
    async with asking(one_server(listing(schema, cursor=WHOLE), Numbered(30))) as client:
        first = (await client.get("/rows", params={"limit": 20})).json()
        assert first["next"] == 21
        rest = (await client.get("/rows", params={"from": 21, "limit": 20})).json()
    assert [row["id"] for row in rest["data"]] == [str(each) for each in range(21, 31)]


async def test_ids_may_be_numbers_and_follow_each_other_as_numbers() -> None:
    document = listing(ROWS, cursor=WHOLE, way=BY_ID)
    async with asking(one_server(document, Numbered(12, int))) as client:
        first = (await client.get("/rows", params={"limit": 9})).json()["data"]
        rest = (await client.get("/rows", params={"from": first[-1]["id"]})).json()["data"]
    async with asking(one_server(document, Numbered(12, int))) as client:
        never_shown = (await client.get("/rows", params={"from": 9})).json()["data"]
    assert [row["id"] for row in (*first, *rest)] == list(range(1, 13))
    assert [row["id"] for row in never_shown] == [10, 11, 12]


async def test_any_success_may_be_the_one_that_has_the_rows() -> None:
    schema = {"properties": {**ROWS["properties"], "next": TEXT}}
    partly = {"content": {"application/json": {"schema": schema}}}
    document = listing({"properties": {"message": TEXT}}, **{"206": partly})
    rows = [Entry.of("a", {"id": "a"})]
    async with asking(one_server(document, Asked(Answer(206, rows)))) as client:
        answer = await client.get("/rows")
    assert (answer.status_code, answer.json()) == (206, {"data": [{"id": "a"}]})


async def test_rows_may_stand_where_a_schema_lets_anything_stand() -> None:
    schema = {"properties": {"next": TEXT}, "additionalProperties": {"type": "array"}}
    assert await count(listing(schema)) == 25


def test_two_platforms_never_answer_at_one_place() -> None:
    based = a_document("/a", {}, servers=[{"url": "https://shop.invalid/api"}])
    platforms = {
        "": Platform(based, lambda world: Asked()),
        "/api": Platform(a_document("/b", {}), lambda world: Asked()),
    }
    with pytest.raises(ValueError, match="two would answer at '/api'; write other prefixes"):
        Server(platforms)
