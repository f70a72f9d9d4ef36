"""Requests are taken apart, and held against their document: every way to send a parameter, JSON and
forms, media types, base paths."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import httpx
import pytest

from commerce_sdk.sandbox.engine import Call, Document
from tests.conftest import ROOT
from tests.sandbox.engine.serving import TEXT, Asked, a_document, asking, doing, one_server
from tests.support.shop_platform import bundle, shop_platform

pytestmark = pytest.mark.anyio
NUMBERS = {"type": "array", "items": {"type": "integer", "minimum": 1}}


@cache
def depot() -> Document:
    """A document with every way in which a parameter can be sent."""
    return Document(bundle(ROOT / "tests" / "codegen" / "documents" / "parameters.yaml"))


async def depot_asked(method: str, path: str, **sent: Any) -> tuple[httpx.Response, list[Call]]:
    calls: list[Call] = []
    server = one_server(depot(), doing(depot(), calls.append))
    async with asking(server) as client:
        return await client.request(method, f"/api{path}", **sent), calls


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("needed=a&needed=b&each=c", {"needed": ["a", "b"], "each": ["c"]}),
        ("needed=a&comma=b,c", {"needed": ["a"], "comma": ["b", "c"]}),
        ("needed=a&space=b%20c&pipe=d%7Ce", {"space": ["b", "c"], "pipe": ["d", "e"]}),
        ("needed=a&numbers=3,4&days=2026-01-02", {"numbers": [3, 4], "days": ["2026-01-02"]}),
    ],
)
async def test_lists_in_a_query(query: str, values: dict[str, Any]) -> None:
    answer, (call,) = await depot_asked("GET", f"/lists?{query}", headers={"X-Ids": "x,y"})
    assert answer.status_code == 204
    assert {"X-Ids": ["x", "y"], **values}.items() <= call.values.items()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "needed is required"),
        ("needed=a&numbers=3", "numbers [3] is too short"),
        ("needed=a&numbers=3,0", "numbers[1] 0 is less than the minimum of 1"),
        ("needed=a&numbers=3,x", "numbers[1] 'x' is not of type 'integer'"),
        ("needed=a&days=2026-13-01", "days[0] is no date"),
    ],
)
async def test_a_wrong_list_is_refused_with_its_place(query: str, said: str) -> None:
    document = described(depot())
    async with asking(one_server(document, doing(document, lambda call: None))) as client:
        answer = await client.get(f"/api/lists?{query}")
    assert (answer.status_code, answer.json()["detail"]) == (400, said)


def described(document: Document) -> Document:
    """The same document, whose errors say more than a code."""
    content = json.loads(json.dumps(document.content))
    content["x-error-families"] = {}
    return Document(content)


async def test_a_query_is_kept_as_it_was_sent() -> None:
    behaviour = Asked()
    document = a_document("/a", {})
    async with asking(one_server(document, behaviour)) as client:
        await client.get("/a?b=1&c%5Bd%5D=%2C&b=2")
    assert [*behaviour.calls[0].query] == [("b", "1"), ("c[d]", ","), ("b", "2")]


async def test_several_in_a_path() -> None:
    _, (call,) = await depot_asked("GET", "/lists/a,b%2Fc")
    assert call.values == {"ids": ["a", "b/c"]}


async def test_one_name_in_several_places_is_that_of_the_path() -> None:
    _, (call,) = await depot_asked(
        "GET", "/named/1/2/3/100%25?id=q&body=w&-=s", headers={"id": "h", "body": "v"}
    )
    assert {"id": "1", "ab": "2", "a": "3", "body": "w", "-": "s"}.items() <= call.values.items()


async def test_an_encoded_slash_stays_in_its_segment() -> None:
    document = a_document(
        "/things/{ari}/parts",
        {"parameters": [{"name": "ari", "in": "path", "required": True, "schema": TEXT}]},
    )
    behaviour = Asked()
    async with asking(one_server(document, behaviour)) as client:
        ari = "ari:cloud:shop::thing/5 a%"
        path = "/things/ari%3Acloud%3Ashop%3A%3Athing%2F5%20a%25/parts"
        assert (await client.get(path)).status_code == 204
        assert (await client.get("/things/a/b/parts")).status_code == 404
    assert behaviour.calls[0].id == ari


async def test_what_is_written_out_goes_before_what_is_filled_in() -> None:
    answers = {"responses": {"204": {}}}
    content = {
        "paths": {
            "/a/{id}": {
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": TEXT}],
                "get": {"operationId": "get_one", **answers},
            },
            "/a/all": {"get": {"operationId": "get_all", **answers}},
        }
    }
    calls: list[Call] = []
    document = Document(content)
    async with asking(one_server(document, doing(document, calls.append))) as client:
        for path in ("/a/all", "/a/al"):
            await client.get(path)
    assert [call.operation.id for call in calls] == ["get_all", "get_one"]


async def test_parameters_of_a_path_are_those_of_its_operations_but_for_their_own() -> None:
    limit = {"name": "n", "in": "query", "schema": {"type": "integer", "maximum": 3}}
    wider = {**limit, "schema": {"type": "integer", "maximum": 9}}
    for own, status in (({}, 400), ({"parameters": [wider]}, 204)):
        server = one_server(a_document("/a", own, item={"parameters": [limit]}), Asked())
        async with asking(server) as client:
            assert (await client.get("/a?n=5")).status_code == status


@pytest.mark.parametrize(
    ("schema", "text", "value"),
    [
        ({"type": "boolean"}, "true", True),
        ({"type": "boolean"}, "True", None),
        ({"type": "integer"}, "-5", -5),
        ({"type": "integer"}, "5.0", None),
        ({"type": "integer"}, "٣", None),
        ({"type": "integer"}, "1" * 5000, None),
        ({"type": "integer", "format": "int32"}, str(2**31), None),
        ({"type": "number"}, "0.15", 0.15),
        ({"type": "number"}, "1e2", 100.0),
        ({"type": "number"}, "NaN", None),
        ({"type": "number", "multipleOf": 0.05}, "0.15", 0.15),
        ({"type": "number", "multipleOf": 0.05}, "0.16", None),
        ({"type": "number", "multipleOf": 0.05}, "1e300", 1e300),
        ({"type": "number"}, "1e400", None),
        ({"type": "string", "pattern": r"^\d$"}, "5\n", None),
        ({"type": "string", "pattern": r"^\d$"}, "٣", None),
        ({"type": "string", "format": "date-time"}, "2026-01-02T03:04:05.5Z", ...),
        ({"type": "string", "format": "date-time"}, "2026-01-02", None),
        ({"type": "string", "format": "date"}, "20260102", None),
        ({"type": "string", "format": "uuid"}, "00000000-0000-4000-8000-000000000001", ...),
        ({"type": "string", "format": "uuid"}, "x", None),
        ({"type": "string", "const": "v1"}, "v2", None),
        ({"type": "string", "enum": ["a", "b"]}, "c", None),
        ({"type": "string", "pattern": "^a+$"}, "aa", "aa"),
        ({"type": "string", "maxLength": 2}, "aaa", None),
    ],
    ids=str,
)
async def test_a_scalar_is_read_as_what_it_is_or_refused(
    schema: Mapping[str, Any], text: str, value: Any
) -> None:
    behaviour = Asked()
    parameter = {"name": "p", "in": "query", "schema": schema}
    server = one_server(a_document("/a", {"parameters": [parameter]}), behaviour)
    async with asking(server) as client:
        answer = await client.get("/a", params={"p": text})
    assert answer.status_code == (400 if value is None else 204), answer.text
    if value is not None:
        (call,) = behaviour.calls
        assert call.values == {"p": text if value is ... else value}


async def test_an_object_in_a_query() -> None:
    filter_schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {"n": {"type": "integer"}, "of": NUMBERS},
    }
    parameter = {"name": "f", "in": "query", "style": "deepObject", "schema": filter_schema}
    behaviour = Asked()
    server = one_server(a_document("/a", {"parameters": [parameter]}), behaviour)
    async with asking(server) as client:
        assert (await client.get("/a?f[n]=5&f[of]=1&f[of]=2")).status_code == 204
        wrong = await client.get("/a?f[x]=5")
    assert behaviour.calls[0].values == {"f": {"n": 5, "of": [1, 2]}}
    assert (wrong.status_code, wrong.json()["detail"]) == (400, "f.x is no property of it")


async def test_a_map_in_a_query_has_what_is_no_parameter_by_itself() -> None:
    def given(name: str, **more: Any) -> dict[str, Any]:
        return {"name": name, "in": "query", **more}

    texts = {"type": "object", "additionalProperties": {"type": "string"}}
    numbers = {"type": "object", "additionalProperties": {"type": "integer"}}
    parameters = [
        given("f[q]", style="deepObject", schema=texts),
        given("f[q][id_gt]", schema={"type": "string"}),
        given("n", style="deepObject", schema=numbers),
    ]
    behaviour = Asked()
    server = one_server(a_document("/a", {"parameters": parameters}), behaviour)
    async with asking(server) as client:
        assert (await client.get("/a?f[q][a_eq]=5&f%5Bq%5D%5Bid_gt%5D=x&n[b]=7")).status_code == 204
        wrong = await client.get("/a?n[b]=x")
    assert behaviour.calls[0].values == {"f[q]": {"a_eq": "5"}, "f[q][id_gt]": "x", "n": {"b": 7}}
    assert (wrong.status_code, wrong.json()["detail"][:3]) == (400, "n.b")


# --- bodies

FORM = "application/x-www-form-urlencoded"
THING = {
    "type": "object",
    "required": ["n"],
    "properties": {"n": {"type": "integer"}, "all": {"type": "boolean"}, "of": NUMBERS},
}


GONE = {"type": "http.disconnect"}


def taking(*kinds: str, **body: Any) -> tuple[Any, Asked]:
    content = {kind: {"schema": THING} for kind in kinds}
    document = a_document("/a", {"requestBody": {"content": content, **body}}, method="post")
    behaviour = Asked()
    return one_server(document, behaviour), behaviour


async def test_a_form_is_read_as_the_object_that_it_is() -> None:
    server, behaviour = taking(FORM, required=True)
    async with asking(server) as client:
        sent = {"n": "5", "all": "true", "of": ["1", "2"]}
        assert (await client.post("/a", data=sent)).status_code == 204
        wrong = await client.post("/a", data={"n": "x"})
        assert wrong.json()["detail"] == "n: 'x' is not of type 'integer'"
        assert (await client.post("/a", json={"n": 5})).status_code == 415
        broken = await client.post("/a", content=b"n=%ff", headers={"Content-Type": FORM})
        assert broken.status_code == 400
    assert [call.body for call in behaviour.calls] == [{"n": 5, "all": True, "of": [1, 2]}]


@pytest.mark.parametrize("kind", ["application/json", "application/vnd.api+json; charset=utf-8"])
async def test_json_comes_under_any_of_its_names(kind: str) -> None:
    server, behaviour = taking("application/vnd.api+json", required=True)
    async with asking(server) as client:
        sent = await client.post("/a", content=b'{"n": 5}', headers={"Content-Type": kind})
        assert sent.status_code == 204
        for headers in ({}, {"Content-Type": "text/plain"}, {"Content-Type": FORM}):
            refused = await client.post("/a", content=b'{"n": 5}', headers=headers)
            assert refused.status_code == 415
            assert "application/vnd.api+json" in refused.json()["detail"]
    assert [call.body for call in behaviour.calls] == [{"n": 5}]


async def test_nothing_comes_of_a_request_whose_caller_left_before_its_body_ended() -> None:
    server, behaviour = taking("application/json", required=True)
    headers = [(b"content-type", b"application/json"), (b"content-length", b"8")]
    place = {"type": "http", "method": "POST", "path": "/a", "raw_path": b"/a", "query_string": b""}
    scope = {**place, "headers": headers, "server": ("127.0.0.1", 80), "scheme": "http"}
    comes = iter([{"type": "http.request", "body": b'{"n"', "more_body": True}, GONE])
    sent: list[Any] = []

    async def receive() -> Any:
        return next(comes)

    async def send(message: Any) -> None:
        sent.append(message)

    await server(scope, receive, send)
    assert sent[0]["status"] == 400
    assert behaviour.calls == []


async def test_a_body_may_be_left_out_where_it_is_not_required() -> None:
    for required, status in ((False, 204), (True, 415)):
        server, _ = taking("application/json", required=required)
        async with asking(server) as client:
            assert (await client.post("/a")).status_code == status


async def test_a_body_that_is_nested_too_deeply_is_refused() -> None:
    tree = {"type": "object", "properties": {"t": {"$ref": "#/components/schemas/Tree"}}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Tree"}}}
    document = a_document(
        "/a",
        {"requestBody": {"content": content}},
        method="post",
        components={"schemas": {"Tree": tree}},
    )
    async with asking(one_server(document, Asked())) as client:
        for depth, status in ((50, 204), (600, 400)):
            nested = b'{"t":' * depth + b"{}" + b"}" * depth
            headers = {"Content-Type": "application/json"}
            assert (await client.post("/a", content=nested, headers=headers)).status_code == status


# --- whom a request is for


async def test_a_tenant_is_named_once_or_alike() -> None:
    body = {"type": "object", "properties": {"shop": {**TEXT, "x-tenant": "shop"}}}
    operation = {
        "parameters": [{"name": "X-shop", "in": "header", "x-tenant": "shop", "schema": TEXT}],
        "requestBody": {"content": {"application/json": {"schema": body}}},
    }
    behaviour = Asked()
    document = a_document("/a", operation, method="post")
    server = one_server(document, behaviour, tenants={"shop": ["corner", "east"]})
    seen = []
    async with asking(server) as client:
        for header, named in (
            *(("corner", None), (None, "EAST"), ("corner", "Corner"), ("corner", "east")),
            *((None, None), ("west", None)),
        ):
            headers = {"X-shop": header} if header else {}
            sent = {"shop": named} if named else {}
            seen.append((await client.post("/a", json=sent, headers=headers)).status_code)
    assert seen == [204, 204, 204, 403, 400, 403]
    assert [call.tenants["shop"] for call in behaviour.calls] == ["corner", "east", "corner"]


# --- base paths


@pytest.mark.parametrize(
    ("servers", "base"),
    [
        ([], ""),
        ([{"url": "https://x.invalid"}], ""),
        ([{"url": "https://x.invalid/"}], ""),
        ([{"url": "https://x.invalid/v1/api/"}], "/v1/api"),
        ([{"url": "/v1"}], "/v1"),
    ],
)
async def test_the_address_begins_as_the_document_says(servers: Any, base: str) -> None:
    async with asking(one_server(a_document("/a", {}, servers=servers), Asked())) as client:
        assert (await client.get(f"{base}/a")).status_code == 204
        assert (await client.get(f"{base}x/a")).status_code == 404
        assert (await client.get(f"{base}/a/")).status_code == 404


def test_the_neutral_platform_begins_under_its_base_path() -> None:
    assert shop_platform().document.base_path == "/api"
