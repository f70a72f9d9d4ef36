"""The time in which what was provisioned has to be ordered."""

from __future__ import annotations

import datetime

from commerce_sdk.clock import Clock

MARGIN = 15.0
"""So many seconds before the platform gives up what was provisioned nothing is sent any more: what
is sent takes time to arrive."""


class Window:
    """Open from `sent_at`, before the provisioning was sent, for so many seconds.

    It is told by the clock's date, so that another process can go on with it; and by the seconds
    that this one counts, so that a date that is set back does not make it longer. It closes a
    margin before the platform's own, for an order that is sent takes time to arrive.
    """

    def __init__(self, sent_at: float, seconds: float, clock: Clock) -> None:
        self._clock = clock
        self._ends = sent_at + seconds
        self._closes = self._ends - MARGIN
        gone = max(0.0, clock.time() - sent_at)
        self._closes_here = clock.monotonic() + seconds - MARGIN - gone

    @property
    def left(self) -> float:
        """Seconds in which something may still be sent, never below zero."""
        by_date = self._closes - self._clock.time()
        return max(0.0, min(by_date, self._closes_here - self._clock.monotonic()))

    @property
    def ends(self) -> datetime.datetime:
        """When the platform gives up what was provisioned."""
        return _instant(self._ends)

    @property
    def closes(self) -> datetime.datetime:
        """From when on nothing is sent any more."""
        return min(_instant(self._closes), _instant(self._clock.time() + self.left))


def _instant(seconds: float) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC)
