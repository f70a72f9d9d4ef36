"""A process that forks while another of its threads is in a call: the child goes on."""

from __future__ import annotations

import gc
import os
import re
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import anyio
import httpx
import pytest

import commerce_sdk
from commerce_sdk import LocalLimiter
from commerce_sdk.document.collecting import collector_at_rest
from commerce_sdk.runtime.credentials.stores import MemorySessionStore
from commerce_sdk.runtime.http import pool
from commerce_sdk.runtime.limits.local import SHARED
from tests.support.shop import BILL, a_bill, shop_client

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="no os.fork on this system, so no worker is ever forked here"
)

LIMITERS = pytest.mark.parametrize("make", [lambda: SHARED, LocalLimiter], ids=["shared", "own"])


@contextmanager
def held(lock: AbstractContextManager[object]) -> Iterator[None]:
    """Another thread holds it, as in the middle of a call."""
    holds, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with lock:
            holds.set()
            let_go.wait(30)

    thread = threading.Thread(target=hold)
    thread.start()
    assert holds.wait(5)
    try:
        yield
    finally:
        let_go.set()
        thread.join(5)


def in_child(work: Callable[[], object]) -> int:
    """How a forked child ends that works: 0 where it came to its end, in ten seconds at the most."""
    gc.collect()
    child = os.fork()
    if not child:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(10)
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1]


def one_call(limiter: LocalLimiter) -> None:
    async def main() -> None:
        def answer(request: httpx.Request) -> httpx.Response:
            return httpx.Response(200, json=a_bill())

        async with shop_client(answer, limiter=limiter, deadline=5) as shop:
            await shop.bills.get(BILL)

    anyio.run(main)


@LIMITERS
def test_a_child_gets_past_the_limiter(make: Callable[[], LocalLimiter]) -> None:
    limiter = make()
    with held(limiter._places._lock):
        assert in_child(lambda: one_call(limiter)) == 0


def test_a_child_gets_past_the_book_of_transports() -> None:
    with held(pool._LOCK):
        assert in_child(lambda: one_call(LocalLimiter())) == 0


def test_a_child_gets_past_the_store_of_sessions() -> None:
    store = MemorySessionStore()

    async def swap() -> None:
        assert await store.swap(None, "of the child")

    with held(store._lock):
        assert in_child(lambda: anyio.run(swap)) == 0


@LIMITERS
def test_calls_that_were_under_way_take_no_place_from_the_child(
    make: Callable[[], LocalLimiter],
) -> None:
    limiter = make()
    asked = 0

    async def main() -> None:
        answered = anyio.Event()

        async def answer(request: httpx.Request) -> httpx.Response:
            nonlocal asked
            asked += 1
            await answered.wait()
            return httpx.Response(200, json=a_bill())

        async with (
            shop_client(answer, limiter=limiter, deadline=None) as shop,
            anyio.create_task_group() as tasks,
        ):
            for _ in range(1000):
                tasks.start_soon(shop.bills.get, BILL)
            await anyio.wait_all_tasks_blocked()
            thread = threading.Thread(
                target=lambda: ended.append(in_child(lambda: one_call(limiter)))
            )
            thread.start()
            thread.join(15)
            tasks.cancel_scope.cancel()

    ended: list[int] = []
    anyio.run(main)
    assert asked
    assert ended == [0]


def test_a_child_of_a_process_that_reads_much_collects_its_cycles() -> None:
    def look() -> None:
        assert gc.isenabled()

    with held(collector_at_rest()):
        assert not gc.isenabled()
        assert in_child(look) == 0
    assert gc.isenabled()


def test_every_lock_of_the_sdk_is_made_anew_in_a_child() -> None:
    package = Path(commerce_sdk.__file__).parent
    locked = {
        path.name: "register_at_fork(" in text
        for path in sorted(package.rglob("*.py"))
        if not path.is_relative_to(package / "sandbox")
        and re.search(r"(?<!asyncio\.)\bR?Lock\(\)", text := path.read_text(encoding="utf-8"))
    }
    assert locked == {"pool.py": True, "local.py": True, "stores.py": True}
