"""Queues for places, first come first served, in each event loop."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Awaitable, Callable, Hashable

import anyio
import anyio.lowlevel

from commerce_sdk.clock import Clock
from commerce_sdk.runtime.call.deadline import Deadline

Keys = tuple[Hashable, ...]
"""What somebody waits for: buckets, each with the windows that its calls are held to. Who is held
to others of the same bucket waits for something else."""

Take = Callable[[], Awaitable[tuple[float, ...]]]
"""Takes a place under every key, and returns nothing; or takes none, and returns for each key the
seconds after which to try again, 0 where there is room."""


class _Waiter:
    """Somebody in a queue."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.call = anyio.Event()


class _Queue:
    """Those who wait for the same keys. Only the first of them tries."""

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.waiting: deque[_Waiter] = deque()


class Queues:
    """One queue for each set of keys in each event loop.

    Nobody takes a place that somebody who came earlier could take. Who waits for another key too
    holds none meanwhile, and is passed.
    """

    def __init__(self) -> None:
        self._queues: dict[tuple[object, Hashable], list[_Queue]] = {}
        self._full: dict[tuple[object, Hashable], float] = {}  # until when there is surely no room
        self._numbers = itertools.count()

    def __len__(self) -> int:
        return len(self._queues)

    def are_free(self, keys: Keys) -> bool:
        """Does nobody wait here for any of these?"""
        if self._queues:
            here = anyio.lowlevel.current_token()
            for key in keys:
                if (here, key) in self._queues:
                    return False
        return True

    async def wait(self, keys: Keys, take: Take, deadline: Deadline, clock: Clock) -> None:
        """Wait until it is one's turn and `take` gives a place under every key. Who is cancelled
        leaves the queue and takes nothing.

        Raises `DeadlineExceeded` as soon as it is certain that no place comes in time.
        """
        here = anyio.lowlevel.current_token()
        queue = self._queue(here, keys)
        waiter = _Waiter(next(self._numbers))
        queue.waiting.append(waiter)
        try:
            with anyio.move_on_after(deadline.remaining()):
                while True:
                    while self._is_behind(here, waiter, queue, clock.monotonic()):
                        waiter.call = anyio.Event()
                        await waiter.call.wait()
                    if deadline.expired:
                        break  # it woke too late to send anything
                    seconds = await take()
                    if not seconds:
                        return
                    now = clock.monotonic()
                    for key, wait in zip(keys, seconds, strict=True):
                        self._full[here, key] = now + wait
                    self._call(here, keys)
                    if not deadline.allows(max(seconds)):
                        break
                    await clock.sleep(max(seconds))
        finally:
            queue.waiting.remove(waiter)
            if not queue.waiting:
                self._close(here, queue)
            self._call(here, keys)
        raise deadline.error("waiting for its turn under the rate limit")

    def _queue(self, here: object, keys: Keys) -> _Queue:
        for queue in self._queues.get((here, keys[0]), ()):
            if queue.keys == keys:
                return queue
        queue = _Queue(keys)
        for key in keys:
            self._queues.setdefault((here, key), []).append(queue)
        return queue

    def _close(self, here: object, queue: _Queue) -> None:
        for key in queue.keys:
            self._queues[here, key].remove(queue)
            if not self._queues[here, key]:
                del self._queues[here, key]
                self._full.pop((here, key), None)

    def _is_behind(self, here: object, waiter: _Waiter, queue: _Queue, now: float) -> bool:
        """Is somebody to try before it?"""
        if queue.waiting[0] is not waiter:
            return True
        for key in queue.keys:
            for other in self._queues[here, key]:
                is_older = other.waiting[0].number < waiter.number
                if is_older and not self._can_be_passed(here, other, queue, now):
                    return True
        return False

    def _can_be_passed(self, here: object, other: _Queue, queue: _Queue, now: float) -> bool:
        """Does it surely still wait for something else, so that nothing is taken from it?"""
        return any(
            self._full.get((here, key), now) > now for key in other.keys if key not in queue.keys
        )

    def _call(self, here: object, keys: Keys) -> None:
        """Let the first of each queue see whether it is their turn."""
        for key in keys:
            for queue in self._queues.get((here, key), ()):
                queue.waiting[0].call.set()
