"""What a limiter is, and the one that keeps limits within a process."""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from commerce_sdk.clock import Clock
from commerce_sdk.document.operation import LimitScope, RateLimit
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.limits.logs import Logs
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
        self._logs = Logs()
        self._queues = Queues()
        self._lock = threading.Lock()  # for clients in threads of their own; never held over a wait
        _LOCKED.add(self)

    async def acquire(self, buckets: Buckets, deadline: Deadline, clock: Clock) -> str:
        """Wait for a place in every bucket, taken at once: who waits holds none. Returns its name.
        Raises `DeadlineExceeded` where none comes free in time."""

        async def take() -> tuple[float, ...]:
            return self._take(buckets, clock)

        keys = tuple(buckets.items())
        if not self._queues.are_free(keys) or self._take(buckets, clock):
            await self._queues.wait(keys, take, deadline, clock)
        return ""

    def _take(self, buckets: Buckets, clock: Clock) -> tuple[float, ...]:
        """Take a place in every bucket, or none: then the seconds that each asks to wait."""
        with self._lock:
            now = clock.monotonic()
            logs, waits = self._logs.of(buckets, now), []
            for log, limits in zip(logs, buckets.values(), strict=True):
                waits.append(log.wait(limits, now))
            if any(waits):
                return tuple(waits)
            for log in logs:
                log.under_way += 1
            return ()

    async def release(self, buckets: Buckets, place: str, clock: Clock, *, sent: bool) -> None:
        """The call is over; one that never left gives its place back."""
        with self._lock:
            now = clock.monotonic()
            for key, log in zip(buckets, self._logs.of(buckets, now), strict=True):
                log.end(now, sent=sent)
                self._logs.used(key, log, now)

    async def pause(self, buckets: Buckets, seconds: float, clock: Clock) -> None:
        """The server asked for a pause: nobody who counts in one of these goes before."""
        with self._lock:
            now = clock.monotonic()
            for log in self._logs.of(buckets, now):
                log.paused_until = max(log.paused_until, now + seconds)

    def forget(self) -> None:
        """Begin anew, as after a test."""
        self._logs = Logs()

    def _go_on_alone(self) -> None:
        self._lock = threading.Lock()
        self._queues = Queues()
        self._logs.go_on_alone()


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
