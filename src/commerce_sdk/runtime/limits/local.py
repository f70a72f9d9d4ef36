"""What a limiter is, the places that it gives, and the one that keeps limits within a process."""

from __future__ import annotations

import os
import threading
import weakref
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping
from math import inf
from typing import Protocol, runtime_checkable

from commerce_sdk import defaults
from commerce_sdk.clock import Clock
from commerce_sdk.document.operation import LimitScope, RateLimit
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.limits.queue import Queues
from commerce_sdk.value import OfThisProcess

Buckets = Mapping[str, tuple[RateLimit, ...]]
"""What a call counts in: each bucket's windows, by a key that tells whose calls it counts."""


def known_scope(scope: LimitScope | None) -> LimitScope | None:
    """The scope, or `InvalidRequest`."""
    if scope not in ("credential", "account", "address", None):
        what = "must be 'credential', 'account' or 'address', or None"
        raise InvalidRequest(what, path="scope")
    return scope


@runtime_checkable
class Limiter(Protocol):
    """Lets calls go as fast as their limits allow. `scope` says whose calls count together (None:
    as the document says); `crosses_processes`, whether those of other processes do."""

    @property
    def scope(self) -> LimitScope | None:
        """Whose calls count together; None: as the document says."""
        ...

    @property
    def crosses_processes(self) -> bool:
        """Do the calls of other processes count, too?"""
        ...

    async def acquire(self, buckets: Buckets, deadline: Deadline, clock: Clock) -> str:
        """Wait for a place in every bucket, taken at once: who waits holds none. Returns its name.
        Raises `DeadlineExceeded` where none comes free in time."""
        ...

    async def release(self, buckets: Buckets, place: str, clock: Clock, *, sent: bool) -> None:
        """The call is over; one that never left gives its place back. Not to be interrupted."""
        ...

    async def pause(self, buckets: Buckets, seconds: float, clock: Clock) -> None:
        """The server asked for a pause: nobody who counts in one of these goes before."""
        ...


class _Log:
    """The calls of one key, as plain data: how many are under way, and when others ended, as far
    back as the longest window looks that a caller came with.

    A call can reach the server at any moment until its answer is there, so it counts from its
    start until a window after its end; then no window of the server's ever sees too many.
    """

    __slots__ = ("ended", "line", "looks_back", "paused_until", "under_way", "used_at")

    def __init__(self) -> None:
        self.ended: list[float] = []
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
        wait, ended = max(0.0, self.paused_until - now), self.ended
        over = bisect_right(ended, now - self.looks_back)
        # Moving the others up costs as much as they are many, so it waits until they are few.
        if over > len(ended) // 2:
            del ended[:over]
        for limit in limits:
            first = bisect_right(ended, now - limit.seconds)
            counted = len(ended) - first
            too_many = self.under_way + counted - limit.limit + 1
            if too_many > counted:
                wait = max(wait, defaults.LIMIT_RECHECK)
            elif too_many > 0:
                wait = max(wait, ended[first + too_many - 1] + limit.seconds - now)
        return wait

    def is_spent(self, now: float) -> bool:
        """Would a new one let go just as many?"""
        if self.under_way or self.paused_until > now:
            return False
        return not self.ended or self.ended[-1] <= now - self.looks_back


class _Logs:
    """The logs of all keys. One that says nothing any more is forgotten when the next call comes,
    whosever that is.

    Each stands in a line with those that look back as far, by their last use. So the first of a
    line is the first to be forgotten, and no call looks at others than those.
    """

    def __init__(self) -> None:
        self._logs: dict[str, _Log] = {}
        self._lines: dict[int, OrderedDict[str, _Log]] = {}
        self._next = inf

    def __iter__(self) -> Iterator[_Log]:
        return iter(self._logs.values())

    def of(self, keys: Iterable[str], now: float) -> list[_Log]:
        """The logs of these keys, new ones where there are none."""
        if self._next <= now:
            self._forget(now)
        found = []
        for key in keys:
            log = self._logs.get(key)
            if log is None:
                log = self._logs[key] = _Log()
                self._line_up(key, log, now)
            found.append(log)
        return found

    def used(self, key: str, log: _Log, now: float, *, sent: bool = False) -> None:
        """Remember it for as long as it looks back from now; forget it at once where nothing was
        `sent` and nothing else counts."""
        line = self._lines[log.line]
        if not sent and log.is_spent(now):
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

    def _line_up(self, key: str, log: _Log, now: float) -> None:
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


