"""A clock that is faster than the day, and the time that it has shown since something began."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

from examples.demo.screen import say

PACE = 200.0


class FastClock:
    """One clock for the sandbox and the SDK, on which ten minutes pass in three seconds."""

    def __init__(self) -> None:
        self._began, self._real = time.time(), time.monotonic()

    def monotonic(self) -> float:
        return (time.monotonic() - self._real) * PACE

    def time(self) -> float:
        return self._began + self.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds / PACE)


@dataclass
class Stopwatch:
    """Tells the time since something began."""

    clock: FastClock
    began: float = 0.0

    def start(self) -> None:
        self.began = self.clock.time()

    def say(self, text: str, colour: str | None = None, at: float | None = None) -> None:
        """Print a text behind the time of now, or of another instant."""
        seconds = int((self.clock.time() if at is None else at) - self.began)
        say(text, colour, first=f"   {seconds // 60:>2}:{seconds % 60:02}  ")
