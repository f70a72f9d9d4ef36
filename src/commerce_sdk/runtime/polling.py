"""Asking again and again until something is over."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from commerce_sdk.clock import Clock
from commerce_sdk.errors import DeadlineExceeded
from commerce_sdk.runtime.backoff import look_interval
from commerce_sdk.runtime.deadline import Allowance
from commerce_sdk.runtime.iteration import OneAtATime
from commerce_sdk.runtime.settings import seconds_or_none

S = TypeVar("S")


def intervals(fixed: float | None) -> Callable[[int], float]:
    """Seconds to wait after so many looks: `fixed`, or short at first and then longer.

    Raises `InvalidRequest` for an interval that cannot be waited for.
    """
    seconds_or_none(fixed, "poll_interval")
    return look_interval if fixed is None else lambda looks: fixed


class Poller(Generic[S]):
    """Iterates over what `look` shows: the first state, every later one that differs, and the
    last one, after which the iteration ends.

    `look` gets the allowance of the whole iteration. Raises `DeadlineExceeded` when that is used
    up and what `look` raises; the iteration can be gone on with after an error.
    """

    def __init__(
        self,
        *,
        look: Callable[[Allowance], Awaitable[S]],
        is_over: Callable[[S], bool],
        changed: Callable[[S, S], bool],
        allowance: Allowance,
        clock: Clock,
        interval: float | None,
        looked: Callable[[int, S], None],
    ) -> None:
        self._look = look
        self._is_over = is_over
        self._changed = changed
        self._allowance = allowance
        self._clock = clock
        self._interval = intervals(interval)
        self._looked = looked
        self._looks = 0
        self._shown: S | None = None
        self._over = False
        self._one_at_a_time = OneAtATime()

    def __aiter__(self) -> Poller[S]:
        return self

    async def __anext__(self) -> S:
        with self._one_at_a_time:
            if self._over:
                raise StopAsyncIteration
            with self._allowance.running():
                return await self._next()

    async def _next(self) -> S:
        while True:
            if self._looks:
                await self._pause()
            state = await self._look(self._allowance)
            self._looks += 1
            self._over = self._is_over(state)
            self._looked(self._looks, state)
            before, self._shown = self._shown, state
            if self._over or before is None or self._changed(before, state):
                return state

    async def _pause(self) -> None:
        seconds = self._interval(self._looks)
        left = self._allowance.left()
        if left is not None and seconds >= left:
            raise DeadlineExceeded(
                f"the deadline of {self._allowance.seconds} s ended and it was not over yet"
            )
        await self._clock.sleep(seconds)
