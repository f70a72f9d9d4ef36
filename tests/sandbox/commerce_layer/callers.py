"""Commerce Layer Provisioning on a clock of its own, and who calls it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from commerce_sdk.sandbox import (
    COMMERCE_LAYER_CLIENT_ID,
    COMMERCE_LAYER_CLIENT_SECRET,
    ManualClock,
    commerce_layer_platform,
)
from commerce_sdk.sandbox.commerce_layer.platform import TOKEN_ORIGIN, CommerceLayer
from commerce_sdk.sandbox.engine import Platform, Server

API = "http://127.0.0.1:1/commerce-layer/api"
AUTH = f"https://{TOKEN_ORIGIN}/oauth/token"
KIND = "application/vnd.api+json"
NEW: Mapping[str, dict[str, Any]] = {
    "api_credentials": {"name": "My app", "kind": "integration"},
    "application_memberships": {"filters": {"market_id_in": [1]}},
    "identity_providers": {
        "name": "Okta",
        "client_id": "idp",
        "client_secret": "idp-secret",
        "issuer": "https://idp.example.com",
        "domains": "example.com,example.org",
        **{
            f"{name}_url": f"https://idp.example.com/{name}"
            for name in ("token", "authorize", "jwks")
        },
    },
    "memberships": {"user_email": "new@example.com"},
    "membership_profiles": {"name": "Support", "access_scope": "live_access"},
    "organizations": {"name": "Second brand"},
    "permissions": {
        "subject": "coupons",
        **{f"can_{name}": True for name in ("create", "read", "update", "destroy")},
    },
    "roles": {"name": "Editor"},
}
"""Attributes that a new resource of each type can have."""
LINKS: Mapping[str, tuple[str, ...]] = {
    "api_credentials": ("organization",),
    "application_memberships": ("organization", "role", "api_credential"),
    "memberships": ("organization", "role"),
    "membership_profiles": ("organization",),
    "permissions": ("role",),
    "roles": ("organization",),
}
"""What it has to belong to."""


def link(to: str, id: str | list[str] | None) -> dict[str, Any]:
    """A relationship as requests give it."""
    if isinstance(id, list):
        return {"data": [{"type": to, "id": each} for each in id]}
    return {"data": id and {"type": to, "id": id}}


@dataclass
class Here:
    platform: Platform
    server: Server
    clock: ManualClock
    api: httpx.AsyncClient

    @property
    def behaviour(self) -> CommerceLayer:
        behaviour: CommerceLayer = self.platform.behaviour
        return behaviour

    @property
    def auth(self) -> Platform:
        """The host that gives tokens."""
        return self.platform.origins[TOKEN_ORIGIN]

    async def ask_token(self, **changes: Any) -> httpx.Response:
        body = {
            "grant_type": "client_credentials",
            "client_id": COMMERCE_LAYER_CLIENT_ID,
            "client_secret": COMMERCE_LAYER_CLIENT_SECRET,
        }
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=self.server)) as client:
            return await client.post(AUTH, json=body | changes)

    async def log_in(self) -> str:
        token = str((await self.ask_token()).json()["access_token"])
        self.api.headers["Authorization"] = f"Bearer {token}"
        return token

    async def later(self, seconds: float) -> None:
        """Let time pass, with a token that is still good then."""
        self.clock.advance(seconds)
        await self.log_in()

    async def get(self, path: str, **query: Any) -> dict[str, Any]:
        """The document at a path; names of the query may be `page_number` and the like."""
        answer = await self.api.get(path, params=query)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def asked(self, path: str, query: str) -> httpx.Response:
        return await self.api.get(f"{path}?{query}")

    async def ids(self, path: str, query: str = "") -> list[str]:
        answer = await self.asked(path, query)
        assert answer.status_code == 200, answer.text
        return [each["id"] for each in answer.json()["data"]]

    async def first(self, type: str, query: str = "") -> str:
        """The id of the first of a type."""
        return (await self.ids(f"/{type}", query))[0]

    async def create(
        self, type: str, attributes: Any = None, query: str = "", **links: Any
    ) -> httpx.Response:
        """What a new resource is answered; what it has to belong to, is there already."""
        needed = {
            name: link(f"{name}s", await self.first(f"{name}s")) for name in LINKS.get(type, ())
        }
        data = {
            "type": type,
            "attributes": NEW[type] | (attributes or {}),
            **({"relationships": needed | links} if needed or links else {}),
        }
        return await self.send("POST", f"/{type}{query}", {"data": data})

    async def created(self, type: str, attributes: Any = None, **links: Any) -> str:
        answer = await self.create(type, attributes, **links)
        assert answer.status_code == 201, answer.text
        return str(answer.json()["data"]["id"])

    async def update(
        self, type: str, id: str, attributes: Any = None, query: str = "", **links: Any
    ) -> httpx.Response:
        data: dict[str, Any] = {"type": type, "id": id}
        data |= {"attributes": attributes} if attributes is not None else {}
        data |= {"relationships": links} if links else {}
        return await self.send("PATCH", f"/{type}/{id}{query}", {"data": data})

    async def send(self, method: str, path: str, body: Any, **headers: str) -> httpx.Response:
        kind = {"Content-Type": KIND, **headers}
        return await self.api.request(method, path, content=json.dumps(body), headers=kind)


def errors(answer: httpx.Response) -> list[tuple[Any, ...]]:
    """The code of each error, and where it is."""
    return [
        (each["code"], each.get("source", {}).get("pointer")) for each in answer.json()["errors"]
    ]


@asynccontextmanager
async def commerce_layer(*, seed: int = 0, **settings: Any) -> AsyncIterator[Here]:
    clock = ManualClock()
    platform = commerce_layer_platform(**{"limits": False, **settings})
    server = Server({"/commerce-layer": platform}, clock=clock, seed=seed)
    headers = {"Accept": KIND, "Accept-Version": "v1"}
    transport = httpx.ASGITransport(app=server)
    async with httpx.AsyncClient(transport=transport, base_url=API, headers=headers) as api:
        here = Here(platform, server, clock, api)
        await here.log_in()
        yield here
