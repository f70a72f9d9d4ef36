"""Virtual time for tasks that wait side by side: it moves on when nobody has anything left to do."""

from __future__ import annotations

import heapq
import itertools
from types import TracebackType
from typing import Self

import anyio

from commerce_sdk.sandbox import ManualClock


class ParallelClock:
    """A clock for the SDK, and through `manual` for the sandbox. While it is entered, time leaps to
    the next waker whenever every task waits."""

    def __init__(self, manual: ManualClock | None = None) -> None:
        self.manual = manual or ManualClock()
        self._wakers: list[tuple[float, int, anyio.Event]] = []
        self._numbers = itertools.count()
        self._somebody = anyio.Event()
        self._tasks = anyio.create_task_group()

    def monotonic(self) -> float:
        return self.manual.time()

    def time(self) -> float:
        return self.manual.time()

    async def sleep(self, seconds: float) -> None:
        waker = anyio.Event()
        due = self.manual.time() + seconds
        heapq.heappush(self._wakers, (due, next(self._numbers), waker))
        self._somebody.set()
        await waker.wait()

    async def __aenter__(self) -> Self:
        await self._tasks.__aenter__()
        self._tasks.start_soon(self._drive)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool | None:
        self._tasks.cancel_scope.cancel()
        return await self._tasks.__aexit__(kind, error, trace)

    async def _drive(self) -> None:
        while True:
            await self._somebody.wait()
            await anyio.wait_all_tasks_blocked()
            if not self._wakers:
                self._somebody = anyio.Event()
                continue
            due = self._wakers[0][0]
            self.manual.advance(max(0.0, due - self.manual.time()))
            while self._wakers and self._wakers[0][0] <= due:
                heapq.heappop(self._wakers)[2].set()
