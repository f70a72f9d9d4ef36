"""Those who wait for places over Redis: many at once, several processes, and who is cut short."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from commerce_sdk import ClientClosed, DeadlineExceeded, RedisLimiter
from commerce_sdk.clock import SystemClock
from commerce_sdk.document.operation import RateLimit
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.limits.local import Buckets
from tests.support.metronome import metronome
from tests.support.redis import RedisServer, calls_in, comes_to
from tests.support.relay import Relay

CLOCK = SystemClock()
CALLS = "{commerce-sdk}:k:calls"
CANCELLED = 5_000


def limited(limit: int, seconds: int) -> Buckets:
    return {"k": (RateLimit(limit=limit, seconds=seconds, scope="credential"),)}


def any_time() -> Deadline:
    return Deadline(None, CLOCK)


@pytest_asyncio.fixture
async def relay(redis: RedisServer) -> AsyncIterator[Relay]:
    async with Relay(redis.port) as relay:
        yield relay


def through(relay: Relay) -> str:
    return f"redis://127.0.0.1:{relay.port}/0"


async def takes_asked(raw: Any) -> int:
    """Scripts that have run, whatever they did."""
    return int((await raw.info("commandstats")).get("cmdstat_evalsha", {"calls": 0})["calls"])


@pytest.mark.parametrize("away", ["share", "closed"])
@pytest.mark.asyncio
async def test_more_calls_at_once_than_a_pool_has_connections_are_no_outage(
    relay: Relay, raw: Any, away: Any, caplog: pytest.LogCaptureFixture
) -> None:
    buckets = limited(100, 60)
    async with RedisLimiter(through(relay), processes=6, away=away) as limiter:
        calls = [
            asyncio.ensure_future(limiter.acquire(buckets, any_time(), CLOCK)) for _ in range(300)
        ]
        await comes_to(100, lambda: calls_in(raw, CALLS))
        done, waiting = await asyncio.wait(calls, timeout=2)
        assert len(done) == 100
        assert len({call.result() for call in done}) == 100
        for call in waiting:
            call.cancel()
        await asyncio.wait(waiting)
    assert relay.connections == 1
    assert not caplog.records


@pytest.mark.asyncio
async def test_a_line_is_brought_its_places_by_few_questions(redis: RedisServer, raw: Any) -> None:
    buckets = limited(100, 60)
    before = await takes_asked(raw)
    async with RedisLimiter(redis.url, processes=6) as limiter:
        calls = (limiter.acquire(buckets, any_time(), CLOCK) for _ in range(100))
        places = await asyncio.gather(*calls)
    assert len(set(places)) == 100
    assert await takes_asked(raw) - before <= 3


@pytest.mark.asyncio
async def test_who_is_far_off_gets_as_much_as_who_is_near(
    redis: RedisServer, relay: Relay, raw: Any
) -> None:
    """In turn, once all wait: who comes first finds nobody to leave any for."""
    relay.delay = 0.1
    buckets, whose_places, full = limited(24, 1), list[int](), asyncio.Event()

    async def call(limiter: RedisLimiter, whose: int) -> None:
        while not full.is_set():
            place = await limiter.acquire(buckets, any_time(), CLOCK)
            whose_places.append(whose)
            if len(whose_places) == 24 * 8:
                full.set()
            await limiter.release(buckets, place, CLOCK, sent=True)

    urls = [through(relay), *[redis.url] * 3]
    limiters = [RedisLimiter(url, processes=4) for url in urls]
    tasks = [
        asyncio.create_task(call(limiter, whose))
        for whose, limiter in enumerate(limiters)
        for _ in range(20)
    ]
    await full.wait()
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    for limiter in limiters:
        await limiter.aclose()
    counted = Counter(whose_places[24 * 2 :])
    assert counted[0] >= sum(counted.values()) / 4 * 0.6, counted


@pytest.mark.asyncio
async def test_a_cancelled_take_sends_nothing_and_loses_no_place(
    redis: RedisServer, raw: Any
) -> None:
    buckets, swallowed = limited(1000, 60), 0
    async with RedisLimiter(redis.url, processes=1) as limiter:
        for cut in range(CANCELLED):
            task = asyncio.ensure_future(limiter.acquire(buckets, any_time(), CLOCK))
            for _ in range(cut % 25):
                await asyncio.sleep(0)
            was_cancelled = task.cancel()
            (done,) = await asyncio.gather(task, return_exceptions=True)
            if isinstance(done, str):
                swallowed += was_cancelled
                await limiter.release(buckets, done, CLOCK, sent=False)
    assert swallowed == 0
    assert await calls_in(raw, CALLS) == 0


@pytest.mark.asyncio
async def test_a_cancellation_is_raised_also_where_the_place_cannot_be_given_back(
    relay: Relay, raw: Any
) -> None:
    buckets = limited(1000, 60)
    async with RedisLimiter(through(relay), processes=1) as limiter:
        for cut in range(200):
            place = await limiter.acquire(buckets, any_time(), CLOCK)
            await limiter.release(buckets, place, CLOCK, sent=False)
            task = asyncio.ensure_future(limiter.acquire(buckets, any_time(), CLOCK))
            for _ in range(cut % 25):
                await asyncio.sleep(0)
            relay.cut()
            was_cancelled = task.cancel()
            (done,) = await asyncio.gather(task, return_exceptions=True)
            assert isinstance(done, asyncio.CancelledError) is was_cancelled
            if isinstance(done, str):
                await limiter.release(buckets, done, CLOCK, sent=False)
        await comes_to(0, lambda: calls_in(raw, CALLS))


@pytest.mark.asyncio
async def test_the_deadline_bounds_a_redis_that_hangs(relay: Relay, raw: Any) -> None:
    buckets = limited(100, 60)
    async with RedisLimiter(through(relay), processes=1) as limiter:
        await limiter.acquire(buckets, any_time(), CLOCK)
        relay.hold()
        async with metronome() as taken:
            with pytest.raises(DeadlineExceeded):
                await limiter.acquire(buckets, Deadline(0.2, CLOCK), CLOCK)
        assert taken.seconds < 0.5
        relay.let_go()
        await comes_to(1, lambda: calls_in(raw, CALLS))


@pytest.mark.asyncio
async def test_a_call_that_is_over_waits_for_no_redis(relay: Relay, raw: Any) -> None:
    buckets = limited(100, 60)
    async with RedisLimiter(through(relay), processes=1) as limiter:
        place = await limiter.acquire(buckets, any_time(), CLOCK)
        relay.hold()
        async with metronome() as taken:
            await limiter.pause(buckets, 30, CLOCK)
            await limiter.release(buckets, place, CLOCK, sent=False)
        assert taken.seconds < 0.5
        relay.let_go()
        await comes_to(0, lambda: calls_in(raw, CALLS))
        assert await raw.pttl("{commerce-sdk}:k:pause") > 20_000


@pytest.mark.asyncio
async def test_while_it_is_known_to_be_away_nobody_waits_to_see_whether_it_is_back(
    relay: Relay, raw: Any
) -> None:
    buckets = limited(1000, 60)
    async with RedisLimiter(through(relay), processes=1) as limiter:
        relay.hold()
        await limiter.acquire(buckets, any_time(), CLOCK)
        for _ in range(10):
            async with metronome() as taken:
                await limiter.acquire(buckets, any_time(), CLOCK)
            assert taken.seconds < 0.5
            await asyncio.sleep(0.25)


@pytest.mark.asyncio
async def test_a_release_after_closing_opens_no_connection(relay: Relay, raw: Any) -> None:
    buckets = limited(100, 60)
    limiter = RedisLimiter(through(relay), processes=1)
    async with limiter:
        place = await limiter.acquire(buckets, any_time(), CLOCK)
    await limiter.release(buckets, place, CLOCK, sent=True)
    with pytest.raises(ClientClosed, match="the limiter is closed"):
        await limiter.acquire(buckets, any_time(), CLOCK)
    assert relay.connections == 1
    async with limiter:
        await limiter.acquire(buckets, any_time(), CLOCK)
    coroutines: list[Any] = [task.get_coro() for task in asyncio.all_tasks()]
    assert not [each for each in coroutines if "commerce_sdk" in each.cr_code.co_filename]


@pytest.mark.asyncio
async def test_who_waits_while_it_is_closed_is_told(redis: RedisServer, raw: Any) -> None:
    buckets = limited(1, 1)
    limiter = RedisLimiter(redis.url, processes=1)
    place = await limiter.acquire(buckets, any_time(), CLOCK)
    await limiter.release(buckets, place, CLOCK, sent=True)
    waiting = asyncio.ensure_future(limiter.acquire(buckets, any_time(), CLOCK))
    await asyncio.sleep(0)
    await limiter.aclose()
    with pytest.raises(ClientClosed):
        await waiting
