"""A server that keeps a limit by itself, for clients that are to keep it first."""

from __future__ import annotations

from collections import defaultdict, deque

import httpx

from commerce_sdk.clock import Clock


class Counting:
    """Answers so many requests to an address within so many seconds, whoever they come from, and
    refuses what comes above; `seconds` of 0 refuses none."""

    def __init__(self, clock: Clock, limit: int, seconds: float) -> None:
        self._clock = clock
        self._limit = limit
        self._seconds = seconds
        self._moments: defaultdict[str, list[float]] = defaultdict(list)
        self.planned: deque[httpx.Response] = deque()
        """What the next ones are answered instead."""

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if self.planned:
            return self.planned.popleft()
        now, moments = self._clock.monotonic(), self._moments[f"{request.method} {request.url}"]
        if sum(1 for moment in moments if moment > now - self._seconds) >= self._limit:
            return httpx.Response(429)
        moments.append(now)
        return httpx.Response(200, json={"id": request.url.path.rpartition("/")[2], "total": 1})
