"""Time as a value that is handed in, so that nothing in the SDK or its tests reads it by itself."""

from __future__ import annotations

import time
from typing import Protocol

import anyio


class Clock(Protocol):
    """What the SDK asks of time. Pass your own to run it on a virtual clock."""

    def monotonic(self) -> float:
        """Seconds that only ever grow; deadlines and pauses are measured on it."""
        ...

    def time(self) -> float:
        """Seconds since the epoch, for dates that the server names (`Retry-After`)."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Pause the calling task."""
        ...


class SystemClock:
    """The machine's clock."""

    def monotonic(self) -> float:
        return time.monotonic()

    def time(self) -> float:
        return time.time()

    async def sleep(self, seconds: float) -> None:
        await anyio.sleep(seconds)


SYSTEM_CLOCK = SystemClock()
