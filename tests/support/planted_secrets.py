"""Secrets wherever a caller or a server could put one, and the search for them in what comes out."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from commerce_sdk import AccessToken, Basic, Bearer, CommerceError, Hooks, RetryPolicy, TokenCache
from commerce_sdk.runtime.platform_client import PlatformClient
from commerce_sdk.sandbox import ManualClock
from tests.support.worlds import VirtualClock

TOKEN, EMAIL, IN_BODY = "pl4nted-t0ken", "planted@example.com", "pl4nted-b0dy"
BASIC = Basic(EMAIL, TOKEN)
ENCODED = "cGxhbnRlZEBleGFtcGxlLmNvbTpwbDRudGVkLXQwa2Vu"
QUICK = RetryPolicy(attempts=2, first_pause=0.001, pause_cap=0.001)


async def failing_source() -> str:
    raise RuntimeError(f"the issuer said {TOKEN}")


AUTHS: list[Any] = [
    Bearer(TOKEN),
    BASIC,
    lambda: TOKEN,
    TokenCache(lambda: AccessToken(TOKEN, expires_in=60)),
    failing_source,
    lambda: f"{TOKEN}\n",
]


def cut(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadError(f"broken at {request.headers}", request=request)


def status(code: int, **more: Any) -> Callable[[httpx.Request], httpx.Response]:
    headers = {"set-cookie": IN_BODY, "www-authenticate": IN_BODY, "x-request-id": "r"}
    return lambda request: httpx.Response(code, headers=headers, **more)


ANSWERS: list[Callable[[httpx.Request], httpx.Response]] = [
    *(status(code, json={"secret": IN_BODY}) for code in (200, 202, 302, 400, 401, 404, 409, 429)),
    status(500, content=f"<html>{IN_BODY}".encode()),
    status(200, content=f'{{"id": "{IN_BODY}'.encode()),
    status(
        200,
        content=IN_BODY.encode(),
    ),
    cut,
]


async def nothing_comes_out(
    make: Callable[..., PlatformClient],
    calls_on: Callable[[Any], tuple[list[str], list[Awaitable[Any]]]],
    auth: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Make the calls of a client under every answer, and search all that is told or shown, with
    what `calls_on` gives first."""
    caplog.set_level(logging.DEBUG)
    events: list[Any] = []
    hooks = Hooks(
        request=events.append,
        response=events.append,
        retry=events.append,
        wait=events.append,
        poll=events.append,
    )
    settings: dict[str, Any] = {"auth": auth, "hooks": hooks, "retry": QUICK, "deadline": 2}
    out: list[str] = [repr(auth)]
    failures = 0
    for answer in ANSWERS:
        clock = VirtualClock(ManualClock())
        async with make(answer, clock=clock, **settings) as client:
            out += [repr(client), str(client), repr(client._core)]
            out.append(repr(vars(client._core.pipeline)))
            shown, calls = calls_on(client)
            out += shown
            for call in calls:
                try:
                    await call
                except CommerceError as error:
                    failures += 1
                    out += [str(error), repr(error), error.token or "", repr(error.attempts)]
                    out += traceback.format_exception(error)
    out += [repr(event) for event in events]
    out += [record.getMessage() for record in caplog.records]
    out += [str(record.exc_text or "") for record in caplog.records]

    assert failures > 5 * len(ANSWERS)
    assert len(caplog.records) >= failures
    for secret in (TOKEN, EMAIL, ENCODED, IN_BODY):
        assert not [text for text in out if secret in text], secret
