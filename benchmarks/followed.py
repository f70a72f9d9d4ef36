"""Ten thousand orders followed at once in one process, on a virtual clock, inside the limit."""

from __future__ import annotations

import asyncio
import gc
import json
import random
import sys
from collections import deque
from dataclasses import dataclass
from typing import Any

import httpx
from tests.support.parallel_clock import ParallelClock

from benchmarks.decode import resident

LIMIT, SECONDS = 600, 60


@dataclass(frozen=True)
class Followed:
    """What came of it. In a round the limit lets every order be asked for once."""

    orders: int
    megabytes: float
    looks: int
    most_in_a_window: int
    worst_lag_in_rounds: float
    median_lag_in_rounds: float


class _Platform(httpx.AsyncBaseTransport):
    """Answers where an order stands: each ends at a moment of its own."""

    def __init__(self, clock: ParallelClock, ends: dict[str, float]) -> None:
        self._clock = clock
        self._ends = ends
        self._window: deque[float] = deque()
        self.looks = 0
        self.most = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        now = self._clock.monotonic()
        order_id = request.url.path.rsplit("/", 1)[1]
        self.looks += 1
        self._window.append(now)
        while self._window[0] <= now - SECONDS:
            self._window.popleft()
        self.most = max(self.most, len(self._window))
        over = now >= self._ends[order_id]
        answer: dict[str, Any] = {"orderId": order_id, "status": "SUCCESS" if over else "PENDING"}
        if over:
            item = {"itemId": "O1", "processingInfo": {"status": "SUCCESS"}}
            answer["successResult"] = {"orderId": order_id, "items": [item]}
        return httpx.Response(200, content=json.dumps(answer).encode())


async def _run(orders: int) -> Followed:
    from commerce_sdk import CommerceClient, LocalLimiter, OrderHandle

    chance = random.Random(1)
    async with ParallelClock() as clock:
        began = clock.monotonic()
        round_seconds = orders / LIMIT * SECONDS
        ids = [f"{number:08d}-0000-4000-8000-000000000000" for number in range(orders)]
        ends = {each: began + chance.uniform(0, 3 * round_seconds) for each in ids}
        platform = _Platform(clock, ends)
        commerce = CommerceClient(
            token="t",
            transaction_account="a",
            base_url="http://127.0.0.1/api",
            transport=platform,
            limiter=LocalLimiter(),
            clock=clock,
        )
        async with commerce:
            gc.collect()
            idle = resident()
            handles = [
                OrderHandle(commerce._core, order_id=each, account="a", api="v4") for each in ids
            ]
            lags, most = [], 0
            async with commerce.orders.wait_all(handles, deadline=None) as done:
                handles.clear()
                async for handle in done:
                    lags.append((clock.monotonic() - ends[handle.order_id]) / round_seconds)
                    await handle.result()
                    if len(lags) % 100 == 0:
                        most = max(most, resident())
    lags.sort()
    return Followed(
        orders=orders,
        megabytes=(most - idle) / 1e6,
        looks=platform.looks,
        most_in_a_window=platform.most,
        worst_lag_in_rounds=lags[-1],
        median_lag_in_rounds=lags[len(lags) // 2],
    )


def run(orders: int = 10_000) -> Followed:
    return asyncio.run(_run(orders))


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
