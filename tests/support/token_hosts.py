"""A shop whose tokens are a client's: its API and its token host, as two origins."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import parse_qs

import httpx
from msgspec.structs import replace

from commerce_sdk import ClientCredentials, LocalLimiter
from commerce_sdk.document.operation import Platform, RateLimit, SecurityScheme
from commerce_sdk.sandbox import ManualClock
from tests.codegen.golden.shop import PLATFORM
from tests.support.shop import BASE_URL, ShopClient, a_bill, shop_client
from tests.support.worlds import VirtualClock

TOKEN_URL = "https://auth.invalid/oauth/token"
SECRET = "s3cr3t-of-a-cli3nt"
SCHEME = SecurityScheme(
    name="bearer",
    kind="bearer",
    unauthenticated="expired-or-forbidden",
    token_url=TOKEN_URL,
    token_limits=(RateLimit(limit=30, seconds=60, scope="address"),),
)


def platform_of(**scheme: Any) -> Platform:
    """The platform at a server of its own, with another rule in its scheme."""
    schemes = (replace(SCHEME, **scheme), *PLATFORM.schemes[1:])
    return replace(PLATFORM, server=BASE_URL, schemes=schemes)


def credentials(client_id: str = "a client", **more: Any) -> ClientCredentials:
    return ClientCredentials(client_id, SECRET, **more)


class TwoHosts:
    """Gives tokens at the one host, takes them at the other, and keeps what reached each."""

    def __init__(self, lifetime: object = 3600) -> None:
        self.clock: Any = VirtualClock(ManualClock())
        self.lifetime = lifetime
        self.tokens: list[httpx.Request] = []
        self.calls: list[httpx.Request] = []
        self.elsewhere: list[httpx.Request] = []
        self.moments: list[float] = []
        self.given: Callable[[], httpx.Response] | None = None
        """What the token host answers in place of a token."""
        self.answered: Callable[[httpx.Request], httpx.Response] = lambda _: httpx.Response(
            200, json=a_bill()
        )
        self.limiter = LocalLimiter()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.host == "127.0.0.1":
            self.calls.append(request)
            return self.answered(request)
        if request.url.host != "auth.invalid":
            self.elsewhere.append(request)
            return httpx.Response(200, json={})
        self.tokens.append(request)
        self.moments.append(self.clock.monotonic())
        if self.given is not None:
            return self.given()
        token = {"access_token": f"t{len(self.tokens)}", "token_type": "bearer"}
        return httpx.Response(200, json={**token, "expires_in": self.lifetime})

    @property
    def asked(self) -> list[dict[str, str]]:
        """The forms that reached the token host."""
        forms = (parse_qs(each.content.decode(), strict_parsing=True) for each in self.tokens)
        return [{name: value for name, (value,) in form.items()} for form in forms]

    @property
    def sent(self) -> list[str | None]:
        """The credentials that reached the API."""
        return [each.headers.get("authorization") for each in self.calls]

    @asynccontextmanager
    async def client(
        self, auth: Any = None, *, platform: Platform | None = None, **settings: Any
    ) -> AsyncIterator[ShopClient]:
        """A client of both, with credentials of its own unless it is given some."""
        kind = type("ShopClient", (ShopClient,), {"platform": platform or platform_of()})
        settings = {"clock": self.clock, "limiter": self.limiter, "deadline": None, **settings}
        async with shop_client(self, kind, auth=auth or credentials(), **settings) as shop:
            yield shop
