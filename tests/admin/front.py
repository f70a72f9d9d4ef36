"""An organization's administration in a few lines: provisionings that have a status, and pages of
workspaces. Where it breaks, and what it says in place of the usual, a test says."""

from __future__ import annotations

import json
from collections import Counter, defaultdict, deque
from collections.abc import Callable
from typing import Any

import anyio.lowlevel
import httpx

from commerce_sdk import AdminClient, RetryPolicy
from commerce_sdk.clock import Clock

BASE_URL = "http://127.0.0.1/admin"
ORGANIZATION = "3f1f3d1e-6c1c-4f0e-9a57-0c2b5c1f7a11"
ID = "6664d179-c5e8-4f6a-9f45-8a9f0756440"
OFFERING = "39605741-b92f-4763-8229-7bba2d16433c"
ARI = "ari:cloud:confluence::site/4745a76c-290c-49d4-aa23-04d5ccb3c52d"
STATUS_URL = f"https://elsewhere.invalid/admin/orgs/o/products/status/{ID}"

Fault = Callable[["Front", httpx.Request], httpx.Response]


class Front:
    """The platform. `faults` are what it does in place of answering, by the last segment of the
    address (`status` and `entitlements` too), in turn; None answers. A client's transport is made
    of it by `httpx.MockTransport(front)`."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.requests: list[httpx.Request] = []
        self.asked: Counter[str] = Counter()
        self.faults: defaultdict[str, deque[Fault | None]] = defaultdict(deque)
        self.status: Any = "IN_PROGRESS"
        self.status_url: Any = STATUS_URL
        self.begun: list[dict[str, Any]] = []
        """The bodies of the provisionings that it was asked for."""
        self.pages: list[list[str]] = [[ARI]]
        """The ids of the workspaces that it has, page by page."""

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        await anyio.lowlevel.checkpoint()
        name = self._name(request)
        self.requests.append(request)
        self.asked[name] += 1
        fault = self.faults[name].popleft() if self.faults[name] else None
        return self.answer(request) if fault is None else fault(self, request)

    def answer(self, request: httpx.Request) -> httpx.Response:
        """What comes where nothing is broken."""
        name = self._name(request)
        if name in ("products", "apps"):
            self.begun.append(json.loads(request.content))
            return httpx.Response(200, json={"data": {"statusUrl": self.status_url}})
        if name == "status":  # one character more than was asked by, as in the platform's sample
            return httpx.Response(
                200, json={"data": {"requestId": ID + "0", "status": self.status}}
            )
        if name == "entitlements":
            return httpx.Response(200, json={"resource_ari": "ari:cloud:platform::site/1"})
        number = int(json.loads(request.content).get("cursor", 0))
        following = str(number + 1) if number + 1 < len(self.pages) else None
        found = [{"id": each, "type": "Confluence"} for each in self.pages[number]]
        return httpx.Response(200, json={"data": found, "links": {"next": following}})

    @staticmethod
    def _name(request: httpx.Request) -> str:
        segments = request.url.raw_path.decode().split("/")
        return "status" if segments[-2] == "status" else segments[-1]


def refusal(status: int, **said: Any) -> Fault:
    """Does nothing, and answers an error document."""
    error = {"id": "e1", "status": str(status), "code": f"ADMIN-{status}-1", **said}
    return lambda front, request: httpx.Response(status, json={"errors": [error]})


def cut_before(front: Front, request: httpx.Request) -> httpx.Response:
    """Nothing was done, and nobody can know."""
    raise httpx.ReadError("reset")


def cut_after(front: Front, request: httpx.Request) -> httpx.Response:
    """It was done, and the answer is lost."""
    front.answer(request)
    raise httpx.RemoteProtocolError("Server disconnected without sending a response.")


def client(front: Front, **settings: Any) -> AdminClient:
    """A client of it."""
    if "auth" not in settings and "token" not in settings:
        settings["token"] = "t"
    settings.setdefault("organization", ORGANIZATION)
    settings.setdefault("retry", RetryPolicy(first_pause=0.001, pause_cap=0.002))
    settings.setdefault("limiter", None)
    return AdminClient(
        base_url=BASE_URL,
        transport=httpx.MockTransport(front),
        clock=front.clock,
        **settings,
    )
