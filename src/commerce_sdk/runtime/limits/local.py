"""What a limiter is, and the one that keeps limits within a process."""

from __future__ import annotations

import os
import threading
import weakref
from collections import deque
from collections.abc import Mapping
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

_LEAST = 64
"""Keys that are kept without looking whether they are still needed."""


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
    back as each length of a window looks that a caller came with.

    A call can reach the server at any moment until its answer is there, so it counts from its
    start until a window after its end; then no window of the server's ever sees too many.
    """

    def __init__(self) -> None:
        self._ended: dict[int, deque[float]] = {}
        self.under_way = 0
        self.paused_until = 0.0

    def wait(self, limits: tuple[RateLimit, ...], now: float) -> float:
        """0 where there is a place, or the seconds after which to try again."""
        wait = max(0.0, self.paused_until - now)
        for limit in limits:
            ended = self._ended.get(limit.seconds)
            if ended is None:  # as of a client of another tier: it begins with what is known
                ended = deque(max(self._ended.values(), key=len, default=()))
                self._ended[limit.seconds] = ended
            _forget(ended, now - limit.seconds)
            too_many = self.under_way + len(ended) - limit.limit + 1
            if too_many > len(ended):
                wait = max(wait, defaults.LIMIT_RECHECK)
            elif too_many > 0:
                wait = max(wait, ended[too_many - 1] + limit.seconds - now)
        return wait

    def end(self, now: float, *, sent: bool) -> None:
        self.under_way -= 1
        for seconds, ended in self._ended.items() if sent else ():
            ended.append(now)
            if ended[0] <= now - seconds:
                _forget(ended, now - seconds)

    def is_spent(self, now: float) -> bool:
        """Would a new one let go just as many?"""
        for seconds, ended in self._ended.items():
            _forget(ended, now - seconds)
        return not self.under_way and self.paused_until <= now and not any(self._ended.values())


def _forget(ended: deque[float], until: float) -> None:
    while ended and ended[0] <= until:
        ended.popleft()


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
        self._logs: dict[str, _Log] = {}
        self._most = _LEAST
        self._queues = Queues()
        self._lock = threading.Lock()  # for clients in threads of their own; never held over a wait
        _LOCKED.add(self)

    async def acquire(self, buckets: Buckets, deadline: Deadline, clock: Clock) -> str:
        """Wait for a place in every bucket, taken at once: who waits holds none. Returns its name.
        Raises `DeadlineExceeded` where none comes free in time."""

        async def take() -> tuple[float, ...]:
            return self.take(buckets, clock)

        keys = tuple(buckets.items())
        if not self._queues.are_free(keys) or self.take(buckets, clock):
            await self._queues.wait(keys, take, deadline, clock)
        return ""

    def take(self, buckets: Buckets, clock: Clock, *, anyway: bool = False) -> tuple[float, ...]:
        """Take a place in every bucket, or none: then the seconds that each asks to wait. `anyway`:
        also one that is not free, for a call that somebody else let go."""
        with self._lock:
            now = clock.monotonic()
            logs, waits = self._logs_of(buckets, now), []
            for log, limits in zip(logs, buckets.values(), strict=True):
                waits.append(log.wait(limits, now))
            if any(waits) and not anyway:
                return tuple(waits)
            for log in logs:
                log.under_way += 1
            return ()

    def _logs_of(self, buckets: Buckets, now: float) -> list[_Log]:
        if len(self._logs) >= self._most:
            # Credentials come and go; each time as many are new, the old ones may be done.
            self._logs = {k: log for k, log in self._logs.items() if not log.is_spent(now)}
            self._most = max(_LEAST, 2 * len(self._logs))
        logs = []
        for key in buckets:
            if key not in self._logs:
                self._logs[key] = _Log()
            logs.append(self._logs[key])
        return logs

    async def release(self, buckets: Buckets, place: str, clock: Clock, *, sent: bool) -> None:
        """The call is over; one that never left gives its place back."""
        with self._lock:
            now = clock.monotonic()
            for log in self._logs_of(buckets, now):
                log.end(now, sent=sent)

    async def pause(self, buckets: Buckets, seconds: float, clock: Clock) -> None:
        """The server asked for a pause: nobody who counts in one of these goes before."""
        with self._lock:
            now = clock.monotonic()
            for log in self._logs_of(buckets, now):
                log.paused_until = max(log.paused_until, now + seconds)

    def forget(self) -> None:
        """Begin anew, as after a test."""
        self._logs.clear()

    def _go_on_alone(self) -> None:
        self._lock = threading.Lock()
        self._queues = Queues()
        for log in self._logs.values():
            log.under_way = 0


_LOCKED: weakref.WeakSet[LocalLimiter] = weakref.WeakSet()


def _go_on_in_child() -> None:
    # A lock that another thread held would never come free, nor the places of calls that it had
    # under way: those threads are not there any more.
    for limiter in list(_LOCKED):
        limiter._go_on_alone()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_go_on_in_child)

SHARED = LocalLimiter()
"""What the clients of a process share where they are given nothing else."""
