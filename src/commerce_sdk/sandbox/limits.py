"""The published limits, kept by a server that counts."""

from __future__ import annotations

from collections import deque

from commerce_sdk.sandbox.clock import Clock
from commerce_sdk.sandbox.document import Operation
from commerce_sdk.sandbox.refusal import Refusal


class Limits:
    """Counts the calls of each credential to each operation in sliding windows."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._calls: dict[tuple[str, str], deque[float]] = {}

    def count(self, operation: Operation, credential: str) -> None:
        """Count a call. Raises `Refusal` 429 where it is one too many."""
        now = self._clock.time()
        calls = self._calls.setdefault((credential, operation.id), deque())
        longest = max(seconds for _, seconds in operation.limits)
        while calls and calls[0] <= now - longest:
            calls.popleft()
        for limit, seconds in operation.limits:
            recent = [moment for moment in calls if moment > now - seconds]
            if len(recent) >= limit:
                wait = max(1, -int(-(recent[-limit] + seconds - now) // 1))
                raise Refusal(
                    429,
                    "rate_limit_exceeded",
                    f"More than {limit} calls in {seconds} seconds.",
                    headers={"Retry-After": str(wait)},
                )
        calls.append(now)
