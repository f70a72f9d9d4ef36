"""Queues for places, first come first served, in each event loop."""

from __future__ import annotations

import itertools
from bisect import bisect_left, insort
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from operator import attrgetter

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


_NUMBER = attrgetter("number")


class _Waiter:
    """Somebody in a queue. Where it is the first there and stands behind the first of another one,
    it is one of that one's `followers`, who are called when that one leaves."""

    def __init__(self, number: int, queue: _Queue) -> None:
        self.number = number
        self.queue = queue
        self.call = anyio.Event()
        self.behind: _Waiter | None = None
        self.followers: set[_Waiter] = set()


class _Queue:
    """Those who wait for the same keys, as they came. Only the first of them tries."""

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.waiting: OrderedDict[int, _Waiter] = OrderedDict()

    def first(self) -> _Waiter:
        return next(iter(self.waiting.values()))


class Queues:
    """One queue for each set of keys in each event loop.

    Nobody takes a place that somebody who came earlier could take. Who waits for another key too
    holds none meanwhile, and is passed. What it costs to come and to leave does not grow with the
    number of those who wait.
    """

    def __init__(self) -> None:
        self._queues: dict[tuple[object, Keys], _Queue] = {}
        self._firsts: dict[
            tuple[object, Hashable], list[_Waiter]
        ] = {}  # of each queue, as they came
        self._full: dict[tuple[object, Hashable], float] = {}  # until when there is surely no room
        self._numbers = itertools.count()

    def __len__(self) -> int:
        return len(self._queues)

    def are_free(self, keys: Keys) -> bool:
        """Does nobody wait here for any of these?"""
        if self._queues:
            here = anyio.lowlevel.current_token()
            for key in keys:
                if (here, key) in self._firsts:
                    return False
        return True

    async def wait(self, keys: Keys, take: Take, deadline: Deadline, clock: Clock) -> None:
        """Wait until it is one's turn and `take` gives a place under every key. Who is cancelled
        leaves the queue and takes nothing.

        Raises `DeadlineExceeded` as soon as it is certain that no place comes in time.
        """
        here = anyio.lowlevel.current_token()
        waiter = self._enter(here, keys)
        try:
            with anyio.move_on_after(deadline.remaining()):
                while True:
                    while self._is_behind(here, waiter, clock.monotonic()):
                        await waiter.call.wait()
                    if deadline.expired:
                        break  # it woke too late to send anything
                    seconds = await take()
                    if not seconds:
                        return
                    self._note(here, keys, seconds, clock.monotonic())
                    if not deadline.allows(max(seconds)):
                        break
                    await clock.sleep(max(seconds))
        finally:
            self._leave(here, waiter)
        raise deadline.error("waiting for its turn under the rate limit")

    def _enter(self, here: object, keys: Keys) -> _Waiter:
        queue = self._queues.get((here, keys))
        if queue is None:
            queue = self._queues[here, keys] = _Queue(keys)
        waiter = _Waiter(next(self._numbers), queue)
        queue.waiting[waiter.number] = waiter
        if len(queue.waiting) == 1:
            self._step_up(here, waiter)
        return waiter

    def _step_up(self, here: object, waiter: _Waiter) -> None:
        """It is the first of its queue."""
        for key in waiter.queue.keys:
            insort(self._firsts.setdefault((here, key), []), waiter, key=_NUMBER)
        waiter.call.set()

    def _leave(self, here: object, waiter: _Waiter) -> None:
        queue = waiter.queue
        was_first = queue.first() is waiter
        del queue.waiting[waiter.number]
        if waiter.behind is not None:
            waiter.behind.followers.discard(waiter)
        if not was_first:
            return
        for key in queue.keys:
            firsts = self._firsts[here, key]
            del firsts[bisect_left(firsts, waiter.number, key=_NUMBER)]
        if queue.waiting:
            self._step_up(here, queue.first())
        else:
            del self._queues[here, queue.keys]
        for key in queue.keys:
            if not self._firsts[here, key]:
                del self._firsts[here, key]
                self._full.pop((here, key), None)
        for follower in waiter.followers:
            follower.call.set()

    def _is_behind(self, here: object, waiter: _Waiter, now: float) -> bool:
        """Is somebody to try before it? Then it waits to be called."""
        waiter.call = anyio.Event()
        if waiter.queue.first() is not waiter:
            return True
        if waiter.behind is not None:
            waiter.behind.followers.discard(waiter)
        waiter.behind = self._next_before(here, waiter, now)
        if waiter.behind is not None:
            waiter.behind.followers.add(waiter)
        return waiter.behind is not None

    def _next_before(self, here: object, waiter: _Waiter, now: float) -> _Waiter | None:
        # The one right before it, not the very first: then each that leaves calls one other.
        for key in waiter.queue.keys:
            firsts = self._firsts[here, key]
            for place in reversed(range(bisect_left(firsts, waiter.number, key=_NUMBER))):
                if not self._can_be_passed(here, firsts[place].queue, waiter.queue, now):
                    return firsts[place]
        return None

    def _can_be_passed(self, here: object, other: _Queue, queue: _Queue, now: float) -> bool:
        """Does it surely still wait for something else, so that nothing is taken from it?"""
        return any(
            self._full.get((here, key), now) > now for key in other.keys if key not in queue.keys
        )

    def _note(self, here: object, keys: Keys, seconds: tuple[float, ...], now: float) -> None:
        """Somebody found no place, and none for so many seconds of each key. Who waits for less may
        pass those who wait for what is full, as soon as that is known."""
        is_news = False
        for key, wait in zip(keys, seconds, strict=True):
            is_news = is_news or (wait > 0 and self._full.get((here, key), now) <= now)
            self._full[here, key] = now + wait
        for key in keys if is_news else ():
            for first in self._firsts[here, key]:
                first.call.set()
