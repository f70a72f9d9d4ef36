"""The server's own words are told whatever the shape that they come in, also in one that no family
of the platform's document has."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from commerce_sdk import ApiError, Unprocessable
from commerce_sdk.document.operation import ErrorFamily, Findings, Operation, RetryRule
from commerce_sdk.runtime.call.error_answers import api_error
from commerce_sdk.runtime.call.exchange import Reply
from tests.codegen.golden.shop.api.racks import get_rack
from tests.support.clients import SECRET, client
from tests.support.shop import shop_client
from tests.support.worlds import OFFERING

OPERATION = Operation(
    id="do_it", method="GET", path="/", answers={200: None}, retry=RetryRule(kind="safe")
)


def told(
    content: Any, *, media: str = "application/json", **families: ErrorFamily
) -> tuple[str, ...]:
    """What an error says after its status, line by line."""
    given = content if isinstance(content, bytes) else json.dumps(content).encode()
    reply = Reply(status=422, headers={"content-type": media}, content=given)
    first, *lines = str(api_error(OPERATION, reply, 0, families)).split("\n  ")
    first = first.removeprefix("HTTP 422 from do_it").removeprefix(": ").strip()
    return (first, *lines) if first else tuple(lines)


WORDS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "RFC 9457": (
        {
            "type": "https://shop.invalid/bad",
            "title": "Not so",
            "detail": "two things",
            "errors": [{"detail": "too many", "pointer": "#/lines/0/count"}, {"detail": "empty"}],
        },
        ("Not so: two things", "- lines[0].count: too many", "- empty"),
    ),
    "RFC 7807": (
        {"title": "Not so", "invalid-params": [{"name": "count", "reason": "too many"}]},
        ("Not so", "- count: too many"),
    ),
    "JSON:API": (
        {
            "errors": [
                {
                    "code": "c",
                    "title": "Bad",
                    "detail": "too many",
                    "source": {"pointer": "/data/attributes/count"},
                },
                {"title": "Bad", "source": {"parameter": "size"}},
            ]
        },
        ("- data.attributes.count: Bad: too many (c)", "- size: Bad"),
    ),
    "OAuth": (
        {"error": "invalid_token", "error_description": "ended long ago"},
        ("invalid_token: ended long ago",),
    ),
    "an object": ({"error": {"message": "too many", "code": 3}}, ("too many [3]",)),
    "an object with details": (
        {"error": {"message": "no", "details": [{"message": "too many", "target": "count"}]}},
        ("no", "- count: too many"),
    ),
    "field violations": (
        {
            "error": {
                "code": 400,
                "message": "no",
                "details": [{"fieldViolations": [{"field": "count", "description": "too many"}]}],
            }
        },
        ("no [400]", "- count: too many"),
    ),
    "a list of texts": ({"errors": ["too many", "too late"]}, ("- too many", "- too late")),
    "texts and objects": ({"errors": ["a", {"message": "b"}, 5, None]}, ("- a", "- b")),
    "a list under message": (
        {"statusCode": 400, "message": ["too many"], "error": "Bad Request"},
        ("Bad Request", "- too many"),
    ),
    "a text": ({"errors": "too many"}, ("too many",)),
    "a reason": ({"reason": "too many"}, ("too many",)),
    "error messages": (
        {"errorMessages": ["too many"], "errors": {"count": "no number"}},
        ("- too many", "- count: no number"),
    ),
    "a map of lists": (
        {"errors": {"count": ["too many", "odd"], "name": []}},
        ("- count: too many", "- count: odd"),
    ),
    "a map of texts": ({"errors": {"count": "too many"}}, ("- count: too many",)),
    "a map of objects": (
        {"errors": {"count": {"message": "too many", "code": "c"}, "b": {}}},
        ("- count: too many (c)",),
    ),
    "a map of maps": ({"errors": {"json": {"count": ["too many"]}}}, ("- count: too many",)),
    "steps": (
        {"detail": [{"loc": ["body", "lines", 0, "count"], "msg": "too many"}]},
        ("- body.lines[0].count: too many",),
    ),
    "a bare list of texts": (["too many"], ("- too many",)),
    "a bare list": ([{"code": "c"}, {"message": "no"}, {}], ("- not accepted (c)", "- no")),
    "a bare text": ("too many", ("too many",)),
    "a bare map": ({"count": ["too many"], "items": [{"id": 1}]}, ("- count: too many",)),
    "odd": ({"errors": {"a": 1, "b": [1.5, None]}, "error": [[]], "detail": {}}, ()),
    "anything": ({"note": "of nobody's business", "data": {"list": ["x"]}}, ()),
}


OTHERWISE = {"RFC 9457", "field violations"}
"""Where the neutral platform's own families find something else in them."""


@pytest.mark.parametrize("shape", WORDS)
def test_what_no_family_finds_is_told_all_the_same(shape: str) -> None:
    content, words = WORDS[shape]
    assert told(content) == words


