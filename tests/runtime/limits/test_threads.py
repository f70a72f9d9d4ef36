"""One limiter in two threads, each with an event loop and a client of its own."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import DeadlineExceeded, LocalLimiter
from commerce_sdk.document.operation import RateLimit
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.sandbox import ManualClock
from tests.runtime.limits.test_limits import most_in_a_window
from tests.support.counting import READS
from tests.support.shop import BILL, a_bill, shop_client
from tests.support.worlds import VirtualClock

CALLS = 60
"""Of each thread; a limit of ten a second lets them go in half a minute of the test's time."""
PATIENCE = 60
"""Real seconds after which two threads have locked each other out."""


class SharedClock(VirtualClock):
    """Time that several threads move on."""

    def __init__(self) -> None:
        self._manual = ManualClock()
        super().__init__(self._manual)
        self._lock = threading.Lock()

    async def sleep(self, seconds: float) -> None:
        with self._lock:
            self._manual.advance(seconds)
        await anyio.lowlevel.checkpoint()


@pytest.fixture
def as_often_as_can_be() -> Iterator[None]:
    """Threads take turns after each few steps, so that what is not held together comes apart."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)


def give_way() -> None:
    """Let the other thread have its turn."""
    time.sleep(0)


def side_by_side(function: Callable[[], Awaitable[None]], backends: tuple[str, str]) -> None:
    """Run it in two threads, and raise what it raises."""
    faults: list[BaseException] = []

    def run(backend: str) -> None:
        try:
            anyio.run(function, backend=backend)
        except BaseException as fault:
            faults.append(fault)

    threads = [threading.Thread(target=run, args=(each,), daemon=True) for each in backends]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert not any(thread.is_alive() for thread in threads), "they wait for each other"
    if faults:
        raise faults[0]


LOOPS = pytest.mark.parametrize(
    "backends", [("asyncio", "asyncio"), ("asyncio", "trio"), ("trio", "trio")], ids="-".join
)


@pytest.mark.usefixtures("as_often_as_can_be")
@LOOPS
def test_two_threads_keep_one_limit_and_lose_no_place(backends: tuple[str, str]) -> None:
    clock, limiter = SharedClock(), LocalLimiter()
    moments: list[float] = []

    def answer(request: httpx.Request) -> httpx.Response:
        moments.append(clock.monotonic())
        give_way()
        return httpx.Response(200, json=a_bill())

    async def use() -> None:
        settings: dict[str, Any] = {"clock": clock, "limiter": limiter, "deadline": None}
        async with shop_client(answer, **settings) as shop, anyio.create_task_group() as tasks:
            for _ in range(CALLS):
                tasks.start_soon(shop.bills.get, BILL)

    async def free() -> int:
        taken = 0
        async with shop_client(answer, clock=clock, limiter=limiter, deadline=0.5) as shop:
            try:
                while True:
                    await shop.bills.get(BILL)
                    taken += 1
            except DeadlineExceeded:
                return taken

    side_by_side(use, backends)
    assert len(moments) == 2 * CALLS
    assert most_in_a_window(moments, 1) <= READS
    anyio.run(clock.sleep, 60.0)
    assert anyio.run(free) == READS, "a place was counted twice, or lost"


class OneByOne(dict[str, tuple[RateLimit, ...]]):
    """Buckets that let the other thread have its turn while they are looked at."""

    def values(self) -> Any:
        for each in super().values():
            yield each
            give_way()


@LOOPS
def test_looking_for_a_place_and_taking_it_is_one_step_for_all_threads(
    backends: tuple[str, str],
) -> None:
    clock, limiter = SharedClock(), LocalLimiter()
    one = OneByOne(k=(RateLimit(limit=1, seconds=1, scope="credential"),))
    inside: list[int] = []

    async def use() -> None:
        for _ in range(CALLS):
            place = await limiter.acquire(one, Deadline(None, clock), clock)
            inside.append(1)
            together = len(inside)
            give_way()
            inside.pop()
            await limiter.release(one, place, clock, sent=False)
            assert together == 1, "two threads have the only place"

    side_by_side(use, backends)
    assert inside == []
