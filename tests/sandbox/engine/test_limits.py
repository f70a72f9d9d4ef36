"""The engine counts calls in the buckets that the document names, by their scope."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from commerce_sdk import LocalLimiter, RateLimited
from commerce_sdk.sandbox.engine import Document, ManualClock, Server
from commerce_sdk.sandbox.engine.limits import Limits
from commerce_sdk.sandbox.engine.refusal import Refusal
from tests.sandbox.engine.serving import (
    TEXT,
    Asked,
    a_document,
    asking,
    doing,
    one_server,
    shop_on_engine,
)
from tests.support.shop_platform import shop_document, shop_platform


def takes(limits: Limits, operation: str, credential: str) -> int:
    who = {"credential": credential, "account": credential, "address": "here"}
    for went in range(300):
        try:
            limits.count(shop_document().operations[operation], who)
        except Refusal as refusal:
            assert refusal.status == 429
            return went
    return 300


def test_operations_of_one_bucket_count_together_and_an_address_is_everybody() -> None:
    clock = ManualClock()
    limits = Limits(clock, shop_document().operations.values())
    assert takes(limits, "add_rack", "one") == 3
    assert takes(limits, "remove_racks", "one") == 0
    assert takes(limits, "remove_racks", "two") == 3
    assert takes(limits, "get_opening", "one") == 194
    assert takes(limits, "get_opening", "three") == 0
    clock.advance(10)
    assert takes(limits, "add_rack", "one") == 3


def test_a_bucket_of_each_tag_counts_once_whether_it_is_filled_or_not() -> None:
    shared = [{"limit": 1, "seconds": 9, "scope": "address", "bucket": "{tag}-reads"}]
    bundled = [{**shared[0], "bucket": "api_keys-reads"}]
    for own in ({}, {"x-rate-limit": bundled}):
        operation = {"tags": ["API keys"], **own}
        found = a_document("/a", operation, **{"x-rate-limit": {"get": shared}}).operations["ask"]
        assert [each.bucket for each in found.limits] == ["api_keys-reads"]


# --- who a request counts for

SCHEME = {"token": {"type": "http", "scheme": "bearer"}}
KNOWN = {"token": {"a": "acme", "b": "acme", "c": "other"}}


def limited(scope: str, **operation: Any) -> Document:
    return a_document(
        "/a",
        {
            "parameters": [{"name": "X-shop", "in": "header", "x-tenant": "shop", "schema": TEXT}],
            "x-rate-limit": [{"limit": 1, "seconds": 10, "scope": scope}],
            **operation,
        },
        security=[{"token": []}],
        components={"securitySchemes": SCHEME},
    )


async def statuses(server: Server, *asked: tuple[str, str, str]) -> list[int]:
    """What calls are answered, each with a token, from an address, for a shop."""
    seen = []
    for token, address, shop in asked:
        transport = httpx.ASGITransport(app=server, client=(address, 5))
        headers = {"Authorization": f"Bearer {token}", **({"X-shop": shop} if shop else {})}
        async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
            seen.append((await client.get("/a", headers=headers)).status_code)
    return seen


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("scope", "seen"),
    [
        ("credential", [204, 204, 204, 429, 429, 429]),
        # Whom a call is for counts, else whose credential it came with: b is of acme, as a is.
        ("account", [204, 429, 204, 429, 204, 429]),
        ("address", [204, 429, 429, 204, 429, 429]),
    ],
)
async def test_each_scope_counts_by_what_it_says(scope: str, seen: list[int]) -> None:
    server = one_server(limited(scope), Asked(), credentials=KNOWN)
    calls = [
        *(("a", "10.0.0.1", ""), ("b", "10.0.0.1", ""), ("c", "10.0.0.1", "")),
        *(("a", "10.0.0.2", ""), ("a", "10.0.0.2", "corner"), ("b", "10.0.0.1", "CORNER")),
    ]
    assert await statuses(server, *calls) == seen


@pytest.mark.anyio
async def test_who_has_no_credential_counts_by_the_address() -> None:
    server = one_server(limited("credential", security=[]), Asked(), credentials=KNOWN)
    calls = [("a", "10.0.0.1", ""), ("b", "10.0.0.1", ""), ("a", "10.0.0.2", "")]
    assert await statuses(server, *calls) == [204, 429, 204]


@pytest.mark.anyio
async def test_an_unknown_credential_counts_nowhere_and_a_bad_request_counts() -> None:
    document = limited("address")
    server = one_server(document, Asked(), credentials=KNOWN)
    calls = [("x", "10.0.0.1", ""), ("a", "10.0.0.1", ""), ("a", "10.0.0.1", "")]
    assert await statuses(server, *calls) == [401, 204, 429]


@pytest.mark.anyio
async def test_they_can_be_switched_off() -> None:
    server = one_server(limited("address"), Asked(), credentials=KNOWN, limits=False)
    assert await statuses(server, *[("a", "10.0.0.1", "")] * 5) == [204] * 5


# --- as the SDK keeps them


@pytest.mark.anyio
async def test_the_sdk_is_told_how_long_to_wait() -> None:
    async with shop_on_engine(limits=True) as (_, shop, clock):
        for _ in range(5):
            await shop.stands.count()
        with pytest.raises(RateLimited) as caught:
            await shop.stands.count()
        assert caught.value.retry_after == 1
        clock.advance(1)
        await shop.stands.count()


# --- as answers say it


def said(standings: Any) -> dict[str, str]:
    first = standings[0]
    return {"X-Limit": f"{first.remaining}/{first.limit}", "X-Reset": f"{first.reset:.0f}"}


@pytest.mark.anyio
async def test_every_answer_that_counts_says_how_its_caller_stands() -> None:
    windows = [{"limit": 4, "seconds": 10, "scope": "address"}]
    operation = {
        "x-rate-limit": [*windows, {"limit": 9, "seconds": 60, "scope": "address"}],
        "parameters": [{"name": "size", "in": "query", "schema": {"type": "integer"}}],
    }
    server = one_server(a_document("/a", operation), Asked(), limit_headers=said)
    (platform,) = server.platforms.values()
    start = int(server.clock.time())
    seen = []
    async with asking(server) as client:

        async def ask(path: str = "/a") -> None:
            answer = await client.get(path)
            headers = (answer.headers.get("x-limit"), answer.headers.get("x-reset"))
            seen.append((answer.status_code, *headers))

        await ask()
        await client.post("/_sandbox/advance", json={"seconds": 3})
        await ask("/a?size=x")
        platform.fail_next("ask", 503)
        await ask()
        platform.fail_next("ask", 503, headers={"X-Limit": "mine"})
        await ask()
        await ask()
        await client.post("/_sandbox/advance", json={"seconds": 7})
        await ask()
        await ask("/nowhere")
    first, second = str(start + 10), str(start + 13)
    assert seen == [
        (204, "3/4", first),
        (400, "2/4", first),
        (503, "1/4", first),
        (503, "mine", first),
        (429, "0/4", first),
        (204, "0/4", second),
        (404, None, None),
    ]


@pytest.mark.anyio
async def test_without_limits_nothing_is_said_of_them() -> None:
    document = a_document("/a", {"x-rate-limit": [{"limit": 4, "seconds": 9, "scope": "address"}]})
    for refused in (
        one_server(a_document("/a", {}), Asked(), limit_headers=said),
        one_server(document, Asked(), limits=False, limit_headers=said),
    ):
        async with asking(refused) as client:
            assert "x-limit" not in (await client.get("/a")).headers


@pytest.mark.anyio
async def test_two_windows_of_one_bucket_count_a_call_once() -> None:
    windows = [
        {"limit": limit, "seconds": seconds, "scope": "address", "bucket": "all"}
        for limit, seconds in ((2, 10), (3, 60))
    ]
    server = one_server(a_document("/a", {"x-rate-limit": windows}), Asked())
    seen = []
    async with asking(server) as client:
        for _ in range(6):
            answer = await client.get("/a")
            wait = answer.headers.get("retry-after")
            seen.append((answer.status_code, wait))
            await client.post("/_sandbox/advance", json={"seconds": int(wait or 0)})
    assert seen == [
        *((204, None), (204, None), (429, "10")),
        *((204, None), (429, "50"), (204, None)),
    ]


@pytest.mark.anyio
async def test_a_short_window_forgets_nothing_that_a_long_one_of_its_bucket_counts() -> None:
    paths = {}
    for name, limit, seconds in (("often", 9, 10), ("seldom", 2, 60)):
        windows = [{"limit": limit, "seconds": seconds, "scope": "address", "bucket": "all"}]
        operation = {"operationId": name, "x-rate-limit": windows, "responses": {"204": {}}}
        paths[f"/{name}"] = {"get": operation}
    document = Document({"paths": paths})
    server = one_server(document, doing(document, lambda call: None))
    seen = []
    async with asking(server) as client:
        for path, seconds in (("/often", 20), ("/often", 0), ("/seldom", 40), ("/seldom", 0)):
            seen.append((await client.get(path)).status_code)
            await client.post("/_sandbox/advance", json={"seconds": seconds})
    assert seen == [204, 204, 429, 204]


# --- by tier


def a_window(limit: int, tier: str | None = None, **more: Any) -> dict[str, Any]:
    window = {"limit": limit, "seconds": 10, "scope": "address", **more}
    return window if tier is None else {**window, "tier": tier}


BY_TIER = [a_window(2, "small"), a_window(4, "large")]


@pytest.mark.anyio
@pytest.mark.parametrize(("tier", "limit"), [(None, 2), ("small", 2), ("large", 4)])
async def test_a_platform_has_the_limits_of_one_tier(tier: str | None, limit: int) -> None:
    document = a_document("/a", {}, **{"x-rate-limit": {"all": BY_TIER}})
    server = one_server(document, Asked(), tier=tier, limit_headers=said)
    seen = []
    async with asking(server) as client:
        for _ in range(limit + 1):
            answer = await client.get("/a")
            seen.append((answer.status_code, answer.headers["x-limit"]))
    left = [*range(limit - 1, -1, -1), 0]
    assert seen == [
        (204 if number < limit else 429, f"{each}/{limit}") for number, each in enumerate(left)
    ]


@pytest.mark.anyio
async def test_what_callers_are_told_is_of_their_tier_and_of_all() -> None:
    told: list[list[int]] = []

    def tell(standings: Any) -> dict[str, str]:
        told.append([each.limit for each in standings])
        return {}

    operation = {"x-rate-limit": [a_window(9, seconds=60), *BY_TIER]}
    document = a_document("/a", operation)
    async with asking(one_server(document, Asked(), tier="large", limit_headers=tell)) as client:
        await client.get("/a")
    assert told == [[9, 4]]


def test_a_document_has_the_tiers_that_its_windows_name_in_their_order() -> None:
    first = {"x-rate-limit": {"post": [a_window(1, "middle")], "all": BY_TIER}}
    document = a_document("/a", {"x-rate-limit": [a_window(1), a_window(9, "huge")]}, **first)
    assert document.tiers == ("middle", "small", "large", "huge")
    assert shop_document().tiers == ("small", "large")
    assert a_document("/a", {"x-rate-limit": [a_window(1)]}).tiers == ()


@pytest.mark.parametrize(
    ("operation", "known"), [({"x-rate-limit": BY_TIER}, "small, large"), ({}, "none")]
)
def test_a_tier_that_the_document_does_not_have_is_a_slip(
    operation: dict[str, Any], known: str
) -> None:
    with pytest.raises(ValueError) as caught:
        one_server(a_document("/a", operation), Asked(), tier="huge")
    assert str(caught.value) == f"tier: 'huge' is none of the document's; there are {known}"


@pytest.mark.anyio
async def test_the_sdk_of_a_tier_goes_as_fast_as_that_may() -> None:
    platform = shop_platform(limits=True, tier="large")
    async with shop_on_engine(platform, tier="large", limiter=LocalLimiter()) as (_, shop, clock):
        began = clock.time()
        for _ in range(31):
            await shop.tills.get("1")
        assert clock.time() - began == 1
