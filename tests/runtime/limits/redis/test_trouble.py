"""Limits over a Redis in trouble: what time mends, and what it does not."""

from __future__ import annotations

import asyncio
import logging
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import pytest
from redis.asyncio import Redis

from commerce_sdk import ConnectionFailed, DeadlineExceeded, InvalidRequest, RedisLimiter, defaults
from commerce_sdk.clock import SystemClock
from commerce_sdk.document.operation import RateLimit
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.limits.local import Buckets
from tests.conftest import ROOT
from tests.runtime.limits.redis.trouble.cells import most_in_a_window
from tests.support.redis import RedisServer, calls_in, comes_to
from tests.support.relay import Relay

CLOCK = SystemClock()
CALLS, PAUSE = "{commerce-sdk}:k:calls", "{commerce-sdk}:k:pause"
NOBODY = "redis://127.0.0.1:1"
HOUR = 3600_000_000
"""In the microseconds that are kept."""


def limited(limit: int, seconds: int = 60) -> Buckets:
    return {"k": (RateLimit(limit=limit, seconds=seconds, scope="credential"),)}


def any_time() -> Deadline:
    return Deadline(None, CLOCK)


def brief() -> Deadline:
    """For who does not go, however long it waits."""
    return Deadline(0.3, CLOCK)


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path, remembers=True)
    server.start()
    yield server
    server.stop()


@asynccontextmanager
async def raw_of(server: RedisServer) -> AsyncIterator[Any]:
    async with Redis.from_url(server.url, decode_responses=True) as client:
        yield client


async def call(limiter: RedisLimiter, buckets: Buckets, sent: bool = True) -> None:
    place = await limiter.acquire(buckets, any_time(), CLOCK)
    await limiter.release(buckets, place, CLOCK, sent=sent)


async def _said(caplog: pytest.LogCaptureFixture, text: str) -> None:
    with anyio.fail_after(30):
        while text not in caplog.text:  # noqa: ASYNC110 - a log offers nothing to wait on
            await anyio.sleep(0.02)


# --- what time mends


