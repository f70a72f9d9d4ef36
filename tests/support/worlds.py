"""A sandbox, a client and a clock that belong together, with a transport that breaks on demand."""

from __future__ import annotations

import random
from collections import Counter, defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import anyio.lowlevel
import httpx
from msgspec.structs import force_setattr

from commerce_sdk import CommerceClient, RetryPolicy
from commerce_sdk.runtime.platform_client import PlatformClient
from commerce_sdk.runtime.retries.policy import DEFAULT_POLICY
from commerce_sdk.sandbox import ACCOUNTS, TOKEN, ManualClock, Sandbox

BASE_URL = "http://127.0.0.1/commerce/api"
ACCOUNT = ACCOUNTS[0]
OFFERING = "009f8789-c10c-4366-9420-f712d02a6499"


class VirtualClock:
    """The SDK's clock on the sandbox's: sleeping moves both on, at once."""

    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock
        self.slept: list[float] = []
        self.ahead = 0.0
        """How far the calendar is ahead, as after a suspension of the process; below zero where it
        was set back."""

    def monotonic(self) -> float:
        return self._clock.time()

    def time(self) -> float:
        return self._clock.time() + self.ahead

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self._clock.advance(seconds)
        await anyio.lowlevel.checkpoint()


async def traced(request: httpx.Request, *events: str) -> None:
    """Tell what a transport of the network would tell of an exchange."""
    trace = request.extensions.get("trace")
    for event in events if trace else ():
        await trace(event, {})


Fault = Callable[[httpx.Request, httpx.AsyncBaseTransport], Any]


async def refused(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
    await traced(request, "connection.connect_tcp.started", "connection.connect_tcp.failed")
    request.extensions["refused"] = True
    raise httpx.ConnectError("connection refused")


async def cut_before(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
    await traced(request, "connection.connect_tcp.started", "http11.send_request_headers.started")
    raise httpx.ReadError("reset")


async def cut_after(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
    await traced(request, "connection.connect_tcp.started", "http11.send_request_headers.started")
    await below.handle_async_request(request)
    raise httpx.RemoteProtocolError("Server disconnected without sending a response.")


async def half_a_body(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
    answer = await below.handle_async_request(request)
    content = await answer.aread()
    return httpx.Response(answer.status_code, content=content[: len(content) // 2])


async def html_after(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
    answer = await below.handle_async_request(request)
    return httpx.Response(answer.status_code, content=b"<html>It works!</html>")


class BreakingTransport(httpx.AsyncBaseTransport):
    """Passes requests on, but for those that a fault is lined up for."""

    def __init__(self, below: httpx.AsyncBaseTransport) -> None:
        self._below = below
        self.faults: defaultdict[str, deque[Fault | None]] = defaultdict(deque)
        self.requests: list[httpx.Request] = []
        self.outcomes: list[int | None] = []
        """What each was answered, for the client to see; None where nothing came."""
        self.answered: Counter[int] = Counter()
        self.on_request: Callable[[httpx.Request, bool], None] = lambda request, passes: None
        self.closed = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        await anyio.lowlevel.checkpoint()  # who is cut off here was never seen by anybody
        self.requests.append(request)
        waiting = self.faults[request.method]
        fault = waiting.popleft() if waiting else None
        self.on_request(request, fault is None)
        self.outcomes.append(None)
        place = len(self.outcomes) - 1
        if fault is None:
            passed = await self._below.handle_async_request(request)
            self.answered[passed.status_code] += 1
            self.outcomes[place] = passed.status_code
            return passed
        answer: httpx.Response = await fault(request, self._below)
        self.outcomes[place] = answer.status_code
        return answer

    async def aclose(self) -> None:
        self.closed = True


@dataclass
class World:
    sandbox: Sandbox
    clock: ManualClock
    time: VirtualClock
    transport: BreakingTransport
    commerce: CommerceClient
    extra: dict[str, Any] = field(default_factory=dict)


def draw_from(client: PlatformClient, seed: int) -> None:
    """Let a client draw the same each time."""
    force_setattr(client._core, "chance", random.Random(seed))


@asynccontextmanager
async def world(
    *,
    limits: bool = False,
    seed: int = 1,
    retry: RetryPolicy | None = DEFAULT_POLICY,
    **settings: Any,
) -> AsyncIterator[World]:
    clock = ManualClock()
    sandbox = Sandbox(clock=clock, limits=limits, seed=seed)
    time = VirtualClock(clock)
    transport = BreakingTransport(httpx.ASGITransport(app=sandbox))
    if "auth" not in settings:
        settings["token"] = TOKEN
    commerce = CommerceClient(
        transaction_account=ACCOUNT,
        base_url=BASE_URL,
        transport=transport,
        clock=time,
        retry=retry,
        **settings,
    )
    draw_from(commerce, seed)
    async with commerce:
        yield World(sandbox, clock, time, transport, commerce)