@pytest.mark.anyio
@pytest.mark.parametrize("shape", WORDS)
async def test_nothing_of_it_is_lost_to_a_platforms_families(shape: str) -> None:
    content, words = WORDS[shape]
    here = shop_client(lambda request: httpx.Response(422, json=content))
    with pytest.raises(Unprocessable) as pointed:
        await here.core.ask(get_rack.build(rack_id="1"))
    await here.aclose()
    async with client(lambda request: httpx.Response(422, json=content)) as commerce:
        with pytest.raises(Unprocessable) as caught:
            await commerce.orders.get(OFFERING)

    errors = [caught.value] if shape in OTHERWISE else [pointed.value, caught.value]
    for line in words:
        for said in line.removeprefix("- ").removesuffix(" (c)").split(": "):
            for error in errors:
                if said != "not accepted":
                    assert said.partition(" [")[0] in str(error)
    if not words:
        assert (caught.value.problems, caught.value.detail) == ((), None)


def test_a_bare_map_counts_only_where_nothing_else_is_said() -> None:
    assert told({"message": "no", "roles": ["admin"]}) == ("no",)
    assert told({"errors": ["no"], "roles": ["admin"]}) == ("- no",)


OWN = ErrorFamily(
    title=("headline",),
    detail=("says",),
    problems=(Findings(at="faults/*", message=("what",), words=("a fault",), field=("at",)),),
)


def test_the_platforms_own_families_come_first() -> None:
    content = {
        "headline": "H",
        "says": "s",
        "title": "T",
        "detail": "d",
        "faults": [{"what": "w", "message": "m", "at": "x", "field": "y"}],
        "errors": ["another"],
    }
    assert told(content, own=OWN) == ("H: s", "- x: w")
    assert told(content) == ("T: d", "- another")


def test_a_finding_of_a_platforms_own_is_told_in_the_servers_words_before_words_for_it() -> None:
    findings = [{"title": "T", "detail": "d", "field": "f", "code": "c"}, {"code": "c"}, {}, "text"]
    assert told({"faults": findings}, own=OWN) == (
        "- f: T: d (c)",
        "- a fault (c)",
        "- a fault",
        "- text",
    )


def test_a_map_is_read_by_a_platforms_own_family_too() -> None:
    own = ErrorFamily(
        problems=(Findings(at="faults/{name}/*", message=("what",), field=("../name",)),)
    )
    content = {"faults": {"count": [{"what": "w"}, "text", {}], "": ["top"]}}
    assert told(content, own=own) == (
        "- count: w",
        "- count: text",
        "- count: not accepted",
        "- top",
    )


# --- what is no word

PAGES = [
    "<html><h1>Bad gateway</h1></html>",
    "<!DOCTYPE html>\n<p>no",
    ' \n<div class="x">no</div>',
    "<?xml version='1.0'?><Error/>",
    "upstream said: <HTML lang=en>",
]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("under", ["message", "error", "errors"])
def test_a_page_is_no_word(page: str, under: str) -> None:
    assert told({under: page}) == told({under: [page]}) == told({under: {"a": [page]}}) == ()
    assert told(page) == told([page]) == told(page.encode(), media="text/plain") == ()
    assert told([page], own=ErrorFamily(problems=(Findings(at="*"),))) == ()


def test_a_page_keeps_its_body() -> None:
    page = PAGES[0].encode()
    reply = Reply(status=502, headers={"content-type": "text/html"}, content=page)
    error = api_error(OPERATION, reply, 0, {})
    assert (error.title, error.detail, error.body) == (None, None, PAGES[0])


@pytest.mark.parametrize("text", ["<count> is too big", "1 < 2", "a<b>c", "use <b>bold</b>"])
def test_a_text_with_angles_is_one(text: str) -> None:
    assert told({"message": text}) == (text,)


def test_what_says_that_it_is_text_is_told() -> None:
    text = b"no healthy upstream\r\n"
    assert told(text, media="text/plain; charset=utf-8") == ("no healthy upstream",)
    assert told(text, media="application/octet-stream") == ()
    assert told(b"\xff\xfe", media="text/plain") == ()


def test_control_characters_are_blanks() -> None:
    forged = "no\r\nERROR root: \x1b[31mred\x00\u202eback\u2028end"
    shown = "no  ERROR root:  [31mred  back end"
    assert told({"message": forged}) == (shown,)
    assert told({"errors": {forged: [forged]}}) == (f"- {shown}: {shown}",)
    assert told({"detail": [{"loc": [forged, 1], "msg": "m"}]}) == (f"- {shown}[1]: m",)


def test_a_text_is_told_to_a_sensible_length() -> None:
    (shown,) = told({"message": "x" * 1_000_000})
    assert shown == "x" * 1023 + "…"
    (shown,) = told({"errors": {"f" * 5000: ["x" * 5000]}})
    assert len(shown) < 2100
    assert told({"message": "x" * 1024}) == ("x" * 1024,)


@pytest.mark.anyio
@pytest.mark.parametrize(
    "content",
    [
        json.dumps({"errors": [f"no {SECRET}"]}),
        json.dumps({"errors": {SECRET: [f"no {SECRET}"]}}),
        json.dumps([SECRET]),
        json.dumps(f"Bearer {SECRET}"),
        '{"error_description": "' + "".join(f"\\u{ord(each):04x}" for each in SECRET) + '"}',
        f"Bearer {SECRET} is not known",
    ],
)
async def test_an_echoed_credential_is_masked_in_every_shape(content: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(400, content=content, headers={"content-type": "text/plain"})

    async with client(answer) as commerce:
        with pytest.raises(ApiError) as caught:
            await commerce.orders.get(OFFERING)
    error = caught.value
    assert "[secret]" in str(error)
    assert SECRET not in f"{error} {error!r} {error.problems} {error.body}"
