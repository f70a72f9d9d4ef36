"""What a process may let go by itself, while it cannot ask what the others did."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from commerce_sdk import defaults
from commerce_sdk.clock import Clock
from commerce_sdk.document.operation import RateLimit
from commerce_sdk.runtime.limits.local import Buckets, Places
from commerce_sdk.runtime.limits.redis.availability import Availability
from commerce_sdk.runtime.limits.redis.scripts import Keys
from commerce_sdk.value import Value

_KEPT = 1024
"""Buckets of which is known what Redis said last."""


class Heard(Value, frozen=True):
    """What Redis said last of a bucket."""

    at: float
    left: int
    """Places that were free."""
    born: int
    """When it began to count."""


class Share:
    """Counts what this process lets go, with Redis or without it, for the time without it.

    Without it a process keeps one part in `processes` of each limit. Through the first window it
    lets go no more than it had let go in the one before, and its part of what was left then: so
    much together as all had, where Redis was still giving places right before. Where nobody said
    how many processes there are, that is all that it may.
    """

    def __init__(self, processes: int | None) -> None:
        self._processes = processes
        self._places = Places()
        self._let_go: Mapping[tuple[str, int], int] = {}
        self.heard: dict[str, Heard] = {}

    def hear(self, key: str, heard: Heard) -> None:
        self.heard.pop(key, None)
        self.heard[key] = heard
        if len(self.heard) > _KEPT:
            del self.heard[next(iter(self.heard))]

    def begin(self, let_go: Mapping[tuple[str, int], int]) -> None:
        """Redis is lost, after so many of this process in each bucket's window of a length."""
        self._let_go = let_go

    def take(self, limits: Buckets, clock: Clock) -> tuple[float, ...]:
        """Take a place of its own, or none: then the seconds after which to try again, no longer
        than until Redis may be back."""
        if any(each.limit < 1 for windows in limits.values() for each in windows):
            return (defaults.LIMITER_AWAY,) * len(limits)
        waits = self._places.take(limits, clock)
        return tuple(min(each, defaults.LIMITER_AWAY) for each in waits)

    def count(self, buckets: Buckets, clock: Clock) -> None:
        """Redis let one go."""
        self._places.take(buckets, clock, anyway=True)

    def release(self, buckets: Buckets, clock: Clock, *, sent: bool) -> None:
        self._places.end(buckets, clock, sent=sent)

    def pause(self, buckets: Buckets, seconds: float, clock: Clock) -> None:
        self._places.pause(buckets, seconds, clock)

    def limits(self, keys: Keys, state: Availability, now: float) -> Buckets | None:
        """What it may let go of by itself; None where it is Redis alone that says it."""
        windows = [each for _, limits in keys for each in limits]
        if not any(state.is_unsure(each.seconds, now) for each in windows):
            return None
        return {
            key: tuple(self._limit(key, each, state, now) for each in limits)
            for key, limits in keys
        }

    def _limit(self, key: str, window: RateLimit, state: Availability, now: float) -> RateLimit:
        most = window.limit
        if self._processes is not None and state.settles(window.seconds, now):
            most = max(1, most // self._processes)
        if state.is_fresh(window.seconds, now):
            heard, since = self.heard.get(key), state.lost - window.seconds - defaults.LIMIT_LEASE
            left = heard.left if heard is not None and heard.at > since else window.limit
            own = left // self._processes if self._processes else 0
            most = min(most, self._let_go.get((key, window.seconds), 0) + own)
        return replace(window, limit=most)
