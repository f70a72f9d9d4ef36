"""The published limits, of the address that calls leave from: kept together by the processes behind
it, over a real Redis server, and by the tasks of one."""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from msgspec.structs import replace
from starlette.types import Message, Receive, Scope, Send

from commerce_sdk import CommerceLayerClient, RateLimited, RedisLimiter
from commerce_sdk.clock import Clock
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.limits.local import Buckets
from commerce_sdk.sandbox import (
    COMMERCE_LAYER_CLIENT_ID,
    COMMERCE_LAYER_CLIENT_SECRET,
    commerce_layer_platform,
)
from commerce_sdk.sandbox.commerce_layer.document import commerce_layer_document
from commerce_sdk.sandbox.commerce_layer.platform import TOKEN_ORIGIN
from commerce_sdk.sandbox.engine import Server
from commerce_sdk.sandbox.engine.document import Document
from tests.support.commerce_layer import URL, LayerWorld, commerce_layer
from tests.support.redis import RedisServer
from tests.support.servers import listener_on_loopback, served

PROCESSES = 4
ROUNDS_OF_READS, ROUNDS_OF_WRITES = 7, 3
"""Of each task of a process; a round of writes is three calls. Together more than one window of both."""
TIMES = 10
"""How much shorter the windows are than the published ones, to both sides."""
OF_ONE, OF_ALL = (50, 1), (200, 6)
"""Calls that are let in of one kind, and of all, and in how many seconds."""
WHO = {"client_id": COMMERCE_LAYER_CLIENT_ID, "client_secret": COMMERCE_LAYER_CLIENT_SECRET}