class Places:
    """Taken and given back by clients, which may live in threads of their own."""

    def __init__(self) -> None:
        self._logs = _Logs()
        self._lock = threading.Lock()  # under which the clock is read, too: moments only grow
        _KEPT.add(self)

    def take(self, buckets: Buckets, clock: Clock, *, anyway: bool = False) -> tuple[float, ...]:
        """Take a place in every bucket, or none: then the seconds that each asks to wait. `anyway`:
        also one that is not free, for a call that somebody else let go."""
        with self._lock:
            now = clock.monotonic()
            logs, waits = self._logs.of(buckets, now), []
            for log, limits in zip(logs, buckets.values(), strict=True):
                waits.append(log.wait(limits, now))
            if any(waits) and not anyway:
                return tuple(waits)
            for log in logs:
                log.under_way += 1
            return ()

    def end(self, keys: Collection[str], clock: Clock, *, sent: bool) -> None:
        """A call is over; one that never left gives its place back."""
        with self._lock:
            now = clock.monotonic()
            for key, log in zip(keys, self._logs.of(keys, now), strict=True):
                log.under_way -= 1
                if sent:
                    log.ended.append(now)
                self._logs.used(key, log, now, sent=sent)

    def pause(self, keys: Iterable[str], seconds: float, clock: Clock) -> None:
        """Nobody who counts in one of these goes before."""
        with self._lock:
            now = clock.monotonic()
            for log in self._logs.of(keys, now):
                log.paused_until = max(log.paused_until, now + seconds)

    def forget(self) -> None:
        """Begin anew."""
        self._logs = _Logs()

    def _go_on_alone(self) -> None:
        """In a forked child, where a lock that another thread held would never come free, nor the
        places of calls that it had under way: those threads are not there any more."""
        self._lock = threading.Lock()
        self._logs.go_on_alone()


class LocalLimiter(OfThisProcess):
    """Keeps the limits of all clients that are given it, within one process.

    What was let go is plain data; waiting is in line, first come first served, in each event loop.
    A caller who is cancelled while waiting takes no place.

    Args:
        scope: Whose calls count together: those of one `credential`, of one `account`, or all that
            leave this `address` for a server; left out, as the platform's document says.
    """

    crosses_processes = False

    def __init__(self, scope: LimitScope | None = None) -> None:
        self.scope: LimitScope | None = known_scope(scope)
        self._places = Places()
        self._queues = Queues()
        _KEPT.add(self)

    async def acquire(self, buckets: Buckets, deadline: Deadline, clock: Clock) -> str:
        """Wait for a place in every bucket, taken at once: who waits holds none. Returns its name.
        Raises `DeadlineExceeded` where none comes free in time."""

        async def take() -> tuple[float, ...]:
            return self._places.take(buckets, clock)

        keys = tuple(buckets.items())
        if not self._queues.are_free(keys) or self._places.take(buckets, clock):
            await self._queues.wait(keys, take, deadline, clock)
        return ""

    async def release(self, buckets: Buckets, place: str, clock: Clock, *, sent: bool) -> None:
        """The call is over; one that never left gives its place back."""
        self._places.end(buckets, clock, sent=sent)

    async def pause(self, buckets: Buckets, seconds: float, clock: Clock) -> None:
        """The server asked for a pause: nobody who counts in one of these goes before."""
        self._places.pause(buckets, seconds, clock)

    def forget(self) -> None:
        """Begin anew, as after a test."""
        self._places.forget()

    def _go_on_alone(self) -> None:
        self._queues = Queues()  # those who waited are the parent's


_KEPT: weakref.WeakSet[Places | LocalLimiter] = weakref.WeakSet()
"""What goes on alone in a forked child."""


def _go_on_in_child() -> None:
    for each in list(_KEPT):
        each._go_on_alone()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_go_on_in_child)

SHARED = LocalLimiter()
"""What the clients of a process share where they are given nothing else."""
