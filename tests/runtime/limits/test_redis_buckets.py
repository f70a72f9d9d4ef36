"""Buckets that processes share, on a real Redis server."""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from collections import defaultdict
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import pytest

from commerce_sdk import DeadlineExceeded, RedisLimiter
from commerce_sdk.clock import SystemClock
from commerce_sdk.document.operation import RateLimit
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.limits.local import Buckets
from tests.support.redis import RedisServer, calls_in, comes_to

CLOCK = SystemClock()
PROCESSES = 4
CALLS = {"read": 25, "write": 10}
"""Of each process: together they fill some windows."""


def ample() -> Deadline:
    """For who goes at once, on a loaded machine too."""
    return Deadline(30, CLOCK)


def brief() -> Deadline:
    """For who does not go, however long it waits."""
    return Deadline(0.5, CLOCK)


def window(limit: int, seconds: int) -> RateLimit:
    return RateLimit(limit=limit, seconds=seconds, scope="address")


ALL, READS, WRITES = (window(40, 1), window(60, 3)), (window(30, 1),), (window(25, 3),)
OPERATIONS: dict[str, Buckets] = {
    "read": {"all": ALL, "reads": READS},
    "write": {"all": ALL, "writes": WRITES},
}
PUBLISHED = {"all": ALL, "reads": READS, "writes": WRITES}


def _call(url: str, port: int, together: Barrier) -> None:
    """One process of several: reads and writes as soon as it may."""
    left = dict(CALLS)

    async def worker(limiter: RedisLimiter, name: str) -> None:
        while left[name] > 0:
            left[name] -= 1
            buckets = OPERATIONS[name]
            place = await limiter.acquire(buckets, Deadline(None, CLOCK), CLOCK)
            reading, writing = await asyncio.open_connection("127.0.0.1", port)
            writing.write(name.encode() + b"\n")
            await reading.read()
            writing.close()
            await limiter.release(buckets, place, CLOCK, sent=True)

    async def main() -> None:
        async with RedisLimiter(url, processes=4) as limiter:
            await asyncio.to_thread(together.wait)
            await asyncio.gather(*(worker(limiter, name) for name in OPERATIONS for _ in range(15)))

    asyncio.run(main())


class CountingServer:
    """Notes when each call came, by the buckets that it counts in."""

    def __init__(self) -> None:
        self.moments: defaultdict[str, list[float]] = defaultdict(list)

    async def __call__(self, reading: asyncio.StreamReader, writing: asyncio.StreamWriter) -> None:
        name = (await reading.readline()).decode().strip()
        for bucket in OPERATIONS[name]:
            self.moments[bucket].append(time.monotonic())
        writing.close()


def most_in_a_window(moments: list[float], seconds: float) -> int:
    return max(sum(1 for each in moments if begin <= each < begin + seconds) for begin in moments)


