"""Billing cycles: calendar months that are counted from an anchor. Instants are in milliseconds."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Period:
    """From an instant to another one."""

    start: int
    end: int

    def left_from(self, moment: int) -> Fraction:
        """Which part of it is left at an instant within it."""
        return Fraction(self.end - moment, self.end - self.start)


def cycle(anchor: int, number: int) -> Period:
    """The cycle of a number, 0 being the one that begins at the anchor."""
    return Period(_months_after(anchor, number), _months_after(anchor, number + 1))


def milliseconds(seconds: float) -> int:
    """The clock's time as the wire writes it."""
    return int(seconds * 1000)


def _months_after(anchor: int, count: int) -> int:
    # Always counted from the anchor: what begins on the 31st comes back to it after February.
    seconds, rest = divmod(anchor, 1000)
    begun = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
    year, month = divmod(begun.year * 12 + begun.month - 1 + count, 12)
    day = min(begun.day, calendar.monthrange(year, month + 1)[1])
    later = begun.replace(year=year, month=month + 1, day=day)
    return int(later.timestamp()) * 1000 + rest
