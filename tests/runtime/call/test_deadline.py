"""One budget of time: what is left of it, and where it went."""

from __future__ import annotations

from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import DeadlineExceeded, RateLimited
from commerce_sdk.runtime.call.deadline import Allowance, Deadline
from commerce_sdk.sandbox import ManualClock
from tests.support.shop import BILL, shop_client
from tests.support.shop_world import shop_world
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio


async def test_time_is_counted_by_name_and_adds_up() -> None:
    clock = VirtualClock(ManualClock())
    deadline = Deadline(10, clock)
    for seconds in (2, 3):
        with deadline.charge("pauses"):
            await clock.sleep(seconds)
    with deadline.charge("attempts"):
        await clock.sleep(1)
    assert deadline.spent == {"pauses": 5.0, "attempts": 1.0}
    assert (deadline.elapsed, deadline.remaining(), deadline.expired) == (6.0, 4.0, False)
    assert deadline.allows(3.9)
    assert not deadline.allows(4.0), "nothing could follow such a pause"
    await clock.sleep(5)
    assert (deadline.remaining(), deadline.expired) == (0.0, True)
    assert deadline.error("testing").spent == {"pauses": 5.0, "attempts": 1.0}


async def test_an_allowance_counts_the_time_within_its_blocks_alone() -> None:
    clock = VirtualClock(ManualClock())
    allowance = Allowance(10, clock)
    with allowance.running():
        await clock.sleep(4)
        assert allowance.left() == 6.0
    await clock.sleep(100)
    assert allowance.left() == 6.0
    with allowance.running():
        await clock.sleep(7)
        assert allowance.left() == 0.0
    assert Allowance(None, clock).left() is None


async def test_a_pause_as_long_as_the_deadline_is_not_waited_for() -> None:
    async with shop_world(deadline=10) as here:
        here.server.fail_next(429, headers={"Retry-After": "10"})
        with pytest.raises(RateLimited):
            await here.shop.bills.get(BILL)
        assert here.time.slept == []


async def test_a_connection_that_comes_free_after_the_deadline_is_not_used() -> None:
    clock, sent, inside = ManualClock(), 0, anyio.Event()

    class Slow(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            nonlocal sent
            sent += 1
            inside.set()
            await anyio.wait_all_tasks_blocked()
            clock.advance(30)
            return httpx.Response(202)

    settings: dict[str, Any] = {"clock": VirtualClock(clock), "max_connections": 1}
    async with shop_client(Slow(), deadline=60, **settings) as shop:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(shop.bills.send, BILL)
            await inside.wait()
            with pytest.raises(DeadlineExceeded, match="waiting to be sent") as caught:
                await shop.with_options(deadline=20).bills.send(BILL)
        assert sent == 1
        assert caught.value.maybe_applied is False
        assert caught.value.spent == {"connections": 30.0}
        await shop.bills.send(BILL)
