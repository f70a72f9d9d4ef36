"""The time in which what was provisioned has to be ordered."""

from __future__ import annotations

import datetime

from commerce_sdk.clock import Clock

MARGIN = 15.0
"""So many seconds before the platform gives up what was provisioned nothing is sent any more: what
is sent takes time to arrive."""

TELLING = 5.0
"""So many seconds before that nothing is looked for any more either, so that whoever waits is told
before it is too late."""


class Window:
    """Open from `sent_at`, before the provisioning was sent, for so many seconds.

    It is told by the clock's date, so that another process can go on with it; and by the seconds
    that this one counts, so that a date that is set back does not make it longer. It closes a
    margin before the platform's own, for an order that is sent takes time to arrive.
    """

    def __init__(self, sent_at: float, seconds: float, clock: Clock) -> None:
        self._clock = clock
        self._ends = sent_at + seconds
        gone = max(0.0, clock.time() - sent_at)
        if sent_at - clock.time() > MARGIN:
            gone = seconds  # the clocks of two machines disagree: nobody knows how much is left
        self._ends_here = clock.monotonic() + seconds - gone

    @property
    def left(self) -> float:
        """Seconds in which something may still be sent, never below zero."""
        return self._until(MARGIN)

    @property
    def left_to_look(self) -> float:
        """Seconds in which what was sent may still be looked for, so that its sender is told in
        time."""
        return self._until(TELLING)

    @property
    def ends(self) -> datetime.datetime:
        """When the platform gives up what was provisioned."""
        return instant(self._ends)

    @property
    def closes(self) -> datetime.datetime:
        """From when on nothing is sent any more."""
        return min(instant(self._ends - MARGIN), instant(self._clock.time() + self.left))

    def left_of(self, deadline: float | None) -> float:
        """A deadline that ends with the time to send."""
        return self.left if deadline is None else min(deadline, self.left)

    def in_time(self, deadline: float | None) -> float | None:
        """A deadline that ends with the time to look; once that is over, the whole one."""
        left = self.left_to_look
        return min(deadline or left, left) if left else deadline

    def _until(self, before: float) -> float:
        by_date = self._ends - self._clock.time()
        return max(0.0, min(by_date, self._ends_here - self._clock.monotonic()) - before)


def instant(seconds: float) -> datetime.datetime:
    """Seconds since the epoch as a date in UTC."""
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC)
