"""A storefront on a clock of its own, and those who call it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from commerce_sdk.sandbox import (
    STOREFRONT_ADMIN,
    STOREFRONT_CUSTOMER,
    STOREFRONT_OTHER_CUSTOMER,
    ManualClock,
    StorefrontUser,
    storefront_platform,
)
from commerce_sdk.sandbox.engine import Platform, Server
from commerce_sdk.sandbox.storefront.platform import Storefront

URL = "http://127.0.0.1:1/storefront"
BOOT = "8c0d7a52-2f0f-4f43-8f0c-6f3d3a1f9a10"
"""What costs 49.99 dollars; there are twelve."""
SHIRT = "1f6a3d08-7c4b-4e29-9b5f-2d8e0c7a6b11"
"""What costs 0.10 dollars; there are a thousand."""
RADIO = "3d8c5b2a-9e6d-4a4b-9d71-4fa02e9c8d13"
"""What costs 1200 yen; there are seven."""
NOWHERE = "00000000-0000-4000-8000-000000000001"
"""The id of nothing."""
NEW = {
    "sku": "CUP-1",
    "name": "Tea cup",
    "price": 3.5,
    "currency": "USD",
    "stock": 2,
    "category": "home",
}


@dataclass
class Here:
    platform: Platform
    clock: ManualClock
    anybody: httpx.AsyncClient
    admin: httpx.AsyncClient
    jane: httpx.AsyncClient
    john: httpx.AsyncClient

    @property
    def shop(self) -> Storefront:
        behaviour: Storefront = self.platform.behaviour
        return behaviour

    async def log_in(
        self, user: StorefrontUser = STOREFRONT_CUSTOMER, **settings: Any
    ) -> dict[str, Any]:
        body = {"email": user.email, "password": user.password, **settings}
        answer = await self.anybody.post("/auth/login", json=body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def refresh(self, token: str) -> httpx.Response:
        return await self.anybody.post("/auth/refresh", json={"refreshToken": token})

    async def status_with(self, access: str) -> int:
        """What a call with an access token is answered."""
        return (await self.anybody.get("/orders", headers=bearer(access))).status_code

    async def add(self, **fields: Any) -> dict[str, Any]:
        """A product that the administrator adds."""
        answer = await self.admin.post("/products", json={**NEW, **fields})
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    async def order(self, *items: tuple[str, int], **fields: Any) -> httpx.Response:
        """What Jane's order is answered."""
        return await self.jane.post("/orders", json=an_order(*items, **fields))

    async def placed(self, *items: tuple[str, int], **fields: Any) -> dict[str, Any]:
        answer = await self.order(*(items or [(BOOT, 2)]), **fields)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    async def take_to(self, order: str, *statuses: str) -> httpx.Response:
        """Where the administrator takes an order; gives the last answer."""
        for status in statuses:
            body = {"status": status, "reason": "because"}
            answer = await self.admin.patch(f"/orders/{order}/status", json=body)
        return answer

    async def stock(self, product: str) -> int:
        return int((await self.admin.get(f"/products/{product}")).json()["stock"])


def an_order(*items: tuple[str, int], **fields: Any) -> dict[str, Any]:
    listed = [{"productId": product, "quantity": quantity} for product, quantity in items]
    return {"customerId": STOREFRONT_CUSTOMER.id, "items": listed, **fields}


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def problems(answer: httpx.Response) -> list[tuple[str, str]]:
    """The fields that a refusal names, and the code of each."""
    return [(each["field"], each["code"]) for each in answer.json()["details"]]


def asking(server: Server, **settings: Any) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=server), base_url=URL, **settings)


@asynccontextmanager
async def storefront(*, seed: int = 0, **settings: Any) -> AsyncIterator[Here]:
    clock = ManualClock()
    platform = storefront_platform(**{"limits": False, **settings})
    server = Server({"/storefront": platform}, clock=clock, seed=seed)
    async with (
        asking(server) as anybody,
        asking(server) as admin,
        asking(server) as jane,
        asking(server) as john,
    ):
        here = Here(platform, clock, anybody, admin, jane, john)
        callers = (STOREFRONT_ADMIN, admin), (STOREFRONT_CUSTOMER, jane)
        for user, client in (*callers, (STOREFRONT_OTHER_CUSTOMER, john)):
            client.headers.update(bearer((await here.log_in(user))["accessToken"]))
        yield here
