"""The sandbox's storefront, with clients and a clock that belong together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from commerce_sdk import Login, StorefrontClient
from commerce_sdk.sandbox import (
    ManualClock,
    StorefrontUser,
    storefront_platform,
)
from commerce_sdk.sandbox.engine import Server
from commerce_sdk.sandbox.storefront.platform import Storefront
from tests.support.worlds import BreakingTransport, VirtualClock, draw_from

URL = "http://127.0.0.1/storefront"
BOOT = "8c0d7a52-2f0f-4f43-8f0c-6f3d3a1f9a10"
"""What costs 49.99 dollars; there are twelve."""
SHIRT = "1f6a3d08-7c4b-4e29-9b5f-2d8e0c7a6b11"
"""What costs 0.10 dollars; there are a thousand."""
VASE = "5bae794c-b08f-4c6d-9f93-61c240beaf15"
"""What is not for sale."""


def login_of(user: StorefrontUser, **settings: Any) -> Login:
    return Login(user.email, user.password, **settings)


@dataclass
class StorefrontWorld:
    server: Server
    clock: ManualClock
    time: VirtualClock
    transport: BreakingTransport
    stack: AsyncExitStack

    @property
    def behind(self) -> Storefront:
        behaviour: Storefront = self.server.platforms["/storefront"].behaviour
        return behaviour

    def asked(self, operation: str) -> int:
        """How often the server was asked for `POST /auth/login`, say."""
        method, _, path = operation.partition(" ")
        return sum(
            each.method == method and each.url.path == f"/storefront{path}"
            for each in self.transport.requests
        )

    async def client(self, auth: Any, **settings: Any) -> StorefrontClient:
        """Another client of the same server."""
        shop = StorefrontClient(
            base_url=URL, auth=auth, transport=self.transport, clock=self.time, **settings
        )
        draw_from(shop, 1)
        return await self.stack.enter_async_context(shop)


@asynccontextmanager
async def storefront() -> AsyncIterator[StorefrontWorld]:
    """A server, and what its clients share; they are closed with it."""
    clock = ManualClock()
    server = Server({"/storefront": storefront_platform(limits=False)}, clock=clock, seed=1)
    transport = BreakingTransport(httpx.ASGITransport(app=server))
    async with AsyncExitStack() as stack:
        yield StorefrontWorld(server, clock, VirtualClock(clock), transport, stack)
