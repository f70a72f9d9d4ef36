"""The sandbox's Commerce Layer, with clients and a clock that belong together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from commerce_sdk import CommerceLayerClient
from commerce_sdk.sandbox import (
    COMMERCE_LAYER_CLIENT_ID,
    COMMERCE_LAYER_CLIENT_SECRET,
    ManualClock,
    commerce_layer_platform,
)
from commerce_sdk.sandbox.commerce_layer.platform import TOKEN_ORIGIN, CommerceLayer
from commerce_sdk.sandbox.commerce_layer.tokens import Tokens
from commerce_sdk.sandbox.engine.server import Server
from tests.support.worlds import BreakingTransport, VirtualClock, draw_from

URL = "http://127.0.0.1/commerce-layer/api"
TOKEN_URL = f"https://{TOKEN_ORIGIN}/oauth/token"
MEDIA_TYPE = "application/vnd.api+json"


@dataclass
class LayerWorld:
    server: Server
    clock: ManualClock
    time: VirtualClock
    transport: BreakingTransport
    stack: AsyncExitStack

    @property
    def behind(self) -> CommerceLayer:
        behaviour: CommerceLayer = self.server.platforms["/commerce-layer"].behaviour
        return behaviour

    @property
    def tokens(self) -> Tokens:
        tokens: Tokens = self.server.platforms["/commerce-layer"].origins[TOKEN_ORIGIN].behaviour
        return tokens

    @property
    def asked(self) -> list[str]:
        """What the API was asked for, as `GET /roles`."""
        base = httpx.URL(URL)
        return [
            f"{each.method} {each.url.path.removeprefix(base.path)}"
            for each in self.transport.requests
            if each.url.host == base.host
        ]

    @property
    def token_calls(self) -> int:
        return sum(str(each.url) == TOKEN_URL for each in self.transport.requests)

    async def client(self, **settings: Any) -> CommerceLayerClient:
        """Another client of the same server."""
        if not settings.keys() & {"auth", "token", "client_id"}:
            settings["client_id"] = COMMERCE_LAYER_CLIENT_ID
            settings["client_secret"] = COMMERCE_LAYER_CLIENT_SECRET
            settings["token_url"] = TOKEN_URL
        settings.setdefault("clock", self.time)
        layer = CommerceLayerClient(base_url=URL, transport=self.transport, **settings)
        draw_from(layer, 1)
        return await self.stack.enter_async_context(layer)


@asynccontextmanager
async def commerce_layer(**settings: Any) -> AsyncIterator[LayerWorld]:
    """A server, and what its clients share; they are closed with it."""
    clock = ManualClock()
    platform = commerce_layer_platform(**{"limits": False, **settings})
    server = Server({"/commerce-layer": platform}, clock=clock, seed=1)
    transport = BreakingTransport(httpx.ASGITransport(app=server))
    async with AsyncExitStack() as stack:
        yield LayerWorld(server, clock, VirtualClock(clock), transport, stack)
