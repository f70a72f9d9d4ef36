"""An instant after which a write is not to be sent."""

from __future__ import annotations

from datetime import UTC, datetime
from math import inf

from commerce_sdk.errors import CommerceError, TooLate
from commerce_sdk.runtime.call.deadline import Deadline


class Cutoff(Deadline):
    """What the attempts of a write have: its deadline, and no more than is left until `instant`, in
    seconds since the epoch. Looks have the deadline alone.

    What is left is told by the calendar, for the clock that only grows may stand still while a
    process is suspended, and by that clock, for a calendar that is set back gives no time.
    Whichever says that it is later counts.
    """

    cuts_off = True

    def __init__(self, instant: float, deadline: Deadline) -> None:
        super().__init__(deadline.seconds, deadline.clock)
        self.spent: dict[str, float] = deadline.spent
        self._deadline = deadline
        self._instant = instant
        self._ends_at = self._opened + instant - deadline.clock.time()

    def remaining(self) -> float:
        """Seconds left for sending, never below zero."""
        return min(self._left(), self._own())

    def check_instant(self, doing: str, seconds: float = 0.0) -> None:
        """Raises `TooLate` where the instant is over, or will be after so many seconds."""
        left = self._left()
        if left <= seconds and left < self._own():
            raise self.error(doing)

    def error(self, doing: str) -> CommerceError:
        """The error of what ends first."""
        if self._left() >= self._own():
            return self._deadline.error(doing)
        not_after = datetime.fromtimestamp(self._instant, UTC)
        text = not_after.isoformat().replace("+00:00", "Z")
        return TooLate(
            f"it was not to be sent after {text}, which ended it while {doing}", not_after=not_after
        )

    def _left(self) -> float:
        clock = self.clock
        return max(0.0, min(self._instant - clock.time(), self._ends_at - clock.monotonic()))

    def _own(self) -> float:
        own = self._deadline.remaining()
        return inf if own is None else own
