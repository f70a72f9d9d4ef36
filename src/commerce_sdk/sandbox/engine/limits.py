"""The published limits, kept by a server that counts."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from commerce_sdk.sandbox.engine.clock import Clock
from commerce_sdk.sandbox.engine.operation import Operation
from commerce_sdk.sandbox.engine.refusal import Refusal


class Limits:
    """Counts the calls in each bucket in sliding windows."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._calls: dict[tuple[str, str], deque[float]] = {}

    def count(self, operation: Operation, who: Mapping[str, str]) -> None:
        """Count a call; `who` makes it, by the scope of limits. Raises `Refusal` 429 where it is
        one too many; that counts nowhere."""
        now = self._clock.time()
        counted = {}
        for window in operation.limits:
            key = (window.bucket, f"{window.scope} {who[window.scope]}")
            calls = counted[key] = self._calls.setdefault(key, deque())
            recent = [moment for moment in calls if moment > now - window.seconds]
            if len(recent) >= window.limit:
                wait = max(1, -int(-(recent[-window.limit] + window.seconds - now) // 1))
                raise Refusal(
                    429,
                    "rate_limit_exceeded",
                    f"More than {window.limit} calls in {window.seconds} seconds.",
                    headers={"Retry-After": str(wait)},
                )
        for (bucket, _), calls in counted.items():
            longest = max(each.seconds for each in operation.limits if each.bucket == bucket)
            while calls and calls[0] <= now - longest:
                calls.popleft()
            calls.append(now)
