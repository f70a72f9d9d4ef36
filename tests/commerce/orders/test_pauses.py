"""The pauses before a placement is sent again, and between the looks at what became of it."""

from __future__ import annotations

import pytest

from commerce_sdk import Conflict, ConnectionFailed, DeadlineExceeded, RetryPolicy, new_item
from tests.support.worlds import OFFERING, cut_after, cut_before, world

pytestmark = pytest.mark.anyio
TWICE = RetryPolicy(attempts=2, first_pause=0.001, pause_cap=0.001)


async def test_an_order_refused_with_no_time_is_not_sent_at_one_instant() -> None:
    async with world(limiter=None) as here:
        here.sandbox.fail_next("place_order", 429, headers={"Retry-After": "0"}, times=3)
        await here.commerce.orders.place(items=[new_item(OFFERING)])
        assert len(here.time.slept) == 3
        assert all(here.time.slept)


async def test_looks_after_an_order_come_at_growing_intervals_until_the_deadline() -> None:
    async with world(retry=RetryPolicy(attempts=4), deadline=None) as here:
        here.sandbox.fail_next("place_order", 409)
        with pytest.raises(Conflict):
            await here.commerce.orders.place(items=[new_item(OFFERING)])
        assert here.time.slept == [1.0, 1.5, 2.25]
    async with world(deadline=20) as here:
        here.sandbox.switches.visible_after = 500.0
        here.sandbox.switches.on_duplicate = "conflict"
        here.transport.faults["POST"].append(cut_after)
        began = here.clock.time()
        with pytest.raises(DeadlineExceeded, match="waiting for it to show") as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])
        assert here.clock.time() - began == pytest.approx(20)
        assert caught.value.maybe_applied is True
        assert isinstance(caught.value.__cause__, Conflict)


async def test_only_attempts_of_the_operation_count_and_doubt_is_told() -> None:
    async with world(retry=TWICE) as here:
        here.transport.faults["POST"].extend([cut_before, cut_before])
        with pytest.raises(ConnectionFailed) as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])
    error = caught.value
    made = [attempt.operation for attempt in error.attempts]
    assert made.count("place_order") == 2 < len(made)
    assert str(error).endswith("(place_order, after 2 attempts); the server may have applied it")
