"""The shop, served out of nothing in virtual time, behind a transport that breaks on demand."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from msgspec import UNSET

from commerce_sdk import RetryPolicy
from commerce_sdk.runtime.retries.policy import DEFAULT_POLICY
from commerce_sdk.sandbox import ManualClock
from tests.shop import ShopClient
from tests.support.shop import a_bill, shop_client
from tests.support.worlds import BreakingTransport, VirtualClock, draw_from


@dataclass
class Counter:
    """Serves bills, and the rest with nothing; fails when it is told to."""

    failures: deque[httpx.Response] = field(default_factory=deque)

    def fail_next(
        self, status: int, *, headers: Mapping[str, str] | None = None, times: int = 1
    ) -> None:
        """Answer the next requests with an error."""
        self.failures.extend(httpx.Response(status, headers=headers) for _ in range(times))

    def recover(self) -> None:
        """Forget what was to fail yet."""
        self.failures.clear()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if self.failures:
            return self.failures.popleft()
        match request.method, request.url.path.removeprefix("/api/v1/").split("/"):
            case "GET", ["bills"]:
                return httpx.Response(200, json={"data": [a_bill()]})
            case "GET", ["bills", bill_id]:
                return httpx.Response(200, json=a_bill(bill_id))
            case "POST", ["bills"]:
                return httpx.Response(201, json=a_bill(json.loads(request.content)["id"]))
            case "GET", ["stands"]:
                return httpx.Response(200, json={"racks": 3})
        return httpx.Response(204)


@dataclass
class ShopWorld:
    server: Counter
    clock: ManualClock
    time: VirtualClock
    transport: BreakingTransport
    shop: ShopClient


@asynccontextmanager
async def shop_world(
    *, seed: int = 1, retry: RetryPolicy | None = DEFAULT_POLICY, **settings: Any
) -> AsyncIterator[ShopWorld]:
    """A client, its server and their time; like `world()`, which has Commerce's sandbox."""
    clock, server = ManualClock(), Counter()
    time = VirtualClock(clock)
    transport = BreakingTransport(httpx.MockTransport(server))
    settings.setdefault("limiter", UNSET)
    shop = shop_client(transport, clock=time, retry=retry, **settings)
    draw_from(shop, seed)
    async with shop:
        yield ShopWorld(server, clock, time, transport, shop)
