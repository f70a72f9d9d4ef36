"""Asking again and again until something is over."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from commerce_sdk import defaults
from commerce_sdk.clock import Clock
from commerce_sdk.errors import CommerceError, DeadlineExceeded
from commerce_sdk.runtime.call.deadline import Allowance
from commerce_sdk.runtime.checks import seconds_or_none
from commerce_sdk.runtime.iteration import OneAtATime
from commerce_sdk.runtime.retries.backoff import look_interval, next_look
from commerce_sdk.runtime.retries.transient import asked_pause, in_words

S = TypeVar("S")


def intervals(
    fixed: float | None, cap: float = defaults.POLL_INTERVAL_CAP
) -> Callable[[int], float]:
    """Seconds to wait after so many looks: `fixed`, or short at first and then longer, up to `cap`.

    Raises `InvalidRequest` for an interval that cannot be waited for.
    """
    seconds_or_none(fixed, "poll_interval")
    return (lambda looks: look_interval(looks, cap)) if fixed is None else lambda looks: fixed


class Poller(Generic[S]):
    """Iterates over what `look` shows: the first state, every later one that differs, and the
    last one, after which the iteration ends.

    `look` gets the allowance of the whole iteration. What it raises and `is_passing` lets pass is
    got over; without an allowance, for as long as it takes. Raises `DeadlineExceeded` when the
    allowance is used up, right after a last look, and what else `look` raises; the iteration can be
    gone on with after an error.
    """

    def __init__(
        self,
        *,
        look: Callable[[Allowance], Awaitable[S]],
        is_passing: Callable[[CommerceError], bool],
        is_over: Callable[[S], bool],
        changed: Callable[[S, S], bool],
        allowance: Allowance,
        clock: Clock,
        interval: float | None,
        looked: Callable[[int, S], None],
        interval_cap: float = defaults.POLL_INTERVAL_CAP,
    ) -> None:
        self._look = look
        self._is_passing = is_passing
        self._is_over = is_over
        self._changed = changed
        self._allowance = allowance
        self._clock = clock
        self._interval = intervals(interval, interval_cap)
        self._looked = looked
        self._looks = 0
        self._took = 0.0
        self._trouble: CommerceError | None = None
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
            self._looks += 1
            began = self._clock.monotonic()
            try:
                state = await self._look(self._allowance)
                self._took = self._clock.monotonic() - began
            except CommerceError as error:
                out_of_time = isinstance(error, DeadlineExceeded) and self._allowance.left() == 0.0
                if not self._is_passing(error) or (out_of_time and self._trouble is None):
                    raise
                # What looks before it met says more than that the last one was cut.
                self._trouble = self._trouble if out_of_time else error
                continue
            self._trouble = None
            self._over = self._is_over(state)
            self._looked(self._looks, state)
            before, self._shown = self._shown, state
            if self._over or before is None or self._changed(before, state):
                return state

    async def _pause(self) -> None:
        wanted = self._interval(self._looks)
        if self._trouble is not None:
            wanted = max(wanted, asked_pause(self._trouble))
        left = self._allowance.left()
        seconds = next_look(wanted, left=left, whole=self._allowance.seconds, took=self._took)
        await self._clock.sleep(seconds if seconds is not None else left or 0.0)
        if seconds is None or self._allowance.left() == 0.0:
            raise self._ended()

    def _ended(self) -> DeadlineExceeded:
        trouble = self._trouble
        text = f"the deadline of {self._allowance.seconds} s ended and it was not over yet"
        ended = DeadlineExceeded(f"{text}; it goes on, so wait again")
        if trouble is not None:
            ended = DeadlineExceeded(
                f"{text}; it goes on, so wait again; the last look met: {in_words(trouble)}",
                spent=trouble.spent if isinstance(trouble, DeadlineExceeded) else None,
            )
            ended.operation, ended.attempts = trouble.operation, trouble.attempts
            ended.__cause__ = trouble
        return ended
