"""The sandbox's time: the machine's, or one that only moves when told to."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol

from anyio.lowlevel import checkpoint

_END = datetime(9999, 1, 1, tzinfo=UTC).timestamp()


class Clock(Protocol):
    """Seconds since the epoch."""

    def time(self) -> float: ...


class SystemClock:
    """The machine's clock."""

    def time(self) -> float:
        return time.time()


class ManualClock:
    """Stands still until `advance` moves it; `reset` takes it back to its start.

    It can be the clock of a client, too, whose sleeping then moves it on, at once.

    Raises `ValueError` for a start before 1970 or after the year 9998, in seconds.
    """

    def __init__(self, start: float = 1_750_000_000.0) -> None:
        self._start = self._now = _on_the_calendar(start)
        self._gone = 0.0

    def time(self) -> float:
        return self._now

    def monotonic(self) -> float:
        """Seconds that it has moved on in all; a reset takes none of them back."""
        return self._gone

    async def sleep(self, seconds: float) -> None:
        """Move on, and let other tasks run. The sleeps of several tasks add up."""
        self.advance(max(seconds, 0.0))
        await checkpoint()

    def advance(self, seconds: float) -> None:
        """Move on; never back. Raises `ValueError`, and stays, for what leads beyond the year
        9998."""
        if seconds < 0:
            raise ValueError("time does not run backwards")
        self._now = _on_the_calendar(self._now + seconds)
        self._gone += seconds

    def reset(self) -> None:
        """Go back to the start."""
        self._now = self._start


def _on_the_calendar(moment: float) -> float:
    # Written so that no comparison with NaN lets it through.
    if not 0 <= moment < _END:
        raise ValueError(f"a clock shows seconds from 1970 to the end of 9998, not {moment!r}")
    return moment
