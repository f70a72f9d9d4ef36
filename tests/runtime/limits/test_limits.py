"""The published limits are kept before the server has to say no."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import anyio
import httpx
import pytest
from msgspec.structs import replace

from commerce_sdk import (
    ConnectionFailed,
    DeadlineExceeded,
    InvalidRequest,
    RateLimited,
    RetryPolicy,
)
from commerce_sdk.document.operation import RateLimit, Request
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.call.exchange import Call, Context, Reply
from commerce_sdk.runtime.credentials.auth import Basic, Bearer
from commerce_sdk.runtime.credentials.token_cache import TokenCache
from commerce_sdk.runtime.limits.layer import KeepLimits, key_of
from commerce_sdk.runtime.limits.local import LocalLimiter
from commerce_sdk.sandbox import ManualClock
from tests.codegen.golden.shop.api.bills import get_bill
from tests.support.counting import READS, World, world
from tests.support.parallel_clock import ParallelClock
from tests.support.shop import BASE_URL, BILL, SECRET, a_bill, shop_client
from tests.support.worlds import VirtualClock, refused

pytestmark = pytest.mark.anyio

AT_ONCE = 0.5
"""A deadline that no wait for the next second fits into."""


def most_in_a_window(moments: list[float], seconds: float) -> int:
    ordered = sorted(moments)
    return max(sum(1 for each in ordered if begin <= each < begin + seconds) for begin in ordered)


@asynccontextmanager
async def side_by_side() -> AsyncIterator[World]:
    """The same world, for tasks that wait side by side."""
    async with ParallelClock() as clock, world(clock, deadline=None) as here:
        yield here


async def test_the_server_never_has_to_say_no() -> None:
    async with side_by_side() as here:
        async with anyio.create_task_group() as tasks:
            for _ in range(30 * READS):
                tasks.start_soon(here.shop.bills.get, BILL)
        assert here.transport.answered == {200: 30 * READS}
        # All operations together have 200 in ten seconds, which is more than this one has.
        assert here.clock.monotonic() - 1_750_000_000 == 29


async def test_five_hundred_tasks_of_which_many_are_cancelled_are_never_told_no() -> None:
    chance, came = random.Random(7), 0
    async with side_by_side() as here:

        async def one() -> None:
            nonlocal came
            with anyio.CancelScope() as scope:
                async with anyio.create_task_group() as tasks:
                    if chance.random() < 0.4:
                        tasks.start_soon(cancel_after, scope, chance.choice([0, 0, 1, 12, 22]))
                    await here.shop.bills.get(BILL)
                    came += 1

        async def cancel_after(scope: anyio.CancelScope, seconds: float) -> None:
            for _ in range(chance.randrange(60)):
                await anyio.lowlevel.checkpoint()
            if seconds:
                await here.clock.sleep(seconds)
            scope.cancel()

        async with anyio.create_task_group() as tasks:
            for _ in range(500):
                tasks.start_soon(one)
        seconds = here.clock.monotonic() - 1_750_000_000

    answered = here.transport.answered
    assert set(answered) == {200}
    assert 300 <= came < 500
    # Who waits is cancelled, and takes nothing: the places go to those who stay.
    assert seconds <= answered[200] // READS + 1


async def test_places_are_kept_through_random_cancels() -> None:
    chance = random.Random(4)
    clock = VirtualClock(ManualClock())
    limiter, limits = LocalLimiter(), (RateLimit(limit=20, seconds=2, scope="credential"),)
    granted: list[float] = []

    async def one() -> None:
        deadline = Deadline(None, clock)
        with anyio.CancelScope() as scope:
            if chance.random() < 0.4:
                scope.cancel()
            await limiter.acquire({"k": limits}, deadline, clock)
            granted.append(clock.monotonic())
            await limiter.release({"k": limits}, "", clock, sent=True)

    async with anyio.create_task_group() as tasks:
        for _ in range(500):
            tasks.start_soon(one)

    assert len(granted) > 250
    assert most_in_a_window(granted, 2) <= 20
    assert granted[-1] - granted[0] == pytest.approx(2 * (len(granted) - 1) // 20, abs=2)
    assert len(limiter._queues) == 0


async def test_who_comes_first_goes_first() -> None:
    clock = VirtualClock(ManualClock())
    limiter, limits = LocalLimiter(), (RateLimit(limit=1, seconds=1, scope="credential"),)
    went: list[int] = []

    async def one(number: int) -> None:
        await limiter.acquire({"k": limits}, Deadline(None, clock), clock)
        went.append(number)
        await limiter.release({"k": limits}, "", clock, sent=True)

    async with anyio.create_task_group() as tasks:
        for number in range(10):
            tasks.start_soon(one, number)
            await anyio.wait_all_tasks_blocked()
    assert went == list(range(10))


async def test_a_call_under_way_counts_until_a_window_after_its_end() -> None:
    clock = VirtualClock(ManualClock())
    limiter, limits = LocalLimiter(), (RateLimit(limit=1, seconds=10, scope="credential"),)
    began = clock.monotonic()
    await limiter.acquire({"k": limits}, Deadline(None, clock), clock)
    await clock.sleep(7)
    await limiter.release({"k": limits}, "", clock, sent=True)
    await limiter.acquire({"k": limits}, Deadline(None, clock), clock)

    assert clock.monotonic() - began == 17


async def test_several_windows_are_all_kept() -> None:
    clock = VirtualClock(ManualClock())
    limits = (
        RateLimit(limit=2, seconds=1, scope="credential"),
        RateLimit(limit=5, seconds=60, scope="credential"),
    )
    limiter, granted = LocalLimiter(), []
    for _ in range(11):
        await limiter.acquire({"k": limits}, Deadline(None, clock), clock)
        granted.append(clock.monotonic())
        await limiter.release({"k": limits}, "", clock, sent=True)

    assert most_in_a_window(granted, 1) == 2
    assert most_in_a_window(granted, 60) == 5
    assert granted[-1] - granted[0] == 120


async def test_a_wait_that_the_deadline_does_not_allow_ends_at_once_and_nothing_was_sent() -> None:
    async with world(deadline=AT_ONCE) as here:
        for _ in range(READS):
            await here.shop.bills.get(BILL)
        with pytest.raises(DeadlineExceeded, match="its turn under the rate limit") as caught:
            await here.shop.bills.get(BILL)

        assert caught.value.operation == "get_bill"
        assert len(here.transport.requests) == READS
        assert here.clock.slept == []


async def test_a_write_that_waited_in_vain_was_surely_not_made() -> None:
    async with world(deadline=30, retry=None) as here:
        here.server.planned.append(httpx.Response(429, headers={"Retry-After": "50"}))
        with pytest.raises(RateLimited):
            await here.shop.bills.send(BILL)
        sent = len(here.transport.requests)
        with pytest.raises(DeadlineExceeded) as caught:
            await here.shop.bills.send(BILL)

        assert caught.value.maybe_applied is False
        assert len(here.transport.requests) == sent


async def test_one_refusal_pauses_everyone_once() -> None:
    async with world(limits=50, deadline=None) as here:
        here.server.planned.append(httpx.Response(429, headers={"Retry-After": "20"}))
        began = here.clock.time()
        async with anyio.create_task_group() as tasks:
            for _ in range(50):
                tasks.start_soon(here.shop.stands.opening)

        refusals = len(here.transport.requests) - 50
        assert refusals == 1
        assert here.clock.time() - began == pytest.approx(20, abs=1)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"ratelimit-remaining": "0", "ratelimit-reset": "7"}, 7),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "1750000009"}, 9),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "2025-06-15T15:06:49Z"}, 9),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "2025-06-15T17:06:49+02:00"}, 9),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "2025-06-15T15:06:49.500"}, 9.5),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "2025-06-15T15:07Z"}, 20),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "2025-06-15T15:06:00Z"}, 0),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "0001-01-01T00:00+10:00"}, 0),
        ({"ratelimit-remaining": "0", "ratelimit-reset": "2.5"}, 2.5),
        (
            {
                "x-ratelimit-remaining": "0",
                "x-ratelimit-reset": "1750003609",
                "date": "Sun, 15 Jun 2025 16:06:40 GMT",
            },
            9,
        ),
        ({"x-ratelimit-remaining": "3", "x-ratelimit-reset": "7"}, 0),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "soon"}, 0),
        ({"x-ratelimit-remaining": "0"}, 0),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "999999"}, 60),
    ],
)
async def test_headers_that_say_that_nothing_is_left_are_believed(
    headers: dict[str, str], seconds: float
) -> None:
    clock = VirtualClock(ManualClock())
    answers = [headers, {}]

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers=answers.pop(0), json=a_bill())

    async with shop_client(answer, clock=clock, limiter=LocalLimiter(), deadline=None) as shop:
        began = clock.monotonic()
        await shop.bills.get(BILL)
        await shop.bills.get(BILL)
    assert clock.monotonic() - began == seconds


async def test_a_call_that_never_left_gives_its_place_back() -> None:
    async with world(retry=None, deadline=AT_ONCE) as here:
        here.transport.faults["GET"].extend([refused] * READS)
        for _ in range(READS):
            with pytest.raises(ConnectionFailed):
                await here.shop.bills.get(BILL)
        assert await here.shop.bills.get(BILL)


async def test_without_a_limiter_the_server_says_no() -> None:
    async with world(limiter=None, retry=None) as here:
        for _ in range(READS):
            await here.shop.bills.get(BILL)
        with pytest.raises(RateLimited):
            await here.shop.bills.get(BILL)


async def test_clients_of_one_credential_share_their_places_and_others_have_their_own() -> None:
    async with world(deadline=AT_ONCE) as here:
        for _ in range(READS):
            await here.shop.bills.get(BILL)
        for each in (here.another(), here.shop.for_shop("another")):
            with pytest.raises(DeadlineExceeded):
                await each.bills.get(BILL)
        assert await here.shop.racks.get("one")


def test_a_key_tells_credentials_apart_and_holds_none_of_it() -> None:
    credentials = [
        Bearer(SECRET),
        Basic("me@example.com", SECRET),
        TokenCache(lambda: SECRET, name="billing"),
    ]
    identities = [str(each.identity) for each in credentials]
    keys = {key_of(BASE_URL, identity, "get_bill") for identity in identities}
    keys.add(key_of("https://elsewhere.invalid", identities[0], "get_bill"))
    keys.add(key_of(BASE_URL, identities[0], "list_bills"))

    assert len(keys) == len(credentials) + 2
    assert Bearer(SECRET).identity == identities[0]
    assert TokenCache(lambda: "other", name="billing").identity == identities[-1]
    assert TokenCache(lambda: SECRET).identity is None
    assert not any(SECRET in each or "example" in each for each in [*keys, *identities])


async def test_an_accounts_calls_count_together_where_that_is_asked_for() -> None:
    async with world(limits=100, deadline=AT_ONCE, limiter=LocalLimiter(scope="account")) as here:
        for _ in range(READS):
            await here.shop.bills.get(BILL)
        with pytest.raises(DeadlineExceeded):
            await here.another(token="another-token").bills.get(BILL)
        with pytest.raises(InvalidRequest, match="shop: is needed by a limiter"):
            await here.another(shop=None).racks.get("one")
    with pytest.raises(InvalidRequest, match="scope: must be 'credential', 'account' or 'address'"):
        LocalLimiter(scope="planet")  # type: ignore[arg-type]


async def test_nobody_goes_before_those_who_wait() -> None:
    clock = ParallelClock()
    limiter, limits = LocalLimiter(), (RateLimit(limit=1, seconds=1, scope="credential"),)
    went: list[str] = []

    async def one(name: str) -> None:
        await limiter.acquire({"k": limits}, Deadline(None, clock), clock)
        went.append(name)
        await limiter.release({"k": limits}, "", clock, sent=True)

    async with clock, anyio.create_task_group() as tasks:
        for number in range(3):
            tasks.start_soon(one, f"waits {number}")
            await anyio.lowlevel.checkpoint()
            await anyio.lowlevel.checkpoint()
        # A place is free again, and those in line have not woken yet.
        clock.manual.advance(1)
        await one("comes late")
    assert went[-1] == "comes late"


async def test_calls_are_forgotten_once_they_count_no_more() -> None:
    clock = VirtualClock(ManualClock())
    limits = (RateLimit(limit=10, seconds=2, scope="credential"),)
    limiter = LocalLimiter()
    for _ in range(1000):
        await limiter.acquire({"k": limits}, Deadline(None, clock), clock)
        await limiter.release({"k": limits}, "", clock, sent=True)
        await clock.sleep(0.5)
    assert sum(len(log.ended) for log in limiter._places._logs) <= 10


async def test_a_refusal_that_names_no_time_pauses_for_a_second() -> None:
    async with world(deadline=None, retry=RetryPolicy(first_pause=0.001)) as here:
        here.server.planned.append(httpx.Response(429))
        began = here.clock.time()
        assert await here.shop.bills.get(BILL)
        assert 1 <= here.clock.time() - began < 1.1


async def test_another_credential_of_the_same_account_has_places_of_its_own() -> None:
    clock, limiter, sent = VirtualClock(ManualClock()), LocalLimiter(), 0

    def answer(request: httpx.Request) -> httpx.Response:
        nonlocal sent
        sent += 1
        return httpx.Response(200, json=a_bill())

    settings: dict[str, Any] = {"clock": clock, "limiter": limiter, "deadline": AT_ONCE}
    for token in ("one", "other"):
        async with shop_client(answer, auth=Bearer(token), **settings) as shop:
            for _ in range(READS):
                await shop.bills.get(BILL)
            with pytest.raises(DeadlineExceeded):
                await shop.bills.get(BILL)
    assert sent == 2 * READS


async def test_credentials_that_are_no_longer_used_are_forgotten() -> None:
    clock, limiter = VirtualClock(ManualClock()), LocalLimiter()
    limits = (RateLimit(limit=10, seconds=60, scope="credential"),)
    for number in range(5000):
        await limiter.acquire({f"k{number}": limits}, Deadline(None, clock), clock)
        await limiter.release({f"k{number}": limits}, "", clock, sent=True)
        await clock.sleep(1)
    assert len(list(limiter._places._logs)) < 300


async def test_what_still_counts_is_not_forgotten() -> None:
    clock, limiter = VirtualClock(ManualClock()), LocalLimiter()
    limits = (RateLimit(limit=1, seconds=60, scope="credential"),)
    for key in ("under way", "ended lately", "paused"):
        await limiter.acquire({key: limits}, Deadline(None, clock), clock)
    await limiter.release({"paused": limits}, "", clock, sent=True)
    await limiter.pause({"paused": limits}, 200, clock)
    await clock.sleep(100)
    await limiter.release({"ended lately": limits}, "", clock, sent=True)
    for number in range(500):
        await limiter.acquire({f"new{number}": limits}, Deadline(None, clock), clock)
        await limiter.release({f"new{number}": limits}, "", clock, sent=False)
    assert len(list(limiter._places._logs)) < 200
    for key in ("under way", "ended lately", "paused"):
        with pytest.raises(DeadlineExceeded):
            await limiter.acquire({key: limits}, Deadline(0.01, clock), clock)


async def test_a_pause_that_comes_first_leaves_the_limit_in_force() -> None:
    clock, limiter = VirtualClock(ManualClock()), LocalLimiter()
    limits = (RateLimit(limit=1, seconds=60, scope="credential"),)
    await limiter.pause({"k": limits}, 5, clock)
    await limiter.acquire({"k": limits}, Deadline(10, clock), clock)
    with pytest.raises(DeadlineExceeded):
        await limiter.acquire({"k": limits}, Deadline(10, clock), clock)


async def test_a_pause_is_known_before_the_place_of_the_refused_call_comes_free() -> None:
    told: list[str] = []

    class Told(LocalLimiter):
        async def release(self, *about: Any, sent: bool) -> None:
            told.append("release")

        async def pause(self, *about: Any) -> None:
            told.append("pause")

    answer = httpx.Response(429)
    async with shop_client(lambda request: answer, limiter=Told(), retry=None) as shop:
        with pytest.raises(RateLimited):
            await shop.bills.get(BILL)
    assert told == ["pause", "release"]


@pytest.mark.parametrize(
    ("says", "account", "takes"),
    [("account", "corner", 1), ("credential", "corner", 2), ("account", None, 2)],
)
async def test_whose_calls_count_together_is_what_the_document_says(
    says: str, account: str | None, takes: int
) -> None:
    clock, limiter, reached = VirtualClock(ManualClock()), LocalLimiter(), 0
    operation = replace(
        get_bill.OPERATION, rate_limits=(RateLimit(limit=1, seconds=60, scope=says),)
    )  # type: ignore[arg-type]

    async def below(call: Call) -> Reply:
        nonlocal reached
        call.evidence.begun = True
        reached += 1
        return Reply(status=200, headers={})

    for token in ("one", "other"):
        layer = KeepLimits(limiter, BASE_URL, Bearer(token), clock, below)
        request: Any = Request(operation=operation, path="/")
        context = Context(Deadline(30, clock))
        with suppress(DeadlineExceeded):
            await layer(Call(request=request, context=context, account=account))
    assert reached == takes
