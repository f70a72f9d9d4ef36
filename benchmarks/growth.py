"""How what something costs grows with its size: in proportion, where the slope is 1."""

from __future__ import annotations

import asyncio
import gc
import json
import math
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

import anyio
import httpx
from tests.support.parallel_clock import ParallelClock

from benchmarks import followed
from benchmarks.clients import ORDER, without_end
from benchmarks.decode import resident
from benchmarks.payload import page, sample

ROUNDS = 3


@dataclass(frozen=True)
class Curve:
    """What one of them cost at each size, and the exponent that the whole grows by."""

    sizes: Sequence[int]
    microseconds: Sequence[float]

    @property
    def slope(self) -> float:
        x = [math.log(size) for size in self.sizes]
        y = [math.log(n * each) for n, each in zip(self.sizes, self.microseconds, strict=True)]
        return statistics.linear_regression(x, y).slope


Prepare = Callable[[int], Awaitable[Callable[[], Awaitable[object]]]]
"""Makes what is measured at a size."""


async def _curve(sizes: Sequence[int], prepare: Prepare, per: int | None = None) -> Curve:
    """The least CPU time of each size; of each thing that it is the size of, or of so many."""
    found = []
    for size in sizes:
        least = math.inf
        for _ in range(ROUNDS):
            run = await prepare(size)
            gc.collect()
            began = time.process_time()
            kept = await run()
            least = min(least, time.process_time() - began)
            del kept, run
        found.append(least / (per or size) * 1e6)
    return Curve(sizes, found)


_ANSWER = json.dumps(sample()).encode()


async def _answer(request: httpx.Request) -> httpx.Response:
    await asyncio.sleep(0)
    headers = {"content-type": "application/json"}
    return httpx.Response(200, headers=headers, content=_ANSWER)


def _client(**settings: Any) -> Any:
    from commerce_sdk import CommerceClient, LocalLimiter

    return CommerceClient(
        token="t",
        transaction_account="a",
        base_url="http://127.0.0.1/api",
        transport=httpx.MockTransport(_answer),
        **{"limiter": without_end(LocalLimiter()), "deadline": None, **settings},
    )


async def _calls(tasks: int) -> Callable[[], Awaitable[object]]:
    calls = max(tasks, 1000)

    async def run() -> None:
        async with _client(max_connections=tasks) as commerce:
            left = iter(range(calls))

            async def worker() -> None:
                for _ in left:
                    await commerce.orders.get(ORDER)

            await asyncio.gather(*(worker() for _ in range(tasks)))

    return run


async def calls() -> Curve:
    """CPU of a call, by the tasks that call at once."""
    sizes, found = (1, 50, 500, 5000), list[float]()
    for tasks in sizes:
        found += (await _curve([tasks], _calls, max(tasks, 1000))).microseconds
    return Curve(sizes, found)


async def _items(items: int) -> Callable[[], Awaitable[object]]:
    from commerce_sdk.document.operation import Request
    from commerce_sdk.runtime.call.slices import read_answer
    from commerce_sdk_api.commerce.api.orders import get_order

    quantities = [{"unit": "user", "quantity": 1}]
    rows = [{"orderItemId": f"i{n}", "chargeableQuantities": quantities} for n in range(items)]
    content = json.dumps({**sample(), "items": rows}).encode()
    request: Request[Any] = Request(operation=get_order.OPERATION, path="/")
    return lambda: read_answer(request, 200, content)


async def _orders(orders: int) -> Callable[[], Awaitable[object]]:
    from commerce_sdk.document.operation import Request
    from commerce_sdk.runtime.call.slices import read_answer
    from commerce_sdk_api.commerce.api.orders import list_orders

    content = page(orders)
    request: Request[Any] = Request(operation=list_orders.OPERATION, path="/")
    return lambda: read_answer(request, 200, content)


async def _given_up(waiting: int) -> Callable[[], Awaitable[object]]:
    """So many who wait for their turn, and who give up in any order."""
    from commerce_sdk import Deadline, LocalLimiter
    from commerce_sdk.clock import SystemClock
    from commerce_sdk.document.operation import RateLimit

    limiter, clock = LocalLimiter(), SystemClock()
    buckets = {"k": (RateLimit(limit=1, seconds=3600, scope="credential"),)}
    await limiter.acquire(buckets, Deadline(None, clock), clock)
    tasks = [
        asyncio.create_task(limiter.acquire(buckets, Deadline(None, clock), clock))
        for _ in range(waiting)
    ]
    await asyncio.sleep(0.01)
    random.Random(1).shuffle(tasks)

    async def run() -> None:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    return run


async def curves() -> dict[str, Curve]:
    from commerce_sdk.document.collecting import collector_at_rest

    with collector_at_rest():
        without_collector = await calls()
    return {
        "a call, by tasks at once": await calls(),
        "the same, the collector of cycles at rest": without_collector,
        "an item of an order, by items": await _curve([100, 1000, 10_000, 40_000], _items),
        "an order of a page, by orders": await _curve([10, 100, 1000, 5000], _orders),
        "a wait for its turn that is given up, by those who wait": await _curve(
            [100, 1000, 10_000], _given_up
        ),
    }


def handles() -> Curve:
    """CPU of a look, by the handles that are followed at once."""
    sizes, found = (300, 1000, 3000), []
    for size in sizes:
        began = time.process_time()
        looks = followed.run(size).looks
        found.append((time.process_time() - began) / looks * 1e6)
    return Curve(sizes, found)


MEMORY = (1000, 10_000, 100_000)
PER_SECOND = 100


async def _memory() -> dict[int, float]:
    """MB over idle after so many calls, each of another account, a hundred in a second."""
    from commerce_sdk import LocalLimiter

    found = {}
    limiter = LocalLimiter(scope="account")
    async with ParallelClock() as clock, _client(clock=clock, limiter=limiter) as commerce:

        async def one(number: int) -> None:
            await commerce.for_account(f"account {number}").orders.get(ORDER)

        for number in range(100):
            await one(-number)
        gc.collect()
        idle = resident()
        for number in range(1, max(MEMORY) + 1):
            await one(number)
            clock.manual.advance(1 / PER_SECOND)
            if number in MEMORY:
                gc.collect()
                found[number] = (resident() - idle) / 1e6
    return found


def memory() -> dict[int, float]:
    """The same, in a process of its own."""
    words = [sys.executable, "-m", "benchmarks.growth", "memory"]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return {int(size): mb for size, mb in json.loads(done.stdout).items()}


def run() -> dict[str, Curve]:
    return {**anyio.run(curves), "a look, by handles followed at once": handles()}


if __name__ == "__main__":
    if "memory" in sys.argv:
        print(json.dumps(anyio.run(_memory)))
    else:
        for name, curve in run().items():
            each = ", ".join(f"{us:.1f}" for us in curve.microseconds)
            print(f"{name}: {each} µs at {curve.sizes}; slope {curve.slope:.2f}")
        print(memory())
