"""The shop on the sandbox's engine in virtual time, behind a transport that breaks on demand."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from msgspec import UNSET

from commerce_sdk import RetryPolicy
from commerce_sdk.runtime.retries.policy import DEFAULT_POLICY
from commerce_sdk.sandbox import ManualClock
from commerce_sdk.sandbox.engine import Platform, Server
from tests.shop import ShopClient
from tests.support.shop import shop_client
from tests.support.shop_platform import shop_platform
from tests.support.worlds import BreakingTransport, VirtualClock, draw_from


@dataclass(frozen=True)
class Failing:
    """Lets the next calls fail, whatever they ask for."""

    platform: Platform

    def fail_next(self, status: int, **answer: Any) -> None:
        """Answer the next calls with an error."""
        self.platform.fail_next(None, status, **answer)

    def recover(self) -> None:
        """Forget what was to fail yet."""
        self.platform.recover()


@dataclass
class ShopWorld:
    server: Failing
    clock: ManualClock
    time: VirtualClock
    transport: BreakingTransport
    shop: ShopClient


@asynccontextmanager
async def shop_world(
    *, seed: int = 1, retry: RetryPolicy | None = DEFAULT_POLICY, **settings: Any
) -> AsyncIterator[ShopWorld]:
    """A client, its server and their time; like `world()`, which has Commerce's sandbox."""
    clock, platform = ManualClock(), shop_platform(limits=False)
    time = VirtualClock(clock)
    transport = BreakingTransport(httpx.ASGITransport(app=Server(platform, clock=clock)))
    settings.setdefault("limiter", UNSET)
    shop = shop_client(transport, clock=time, retry=retry, **settings)
    draw_from(shop, seed)
    async with shop:
        yield ShopWorld(Failing(platform), clock, time, transport, shop)
