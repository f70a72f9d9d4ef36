"""The administration and Commerce in one sandbox, a client of each, and what a test asks of them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from commerce_sdk import AdminClient, CommerceClient
from commerce_sdk.clock import Clock
from commerce_sdk.sandbox import (
    ACCOUNTS,
    ORGANIZATION,
    TOKEN,
    ManualClock,
    admin_platform,
    commerce_platform,
)
from commerce_sdk.sandbox.engine import Server
from tests.support.worlds import BreakingTransport, VirtualClock, draw_from

PARENT = "1036832a-8660-4293-9178-3a12b19bc67c"
ACCOUNT = ACCOUNTS[0]
APP = "3198373c-f623-445a-be6d-da924f4161d2"
EMAIL = "admin@example.com"


@dataclass
class Kept:
    """The tokens that a checkpoint was given, the newest last."""

    tokens: list[str] = field(default_factory=list)

    async def __call__(self, token: str) -> None:
        self.tokens.append(token)

    @property
    def stages(self) -> list[str]:
        return [json.loads(token)["journey"]["stage"] for token in self.tokens]


@dataclass
class TwoPlatforms:
    server: Server
    manual: ManualClock
    time: Clock
    transport: BreakingTransport
    admin: AdminClient
    commerce: CommerceClient
    kept: Kept = field(default_factory=Kept)

    @property
    def requests(self) -> list[str]:
        """What was sent, by method and what it is about."""
        return [f"{each.method} {_short(each.url.path)}" for each in self.transport.requests]

    @property
    def provisionings(self) -> dict[str, dict[str, Any]]:
        """Every provisioning that the platform took in, by its id."""
        platform = next(
            each for each in self.server.platforms.values() if "admin" in each.document.base_path
        )
        shown: dict[str, dict[str, Any]] = platform.behaviour.state()["requests"]
        return shown

    @property
    def orders(self) -> dict[str, dict[str, Any]]:
        """The body of every order that Commerce has, by its id."""
        return {
            order_id: order.body
            for order_id, order in self._commerce.orders.held.items()
            if order.body.get("metadata")
        }

    @property
    def _commerce(self) -> Any:
        return next(
            each.behaviour
            for each in self.server.platforms.values()
            if "commerce" in each.document.base_path
        )

    @property
    def order_receipts(self) -> int:
        """How often an order came."""
        return len(self._commerce.orders.receipts)


def _short(path: str) -> str:
    for part in ("workspaces", "apps", "status", "products", "details", "orders", "entitlements"):
        if f"/{part}" in path:
            return part
    return path


@asynccontextmanager
async def two_platforms(**settings: Any) -> AsyncIterator[TwoPlatforms]:
    """Both, on one clock that sleeping moves on."""
    manual = ManualClock()
    server = Server([commerce_platform(limits=False), admin_platform()], clock=manual)
    time = settings.pop("clock", None) or VirtualClock(manual)
    transport = BreakingTransport(httpx.ASGITransport(app=server))
    shared = {"token": TOKEN, "transport": transport, "clock": time, **settings}
    admin = AdminClient(organization=ORGANIZATION, base_url="http://127.0.0.1/admin", **shared)
    commerce = CommerceClient(
        transaction_account=ACCOUNT, base_url="http://127.0.0.1/commerce/api", **shared
    )
    draw_from(admin, 1)
    draw_from(commerce, 1)
    async with admin, commerce:
        yield TwoPlatforms(server, manual, time, transport, admin, commerce)
