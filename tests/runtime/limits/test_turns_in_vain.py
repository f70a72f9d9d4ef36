"""A turn that comes later than a caller's deadline: it ends with the deadline's error, nothing was
sent, and the place is somebody else's."""

from __future__ import annotations

from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import DeadlineExceeded, LocalLimiter, RateLimited
from commerce_sdk.sandbox import ManualClock
from tests.support.counting import READS, World, world
from tests.support.parallel_clock import ParallelClock
from tests.support.shop import BILL, SECRET, shop_client
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio

SAYS = "waiting for its turn under the rate limit"


async def fill(here: World) -> None:
    """Take every place of the present second."""
    for _ in range(READS):
        await here.shop.bills.get(BILL)


async def in_vain(here: World, deadline: float) -> DeadlineExceeded:
    with pytest.raises(DeadlineExceeded, match=SAYS) as caught:
        await here.shop.with_options(deadline=deadline).bills.get(BILL)
    return caught.value


async def test_where_it_is_certain_it_ends_at_once() -> None:
    async with world(deadline=None) as here:
        await fill(here)
        began = here.clock.monotonic()
        error = await in_vain(here, 0.9)
        assert here.clock.monotonic() == began
        assert str(error).startswith(f"the deadline of 0.9 s ended while {SAYS}")
        assert (error.operation, error.maybe_applied) == ("get_bill", None)
        assert [(each.outcome, each.sent) for each in error.attempts] == [
            ("the deadline ended", False)
        ]
        assert error.spent == {"limits": 0.0}
        assert len(here.transport.requests) == READS


async def test_a_turn_right_at_the_deadline_is_too_late() -> None:
    async with world(deadline=None) as here:
        await fill(here)
        await in_vain(here, 1.0)
        assert isinstance(here.clock, VirtualClock)
        assert here.clock.slept == [], "it is known at once"
        await here.shop.with_options(deadline=1.001).bills.get(BILL)
        assert here.transport.answered == {200: READS + 1}


async def test_it_takes_no_place_of_those_that_come_after() -> None:
    async with world(deadline=None) as here:
        await fill(here)
        for _ in range(3 * READS):
            await in_vain(here, 0.5)
        began = here.clock.monotonic()
        await fill(here)
        assert here.clock.monotonic() - began == 1, "the whole next second is theirs"
        assert here.transport.answered == {200: 2 * READS}


async def test_a_write_in_vain_was_surely_not_made() -> None:
    clock = VirtualClock(ManualClock())
    answers = [httpx.Response(429, headers={"Retry-After": "30"})]

    def answer(request: httpx.Request) -> httpx.Response:
        return answers.pop()

    settings: dict[str, Any] = {"clock": clock, "limiter": LocalLimiter(), "deadline": 20}
    async with shop_client(answer, **settings) as shop:
        with pytest.raises(RateLimited):
            await shop.bills.send(BILL)
        with pytest.raises(DeadlineExceeded, match=SAYS) as caught:
            await shop.bills.send(BILL)
    assert caught.value.maybe_applied is False
    assert SECRET not in str(caught.value)


async def test_a_turn_that_comes_after_the_deadline_is_not_taken() -> None:
    """Who stands behind another cannot know when its turn comes. However late it wakes, what is
    over then is not sent."""
    sent: list[httpx.Request] = []
    ended: list[DeadlineExceeded] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        if len(sent) == 1:
            return httpx.Response(429, headers={"Retry-After": "30"})
        return httpx.Response(202)

    async with ParallelClock() as clock:
        settings: dict[str, Any] = {"clock": clock, "limiter": LocalLimiter(), "deadline": None}
        async with shop_client(answer, **settings) as shop:
            with pytest.raises(RateLimited):
                await shop.bills.send(BILL)
            began = clock.monotonic()

            async def short() -> None:
                with pytest.raises(DeadlineExceeded, match=SAYS) as caught:
                    await shop.with_options(deadline=20).bills.send(BILL)
                ended.append(caught.value)

            async with anyio.create_task_group() as tasks:
                tasks.start_soon(shop.bills.send, BILL)
                await anyio.lowlevel.checkpoint()
                tasks.start_soon(short)
            await shop.bills.send(BILL)
            assert clock.monotonic() - began == 30
    assert len(sent) == 3
    assert [(each.maybe_applied, each.spent) for each in ended] == [(False, {"limits": 30.0})]
