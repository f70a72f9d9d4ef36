"""The published limits, kept by a server that counts."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat

from commerce_sdk.sandbox.engine.clock import Clock
from commerce_sdk.sandbox.engine.operation import Operation, Window
from commerce_sdk.sandbox.engine.refusal import Refusal


@dataclass(frozen=True)
class Standing:
    """How one window stands: of `limit` calls in so many `seconds`, `remaining` are left. At
    `reset`, in seconds since the epoch, the oldest that counts leaves it."""

    limit: int
    seconds: int
    remaining: int
    reset: float


LimitHeaders = Callable[[Sequence[Standing]], Mapping[str, str]]
"""What answers say of the windows of their operation, which come as the document lists them."""


def no_headers(standings: Sequence[Standing]) -> Mapping[str, str]:
    """Nothing."""
    return {}


class Limits:
    """Counts the calls in each bucket in sliding windows: in those of a tier, and of all."""

    def __init__(
        self,
        clock: Clock,
        operations: Iterable[Operation],
        headers: LimitHeaders = no_headers,
        tier: str | None = None,
        *,
        refused_count: bool = False,
    ) -> None:
        self._clock = clock
        self._headers = headers
        self._windows = {
            each.id: [window for window in each.limits if window.tier in (None, tier)]
            for each in operations
        }
        self._refused_count = refused_count
        self._longest: dict[str, int] = {}
        for window in (each for windows in self._windows.values() for each in windows):
            longest = max(window.seconds, self._longest.get(window.bucket, 0))
            self._longest[window.bucket] = longest
        self._calls: dict[tuple[str, str], deque[float]] = {}

    def count(self, operation: Operation, who: Mapping[str, str]) -> Mapping[str, str]:
        """Count a call; `who` makes it, by the scope of limits, as far as that is known. Gives the
        headers for its answer. Raises `Refusal` 429, with those, where it is one too many; that
        counts nowhere, unless refused calls count: then nobody can say when the next one is let
        in, so the answer does not."""
        windows = [each for each in self._windows[operation.id] if each.scope in who]
        if not windows:
            return {}
        now = self._clock.time()
        counted = [self._calls_of(window, who) for window in windows]
        standings = list(map(_standing, windows, counted, repeat(now)))
        full = next((each for each in standings if not each.remaining), None)
        if full is None or self._refused_count:
            self._add(windows, counted, now)
        if full is not None:
            wait = max(1, math.ceil(full.reset - now))
            promised = {} if self._refused_count else {"Retry-After": str(wait)}
            raise Refusal(
                429,
                "rate_limit_exceeded",
                f"More than {full.limit} calls in {full.seconds} seconds.",
                headers={**promised, **self._headers(standings)},
            )
        return self._headers(list(map(_standing, windows, counted, repeat(now))))

    def _add(self, windows: Sequence[Window], counted: Sequence[deque[float]], now: float) -> None:
        for window, calls in zip(windows, counted, strict=True):
            while calls and calls[0] <= now - self._longest[window.bucket]:
                calls.popleft()
        # Two windows of one bucket count the same calls.
        for calls in {id(calls): calls for calls in counted}.values():
            calls.append(now)

    def _calls_of(self, window: Window, who: Mapping[str, str]) -> deque[float]:
        key = (window.bucket, f"{window.scope} {who[window.scope]}")
        return self._calls.setdefault(key, deque())


def _standing(window: Window, calls: Sequence[float], now: float) -> Standing:
    recent = [moment for moment in calls if moment > now - window.seconds]
    oldest = recent[-window.limit :][0] if recent else now
    left = max(0, window.limit - len(recent))
    return Standing(window.limit, window.seconds, left, oldest + window.seconds)
