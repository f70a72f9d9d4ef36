"""What a limiter remembers: the calls of each key, for as long as they count."""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from math import inf

from commerce_sdk import defaults
from commerce_sdk.document.operation import RateLimit


class Log:
    """The calls of one key, as plain data: how many are under way, and when others ended, as far
    back as the longest window looks that a caller came with.

    A call can reach the server at any moment until its answer is there, so it counts from its
    start until a window after its end; then no window of the server's ever sees too many.
    """

    __slots__ = ("_ended", "line", "looks_back", "paused_until", "under_way", "used_at")

    def __init__(self) -> None:
        self._ended: list[float] = []
        self.looks_back = 1  # second at the least, as each window is
        self.under_way = 0
        self.paused_until = 0.0
        self.line = 0
        self.used_at = 0.0

    def wait(self, limits: tuple[RateLimit, ...], now: float) -> float:
        """0 where there is a place, or the seconds after which to try again."""
        for limit in limits:
            if limit.seconds > self.looks_back:
                self.looks_back = limit.seconds
        self._forget(now)
        wait, ended = max(0.0, self.paused_until - now), self._ended
        for limit in limits:
            first = bisect_right(ended, now - limit.seconds)
            counted = len(ended) - first
            too_many = self.under_way + counted - limit.limit + 1
            if too_many > counted:
                wait = max(wait, defaults.LIMIT_RECHECK)
            elif too_many > 0:
                wait = max(wait, ended[first + too_many - 1] + limit.seconds - now)
        return wait

    def end(self, now: float, *, sent: bool) -> None:
        """A call is over; where nothing was sent, it never counted."""
        self.under_way -= 1
        if sent:
            self._ended.append(now)
            self._forget(now)

    def is_spent(self, now: float) -> bool:
        """Would a new one let go just as many?"""
        if self.under_way or self.paused_until > now:
            return False
        return not self._ended or self._ended[-1] <= now - self.looks_back

    def _forget(self, now: float) -> None:
        over = bisect_right(self._ended, now - self.looks_back)
        # Moving the others up costs as much as they are many, so it waits until they are few.
        if over > len(self._ended) // 2:
            del self._ended[:over]


class Logs:
    """The logs of all keys. One that says nothing any more is forgotten when the next call comes,
    whosever that is.

    Each stands in a line with those that look back as far, in the order of their last use. So the
    first of a line is the first to be forgotten, and no call looks at others than those.
    """

    def __init__(self) -> None:
        self._logs: dict[str, Log] = {}
        self._lines: dict[int, OrderedDict[str, Log]] = {}
        self._next = inf

    def __iter__(self) -> Iterator[Log]:
        return iter(self._logs.values())

    def of(self, keys: Iterable[str], now: float) -> list[Log]:
        """The logs of these keys, new ones where there are none."""
        if self._next <= now:
            self._forget(now)
        found = []
        for key in keys:
            log = self._logs.get(key)
            if log is None:
                log = self._logs[key] = Log()
                self._line_up(key, log, now)
            found.append(log)
        return found

    def used(self, key: str, log: Log, now: float) -> None:
        """Remember it for as long as it looks back from now, or forget it at once."""
        line = self._lines[log.line]
        if log.is_spent(now):
            del self._logs[key], line[key]
        elif log.line == log.looks_back:
            log.used_at = now
            line.move_to_end(key)
        else:
            del line[key]
            self._line_up(key, log, now)

    def go_on_alone(self) -> None:
        """In a forked child: no call is under way, and what another thread was at is made whole."""
        self._lines.clear()
        for key, log in sorted(self._logs.items(), key=lambda entry: entry[1].used_at):
            log.under_way = 0
            self._line_up(key, log, log.used_at)

    def _line_up(self, key: str, log: Log, now: float) -> None:
        log.used_at, log.line = now, log.looks_back
        self._lines.setdefault(log.line, OrderedDict())[key] = log
        self._next = min(self._next, now + log.line)

    def _forget(self, now: float) -> None:
        self._next = inf
        for length, line in tuple(self._lines.items()):
            while line:
                key = next(iter(line))
                log = line[key]
                if log.used_at > now - length:
                    self._next = min(self._next, log.used_at + length)
                    break
                self.used(key, log, now)
