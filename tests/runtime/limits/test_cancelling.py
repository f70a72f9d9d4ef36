"""Callers who give up while they wait in line: what that costs does not grow with the line."""

from __future__ import annotations

import random
from typing import Any

import anyio
import anyio.lowlevel
import pytest

from commerce_sdk import Buckets, Deadline, LocalLimiter
from commerce_sdk.document.operation import RateLimit
from commerce_sdk.runtime.limits import queue
from commerce_sdk.sandbox import ManualClock
from tests.support.parallel_clock import ParallelClock
from tests.support.steps import counted

pytestmark = pytest.mark.anyio

ONE = RateLimit(limit=1, seconds=60, scope="credential")


def for_one(number: int) -> Buckets:
    return {"all": (ONE,)}


def for_each_its_own(number: int) -> Buckets:
    return {"all": (ONE,), f"own {number}": (ONE,)}


class Counted(queue._Waiter):
    """One in line who notes each time that it is compared with somebody."""

    compared = 0

    def __eq__(self, other: object) -> bool:
        Counted.compared += 1
        return self is other

    __hash__ = queue._Waiter.__hash__


async def cost_of_cancelling(
    waiting: int, buckets_of: Any, monkeypatch: pytest.MonkeyPatch, order: str
) -> int:
    monkeypatch.setattr(queue, "_Waiter", Counted)
    monkeypatch.setattr(Counted, "compared", 0)
    limiter, clock = LocalLimiter(), ParallelClock(ManualClock())
    await limiter.acquire(for_one(0), Deadline(None, clock), clock)
    scopes, left = [], 0

    async def wait(number: int) -> None:
        nonlocal left
        with anyio.CancelScope() as scope:
            scopes.append(scope)
            await limiter.acquire(buckets_of(number), Deadline(None, clock), clock)
        left += 1

    async with anyio.create_task_group() as tasks:
        for number in range(waiting):
            tasks.start_soon(wait, number)
        while len(scopes) < waiting:
            await anyio.lowlevel.checkpoint()
        await anyio.wait_all_tasks_blocked()
        if order == "random":
            random.Random(waiting).shuffle(scopes)
        elif order == "last first":
            scopes.reverse()
        with counted() as steps:
            for gone, scope in enumerate(scopes, 1):
                scope.cancel()
                while left < gone:
                    await anyio.lowlevel.checkpoint()
    assert not limiter._queues
    return steps.count + Counted.compared


@pytest.mark.parametrize("order", ["random", "first first", "last first"])
@pytest.mark.parametrize("buckets_of", [for_one, for_each_its_own])
async def test_cancelling_twice_as_many_costs_twice_as_much(
    buckets_of: Any, order: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = await cost_of_cancelling(100, buckets_of, monkeypatch, order)
    more = await cost_of_cancelling(200, buckets_of, monkeypatch, order)
    assert more < 2.2 * some
