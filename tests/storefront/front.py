"""A storefront in a few lines: its sessions, whose refresh tokens are good once, and orders that
have a status. What else it is asked, and where it breaks, a test says."""

from __future__ import annotations

import json
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from typing import Any

import anyio.lowlevel
import httpx

from commerce_sdk import Login, RetryPolicy, StorefrontClient
from commerce_sdk.clock import Clock
from commerce_sdk.sandbox import ManualClock
from tests.support.worlds import VirtualClock

BASE_URL = "http://127.0.0.1/v2"
EMAIL, PASSWORD = "jane@example.com", "s3cr3t!"
ID = "0aed15e5-3d09-4319-800d-d65a5e73f783"
OTHER = "3b6f0a94-5c0e-4c8e-9d5e-1d6a3f2b7c01"

Fault = Callable[["Front", httpx.Request], httpx.Response]


class Front:
    """The platform. `faults` are what it does in place of answering, by operation, in turn; None
    answers. A client's transport is made of it by `httpx.MockTransport(front)`."""

    def __init__(self, clock: Clock, lifetime: float = 3600) -> None:
        self.clock = clock
        self.lifetime = lifetime
        self.requests: list[httpx.Request] = []
        self.asked: Counter[str] = Counter()
        self.faults: defaultdict[str, deque[Fault | None]] = defaultdict(deque)
        self.answers: dict[str, Any] = {}
        """What an operation answers, by its name, but for those of sessions and of statuses."""
        self.tokens: dict[str, Any] = {}
        """What an answer with tokens has in place of the usual."""
        self.good: dict[str, float] = {}
        self.refresh_tokens: dict[str, str] = {}
        self.used: list[str] = []
        self.burnt: list[str] = []
        self.status = "pending"
        self.on_request: Callable[[httpx.Request], None] = lambda request: None

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        await anyio.lowlevel.checkpoint()
        name = self._name(request)
        self.requests.append(request)
        self.asked[name] += 1
        self.on_request(request)
        fault = self.faults[name].popleft() if self.faults[name] else None
        return self.answer(request) if fault is None else fault(self, request)

    def answer(self, request: httpx.Request) -> httpx.Response:
        """What comes where nothing is broken."""
        name = self._name(request)
        if name == "login":
            given = json.loads(request.content)
            return self._tokens() if given["password"] == PASSWORD else refusal(401)
        if name == "refresh":
            return self._refreshed(json.loads(request.content)["refreshToken"])
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        if self.good.get(token, 0.0) <= self.clock.time() and "x-api-key" not in request.headers:
            return refusal(401)
        if name == "logout":
            del self.good[token]
            self.refresh_tokens = {
                each: access for each, access in self.refresh_tokens.items() if access != token
            }
            return httpx.Response(204)
        if name == "status":
            self.status = json.loads(request.content)["status"]
            return httpx.Response(200, json=self.order())
        if name == "GET order" and name not in self.answers:
            return httpx.Response(200, json=self.order())
        said = self.answers[name]
        if isinstance(said, str):  # to the letter
            return httpx.Response(200, content=said)
        return httpx.Response(200, json=said)

    def order(self) -> dict[str, Any]:
        return {"orderId": ID, "status": self.status}

    def _refreshed(self, refresh_token: str) -> httpx.Response:
        if refresh_token in self.used:
            self.burnt.append(refresh_token)
        self.used.append(refresh_token)
        if self.refresh_tokens.pop(refresh_token, None) is None:
            return refusal(401)
        return self._tokens()

    def _tokens(self) -> httpx.Response:
        number = len(self.good) + 1
        access, refresh = f"access-{number}-a7a7a7", f"refresh-{number}-b9b9b9"
        self.good[access] = self.clock.time() + self.lifetime
        self.refresh_tokens[refresh] = access
        usual = {"accessToken": access, "tokenType": "Bearer", "expiresIn": self.lifetime}
        document = {**usual, "refreshToken": refresh, **self.tokens}
        return httpx.Response(200, json={k: v for k, v in document.items() if v is not ...})

    @staticmethod
    def _name(request: httpx.Request) -> str:
        parts = request.url.path.removeprefix("/v2/").split("/")
        if parts[0] == "auth" or parts[-1] == "status":
            return parts[-1]
        kind = parts[0] if len(parts) == 1 else parts[0].removesuffix("s")
        return f"{request.method} {kind}"


def refusal(status: int, **more: Any) -> httpx.Response:
    return httpx.Response(status, json={"code": "NO", "message": "no", "details": None}, **more)


def answers(status: int, /, **document: Any) -> Fault:
    return lambda front, request: httpx.Response(status, json=document)


def cut_before(front: Front, request: httpx.Request) -> httpx.Response:
    """Nothing was done, and nobody can know."""
    raise httpx.ReadError("reset")


def cut_after(front: Front, request: httpx.Request) -> httpx.Response:
    """It was done, and the answer is lost."""
    front.answer(request)
    raise httpx.RemoteProtocolError("Server disconnected without sending a response.")


def virtual() -> VirtualClock:
    return VirtualClock(ManualClock())


def client(front: Front, **settings: Any) -> StorefrontClient:
    """A client of it, with a login unless a test gives another credential."""
    if "auth" not in settings and "token" not in settings:
        settings["auth"] = Login(EMAIL, PASSWORD)
    settings.setdefault("retry", RetryPolicy(first_pause=0.001, pause_cap=0.002))
    settings.setdefault("limiter", None)
    return StorefrontClient(
        base_url=BASE_URL,
        transport=httpx.MockTransport(front),
        clock=front.clock,
        **settings,
    )