@pytest.mark.asyncio
async def test_what_a_redis_that_hung_did_late_is_undone(
    redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    """A take that was given up runs when Redis goes on: its places would count for a minute."""
    async with RedisLimiter(redis.url, processes=1) as limiter:
        await call(limiter, limited(100))
        redis.hang()
        calls = [limiter.acquire(limited(100), any_time(), CLOCK) for _ in range(40)]
        places = await asyncio.gather(*calls)
        redis.go_on()
        await _said(caplog, "Redis is back")
        async with raw_of(redis) as raw:
            await comes_to(41, lambda: calls_in(raw, CALLS))
            for place in places:
                await limiter.release(limited(100), place, CLOCK, sent=False)
            await comes_to(1, lambda: calls_in(raw, CALLS))


@pytest.mark.asyncio
async def test_a_take_that_comes_after_it_was_undone_takes_nothing(
    redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with Relay(redis.port) as slow, Relay(redis.port) as quick:
        limiter = RedisLimiter(f"redis://127.0.0.1:{slow.port}", processes=1)
        async with limiter, raw_of(redis) as raw:
            await call(limiter, limited(100))
            slow.hold()
            place = await limiter.acquire(limited(100), any_time(), CLOCK)
            limiter._address._pool.connection_kwargs["port"] = quick.port
            await _said(caplog, "Redis is back")
            await comes_to(2, lambda: calls_in(raw, CALLS))
            runs = await _scripts_run(raw)
            slow.let_go()
            with anyio.fail_after(30):
                while await _scripts_run(raw) == runs:  # noqa: ASYNC110
                    await anyio.sleep(0.02)
            assert await calls_in(raw, CALLS) == 2
            await limiter.release(limited(100), place, CLOCK, sent=True)


async def _scripts_run(raw: Any) -> int:
    return int((await raw.info("commandstats"))["cmdstat_evalsha"]["calls"])


@pytest.mark.asyncio
async def test_the_share_begins_with_what_this_process_let_go(redis: RedisServer) -> None:
    async with RedisLimiter(redis.url, processes=6) as limiter:
        for _ in range(12):
            await call(limiter, limited(100))
        redis.stop()
        for _ in range(4):
            await call(limiter, limited(100))
        with pytest.raises(DeadlineExceeded):
            await limiter.acquire(limited(100), brief(), CLOCK)


@pytest.mark.asyncio
async def test_right_after_it_is_lost_all_go_on_as_they_did(redis: RedisServer) -> None:
    """Who let nothing go does not begin to, where the others had all of it."""
    async with (
        RedisLimiter(redis.url, processes=2) as busy,
        RedisLimiter(redis.url, processes=2) as idle,
    ):
        await call(idle, limited(10), sent=False)
        for _ in range(10):
            await call(busy, limited(10))
        with pytest.raises(DeadlineExceeded):
            await idle.acquire(limited(10), brief(), CLOCK)
        redis.stop()
        with pytest.raises(DeadlineExceeded):
            await idle.acquire(limited(10), brief(), CLOCK)


@pytest.mark.asyncio
async def test_who_began_to_wait_without_redis_asks_it_once_it_is_back(
    redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    buckets = limited(100)
    async with RedisLimiter(redis.url, processes=1) as other:
        await call(other, buckets)
    async with RedisLimiter(redis.url, processes=100) as limiter:
        redis.stop()
        await call(limiter, buckets)
        waiting = [
            asyncio.ensure_future(limiter.acquire(buckets, any_time(), CLOCK)) for _ in range(98)
        ]
        redis.start()
        await asyncio.wait(waiting)
        async with raw_of(redis) as raw:
            assert await calls_in(raw, CALLS) == 100, "and what was let go meanwhile counts"
        for task in waiting:
            await limiter.release(buckets, task.result(), CLOCK, sent=True)
    assert [each.levelname for each in caplog.records] == ["WARNING"] * 2


@pytest.mark.asyncio
async def test_a_pause_that_is_over_before_redis_is_back_is_not_told(
    redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with RedisLimiter(redis.url, processes=1) as limiter:
        await call(limiter, limited(100))
        redis.stop()
        await call(limiter, limited(100))
        await limiter.pause(limited(100), 0.01, CLOCK)
        await asyncio.sleep(0.02)
        redis.start()
        await _said(caplog, "Redis is back")
        await call(limiter, limited(100))
        async with raw_of(redis) as raw:
            await comes_to(3, lambda: calls_in(raw, CALLS))
    assert len(caplog.records) == 2


@pytest.mark.parametrize("cut_off", [1, 5])
@pytest.mark.asyncio
async def test_who_is_cut_off_alone_has_its_share_beside_the_others_limit(
    redis: RedisServer, cut_off: int
) -> None:
    buckets, now = limited(30, 1), asyncio.get_running_loop().time
    moments = list[float]()

    async def calls(limiter: RedisLimiter) -> None:
        while True:
            place = await limiter.acquire(buckets, any_time(), CLOCK)
            moments.append(now())
            await limiter.release(buckets, place, CLOCK, sent=True)

    async with Relay(redis.port) as relay:
        ports = [relay.port] * cut_off + [redis.port] * (6 - cut_off)
        limiters = [RedisLimiter(f"redis://127.0.0.1:{port}", processes=6) for port in ports]
        tasks = [asyncio.create_task(calls(each)) for each in limiters for _ in range(10)]
        await asyncio.sleep(1)
        relay.leads_to = 1
        relay.cut()
        await asyncio.sleep(4)
        relay.leads_to = redis.port
        back = now() + defaults.LIMITER_AWAY
        await asyncio.sleep(4)
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
        for each in limiters:
            await each.aclose()
    assert most_in_a_window(moments, 1) <= 30 + cut_off * 5
    assert most_in_a_window([each for each in moments if each >= back + 1], 1) <= 30


@pytest.mark.asyncio
async def test_a_connection_that_ends_is_no_outage(
    redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with (
        Relay(redis.port) as relay,
        RedisLimiter(f"redis://127.0.0.1:{relay.port}", processes=6) as limiter,
    ):
        for _ in range(20):
            await call(limiter, limited(100))
            relay.cut()
    assert not caplog.records


@pytest.mark.asyncio
async def test_a_failover_by_hand_is_followed(
    redis: RedisServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The old server is a replica now, and whoever is connected to it stays so."""
    (tmp_path / "new").mkdir()
    new = RedisServer(tmp_path / "new")
    new.start()
    try:
        async with (
            Relay(redis.port) as relay,
            RedisLimiter(f"redis://127.0.0.1:{relay.port}", processes=6) as limiter,
            raw_of(redis) as raw,
            raw_of(new) as raw_new,
        ):
            await call(limiter, limited(100))
            await raw.replicaof("127.0.0.1", new.port)
            relay.leads_to = new.port
            await call(limiter, limited(100))
            await comes_to(2, lambda: calls_in(raw_new, CALLS))
    finally:
        new.stop()
    assert "is away" not in caplog.text


@pytest.mark.asyncio
async def test_what_an_emptied_redis_forgot_it_is_told_again(
    redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with RedisLimiter(redis.url, processes=1) as limiter, raw_of(redis) as raw:
        for _ in range(9):
            await call(limiter, limited(10))
        await comes_to(9, lambda: calls_in(raw, CALLS))
        await raw.flushall()
        place = await limiter.acquire(limited(10), any_time(), CLOCK)
        assert await calls_in(raw, CALLS) == 10
        with pytest.raises(DeadlineExceeded):
            await limiter.acquire(limited(10), brief(), CLOCK)
        await raw.flushall()
        await limiter.release(limited(10), place, CLOCK, sent=True)
        await limiter.pause(limited(10), 30, CLOCK)
        await comes_to(2, raw.dbsize)
        for key in await raw.keys("*"):
            assert await raw.pttl(key) > 0, "a key that never goes away"


@pytest.mark.asyncio
async def test_a_clock_that_is_set_back_holds_nobody_up(redis: RedisServer) -> None:
    """As if everything had been written by a clock an hour ahead."""
    async with (
        RedisLimiter(redis.url, processes=1) as limiter,
        RedisLimiter(redis.url, processes=1) as other,
        raw_of(redis) as raw,
    ):
        for _ in range(3):
            await call(limiter, limited(3, 1))
        await limiter.pause(limited(3, 1), 1, CLOCK)
        await comes_to(1, lambda: raw.exists(PAUSE))
        await comes_to(3, lambda: _ended(raw))
        for name, score in await raw.zrange(CALLS, 0, -1, withscores=True):
            is_moment = name not in ("longest", "born")
            later = score + (HOUR if score > 0 else -HOUR)
            await raw.zadd(CALLS, {name: later if is_moment else score})
        await raw.set(PAUSE, int(await raw.get(PAUSE)) + HOUR, px=HOUR // 1000)
        with anyio.fail_after(30):
            place = await other.acquire(limited(3, 1), any_time(), CLOCK)
        await other.release(limited(3, 1), place, CLOCK, sent=True)


async def _ended(raw: Any) -> int:
    seconds, micro = await raw.time()
    return int(await raw.zcount(CALLS, 1, seconds * 1_000_000 + micro))


@pytest.mark.asyncio
async def test_a_redis_that_evicts_is_warned_of(
    redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with raw_of(redis) as raw:
        for settings, warns in (
            ({"maxmemory-policy": "allkeys-lru"}, False),
            ({"maxmemory": "100mb"}, True),
            ({"maxmemory-policy": "noeviction"}, False),
        ):
            caplog.clear()
            for setting in settings.items():
                await raw.config_set(*setting)
            async with RedisLimiter(redis.url, processes=1) as limiter:
                await call(limiter, limited(100))
            assert ("noeviction" in caplog.text) is warns, settings


# --- what it does not


async def _refused(url: str) -> InvalidRequest:
    async with RedisLimiter(url, processes=1) as limiter:
        with pytest.raises(InvalidRequest) as refused:
            await limiter.acquire(limited(100), any_time(), CLOCK)
    assert refused.value.path == "url"
    return refused.value


@pytest.mark.asyncio
async def test_a_login_that_is_refused_is_no_outage(redis: RedisServer) -> None:
    async with raw_of(redis) as raw:
        await raw.acl_setuser(
            "joe", enabled=True, passwords=["+p"], keys=["other:*"], commands=["+@all"]
        )
        await raw.acl_setuser("jim", enabled=True, passwords=["+p"], keys=["*"], commands=["+get"])
        await raw.config_set("requirepass", "p")
    at = f"127.0.0.1:{redis.port}"
    for login in ("", ":q@", "nobody:p@"):
        assert "user and password" in str(await _refused(f"redis://{login}{at}"))
    for login in ("joe:p@", "jim:p@"):
        assert "lacks a right" in str(await _refused(f"redis://{login}{at}"))
    async with RedisLimiter(f"redis://:p@{at}/0", processes=1) as limiter:
        await call(limiter, limited(100))


@pytest.mark.asyncio
async def test_what_was_wrong_and_is_mended_works(
    redis: RedisServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(defaults, "LIMITER_AWAY", 0.01)
    async with raw_of(redis) as raw, RedisLimiter(redis.url, processes=1) as limiter:
        await call(limiter, limited(100))
        await raw.config_set("requirepass", "p")
        await raw.client_kill_filter(skipme=True)
        with pytest.raises(InvalidRequest, match="user and password"):
            await call(limiter, limited(100))
        await raw.config_set("requirepass", "")
        await asyncio.sleep(2 * defaults.LIMITER_AWAY)
        await call(limiter, limited(100))


@pytest.mark.asyncio
async def test_a_database_that_is_not_there_is_no_outage(redis: RedisServer) -> None:
    refused = await _refused(f"redis://127.0.0.1:{redis.port}/99")
    assert "a database that its server does not have" in str(refused)


@pytest.mark.asyncio
async def test_tls_where_there_is_none_and_none_where_there_is_tls(tmp_path: Path) -> None:
    folder = ROOT / "tests" / "data" / "tls"
    keys = (
        "--tls-cert-file",
        str(folder / "certificate.pem"),
        "--tls-key-file",
        str(folder / "key.pem"),
    )
    server = RedisServer(tmp_path, *keys, "--tls-auth-clients", "no", "--tls-port", "0")
    server.start()
    try:
        async with raw_of(server) as raw:
            with socket.create_server(("127.0.0.1", 0)) as probe:
                port = probe.getsockname()[1]
            await raw.config_set("tls-port", port)
        assert "rediss://" in str(await _refused(f"redis://127.0.0.1:{port}"))
        assert "certificate" in str(await _refused(f"rediss://127.0.0.1:{port}"))
        assert "redis:// (" in str(await _refused(f"rediss://127.0.0.1:{server.port}"))
        url = f"rediss://127.0.0.1:{port}?ssl_cert_reqs=none"
        async with RedisLimiter(url, processes=1) as limiter:
            await call(limiter, limited(100))
    finally:
        server.stop()


@pytest.mark.asyncio
async def test_a_cluster_works_where_one_node_has_the_keys_and_is_refused_where_another_has(
    tmp_path: Path,
) -> None:
    server = RedisServer(tmp_path, "--cluster-enabled", "yes")
    server.start()
    try:
        async with raw_of(server) as raw:
            await raw.execute_command("CLUSTER ADDSLOTSRANGE 0 16383")
            with anyio.fail_after(30):
                while (await raw.execute_command("CLUSTER INFO"))["cluster_state"] != "ok":  # noqa: ASYNC110
                    await anyio.sleep(0.02)
        async with RedisLimiter(server.url, processes=1) as limiter:
            await call(limiter, limited(100))
    finally:
        server.stop()

    async def elsewhere(reading: asyncio.StreamReader, writing: asyncio.StreamWriter) -> None:
        while line := await reading.readline():
            asked = []
            for _ in range(int(line[1:])):
                length = int((await reading.readline())[1:])
                asked.append((await reading.readexactly(length + 2))[:-2])
            moved = b"-MOVED 5474 10.0.0.3:6379\r\n"
            writing.write(moved if asked[0] == b"EVALSHA" else b"+OK\r\n")
        writing.close()

    async with await asyncio.start_server(elsewhere, "127.0.0.1", 0) as listening:
        port = listening.sockets[0].getsockname()[1]
        assert "a node of a cluster" in str(await _refused(f"redis://127.0.0.1:{port}"))


# --- settings


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ({"url": 5}, "url: must be a text"),
        ({"url": None}, "url: must be a text"),
        ({"url": f"{NOBODY}?bogus=1"}, "url: must be redis://.* and what redis-py takes"),
        ({"url": f"{NOBODY}?socket_timeout=soon"}, "url: must be redis://"),
        ({"processes": None}, "processes: is needed for away='share'"),
    ],
    ids=str,
)
def test_a_setting_that_cannot_be_right_says_which(
    settings: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(InvalidRequest, match=complaint):
        RedisLimiter(**{"url": NOBODY, "processes": 6, **settings})


@pytest.mark.asyncio
async def test_closed_needs_no_number_of_processes(
    redis: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with RedisLimiter(redis.url, away="closed") as limiter:
        await call(limiter, limited(100))
        redis.stop()
        with pytest.raises(ConnectionFailed) as refused:
            await call(limiter, limited(100))
        assert refused.value.sent is False
        redis.start()
        await _said(caplog, "Redis is back")
        await call(limiter, limited(100))


@pytest.fixture(autouse=True)
def _hears(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
