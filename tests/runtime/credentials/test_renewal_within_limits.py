"""A renewal that counts in the same limits as the calls that wait for it."""

from __future__ import annotations

from typing import Any

import anyio
import httpx
import pytest
from msgspec.structs import replace

from commerce_sdk import LocalLimiter, Session, SessionCache
from commerce_sdk.clock import Clock
from commerce_sdk.document.operation import RateLimit, Request
from tests.codegen.golden.shop.api.access import log_in
from tests.codegen.golden.shop.api.bills import get_bill
from tests.codegen.golden.shop.models import LoginInput
from tests.support.parallel_clock import ParallelClock
from tests.support.shop import BILL, ShopClient, a_bill, shop_client

pytestmark = pytest.mark.anyio

EVERY = 10


class World:
    """A shop whose logins and calls share one bucket of this address, and what reached it."""

    def __init__(self, clock: Clock, limit: int, lifetime: float) -> None:
        self.clock, self.lifetime = clock, lifetime
        self.began = clock.monotonic()
        self.sent: list[tuple[str, float]] = []
        self.window = RateLimit(limit=limit, seconds=EVERY, scope="address", bucket="all")
        self.limiter = LocalLimiter()
        self.auth = SessionCache(self._login, lambda _: self._login())
        self.shop = self._client(self.auth)

    def _client(self, auth: Any) -> ShopClient:
        parts = {"platform": ShopClient.platform, "needs_credential": auth is not None}
        kind = type("ShopClient", (ShopClient,), parts)
        settings = {"limiter": self.limiter, "clock": self.clock, "deadline": None}
        return shop_client(self._answer, kind, auth=auth, **settings)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        who = request.headers.get("authorization", "login").removeprefix("Bearer ")
        self.sent.append((who, self.clock.monotonic() - self.began))
        if who != "login":
            return httpx.Response(200, json=a_bill())
        token = f"t{sum(1 for name, _ in self.sent if name == 'login')}"
        return httpx.Response(200, json={"accessToken": token, "refreshToken": "r"})

    async def _login(self) -> Session:
        body = LoginInput(email="a@b.c", password="sesame-99")
        tokens = await self._ask(self._client(None), log_in.build(body=body))
        return Session(str(tokens.access_token), str(tokens.refresh_token), self.lifetime)

    async def _ask(self, client: ShopClient, request: Request[Any]) -> Any:
        operation = replace(request.operation, rate_limits=(self.window,))
        return await client.core.ask(replace(request, operation=operation))

    async def calls(self, count: int) -> None:
        """So many at once."""
        async with anyio.create_task_group() as tasks:
            for _ in range(count):
                tasks.start_soon(self._ask, self.shop, get_bill.build(bill_id=BILL))


async def test_who_waits_for_a_login_holds_no_place_that_it_needs() -> None:
    async with ParallelClock() as clock:
        world = World(clock, limit=3, lifetime=3600)
        await world.calls(3)
    assert world.sent == [("login", 0), ("t1", 0), ("t1", 0), ("t1", EVERY)]


async def test_a_token_that_ends_in_the_line_is_renewed_without_a_place() -> None:
    async with ParallelClock() as clock:
        world = World(clock, limit=1, lifetime=2.1 * EVERY)
        await world.calls(1)
        await world.calls(1)
    moments = [("login", 0), ("t1", EVERY), ("login", 2 * EVERY), ("t2", 3 * EVERY)]
    assert world.sent == moments


async def test_a_token_of_no_life_is_renewed_once_for_its_call() -> None:
    async with ParallelClock() as clock:
        world = World(clock, limit=1, lifetime=0.5)
        await world.calls(1)
    assert world.sent == [("login", 0), ("t1", EVERY)]
