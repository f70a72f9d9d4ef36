"""The administration and Commerce in one sandbox, a client of each, and what a test asks of them."""

from __future__ import annotations

import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from commerce_sdk import AdminClient, CommerceClient, journeys
from commerce_sdk.clock import Clock
from commerce_sdk.sandbox import (
    ACCOUNTS,
    ORGANIZATION,
    TOKEN,
    ManualClock,
    admin_platform,
    commerce_platform,
)
from commerce_sdk.sandbox.engine import Platform, Server
from tests.support.worlds import BreakingTransport, Fault, VirtualClock, draw_from

PARENT = "1036832a-8660-4293-9178-3a12b19bc67c"
ACCOUNT = ACCOUNTS[0]
APP = "3198373c-f623-445a-be6d-da924f4161d2"
EMAIL = "admin@example.com"
JIRA = journeys.jira(users=100, parent=PARENT)
JSM = journeys.jsm(agents=20, parent=PARENT)
CONFLUENCE = journeys.confluence(users=50, parent=PARENT)
AN_APP = journeys.app(APP, app_key="com.example.app", quantities={"user": 10})
ON_A_NEW_SITE: dict[str, Any] = {
    "products": [JIRA],
    "site": "acme-2",
    "new_site": True,
    "timezone": "Australia/Sydney",
    "admin_email": EMAIL,
}
ON_ACME: dict[str, Any] = {"products": [JSM], "site": "acme", "admin_email": EMAIL}
APP_ON_ACME: dict[str, Any] = {
    "app": AN_APP,
    "site": "acme",
    "product": "jira",
    "admin_email": EMAIL,
}


@dataclass
class Kept:
    """The tokens that a checkpoint was given, the newest last."""

    tokens: list[str] = field(default_factory=list)

    async def __call__(self, token: str) -> None:
        self.tokens.append(token)

    @property
    def stages(self) -> list[str]:
        return [json.loads(token)["journey"]["stage"] for token in self.tokens]

    def at(self, stage: str) -> str:
        """The newest token of a stage."""
        return self.tokens[len(self.stages) - 1 - self.stages[::-1].index(stage)]


class Places(httpx.AsyncBaseTransport):
    """Passes requests on, but for those to a place, such as `POST orders`, that a fault is lined up
    for."""

    def __init__(self, below: httpx.AsyncBaseTransport) -> None:
        self._below = below
        self.faults: defaultdict[str, deque[Fault | None]] = defaultdict(deque)
        self.always: dict[str, Fault] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        place = place_of(request)
        waiting = self.faults[place]
        fault = waiting.popleft() if waiting else self.always.get(place)
        if fault is None:
            return await self._below.handle_async_request(request)
        answer: httpx.Response = await fault(request, self._below)
        return answer


def place_of(request: httpx.Request) -> str:
    """What a request is about, by its method."""
    path = request.url.path
    for part in ("workspaces", "details", "entitlements", "apps", "status", "products", "orders"):
        if f"/{part}" in path:
            return f"{request.method} {part}"
    return f"{request.method} {path}"


@dataclass
class TwoPlatforms:
    server: Server
    manual: ManualClock
    time: Any
    transport: BreakingTransport
    places: Places
    admin: AdminClient
    commerce: CommerceClient
    kept: Kept = field(default_factory=Kept)

    async def begin(self, **changes: Any) -> journeys.Journey:
        """A journey to a new site, but for the changes; its tokens are kept."""
        return await journeys.provision_and_order(
            self.admin, self.commerce, **{"checkpoint": self.kept, **ON_A_NEW_SITE, **changes}
        )

    async def install(self, **changes: Any) -> journeys.Journey:
        """The same of an app on the Jira of acme."""
        return await journeys.install_app(
            self.admin, self.commerce, **{"checkpoint": self.kept, **APP_ON_ACME, **changes}
        )

    async def resume(self, token: str, **changes: Any) -> journeys.Journey:
        return await journeys.resume(
            self.admin, self.commerce, token, **{"checkpoint": self.kept, **changes}
        )

    @property
    def requests(self) -> list[str]:
        """What was sent, by method and what it is about."""
        return [place_of(each) for each in self.transport.requests]

    @property
    def sent(self) -> dict[str, Any]:
        """The body of the newest order."""
        posts = [each for each in self.transport.requests if place_of(each) == "POST orders"]
        body: dict[str, Any] = json.loads(posts[-1].content)
        return body

    @property
    def provisionings(self) -> dict[str, dict[str, Any]]:
        """Every provisioning that the platform took in, by its id."""
        shown: dict[str, dict[str, Any]] = self.organization.behaviour.state()["requests"]
        return shown

    @property
    def orders(self) -> dict[str, dict[str, Any]]:
        """The body of every order that Commerce has, by its id."""
        return {
            order_id: order.body
            for order_id, order in self.sales.behaviour.orders.held.items()
            if order.body.get("metadata")
        }

    @property
    def organization(self) -> Platform:
        """The platform of the administration."""
        return self._platform("admin")

    @property
    def sales(self) -> Platform:
        """Commerce."""
        return self._platform("commerce")

    def _platform(self, part: str) -> Platform:
        return next(
            each for each in self.server.platforms.values() if part in each.document.base_path
        )

    @property
    def order_receipts(self) -> int:
        """How often an order came."""
        return len(self.sales.behaviour.orders.receipts)


@asynccontextmanager
async def two_platforms(**settings: Any) -> AsyncIterator[TwoPlatforms]:
    """Both, on one clock that sleeping moves on."""
    manual = ManualClock()
    server = Server([commerce_platform(limits=False), admin_platform()], clock=manual)
    async with beside(server, manual, **settings) as world:
        yield world


@asynccontextmanager
async def beside(
    server: Server, manual: ManualClock, **settings: Any
) -> AsyncIterator[TwoPlatforms]:
    """Clients of their own to a server that is there, as another process has."""
    time: Clock = settings.pop("clock", None) or VirtualClock(manual)
    places = Places(httpx.ASGITransport(app=server))
    transport = BreakingTransport(places)
    of_admin, of_commerce = settings.pop("admin", {}), settings.pop("commerce", {})
    shared = {"token": TOKEN, "transport": transport, "clock": time, **settings}
    if "auth" in settings:
        del shared["token"]
    admin = AdminClient(
        **{"organization": ORGANIZATION, "base_url": "http://127.0.0.1/admin", **shared, **of_admin}
    )
    commerce = CommerceClient(
        **{
            "transaction_account": ACCOUNT,
            "base_url": "http://127.0.0.1/commerce/api",
            **shared,
            **of_commerce,
        }
    )
    draw_from(admin, 1)
    draw_from(commerce, 1)
    async with admin, commerce:
        yield TwoPlatforms(server, manual, time, transport, places, admin, commerce)


@asynccontextmanager
async def another(world: TwoPlatforms, **settings: Any) -> AsyncIterator[TwoPlatforms]:
    """The same platforms to another process."""
    async with beside(world.server, world.manual, **settings) as other:
        yield other
