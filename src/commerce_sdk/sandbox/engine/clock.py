"""The sandbox's time: the machine's, or one that only moves when told to."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol

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

    Raises `ValueError` for a start before 1970 or after the year 9998, in seconds.
    """

    def __init__(self, start: float = 1_750_000_000.0) -> None:
        self._start = self._now = _on_the_calendar(start)

    def time(self) -> float:
        return self._now

    def advance(self, seconds: float) -> None:
        """Move on; never back. Raises `ValueError`, and stays, for what leads beyond the year
        9998."""
        if seconds < 0:
            raise ValueError("time does not run backwards")
        self._now = _on_the_calendar(self._now + seconds)

    def reset(self) -> None:
        """Go back to the start."""
        self._now = self._start


def _on_the_calendar(moment: float) -> float:
    # Written so that no comparison with NaN lets it through.
    if not 0 <= moment < _END:
        raise ValueError(f"a clock shows seconds from 1970 to the end of 9998, not {moment!r}")
    return moment
