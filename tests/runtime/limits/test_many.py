"""Many at once: two thousand tasks, clients and accounts, and threads. What reaches the server is
counted there; what it costs is counted in calls of functions, and grows with how many they are."""

from __future__ import annotations

import threading
from collections import Counter
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest
from msgspec.structs import replace

from commerce_sdk import LocalLimiter
from commerce_sdk.document.operation import RateLimit, Request
from tests.codegen.golden.shop.api.tills import get_till
from tests.support.parallel_clock import ParallelClock
from tests.support.shop import ShopClient, shop_client
from tests.support.steps import counted

pytestmark = pytest.mark.anyio

MANY = 2000
LIMIT = 100
SECONDS = 60


def asked(limit: int = LIMIT) -> Request[Any]:
    windows = (RateLimit(limit=limit, seconds=SECONDS, scope="account"),)
    request = get_till.build(till_id="1")
    return replace(request, operation=replace(request.operation, rate_limits=windows))


class Shop:
    """Notes when each request reached it, and for whom."""

    def __init__(self, clock: ParallelClock) -> None:
        self._clock = clock
        self._began = clock.monotonic()
        self.moments: Counter[float] = Counter()
        self.of_each: Counter[str] = Counter()
        self._limiter = LocalLimiter()

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.moments[self._clock.monotonic() - self._began] += 1
        self.of_each[request.url.path] += 1
        return httpx.Response(200, json={"id": "1"})

    def client(self, **settings: Any) -> ShopClient:
        own = {"limiter": self._limiter, "clock": self._clock, "deadline": None}
        return shop_client(self._answer, max_connections=MANY, **own, **settings)


AS_FAST_AS_MAY_BE = {float(SECONDS * window): LIMIT for window in range(MANY // LIMIT)}


async def test_of_two_thousand_tasks_as_many_go_as_may_and_no_more() -> None:
    async with ParallelClock() as clock:
        shop = Shop(clock)
        async with shop.client() as client, anyio.create_task_group() as tasks:
            for _ in range(MANY):
                tasks.start_soon(client.core.ask, asked())
    assert shop.moments == AS_FAST_AS_MAY_BE


async def test_of_two_thousand_clients_as_many_go_as_may_and_no_more() -> None:
    async with ParallelClock() as clock:
        shop = Shop(clock)

        async def one() -> None:
            async with shop.client() as client:
                await client.core.ask(asked())

        async with anyio.create_task_group() as tasks:
            for _ in range(MANY):
                tasks.start_soon(one)
    assert shop.moments == AS_FAST_AS_MAY_BE


async def test_two_thousand_accounts_have_places_of_their_own() -> None:
    async with ParallelClock() as clock:
        shop = Shop(clock)

        async def one(number: int) -> None:
            async with shop.client(clerk=f"clerk-{number}") as client:
                for _ in range(2):
                    await client.core.ask(asked(limit=2))

        async with anyio.create_task_group() as tasks:
            for number in range(MANY):
                tasks.start_soon(one, number)
    assert shop.moments == {0: 2 * MANY}, "nobody waits for another's"


async def cost_of(tasks_at_once: int) -> int:
    """Calls of functions that so many tasks of one client cost, the waits in line included."""
    async with ParallelClock() as clock:
        shop = Shop(clock)
        async with shop.client() as client:
            await client.core.ask(asked())
            with counted() as steps:
                async with anyio.create_task_group() as tasks:
                    for _ in range(tasks_at_once):
                        tasks.start_soon(client.core.ask, asked())
    return steps.count


async def test_twice_as_many_tasks_cost_twice_as_much() -> None:
    some, more = await cost_of(300), await cost_of(600)
    assert more < 2.1 * some


def test_of_threads_with_a_loop_and_a_client_each_every_place_comes_back() -> None:
    limiter, answered = LocalLimiter(), list[None]()

    async def answer(request: httpx.Request) -> httpx.Response:
        await anyio.lowlevel.checkpoint()
        answered.append(None)
        return httpx.Response(200, json={"id": "1"})

    async def run() -> None:
        settings: dict[str, Any] = {"limiter": limiter, "deadline": None}
        async with shop_client(answer, **settings) as client, anyio.create_task_group() as tasks:
            for _ in range(50):
                tasks.start_soon(client.core.ask, asked(limit=MANY))

    threads = [threading.Thread(target=anyio.run, args=(run,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answered) == 8 * 50
    assert [log.under_way for log in limiter._places._logs] == [0]
