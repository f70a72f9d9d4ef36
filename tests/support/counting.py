"""A server that keeps a limit by itself, for clients that are to keep it first."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from commerce_sdk import LocalLimiter, RetryPolicy
from commerce_sdk.clock import Clock
from commerce_sdk.sandbox import ManualClock
from tests.support.parallel_clock import ParallelClock
from tests.support.shop import ShopClient, shop_client
from tests.support.worlds import BreakingTransport, VirtualClock

READS = 10
"""So many a second, as the shop's document says of `get_bill`."""


class Counting:
    """Answers so many requests to an address within so many seconds, whoever they come from, and
    refuses what comes above."""

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


@dataclass
class World:
    clock: VirtualClock | ParallelClock
    server: Counting
    transport: BreakingTransport
    settings: dict[str, Any]
    shop: ShopClient

    def another(self, **settings: Any) -> ShopClient:
        """A client of the same server, whose limiter is the same."""
        return shop_client(self.server, **self.settings | settings)


@asynccontextmanager
async def world(
    clock: VirtualClock | ParallelClock | None = None, limits: int = READS, **settings: Any
) -> AsyncIterator[World]:
    """A server that keeps the limit of a read by itself, and a client of it that has a limiter."""
    clock = clock or VirtualClock(ManualClock())
    server = Counting(clock, limits, 1)
    transport = BreakingTransport(httpx.MockTransport(server))
    settings = {
        "transport": transport,
        "clock": clock,
        "limiter": LocalLimiter(),
        "retry": RetryPolicy(),
    } | settings
    async with shop_client(server, **settings) as shop:
        yield World(clock, server, transport, settings, shop)
