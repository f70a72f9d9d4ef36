"""What the engine understands of a document is served as it says. Each row edits one small document."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from commerce_sdk.sandbox.engine import Document
from tests.sandbox.engine.kennel import (
    ADD,
    AGE,
    BODY,
    DOG,
    GET,
    KENNEL,
    KEY,
    LIST,
    Edit,
    Kennel,
    asked,
    edited,
    moved,
    put,
    ref,
)
from tests.sandbox.engine.serving import asking, one_server

pytestmark = pytest.mark.anyio


def taking(**keywords: Any) -> Edit:
    """A dog that is more than its properties."""
    return put("/components/schemas/Dog", {**DOG, **keywords})


ANIMALS = {"oneOf": [ref("Dog"), {"type": "integer"}, {"type": "number", "minimum": 9}]}
BODIES: list[tuple[Edit, Any, str]] = [
    (
        put(BODY, {"allOf": [ref("Dog"), {"required": ["age"]}]}),
        {"name": "rex"},
        "age: is required",
    ),
    (put(BODY, {"allOf": [ref("Dog"), {"required": ["age"]}]}), {"name": "rex", "age": 1}, ""),
    (
        put(BODY, {"allOf": [ref("Dog"), {"type": "object"}]}),
        {"name": "rex", "age": "old"},
        "age: 'old' is not of type 'integer'",
    ),
    (put(BODY, {**ref("Dog"), "required": ["age"]}), {"age": 1}, "name: is required"),
    (put(BODY, {**ref("Dog"), "required": ["age"]}), {"name": "rex"}, "age: is required"),
    (put(BODY, ANIMALS), {"name": "rex"}, ""),
    (put(BODY, ANIMALS), 1, ""),
    (put(BODY, ANIMALS), 9, "the body: 9 is valid under each of"),
    (put(BODY, ANIMALS), "rex", "the body: 'rex' is not valid under any of the given schemas"),
    (put(BODY, {"anyOf": [ref("Dog"), {"type": "integer"}]}), 9, ""),
    (put(BODY, {"anyOf": [ref("Dog"), {"type": "null"}]}), {"name": 1}, "name: 1 is not of type"),
    (put(BODY, {**DOG, "anyOf": [{"required": ["age"]}]}), {"age": 1}, "name: is required"),
    (
        put(AGE, {"not": {"const": 7}}),
        {"name": "rex", "age": 7},
        "age: 7 should not be valid under",
    ),
    (put(AGE, {"not": {"const": 7}}), {"name": "rex", "age": 8}, ""),
    (put(AGE, False), {"name": "rex", "age": 7}, "age: 7 should not be valid under"),
    (put(AGE, True), {"name": "rex", "age": "any"}, ""),
    (
        put(AGE, {"not": {"const": 7}, "pattern": "^a$", "format": "date"}),
        {"name": "rex", "age": "a\n"},
        "age: 'a\\n' does not match '^a$'",
    ),
    (taking(propertyNames={"maxLength": 4}), {"name": "rex", "shape": 1}, "'shape' is too long"),
    (taking(dependentRequired={"age": ["born"]}), {"name": "rex", "age": 1}, "'born' is a"),
    (taking(dependentRequired={"age": ["born"]}), {"name": "rex"}, ""),
    (
        taking(patternProperties={"^x": {"type": "integer"}}, additionalProperties=False),
        {"name": "rex", "x1": "a"},
        "x1: 'a' is not of type 'integer'",
    ),
    (taking(unevaluatedProperties=False), {"name": "rex", "x": 1}, "Unevaluated properties"),
    (
        taking(**{"if": {"required": ["age"]}, "then": {"required": ["born"]}}),
        {"name": "rex", "age": 1},
        "'born' is a required property",
    ),
    (
        put(AGE, {"type": "array", "prefixItems": [ref("Dog")], "contains": {"const": 1}}),
        {"name": "rex", "age": [{"name": "tinker"}, 1]},
        "age[0].name: 'tinker' is too long",
    ),
    (put(f"{ADD}/requestBody/content/application~1json", {}), [1], ""),
]


@pytest.mark.parametrize(("edit", "body", "said"), BODIES)
async def test_a_schema_holds_in_whole(edit: Edit, body: Any, said: str) -> None:
    status, message = await asked(edit, "POST", "/v1/dogs", json=body)
    assert status == (400 if said else 204)
    assert said in message


WITH_AND = put("/security", [{"key": [], "token": []}])
OPTIONAL = put("/security", [{"key": []}, {}])
QUERY, COOKIE = put(f"{KEY}/in", "query"), put(f"{KEY}/in", "cookie")
TOKEN = {"Authorization": "Bearer t"}


@pytest.mark.parametrize(
    ("edit", "query", "headers", "status"),
    [
        (WITH_AND, "", {"X-Key": "k"}, 401),
        (WITH_AND, "", TOKEN, 401),
        (WITH_AND, "", {"X-Key": "k", **TOKEN}, 200),
        (OPTIONAL, "", {}, 200),
        (OPTIONAL, "", {"X-Key": "k"}, 200),
        (QUERY, "?X-Key=k", {}, 200),
        (QUERY, "", {"X-Key": "k"}, 401),
        (COOKIE, "", {"Cookie": "X-Key=k"}, 200),
        (COOKIE, "", {"X-Key": "k"}, 401),
    ],
)
async def test_credentials_come_as_the_document_says(
    edit: Edit, query: str, headers: dict[str, str], status: int
) -> None:
    assert (await asked(edit, "GET", f"/v1/dogs/rex{query}", headers=headers))[0] == status


VARIABLES = {"host": {"default": "a.invalid"}, "v": {"default": "v2", "enum": ["v2", "v3"]}}


@pytest.mark.parametrize(
    ("edit", "path"),
    [
        (put("/servers/0", {"url": "https://{host}/{v}", "variables": VARIABLES}), "/v2/dogs"),
        (put("/servers/1", {"url": "http://other.invalid/v1/"}), "/v1/dogs"),
        (moved("/dogs", "/hünde"), "/v1/hünde"),
        (moved("/dogs", "/h%C3%BCnde"), "/v1/h%c3%bcnde"),
        (moved("/dogs", "/all dogs~"), "/v1/all%20dogs%7E"),
    ],
)
async def test_addresses_are_those_of_the_document(edit: Edit, path: str) -> None:
    assert (await asked(edit, "GET", path))[0] == 200


def parameter(place: str, schema: Any, **more: Any) -> Edit:
    return put(f"{GET}/parameters", [{"name": "q", "in": place, "schema": schema, **more}])


@pytest.mark.parametrize(
    ("edit", "query", "value"),
    [
        (parameter("cookie", {"type": "integer"}), "", 7),
        (parameter("query", {"allOf": [{"type": "integer"}, {"minimum": 1}]}), "?q=8", 8),
        (parameter("query", {"oneOf": [{"type": "integer"}, {"type": "string"}]}), "?q=a", "a"),
        (
            parameter("query", {"allOf": [{"type": "array", "items": {"type": "integer"}}]}),
            "?q=8",
            [8],
        ),
    ],
)
async def test_a_parameter_is_read_as_all_of_its_schema_has_it(
    edit: Edit, query: str, value: Any
) -> None:
    behaviour = Kennel()
    server = one_server(Document(edited(edit)), behaviour, credentials={"key": ["k"]})
    async with asking(server, headers={"X-Key": "k", "Cookie": "q=7"}) as client:
        assert (await client.get(f"/v1/dogs/rex{query}")).status_code == 200
    assert behaviour.calls[0].values["q"] == value


WINDOW = {"limit": 1, "seconds": 10, "scope": "credential"}


@pytest.mark.parametrize(
    ("shared", "own", "statuses"),
    [
        ({"all": [WINDOW]}, [], [200, 429, 429]),
        ({"get": [WINDOW]}, [], [200, 429, 204]),
        ({"post": [WINDOW]}, [], [200, 200, 204]),
        # As a bundled document repeats it.
        ({"all": [WINDOW]}, [{**WINDOW, "bucket": "all"}], [200, 429, 429]),
    ],
)
async def test_limits_of_the_document_count_over_its_operations(
    shared: Any, own: Any, statuses: list[int]
) -> None:
    content = edited(put("/x-rate-limit", shared))
    put(f"{LIST}/x-rate-limit", own)(content)
    server = one_server(Document(content), Kennel(), credentials={"key": ["k"]})
    async with asking(server, headers={"X-Key": "k"}) as client:
        assert [
            (await client.get("/v1/dogs")).status_code,
            (await client.get("/v1/dogs/rex")).status_code,
            (await client.post("/v1/dogs", json={"name": "rex"})).status_code,
        ] == statuses


def test_a_byte_order_mark_is_no_part_of_a_document(tmp_path: Path) -> None:
    path = tmp_path / "kennel.json"
    path.write_text("\ufeff" + json.dumps(KENNEL), encoding="utf-8")
    assert list(Document.load(path).operations) == ["list_dogs", "add_dog", "get_dog"]
