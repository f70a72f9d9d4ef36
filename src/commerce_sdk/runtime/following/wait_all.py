"""Following many things to their end at once, on one schedule."""

from __future__ import annotations

import heapq
import itertools
import math
from collections import deque
from collections.abc import Iterable
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

import anyio

from commerce_sdk import defaults
from commerce_sdk.clock import Clock
from commerce_sdk.errors import (
    ClientClosed,
    CommerceError,
    DeadlineExceeded,
    InvalidRequest,
    WrongEventLoop,
)
from commerce_sdk.runtime.call.deadline import Allowance, Deadline
from commerce_sdk.runtime.checks import seconds_or_none
from commerce_sdk.runtime.following.handle import Handle, give_up_if_lasting, look_once
from commerce_sdk.runtime.iteration import BlockTasks, OneAtATime
from commerce_sdk.runtime.retries.backoff import look_interval, next_look
from commerce_sdk.runtime.retries.transient import asked_pause, in_words
from commerce_sdk.value import OfThisProcess

H = TypeVar("H", bound=Handle[Any, Any])


class WaitAll(OfThisProcess, Generic[H]):
    """Yields each handle as it ends; its `result()` then returns or raises at once.

        async with client.things.wait_all(handles, deadline=3600) as done:
            async for handle in done: …

    `deadline` counts from entering the block. `open` are those that have not ended yet. Raises
    `DeadlineExceeded` where time is up before all have; they go on, and their tokens find them
    again.
    """

    _instead = "carry the tokens of those that are open"

    def __init__(self, handles: Iterable[H], deadline: float | None, clock: Clock) -> None:
        seconds_or_none(deadline, "deadline")
        given = [*handles] if isinstance(handles, Iterable) else None
        if given is None or not all(isinstance(handle, Handle) for handle in given):
            raise InvalidRequest(
                "must be handles, as place() and resume() give them", path="handles"
            )
        self._handles = {id(handle): handle for handle in given}
        self._total = len(self._handles)
        self._clock = clock
        self._seconds = deadline
        self._due: list[tuple[float, int, int, H]] = []
        self._turn = itertools.count()
        self._ended: deque[H] = deque()
        self._news = anyio.Event()
        self._stopped: CommerceError | None = None
        self._trouble: CommerceError | None = None
        self._took = 0.0
        self._tasks = BlockTasks()
        self._one_at_a_time = OneAtATime()

    @property
    def open(self) -> list[H]:
        """Those that have not ended yet, as far as is known."""
        return list(self._handles.values())

    async def __aenter__(self) -> Self:
        await self._tasks.__aenter__()
        self._deadline = Deadline(self._seconds, self._clock)
        now = self._clock.monotonic()
        for handle in self.open:
            if handle.ended:
                self._end(handle)
            else:
                self._due.append((now, next(self._turn), 0, handle))
        for _ in range(min(defaults.FOLLOWERS, len(self._due))):
            self._tasks.start_soon(self._follow)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._tasks.__aexit__(kind, error, trace)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> H:
        with self._one_at_a_time:
            self._tasks.check()
            while not self._ended:
                if self._stopped is not None:
                    raise self._stopped.with_traceback(None)  # as often as it is asked for
                if not self._handles:
                    raise StopAsyncIteration
                self._news = anyio.Event()
                await self._news.wait()
            return self._ended.popleft()

    # --- the schedule

    async def _follow(self) -> None:
        """Look at whatever is due first, again and again. Who pushes an entry comes back for the
        next one, so none is left behind when others have gone."""
        while self._due and self._stopped is None:
            wait = self._due[0][0] - self._clock.monotonic()
            if wait > 0:
                await self._clock.sleep(wait)
                continue
            if self._deadline.expired:
                self._stop(self._out_of_time())
                return
            _, _, looks, handle = heapq.heappop(self._due)
            await self._look(handle, looks + 1)

    async def _look(self, handle: H, looks: int) -> None:
        pause = look_interval(looks, defaults.FOLLOW_INTERVAL_CAP)
        began, over = self._clock.monotonic(), False
        try:
            await look_once(handle, looks, Allowance(self._deadline.remaining(), self._clock))
            self._took = self._clock.monotonic() - began
        except (ClientClosed, WrongEventLoop) as error:
            self._stop(error)
            return
        except CommerceError as error:
            over = give_up_if_lasting(handle, error)
            pause = max(pause, asked_pause(error))
            self._trouble = error
        if handle.ended or over:
            self._end(handle)
        else:
            due = self._next(pause)
            heapq.heappush(self._due, (due, next(self._turn), looks, handle))

    def _next(self, pause: float) -> float:
        """When to look again. All that are open want a last look right before the end."""
        left = self._deadline.remaining()
        rounds = math.ceil(len(self._handles) / defaults.FOLLOWERS)
        seconds = next_look(pause, left=left, whole=self._seconds, took=self._took * rounds)
        return self._clock.monotonic() + (seconds if seconds is not None else left or 0.0)

    def _end(self, handle: H) -> None:
        del self._handles[id(handle)]
        self._ended.append(handle)
        self._news.set()

    def _stop(self, error: CommerceError) -> None:
        self._stopped = self._stopped or error
        self._news.set()

    def _out_of_time(self) -> DeadlineExceeded:
        met = f"; the last trouble was: {in_words(self._trouble)}" if self._trouble else ""
        return DeadlineExceeded(
            f"the deadline of {self._seconds} s ended with {len(self._handles)} of "
            f"{self._total} still open; they go on, and their tokens find them again{met}"
        )