def shortened(said: Any) -> Any:
    """A document whose windows are that much shorter."""
    if isinstance(said, list):
        return [shortened(each) for each in said]
    if not isinstance(said, dict):
        return said
    found = {key: shortened(each) for key, each in said.items()}
    return (
        found | {"seconds": said["seconds"] // TIMES}
        if {"limit", "seconds"} <= said.keys()
        else found
    )


class Shortened:
    """A limiter that keeps windows so much shorter than those it is given."""

    crosses_processes = True
    scope = None

    def __init__(self, limiter: RedisLimiter) -> None:
        self._limiter = limiter

    async def acquire(self, buckets: Buckets, deadline: Deadline, clock: Clock) -> str:
        return await self._limiter.acquire(_short(buckets), deadline, clock)

    async def release(self, buckets: Buckets, place: str, clock: Clock, *, sent: bool) -> None:
        await self._limiter.release(_short(buckets), place, clock, sent=sent)

    async def pause(self, buckets: Buckets, seconds: float, clock: Clock) -> None:
        await self._limiter.pause(_short(buckets), seconds, clock)


def _short(buckets: Buckets) -> Buckets:
    return {
        key: tuple(replace(each, seconds=each.seconds // TIMES) for each in limits)
        for key, limits in buckets.items()
    }


class Noting:
    """A server, and when calls reached it, by what they are; and how many it refused."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self.moments: defaultdict[str, list[float]] = defaultdict(list)
        self.refused = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def noted(message: Message) -> None:
            self.refused += message.get("status") == 429
            await send(message)

        kind = scope["path"].split("/")[2]
        what = "reads" if scope["method"] == "GET" else "writes"
        for each in (kind,) if kind == "token" else (what, f"{what} of {kind}"):
            self.moments[each].append(time.monotonic())
        await self._server(scope, receive, noted)


def most_in_a_window(moments: list[float], seconds: float) -> int:
    return max(sum(1 for each in moments if begin <= each < begin + seconds) for begin in moments)


def _call(redis: str, api: str, token_url: str, together: Barrier) -> None:
    """One process of several: reads and writes as soon as it may."""

    async def reads(each: Callable[[], Awaitable[Any]]) -> None:
        for _ in range(ROUNDS_OF_READS):
            await each()

    async def writes(layer: CommerceLayerClient) -> None:
        organization = await layer.organizations.list().first()
        assert organization is not None
        profiles = layer.membership_profiles
        for _ in range(ROUNDS_OF_WRITES):
            made = await profiles.create(
                name="Support", access_scope="live_access", organization=organization
            )
            await profiles.update(made.id, name="Sales")
            await profiles.delete(made.id)

    async def main() -> None:
        async with (
            RedisLimiter(redis, processes=4) as limiter,
            CommerceLayerClient(
                **WHO, base_url=api, token_url=token_url, limiter=Shortened(limiter), deadline=None
            ) as layer,
        ):
            await asyncio.to_thread(together.wait)
            await asyncio.gather(
                *(reads(layer.user.get) for _ in range(8)),
                *(reads(layer.roles.list().first) for _ in range(4)),
                *(writes(layer) for _ in range(8)),
            )

    asyncio.run(main())


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path)
    server.start()
    yield server
    server.stop()


@contextmanager
def shortly_limited() -> Iterator[tuple[Noting, str, str]]:
    """The platform behind sockets, with shorter windows; the addresses of its API and its tokens."""
    document = Document(shortened(commerce_layer_document().content))
    platform = commerce_layer_platform(document=document)
    with listener_on_loopback() as beside:
        tokens = f"127.0.0.1:{beside.getsockname()[1]}"
        noting = Noting(Server(platform, origins={TOKEN_ORIGIN: tokens}))
        with served(noting, document.base_path, beside=[beside]) as there:
            yield noting, there.direct, f"http://{tokens}/oauth/token"


def test_four_processes_pass_no_window_and_use_what_there_is(redis: RedisServer) -> None:
    context = multiprocessing.get_context("spawn")
    together = context.Barrier(PROCESSES, timeout=60)
    with shortly_limited() as (server, api, token_url):
        arguments = (redis.url, api, token_url, together)
        processes = [
            context.Process(target=_call, args=arguments, daemon=True) for _ in range(PROCESSES)
        ]
        for each in processes:
            each.start()
        for each in processes:
            each.join(120)
            assert each.exitcode == 0

    assert server.refused == 0
    kinds = ("reads of user", "reads of roles", "writes of membership_profiles")
    for what, (limit, seconds) in {
        **dict.fromkeys(("reads", "writes"), OF_ALL),
        **dict.fromkeys(kinds, OF_ONE),
    }.items():
        assert most_in_a_window(server.moments[what], seconds) <= limit, what
    for what in ("reads", "writes"):
        assert len(server.moments[what]) > OF_ALL[0], what
    assert len(server.moments["token"]) == PROCESSES, "one for all calls of a process"


@pytest.mark.anyio
async def test_a_hundred_tasks_are_one_token_and_wait_for_a_second_window() -> None:
    async with commerce_layer(limits=True) as here:
        layer = await here.client(deadline=None, max_connections=100)
        began = here.clock.time()
        async with anyio.create_task_group() as tasks:
            for _ in range(100):
                tasks.start_soon(layer.user.get)
        assert here.transport.answered == {200: 101}
        assert here.token_calls == 1
        assert here.clock.time() - began >= 10


@pytest.mark.anyio
async def test_writes_of_every_method_count_together() -> None:
    async with commerce_layer(limits=True) as here:
        layer = await here.client(deadline=None)
        organization = await layer.organizations.list().first()
        assert organization is not None
        moments = noted(here)
        for _ in range(17):
            made = await layer.membership_profiles.create(
                name="Support", access_scope="live_access", organization=organization
            )
            await layer.membership_profiles.update(made.id, name="Sales")
            await layer.membership_profiles.delete(made.id)
    assert here.transport.answered.keys() == {200, 201, 204}
    assert [(what, at >= 10) for what, at in moments[-3:]] == [
        ("POST /membership_profiles", False),
        ("PATCH /membership_profiles", False),
        ("DELETE /membership_profiles", True),
    ]


@pytest.mark.anyio
async def test_a_refusal_makes_every_task_wait_that_counts_in_what_was_full() -> None:
    async with commerce_layer(limits=True) as here:
        layer = await here.client(deadline=None, retry=None)
        await layer.user.get()
        moments = noted(here)
        here.server.platforms["/commerce-layer"].fail_next("list_roles", 429)
        with pytest.raises(RateLimited):
            await layer.roles.count()
        await layer.user.update(first_name="Olivia")
        async with anyio.create_task_group() as tasks:
            for _ in range(10):
                tasks.start_soon(layer.roles.count)
                tasks.start_soon(layer.user.get)
    assert moments[:2] == [("GET /roles", 0), ("PATCH /user", 0)]
    assert Counter(what for what, at in moments[2:] if at >= 10) == {
        "GET /roles": 10,
        "GET /user": 10,
    }


def noted(here: LayerWorld) -> list[tuple[str, float]]:
    """What reaches the platform from now on, and how many seconds from now."""
    moments, began = list[tuple[str, float]](), here.clock.time()

    def note(request: httpx.Request, passes: bool) -> None:
        kind = request.url.path.removeprefix(httpx.URL(URL).path).split("/")[1]
        moments.append((f"{request.method} /{kind}", here.clock.time() - began))

    here.transport.on_request = note
    return moments
