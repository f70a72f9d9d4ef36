"""The administration and Commerce in one world, asked over HTTP without the SDK."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx

from commerce_sdk.sandbox import (
    ACCOUNTS,
    ORGANIZATION,
    TOKEN,
    ManualClock,
    admin_platform,
    commerce_platform,
)
from commerce_sdk.sandbox.admin.platform import Admin
from commerce_sdk.sandbox.commerce.platform import Commerce
from commerce_sdk.sandbox.engine import Platform, Server
from tests.conftest import ROOT

ORIGIN = "http://127.0.0.1:1"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
SAMPLES = ROOT / "tests" / "data" / "samples"
WINDOW = 600
"""Seconds in which an order has to follow, as the document says."""
CONFLUENCE = "39605741-b92f-4763-8229-7bba2d16433c"


def sample(name: str) -> dict[str, Any]:
    """A published payload."""
    return dict(json.loads((SAMPLES / f"{name}.json").read_text(encoding="utf-8")))


def products(*offerings: str, site: str = "acme-2", **parameters: str) -> dict[str, Any]:
    """What products are asked for with."""
    return {
        "offerings": [{"id": each} for each in offerings or (CONFLUENCE,)],
        "parameters": {"adminEmail": "admin@example.com", "name": site, **parameters},
    }


@dataclass
class Here:
    admin_platform: Platform
    commerce_platform: Platform
    clock: ManualClock
    client: httpx.AsyncClient

    @property
    def admin(self) -> Admin:
        behaviour: Admin = self.admin_platform.behaviour
        return behaviour

    @property
    def commerce(self) -> Commerce:
        behaviour: Commerce = self.commerce_platform.behaviour
        return behaviour

    async def call(self, method: str, path: str, **sent: Any) -> httpx.Response:
        """What the administration answers; `path` is of the organization."""
        version, _, rest = path.partition("/orgs/")
        return await self.client.request(
            method, f"/admin{version}/orgs/{ORGANIZATION}/{rest}", **sent
        )

    async def provision(self, body: Mapping[str, Any]) -> str:
        """Asks for products; gives the id of the provisioning."""
        answer = await self.call("POST", "/installations/v2/orgs/products", json=body)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["data"]["statusUrl"]).rpartition("/")[2]

    async def provision_app(self, product: str, body: Mapping[str, Any]) -> httpx.Response:
        path = f"/installations/v2/orgs/products/{quote(product, safe='')}/apps"
        return await self.call("POST", path, json=body)

    async def status(self, request_id: str) -> str:
        path = f"/installations/v2/orgs/products/status/{request_id}"
        answer = await self.call("GET", path)
        assert answer.status_code == 200, answer.text
        assert answer.json()["data"]["requestId"] == request_id
        return str(answer.json()["data"]["status"])

    async def entitlements(self, product: str) -> httpx.Response:
        path = f"/installations/v2/orgs/products/{quote(product, safe='')}/entitlements"
        return await self.call("GET", path)

    async def search(self, body: Mapping[str, Any]) -> httpx.Response:
        return await self.call("POST", "/v2/orgs/workspaces", json=body)

    async def named(self, name: str) -> list[dict[str, Any]]:
        """The workspaces of sites of a name."""
        query = {"field": {"name": "attributes.name", "values": [name]}}
        answer = await self.search({"query": query})
        assert answer.status_code == 200, answer.text
        return list(answer.json()["data"])

    async def order(self, body: Mapping[str, Any], *, api: str = "v2") -> httpx.Response:
        return await self.client.post(f"/commerce/api/{api}/orders", json=body)

    async def order_for(self, request_id: str | None, name: str, *, api: str = "v2") -> str:
        """Places the order of a sample for a provisioning; gives its id."""
        body = sample(f"order-create-request.{name}")
        number = len(self.commerce.orders.held) + 1
        body["orderId"] = f"{number:08d}-0000-4000-8000-000000000001"
        body["transactionAccountId"] = ACCOUNTS[0]
        body["metadata"] = {"provisionRequestId": request_id} if request_id else {}
        answer = await self.order(body, api=api)
        assert answer.is_success, answer.text
        return str(body["orderId"])

    async def item_statuses(self, order_id: str) -> set[str]:
        answer = await self.client.get(
            f"/commerce/api/v2/orders/{order_id}", headers={"X-transaction-account": ACCOUNTS[0]}
        )
        return {each["processingInfo"]["status"] for each in answer.json()["items"]}

    async def order_status(self, order_id: str) -> dict[str, Any]:
        answer = await self.client.get(
            f"/commerce/api/v4/orders/{order_id}", headers={"X-transaction-account": ACCOUNTS[0]}
        )
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def details(self, entitlement: str) -> dict[str, Any]:
        path = f"/commerce/api/v2/entitlements/{entitlement}/details"
        answer = await self.client.get(path)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


@asynccontextmanager
async def beside(*, seed: int = 0, first: str = "commerce", **settings: Any) -> AsyncIterator[Here]:
    clock = ManualClock()
    commerce, admin = commerce_platform(limits=False), admin_platform(**settings)
    order = [commerce, admin] if first == "commerce" else [admin, commerce]
    server = Server(order, clock=clock, seed=seed)
    transport = httpx.ASGITransport(app=server)
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=BEARER) as client:
        yield Here(admin, commerce, clock, client)
