"""Limits that processes keep together, on a real Redis server."""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import random
import re
import time
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
import trio

from commerce_sdk import (
    Basic,
    ConnectionFailed,
    DeadlineExceeded,
    InvalidRequest,
    RateLimited,
    RedisLimiter,
    TokenCache,
    defaults,
)
from commerce_sdk.clock import SystemClock
from commerce_sdk.document.operation import RateLimit
from commerce_sdk.runtime.call.deadline import Deadline
from tests.support.counting import world
from tests.support.redis import RedisServer, calls_in, comes_to
from tests.support.shop import BILL, SECRET, ShopClient, shop_client

WHO = "a@b.c", "p"
LOGINS = 30
"""A minute, as the document says; Redis counts by its own clock, which no test moves."""
LIMITS = (RateLimit(limit=100, seconds=2, scope="credential"),)
CLOCK = SystemClock()
CALLS = 100
"""Of each process: together they fill some windows."""
NOBODY = "redis://127.0.0.1:1"


@pytest.mark.parametrize(
    ("required", "ends"), [("", pytest.skip.Exception), ("1", pytest.fail.Exception)]
)
def test_without_the_server_a_run_of_everything_fails_and_others_say_what_is_left_out(
    required: str, ends: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("REDIS_REQUIRED", required)
    with pytest.raises(ends, match="limits over Redis are not tested: redis-server is not"):
        RedisServer(tmp_path)


class SkewedClock(SystemClock):
    """A host whose clock is wrong, on both counts."""

    def __init__(self, skew: float) -> None:
        self._skew = skew

    def time(self) -> float:
        return super().time() + self._skew

    def monotonic(self) -> float:
        return super().monotonic() + self._skew


def _use_up(url: str, together: Barrier, skew: float, into: Path, cancels: bool) -> None:
    """One process of several: takes its places as soon as it can get them, and notes each moment at
    which the call behind it could have reached the server."""
    clock, moments, chance = SkewedClock(skew), [], random.Random(into.name)

    async def worker(limiter: RedisLimiter) -> None:
        while len(moments) < CALLS:
            try:
                async with asyncio.timeout(chance.random() if cancels else None):
                    place = await limiter.acquire({"k": LIMITS}, Deadline(None, clock), clock)
            except TimeoutError:
                continue
            reached = [time.monotonic()]
            await asyncio.sleep(chance.random() * 0.01)
            reached.append(time.monotonic())
            moments.append(reached)
            await limiter.release({"k": LIMITS}, place, clock, sent=True)

    async def main() -> None:
        async with RedisLimiter(url, processes=4) as limiter:
            await asyncio.to_thread(together.wait)
            await asyncio.gather(*(worker(limiter) for _ in range(40)))

    asyncio.run(main())
    into.write_text(json.dumps(moments))


def most_in_a_window(calls: list[list[float]], seconds: float) -> int:
    """At the worst: calls that arrived late before the window's begin, and early in it."""
    return max(
        # Any call that could have arrived within [begin, begin + seconds).
        sum(1 for began, ended in calls if ended >= begin and began < begin + seconds)
        for _, begin in calls
    )


@pytest.mark.parametrize("skewed", [False, True], ids=["clocks agree", "clocks are set apart"])
def test_four_processes_keep_one_limit_and_use_it(
    redis: RedisServer, tmp_path: Path, skewed: bool
) -> None:
    context = multiprocessing.get_context("spawn")
    together = context.Barrier(4, timeout=60)
    skews = [-3600.0, 0.0, 7.3, 86_400.0] if skewed else [0.0] * 4
    files = [tmp_path / f"{number}-{skewed}" for number in range(4)]
    processes = [
        context.Process(target=_use_up, args=(redis.url, together, skew, file, skewed), daemon=True)
        for skew, file in zip(skews, files, strict=True)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
        assert process.exitcode == 0
    each = [json.loads(file.read_text()) for file in files]
    calls = [call for moments in each for call in moments]

    assert most_in_a_window(calls, 2) <= 100
    assert min(len(moments) for moments in each) >= CALLS
    asyncio.run(_forget(redis))


async def _forget(redis: RedisServer) -> None:
    async with _raw(redis) as raw:
        await raw.flushall()


def _raw(redis: RedisServer) -> Any:
    from redis.asyncio import Redis

    return Redis.from_url(redis.url, decode_responses=True)


@pytest.mark.asyncio
async def test_who_died_holds_its_places_for_its_time_only(
    redis: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    await _forget(redis)
    monkeypatch.setattr(defaults, "LIMIT_LEASE", 0.05)
    limits = (RateLimit(limit=2, seconds=1, scope="credential"),)
    async with (
        RedisLimiter(redis.url, processes=4) as dead,
        RedisLimiter(redis.url, processes=4) as living,
    ):
        began = time.monotonic()
        for _ in range(2):
            await dead.acquire({"k": limits}, Deadline(None, CLOCK), CLOCK)
        await living.acquire({"k": limits}, Deadline(30, CLOCK), CLOCK)
    assert time.monotonic() - began > 1.0


@pytest.mark.asyncio
async def test_what_was_not_sent_or_was_cancelled_takes_no_place(redis: RedisServer) -> None:
    await _forget(redis)
    async with _raw(redis) as raw, RedisLimiter(redis.url, processes=4) as limiter:
        place = await limiter.acquire({"k": LIMITS}, Deadline(None, CLOCK), CLOCK)
        assert await calls_in(raw, "{commerce-sdk}:k:calls") == 1
        await limiter.release({"k": LIMITS}, place, CLOCK, sent=False)
        await comes_to(0, lambda: calls_in(raw, "{commerce-sdk}:k:calls"))
        for cut in range(200):
            task = asyncio.create_task(limiter.acquire({"k": LIMITS}, Deadline(None, CLOCK), CLOCK))
            for _ in range(cut % 20):
                await asyncio.sleep(0)
            task.cancel()
            done = (await asyncio.gather(task, return_exceptions=True))[0]
            if isinstance(done, str):
                await limiter.release({"k": LIMITS}, done, CLOCK, sent=False)
        await limiter.aclose()
        assert await calls_in(raw, "{commerce-sdk}:k:calls") == 0


@pytest.mark.asyncio
async def test_clients_share_a_limit_and_a_pause_and_their_keys_hold_no_secret(
    redis: RedisServer,
) -> None:
    await _forget(redis)
    async with (
        RedisLimiter(redis.url, processes=4) as one,
        RedisLimiter(redis.url, processes=4) as other,
    ):
        settings: dict[str, Any] = {"deadline": 5, "retry": None}
        async with (
            world(limiter=one, limits=LOGINS, **settings) as here,
            world(limiter=other, limits=LOGINS, **settings) as there,
        ):
            for _ in range(LOGINS):
                await here.shop.access.log_in(*WHO)
            with pytest.raises(DeadlineExceeded, match="rate limit"):
                await there.shop.access.log_in(*WHO)
            # Of the operation's own limit: that of all is not used up, and pauses nobody.
            refusal = {"Retry-After": "30", "RateLimit-Remaining": "0", "RateLimit-Limit": "10"}
            here.server.planned.append(httpx.Response(429, headers=refusal))
            with pytest.raises(RateLimited):
                await here.shop.bills.get(BILL)
            with pytest.raises(DeadlineExceeded, match="rate limit"):
                await there.shop.bills.get(BILL)
            basic = Basic("me@example.com", SECRET)
            here.server.planned.append(httpx.Response(401))
            async with shop_client(here.server, auth=basic, limiter=one) as shop:
                with pytest.raises(Exception, match="401"):
                    await shop.bills.list().collect()
    async with _raw(redis) as raw:
        keys = await raw.keys("*")
        held = list(keys)
        for key in keys:
            if await raw.type(key) == "zset":
                held += [member for member, _ in await raw.zrange(key, 0, -1, withscores=True)]
            assert await raw.pttl(key) > 0, "a key that never goes away"
    assert len(keys) >= 4
    assert all(
        re.fullmatch(r"\{commerce-sdk\}:[0-9a-f]{32}:(calls|pause|line)", key) for key in keys
    )
    assert not [text for text in held if SECRET in text or "corner" in text or "example" in text]


@pytest.mark.asyncio
async def test_while_redis_is_away_each_process_keeps_its_share(
    redis: RedisServer,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    server = RedisServer(tmp_path, remembers=True)
    server.start()
    try:
        async with (
            RedisLimiter(server.url, processes=4) as limiter,
            world(limiter=limiter, limits=100, deadline=1) as here,
        ):
            await here.shop.access.log_in(*WHO)
            server.stop()
            for _ in range(LOGINS // 4 - 1):  # it has had one
                await here.shop.access.log_in(*WHO)
            with pytest.raises(DeadlineExceeded, match="rate limit"):
                await here.shop.access.log_in(*WHO)
            server.start()
            with anyio.fail_after(30):
                for _ in range(LOGINS // 4 + 5):
                    await _log_in_once_it_may(here.shop)
    finally:
        server.stop()
    said = [each.getMessage() for each in caplog.records if each.levelname == "WARNING"]
    assert len(said) == 2, said
    assert "one part in 4 of each limit is kept here" in said[0]
    assert "is back" in said[1]


async def _log_in_once_it_may(shop: ShopClient) -> None:
    """Redis is back in its own time, which is not that of the client's clock."""
    while True:
        try:
            await shop.access.log_in(*WHO)
        except DeadlineExceeded:
            await anyio.sleep(0.05)
        else:
            return


@pytest.mark.asyncio
async def test_closed_refuses_calls_unsent_while_redis_is_away() -> None:
    async with (
        RedisLimiter(NOBODY, away="closed") as limiter,
        world(limiter=limiter, retry=None) as here,
    ):
        with pytest.raises(ConnectionFailed, match="Redis cannot be reached") as caught:
            await here.shop.bills.send(BILL)
        assert caught.value.maybe_applied is False
        assert caught.value.sent is False
        assert here.transport.requests == []


def test_trio_is_told_that_it_needs_another() -> None:
    async def main() -> None:
        async with shop_client(
            lambda request: None, limiter=RedisLimiter(NOBODY, processes=4)
        ) as shop:  # type: ignore[arg-type,return-value]
            await shop.bills.get(BILL)

    with pytest.raises(InvalidRequest, match="under asyncio only; under trio use LocalLimiter"):
        trio.run(main)


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ({"url": "nonsense"}, "url: must be redis://"),
        ({"away": "open"}, "away: must be 'share' or 'closed'"),
        ({"scope": "planet"}, "scope: must be 'credential', 'account' or 'address'"),
        ({"processes": 0}, "processes: must be a whole number"),
    ],
    ids=str,
)
def test_a_setting_that_cannot_be_right_is_refused_by_name(
    settings: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(InvalidRequest, match=complaint):
        RedisLimiter(**{"url": NOBODY, "processes": 4, **settings})


def test_a_credential_that_other_processes_cannot_know_needs_a_name() -> None:
    limiter = RedisLimiter(NOBODY, processes=4)
    with pytest.raises(InvalidRequest, match=r"auth: other processes .* TokenCache\(…, name=…\)"):
        ShopClient(auth=lambda: "t", limiter=limiter)
    ShopClient(auth=TokenCache(lambda: "t", name="billing"), limiter=limiter)
    by_account = RedisLimiter(NOBODY, scope="account", processes=4)
    ShopClient(auth=lambda: "t", limiter=by_account)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "redis.asyncio", None)
    with pytest.raises(InvalidRequest, match=r"pip install 'commerce-sdk\[redis\]'"):
        RedisLimiter(NOBODY, processes=4)
