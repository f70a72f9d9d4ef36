"""Loops whose own time leaps to the next timer whenever every task waits, so that a time-out is over
when there is nothing left to do before it, and never because the machine is slow. Only for what
stays in memory: they do not wait for sockets or threads."""

from __future__ import annotations

import asyncio
import selectors
from typing import Any

import anyio
from trio.testing import MockClock

EPOCH = 1_750_000_000.0


class _Leaps(selectors.DefaultSelector):
    """Reports what is ready; where nothing is, the time that was to be waited has passed."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(None if timeout is None else 0)
        if not ready and timeout is not None:
            self.now += max(0.0, timeout)
        return ready


class LeapingLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._leaps = _Leaps()
        super().__init__(self._leaps)

    def time(self) -> float:
        return self._leaps.now


class LoopClock:
    """The SDK's clock on its loop's own time."""

    def monotonic(self) -> float:
        return anyio.current_time()

    def time(self) -> float:
        return EPOCH + anyio.current_time()

    async def sleep(self, seconds: float) -> None:
        await anyio.sleep(seconds)


Backend = tuple[str, dict[str, Any]]


def leaping(backend: str) -> Backend:
    """What the marker `leaps` runs a test on, instead of the usual loop of that name."""
    if backend == "trio":
        return backend, {"clock": MockClock(autojump_threshold=0)}
    return backend, {"loop_factory": LeapingLoop}