@pytest.mark.asyncio
async def test_four_processes_pass_no_window_and_use_what_there_is(
    redis: RedisServer, raw: Any
) -> None:
    context = multiprocessing.get_context("spawn")
    together = context.Barrier(PROCESSES, timeout=60)
    server = CountingServer()
    async with await asyncio.start_server(server, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        arguments = (redis.url, port, together)
        processes = [
            context.Process(target=_call, args=arguments, daemon=True) for _ in range(PROCESSES)
        ]
        for process in processes:
            process.start()
        for process in processes:
            await asyncio.to_thread(process.join, 120)
            assert process.exitcode == 0

    for bucket, limits in PUBLISHED.items():
        for limit in limits:
            most = most_in_a_window(server.moments[bucket], limit.seconds)
            assert most <= limit.limit, (bucket, limit)
    assert {name: len(moments) for name, moments in server.moments.items()} == {
        "all": PROCESSES * sum(CALLS.values()),
        "reads": PROCESSES * CALLS["read"],
        "writes": PROCESSES * CALLS["write"],
    }


@pytest.mark.asyncio
async def test_places_are_taken_in_all_buckets_or_in_none(redis: RedisServer, raw: Any) -> None:
    scarce: Buckets = {"all": (window(5, 60),), "scarce": (window(1, 60),)}
    plenty: Buckets = {"all": (window(5, 60),)}
    async with (
        RedisLimiter(redis.url, processes=4) as limiter,
        RedisLimiter(redis.url, processes=4) as other,
    ):
        place = await limiter.acquire(scarce, ample(), CLOCK)
        waiting = [
            asyncio.create_task(limiter.acquire(scarce, Deadline(None, CLOCK), CLOCK))
            for _ in range(3)
        ]
        await asyncio.sleep(0.1)
        for each in (limiter, limiter, other, other):
            await each.acquire(plenty, ample(), CLOCK)
        with pytest.raises(DeadlineExceeded):
            await other.acquire(plenty, brief(), CLOCK)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        assert await calls_in(raw, "{commerce-sdk}:all:calls") == 5
        assert await calls_in(raw, "{commerce-sdk}:scarce:calls") == 1
        await limiter.release(scarce, place, CLOCK, sent=False)
        await comes_to(4, lambda: calls_in(raw, "{commerce-sdk}:all:calls"))
        await comes_to(0, lambda: calls_in(raw, "{commerce-sdk}:scarce:calls"))


@pytest.mark.asyncio
async def test_cancelled_at_any_step_it_takes_a_place_in_no_bucket(
    redis: RedisServer, raw: Any
) -> None:
    buckets: Buckets = {"all": (window(50, 2),), "own": (window(50, 2),)}
    async with RedisLimiter(redis.url, processes=4) as limiter:
        for cut in range(60):
            task = asyncio.create_task(limiter.acquire(buckets, Deadline(None, CLOCK), CLOCK))
            for _ in range(cut % 20):
                await asyncio.sleep(0)
            task.cancel()
            done = (await asyncio.gather(task, return_exceptions=True))[0]
            if isinstance(done, str):
                await limiter.release(buckets, done, CLOCK, sent=False)
        await limiter.aclose()
        for bucket in buckets:
            assert await calls_in(raw, f"{{commerce-sdk}}:{bucket}:calls") == 0


@pytest.mark.asyncio
async def test_a_pause_is_for_its_buckets_in_every_process(redis: RedisServer, raw: Any) -> None:
    own: Buckets = {"own": (window(5, 1),)}
    both: Buckets = {"all": (window(5, 1),), **own}
    apart: Buckets = {"apart": ()}
    async with (
        RedisLimiter(redis.url, processes=4) as one,
        RedisLimiter(redis.url, processes=4) as other,
    ):
        await one.pause({"all": both["all"]}, 300, CLOCK)
        await one.acquire(apart, ample(), CLOCK)  # before it is asked, Redis has been told
        with pytest.raises(DeadlineExceeded):
            await other.acquire(both, brief(), CLOCK)
        for buckets in (own, apart):
            await other.acquire(buckets, ample(), CLOCK)
        await one.pause({"all": both["all"]}, 1, CLOCK)
        await one.acquire(apart, ample(), CLOCK)
        assert await raw.pttl("{commerce-sdk}:all:pause") > 200_000, (
            "a shorter one shortens nothing"
        )
    assert await calls_in(raw, "{commerce-sdk}:all:calls") == 0


@pytest.mark.asyncio
async def test_every_key_goes_away_by_itself_also_after_a_call_that_outlived_its_lease(
    redis: RedisServer, raw: Any
) -> None:
    buckets: Buckets = {"all": (window(5, 1),), "own": ()}
    async with RedisLimiter(redis.url, processes=4) as limiter:
        place = await limiter.acquire(buckets, ample(), CLOCK)
        await raw.flushall()
        await limiter.release(buckets, place, CLOCK, sent=True)
    keys = await raw.keys("*")
    assert len(keys) == 2
    for key in keys:
        assert await raw.pttl(key) > 0


@pytest.mark.asyncio
async def test_while_redis_is_away_a_process_keeps_its_share_of_each_bucket(tmp_path: Path) -> None:
    async with RedisLimiter("redis://127.0.0.1:1", processes=4) as limiter:
        shared: Buckets = {"all": (window(20, 60),), "own": (window(8, 60),)}
        others: Buckets = {"all": (window(20, 60),)}
        for _ in range(2):
            await limiter.acquire(shared, ample(), CLOCK)
        with pytest.raises(DeadlineExceeded):
            await limiter.acquire(shared, brief(), CLOCK)
        for _ in range(3):
            await limiter.acquire(others, ample(), CLOCK)
        with pytest.raises(DeadlineExceeded):
            await limiter.acquire(others, brief(), CLOCK)


@pytest.mark.asyncio
async def test_calls_of_two_tiers_count_together_each_to_its_own_windows(
    redis: RedisServer, raw: Any
) -> None:
    small: Buckets = {"all": (window(2, 1),)}
    large: Buckets = {"all": (window(4, 60),)}
    async with (
        RedisLimiter(redis.url, processes=4) as one,
        RedisLimiter(redis.url, processes=4) as other,
    ):

        async def goes(limiter: RedisLimiter, buckets: Buckets) -> bool:
            try:
                place = await limiter.acquire(buckets, ample(), CLOCK)
            except DeadlineExceeded:
                return False
            await limiter.release(buckets, place, CLOCK, sent=True)
            return True

        began = time.monotonic()
        assert [await goes(one, large) for _ in range(2)] == [True, True]
        assert await goes(other, small)
        assert time.monotonic() - began > 1, "the other client's calls fill its window"
        assert await calls_in(raw, "{commerce-sdk}:all:calls") == 3, "forgotten by a shorter window"
        assert [await goes(one, large) for _ in range(2)] == [True, False]


@pytest.mark.asyncio
async def test_who_waits_for_the_window_of_a_tier_holds_up_no_other(
    redis: RedisServer, raw: Any
) -> None:
    small: Buckets = {"all": (window(1, 60),)}
    large: Buckets = {"all": (window(9, 60),)}
    async with RedisLimiter(redis.url, processes=4) as limiter:
        await limiter.acquire(small, ample(), CLOCK)
        waiting = asyncio.create_task(limiter.acquire(small, Deadline(None, CLOCK), CLOCK))
        await asyncio.sleep(0.1)
        await limiter.acquire(large, ample(), CLOCK)
        assert not waiting.done()
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
