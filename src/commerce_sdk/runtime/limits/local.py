"""What a limiter is, and the one that keeps limits within a process."""

from __future__ import annotations

import os
import weakref
from collections.abc import Mapping
from typing import Protocol, runtime_checkable

from commerce_sdk.clock import Clock
from commerce_sdk.document.operation import LimitScope, RateLimit
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.limits.places import Places
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
        self._places = Places()
        self._queues = Queues()
        _QUEUING.add(self)

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


_QUEUING: weakref.WeakSet[LocalLimiter] = weakref.WeakSet()


def _go_on_in_child() -> None:
    for limiter in list(_QUEUING):
        limiter._queues = Queues()  # those who waited are the parent's


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_go_on_in_child)

SHARED = LocalLimiter()
"""What the clients of a process share where they are given nothing else."""
