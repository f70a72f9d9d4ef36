"""One budget of time: what is left of it, and where it went."""

from __future__ import annotations

import pytest

from commerce_sdk import RateLimited
from commerce_sdk.runtime.call.deadline import Allowance, Deadline
from commerce_sdk.sandbox import ManualClock
from tests.support.shop import BILL
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
