"""Answers other than the sandbox's own, and what happens to a request on its way."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import anyio
import httpx

from commerce_sdk.sandbox import ManualClock
from tests.support.worlds import Fault, traced


def changed(change: Callable[[Any], object]) -> Fault:
    """The platform's answer, but for a change."""

    async def answer(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        given = await below.handle_async_request(request)
        body = json.loads(await given.aread())
        change(body)
        return httpx.Response(given.status_code, json=body)

    return answer


def answers(status: int, **headers: str) -> Fault:
    """A status in place of the platform's answer; the platform hears nothing."""

    async def answer(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        return httpx.Response(
            status, json={}, headers={k.replace("_", "-"): v for k, v in headers.items()}
        )

    return answer


def slow(
    clock: ManualClock, seconds: float, *, after: float = 0.0, then: Fault | None = None
) -> Fault:
    """A request that takes so many seconds to arrive, and its answer as many `after`; `then` is
    what becomes of it in between."""

    async def answer(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        clock.advance(seconds)
        given: httpx.Response = await (
            then(request, below) if then is not None else below.handle_async_request(request)
        )
        clock.advance(after)
        return given

    return answer


async def silent(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
    """Nothing ever comes."""
    await anyio.sleep_forever()
    raise AssertionError


def lost(clock: ManualClock, seconds: float, *, arrives: bool) -> Fault:
    """A request that leaves, and on whose way so many seconds pass; then the connection is cut,
    whether or not it has arrived."""

    async def answer(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        await traced(
            request, "connection.connect_tcp.started", "http11.send_request_headers.started"
        )
        clock.advance(seconds)
        if arrives:
            await below.handle_async_request(request)
        raise httpx.RemoteProtocolError("Server disconnected without sending a response.")

    return answer
