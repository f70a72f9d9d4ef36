"""The pauses of one call, at the end of its time."""

from __future__ import annotations

import random

import pytest

from commerce_sdk import RetryPolicy
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.call.events import SILENT
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.retries.pauses import Pauses
from commerce_sdk.runtime.retries.policy import DEFAULT_POLICY, RetryQuota
from commerce_sdk.sandbox import ManualClock
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio


def pauses(clock: VirtualClock, policy: RetryPolicy | None = DEFAULT_POLICY) -> Pauses:
    return Pauses(
        policy=policy,
        context=Context(deadline=Deadline(10, clock)),
        clock=clock,
        chance=random.Random(1),
        quota=RetryQuota(),
        hooks=SILENT,
    )


@pytest.mark.parametrize("gone", [9.9, 10, 11])
async def test_after_the_last_look_the_rest_of_the_time_is_waited_and_no_more(gone: float) -> None:
    clock = VirtualClock(ManualClock())
    began = clock.monotonic()
    waits = pauses(clock)
    await clock.sleep(gone)
    assert not await waits.before_look(2, few=False, asked=0, took=0)
    assert clock.monotonic() - began == pytest.approx(max(10, gone))


async def test_without_a_policy_there_is_one_attempt_and_one_look() -> None:
    clock = VirtualClock(ManualClock())
    waits = pauses(clock, policy=None)
    assert waits.attempts == 1
    assert not await waits.before_look(1, few=False, asked=0, took=0)
    assert clock.slept == []
