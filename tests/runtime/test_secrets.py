"""Secrets are planted wherever a caller or a server could put one; all that comes out is searched."""

from __future__ import annotations

import logging
import pickle
import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    AccessToken,
    Basic,
    Bearer,
    CommerceClient,
    CommerceError,
    Hooks,
    PreparedOrder,
    RetryPolicy,
    TokenCache,
    new_item,
)
from commerce_sdk.sandbox import ManualClock
from tests.support.clients import client
from tests.support.worlds import OFFERING, VirtualClock

pytestmark = pytest.mark.anyio

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
    status(200, content=f'{{"orderId": "{IN_BODY}'.encode()),
    status(
        200,
        content=IN_BODY.encode(),
    ),
    cut,
]


def calls_on(
    commerce: CommerceClient, prepared: PreparedOrder, folder: Path
) -> list[Awaitable[Any]]:
    return [
        commerce.orders.get(OFFERING),
        commerce.orders.list().collect(),
        commerce.orders.place(prepared),
        commerce.orders.resume(prepared.token),
        commerce.pricing_plans.delete(OFFERING),
        commerce.quotes.download(OFFERING).save(folder / "quote.pdf"),
    ]


@pytest.mark.parametrize("auth", AUTHS, ids=lambda auth: type(auth).__name__)
async def test_no_secret_comes_out(
    auth: Any, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
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
        async with client(answer, clock=clock, **settings) as commerce:
            out += [repr(commerce), str(commerce), repr(commerce._core), repr(commerce.orders)]
            out.append(repr(vars(commerce._core.connection)))
            prepared = commerce.orders.prepare(
                items=[new_item(OFFERING)], metadata={"note": IN_BODY}
            )
            out += [repr(prepared), prepared.token]
            for call in calls_on(commerce, prepared, tmp_path):
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


async def test_a_credential_is_not_pickled_by_chance() -> None:
    async with client(status(200, json={}), auth=Bearer(TOKEN)) as commerce:
        with pytest.raises((TypeError, AttributeError, pickle.PicklingError)):
            pickle.dumps(commerce)


async def test_a_proxys_password_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"nonsense://user:{TOKEN}@127.0.0.1:1")
    async with CommerceClient(token="t", base_url="https://x.invalid/api") as commerce:
        with pytest.raises(CommerceError) as caught:
            await commerce.orders.get(OFFERING)
    assert TOKEN not in "".join(traceback.format_exception(caught.value))
    monkeypatch.setenv("HTTPS_PROXY", f"http://user:{TOKEN}@127.0.0.1:1")
    async with CommerceClient(
        token="t", transaction_account="a", base_url="https://x.invalid/api", retry=None
    ) as commerce:
        with pytest.raises(CommerceError) as caught:
            await commerce.orders.get(OFFERING)
    assert TOKEN not in "".join(traceback.format_exception(caught.value))


def test_the_encoded_one_is_what_the_header_holds() -> None:
    assert ENCODED in httpx.BasicAuth(EMAIL, TOKEN)._auth_header
