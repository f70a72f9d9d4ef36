"""What an error document has beside its words: ids, statuses, instants, paths and codes."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

import httpx
import pytest

from commerce_sdk.sandbox.engine import Call, ManualClock, Platform, Problem, Refusal, Server
from commerce_sdk.sandbox.engine.document import Finding
from tests.sandbox.engine.serving import a_document, asking, doing

pytestmark = pytest.mark.anyio
NOW = 1_750_000_000.5
INSTANT = "2025-06-15T15:06:40.500Z"


def an_object(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": properties}


def a_list(**properties: Any) -> dict[str, Any]:
    return {"type": "array", "items": an_object(**properties)}


def a(kind: str, **more: Any) -> dict[str, Any]:
    return {"type": kind, **more}


def faulty(
    family: dict[str, Any],
    schema: dict[str, Any],
    refusal: Refusal | None = None,
    *,
    on: tuple[str, ...] = ("default",),
    **settings: Any,
) -> Platform:
    """A platform whose errors are of one family, and whose one operation refuses every call that
    has a body with a number `n`."""
    fault = {"x-error": "f", "content": {"application/json": {"schema": schema}}}
    body = {
        "required": True,
        "content": {"application/json": {"schema": an_object("n", n=a("number"))}},
    }
    operation = {
        "requestBody": body,
        "parameters": [{"name": "size", "in": "query", "schema": a("integer")}],
        "responses": {"204": {}, **dict.fromkeys(on, fault)},
    }
    document = a_document("/a", operation, method="post", **{"x-error-families": {"f": family}})

    def refuse(call: Call) -> None:
        raise refusal or Refusal(404, "gone_away", "It is gone.")

    return Platform(document, lambda world: doing(document, refuse), **settings)


async def posted(platform: Platform, body: Any = None, **settings: Any) -> httpx.Response:
    server = Server(platform, clock=ManualClock(NOW), **settings)
    async with asking(server) as client:
        return await client.post("/a", json={"n": 1} if body is None else body)


# --- ids

WITH_ID = {"detail": ["errors/*/detail"], "id": ["errors/*/id"]}
IDS = an_object("errors", errors=a_list(id=a("string", format="uuid"), detail=a("string")))


async def test_an_error_has_an_id_of_its_own_that_the_seed_decides() -> None:
    seen = []
    for _ in range(2):
        server = Server(faulty(WITH_ID, IDS), clock=ManualClock(), seed=3)
        async with asking(server) as client:
            answers = [(await client.post("/a", json={"n": 1})).json() for _ in range(2)]
        seen.append([each["errors"][0]["id"] for each in answers])
    assert seen[0] == seen[1]
    assert len(set(seen[0])) == 2
    assert uuid.UUID(seen[0][0]).version == 4


async def test_an_error_draws_nothing_that_behaviour_draws() -> None:
    worlds = []

    class Drawing:
        def __init__(self, world: Any) -> None:
            worlds.append(world)

        def ask(self, call: Call) -> None:
            pass

    drawn = []
    for calls in (0, 3):
        server = Server(Platform(a_document("/a", {}), Drawing), seed=3)
        async with asking(server) as client:
            for _ in range(calls):
                assert (await client.get("/nowhere")).status_code == 404
        drawn.append(worlds[-1].chance.random())
    assert drawn[0] == drawn[1]


# --- what repeats


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [("string", INSTANT), ("integer", 1_750_000_000_500), ("number", 1_750_000_000_500)],
)
async def test_an_instant_is_a_text_or_milliseconds(kind: str, wanted: Any) -> None:
    schema = an_object("timestamp", timestamp=a(kind), message=a("string"))
    answer = await posted(faulty({"detail": ["message"]}, schema))
    assert answer.json() == {"timestamp": wanted, "message": "It is gone."}


@pytest.mark.parametrize(("kind", "wanted"), [("string", "404"), ("integer", 404), ("number", 404)])
async def test_a_status_is_a_text_or_a_number(kind: str, wanted: Any) -> None:
    answer = await posted(faulty({}, an_object("status", status=a(kind))))
    assert answer.json() == {"status": wanted}


@pytest.mark.parametrize(("word", "wanted"), [("40401", 40401), ("gone", 404)])
async def test_a_code_that_is_a_number_is_the_platforms_own_else_the_status(
    word: str, wanted: int
) -> None:
    schema = an_object("code", code=a("integer"))
    platform = faulty({"code": ["code"]}, schema, error_codes={"f": lambda refusal: word})
    assert (await posted(platform)).json() == {"code": wanted}


COMMON = {"path": a("string"), "status": a("integer"), "timestamp": a("string")}


async def test_what_repeats_stands_at_the_top_and_not_in_findings() -> None:
    family = {
        "detail": ["message"],
        "problems": [{"at": "errors/*", "message": ["text"], "field": ["path"]}],
    }
    schema = an_object(message=a("string"), errors=a_list(text=a("string"), **COMMON), **COMMON)
    problems = [Problem("is late"), Problem("is small", field="size")]
    answer = await posted(faulty(family, schema, Refusal(404, "gone", "Gone.", problems=problems)))
    assert answer.json() == {
        "path": "/a",
        "status": 404,
        "timestamp": INSTANT,
        "message": "Gone.",
        "errors": [{"text": "is late"}, {"text": "is small", "path": "size"}],
    }


async def test_what_repeats_stands_in_the_entry_that_is_the_error() -> None:
    family = {
        "detail": ["errors/*/detail"],
        "problems": [{"at": "errors/*", "message": ["detail"], "field": ["path"]}],
    }
    meta = an_object(**COMMON)
    schema = an_object(errors=a_list(detail=a("string"), meta=meta, **COMMON))
    problems = [Problem("is late"), Problem("is small", field="size")]
    answer = await posted(faulty(family, schema, Refusal(404, "gone", "Gone.", problems=problems)))
    common = {"status": 404, "timestamp": INSTANT}
    assert answer.json() == {
        "errors": [
            {**common, "detail": "is late"},
            {**common, "detail": "is small", "path": "size"},
        ]
    }


# --- the platform's own words and statuses

CODED = {
    "code": ["errors/*/code"],
    "problems": [{"at": "errors/*", "message": ["detail"], "code": ["code"], "pointer": ["at"]}],
}
JSON = {"Content-Type": "application/json"}
CODES = an_object(errors=a_list(code=a("string"), detail=a("string"), at=a("string")))


async def test_the_platforms_own_words_reach_the_problems() -> None:
    words = {"f": lambda refusal: refusal.code.upper()}
    refusal = Refusal(400, "not_so", "Not so.", problems=[Problem("is late", "late")])
    answer = await posted(faulty(CODED, CODES, refusal, error_codes=words))
    assert answer.json() == {"errors": [{"code": "LATE", "detail": "is late"}]}
    wrong = await posted(faulty(CODED, CODES, error_codes=words), body={"n": "x"})
    (error,) = wrong.json()["errors"]
    assert (error["code"], error["at"]) == ("PARAMETER_INVALID", "/n")


async def test_a_bare_list_has_the_platforms_own_words() -> None:
    family = {"code": ["code"], "problems": [{"at": "*", "code": ["code"], "message": ["detail"]}]}
    problems = [Problem("is late", "late"), Problem("is small", "small")]
    platform = faulty(
        family,
        a_list(code=a("string"), detail=a("string")),
        Refusal(400, "not_so", "Not so.", problems=problems),
        error_codes={"f": lambda refusal: refusal.code.upper()},
    )
    assert [each["code"] for each in (await posted(platform)).json()] == ["LATE", "SMALL"]


@pytest.mark.parametrize(
    ("on", "status"), [(("400", "422"), 422), (("default",), 422), (("400",), 400)]
)
async def test_a_family_may_have_its_own_status_for_a_refusal(
    on: tuple[str, ...], status: int
) -> None:
    statuses = {"f": {"parameter_invalid": 422}}
    platform = faulty(CODED, CODES, on=on, error_statuses=statuses)
    assert (await posted(platform, body={"n": "x"})).status_code == status
    other = faulty(CODED, CODES, on=on, error_statuses={"f": {"body_malformed": 422}})
    assert (await posted(other, body={"n": "x"})).status_code == 400


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"error_statuses": {"g": {}}}, "error_statuses: 'g' is no error family; there are f"),
        (
            {"error_statuses": {"f": {"a": 200}}},
            "error_statuses: 200 of f is no status of an error",
        ),
        (
            {"error_statuses": {"f": {"a": "x"}}},
            "error_statuses: 'x' of f is no status of an error",
        ),
    ],
)
async def test_statuses_that_no_family_has_are_refused(settings: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        faulty(CODED, CODES, **settings)


@pytest.mark.parametrize(
    ("status", "wanted"), [(400, "bad_request"), (503, "OTHER"), (599, "OTHER")]
)
async def test_a_scripted_answer_has_one_of_the_codes_that_there_are(
    status: int, wanted: str
) -> None:
    code = {"oneOf": [a("string", enum=["OTHER", "bad_request"]), a("null")]}
    platform = faulty({"code": ["code"]}, an_object("code", code=code))
    server = Server(platform)
    platform.fail_next("ask", status)
    async with asking(server) as client:
        answer = await client.post("/a", json={"n": 1})
    assert (answer.status_code, answer.json()) == (status, {"code": wanted})


async def test_a_platform_may_refuse_a_body_that_is_not_valid_in_its_own_way() -> None:
    def invalid(findings: Sequence[Finding]) -> Refusal:
        problems = [Problem("is wrong", field=each.place) for each in findings]
        return Refusal(422, "not_so", "Not so.", problems=problems)

    platform = faulty(CODED, CODES, on=("4XX",), invalid_body=invalid)
    async with asking(Server(platform)) as client:
        bodies = ({"json": {"n": "x"}}, {"content": b"{", "headers": JSON}, {"content": b"{"})
        answers = [await client.post("/a", **each) for each in bodies]
    assert [each.status_code for each in answers] == [422, 400, 415]
    (error,) = answers[0].json()["errors"]
    assert (error["at"], error["detail"]) == ("/n", "is wrong")


async def test_refusals_and_their_problems_may_have_titles_of_their_own() -> None:
    family = {
        "title": ["errors/*/title"],
        "problems": [{"at": "errors/*", "message": ["detail"]}],
    }
    schema = an_object(errors=a_list(title=a("string"), detail=a("string")))
    problems = [Problem("n is late", title="is late"), Problem("is small")]
    for title, said in ((None, "Not so"), ("not_so", "not_so")):
        refusal = Refusal(400, "not_so", "Not so.", problems=problems, title=title)
        assert (await posted(faulty(family, schema, refusal))).json() == {
            "errors": [
                {"detail": "n is late", "title": "is late"},
                {"detail": "is small", "title": said},
            ]
        }
