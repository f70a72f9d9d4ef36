"""Whatever is wrong with what a program gives, it is told by a `CommerceError`."""

from __future__ import annotations

import asyncio
import functools
import logging
import math
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    AccessToken,
    AuthenticationFailed,
    Basic,
    Bearer,
    CommerceClient,
    CommerceError,
    ConnectionFailed,
    Hooks,
    InvalidRequest,
    LocalLimiter,
    NotFound,
    RetryPolicy,
    TokenCache,
    new_item,
)
from commerce_sdk.commerce.orders.tokens import OrderToken
from commerce_sdk.runtime.http.aiohttp_transport import AiohttpTransport
from tests.support.clients import client
from tests.support.worlds import ACCOUNT, OFFERING

pytestmark = pytest.mark.anyio

HALF = "\ud800"
DEEP = "[" * 100_000


def nothing(request: httpx.Request) -> httpx.Response:
    return httpx.Response(404)


def far(**settings: Any) -> CommerceClient:
    """A client of a server that no name leads to."""
    settings.setdefault("base_url", "https://shop.invalid/api")
    return CommerceClient(
        token="t", transaction_account=ACCOUNT, limiter=None, retry=None, **settings
    )


# --- the environment


async def refused_before_sending(commerce: CommerceClient, match: str) -> None:
    async with commerce:
        with pytest.raises(InvalidRequest, match=match):
            await commerce.orders.get(OFFERING)
        with pytest.raises(InvalidRequest, match=match) as caught:
            await commerce.orders.place(items=[new_item(OFFERING)])
    assert caught.value.maybe_applied is False
    assert caught.value.order_id is not None


@pytest.mark.parametrize("name", ["SSL_CERT_FILE", "SSLKEYLOGFILE"])
@pytest.mark.parametrize("content", [None, b"no certificate"])
async def test_certificates_that_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / "missing" / "ca.pem"
    if content is not None and name == "SSL_CERT_FILE":
        path = tmp_path / "ca.pem"
        path.write_bytes(content)
    monkeypatch.setenv(name, str(path))

    await refused_before_sending(far(), f"{name}.* cannot be read")


@pytest.mark.parametrize(
    "proxy",
    [
        "http://127.0.0.1:99999",
        "http://user:s3cret#@127.0.0.1:99999",
        "http://127.0.0.1:-1",
        "http://127.0.0.1:port",
        "http://[::1",
        "http://[::1:3128",
        f"http://{'a' * 64}.example:3128",
        "http://a..example:3128",
        "http://xn--ü.example",
        "gopher://127.0.0.1",
    ],
)
async def test_a_proxy_that_no_connection_can_reach(
    monkeypatch: pytest.MonkeyPatch, proxy: str, anyio_backend_name: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)

    await refused_before_sending(far(), r"proxy: the environment's proxy \((http|gopher)\) cannot")
    if anyio_backend_name == "asyncio":
        await refused_before_sending(far(transport=AiohttpTransport()), "proxy")


# --- settings


@pytest.mark.parametrize(
    "base_url",
    [
        f"https://{'a' * 64}.example",
        "https://a..example",
        "https://.example",
        "https://xn--ü.example",
        "https://-ü-.example",
        f"https://{'ü' * 60}.example",
        f"https://a{HALF}.example",
        "https://a:99999",
        "https://[::1",
        "https://[v1.x]",
        "https://exa\0mple",
    ],
    ids=ascii,
)
async def test_an_address_that_is_none_is_refused_at_once(base_url: str) -> None:
    with pytest.raises(InvalidRequest, match="base_url: "):
        far(base_url=base_url)


@pytest.mark.parametrize(
    "label", ["xn--a", "xn--", "a_b", "a b", "-a-", "a" * 63, "1", "0x7f", "%61"]
)
async def test_an_odd_name_that_may_be_one_fails_in_words(label: str) -> None:
    async with far(base_url=f"https://{label}.invalid/api", deadline=10) as commerce:
        with pytest.raises(ConnectionFailed) as caught:
            await commerce.orders.get(OFFERING)
    assert not caught.value.sent


TOO_MUCH = [10**400, -(10**400), math.nan, -math.inf, 0, -1.0, True, "5", b"5", [], 1j]
TIMES: dict[str, Callable[[Any], Any]] = {
    "deadline": lambda value: far(deadline=value),
    "attempt_timeout": lambda value: far(attempt_timeout=value),
    "with_options": lambda value: far().with_options(deadline=value),
    "first_pause": lambda value: RetryPolicy(first_pause=value),
    "pause_cap": lambda value: RetryPolicy(pause_cap=value),
    "retry_after_cap": lambda value: RetryPolicy(retry_after_cap=value),
    "expires_in": lambda value: AccessToken("t", expires_in=value),
    "list": lambda value: far().orders.list(deadline=value),
    "wait_all": lambda value: far().orders.wait_all([], deadline=value),
}


@pytest.mark.parametrize("value", TOO_MUCH, ids=lambda value: repr(value)[:9])
@pytest.mark.parametrize("setting", TIMES)
async def test_a_time_that_cannot_be_waited_for_is_refused(setting: str, value: Any) -> None:
    with pytest.raises(InvalidRequest, match="must be seconds above zero"):
        TIMES[setting](value)


@pytest.mark.parametrize("value", [1e300, 10**300, math.inf, sys.float_info.max, 5e-324], ids=str)
async def test_a_time_that_is_only_absurd_is_kept_or_ends_in_words(value: float) -> None:
    for setting in TIMES.values():
        setting(value)
    retry = RetryPolicy(attempts=2, first_pause=1e-9, pause_cap=1e-9, retry_after_cap=value)
    async with client(
        lambda request: httpx.Response(503), deadline=value, attempt_timeout=value, retry=retry
    ) as commerce:
        with pytest.raises(CommerceError):
            await commerce.orders.get(OFFERING)


# --- what is sent


@pytest.mark.parametrize(
    "call",
    [
        lambda c: c.orders.get(HALF),
        lambda c: c.orders.get_by_item(OFFERING, HALF),
        lambda c: c.quotes.get(f"a{HALF}b"),
        lambda c: c.orders.list(invoice_group=HALF).collect(),
        lambda c: c.for_account(HALF).orders.list().collect(),
        lambda c: c.for_account(catalog_account=HALF).pricing_plans.delete(OFFERING),
        lambda c: c.orders.place(items=[new_item(OFFERING)], metadata={"a": HALF}),
        lambda c: c.orders.place(items=[new_item(OFFERING)], metadata={HALF: "a"}),
        lambda c: c.orders.place(items=[new_item(OFFERING, quantities={HALF: 1})]),
        lambda c: c.orders.place(items=[new_item(OFFERING, promotion_codes=[HALF])]),
        lambda c: c.orders.place(items=[new_item(OFFERING, item_id=HALF)]),
        lambda c: c.orders.place(items=[new_item(OFFERING)], order_id=HALF),
        lambda c: c.orders.place(quote_id=HALF, quote_version=1),
        lambda c: c.orders.place(quote_id=OFFERING, quote_version=1, retry_of=HALF),
        lambda c: c.orders.place(f'{{"orderId": "{HALF}"}}'),
        lambda c: c.orders.place(b'{"orderId": "\\ud800"}'),
        lambda c: c.orders.place(DEEP),
        lambda c: c.orders.place(DEEP.encode()),
        lambda c: c.orders.preview(HALF, 1),
        lambda c: c.orders.resume(HALF),
        lambda c: c.orders.resume(DEEP),
        lambda c: c.orders.resume('{"v":' * 100_000),
        lambda c: c.orders.resume('{"platform": "commerce", "v": ' + "[" * 900 + "]" * 900 + "}"),
        lambda c: c.orders.resume("1" * 5000),
        lambda c: c.orders.resume(b"\xff"),
        lambda c: c.orders.resume(None),
        lambda c: c.orders.resume(str(OrderToken(account=ACCOUNT, order_id=HALF, api="v4"))),
        lambda c: c.invoices.download("i").save("a\0b"),
        lambda c: c.invoices.download("i").save(HALF),
        lambda c: c.invoices.download("i").save(None),
        lambda c: c.invoices.download("i").save(5),
        lambda c: c.invoices.download("i").save(b"a"),
        lambda c: c.invoices.download("i").save(""),
    ],
)
async def test_what_cannot_be_sent_or_read_is_refused(
    call: Callable[[CommerceClient], Awaitable[Any]],
) -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return nothing(request)

    async with client(answer, limiter=LocalLimiter()) as commerce:
        with pytest.raises(InvalidRequest):
            await call(commerce)
    assert not asked


async def test_an_account_that_no_text_can_hold_is_refused_when_it_is_given() -> None:
    async with client(nothing, limiter=LocalLimiter(scope="account")) as commerce:
        with pytest.raises(InvalidRequest, match="transaction_account: "):
            commerce.for_account(HALF, catalog_account=ACCOUNT)


@pytest.mark.parametrize("make", [Bearer, lambda t: Basic("a@b", t), lambda t: Basic(t, "t")])
async def test_a_secret_that_no_text_can_hold_is_refused_at_once(
    make: Callable[[str], Any],
) -> None:
    with pytest.raises(InvalidRequest):
        make(HALF)


# --- credentials


class Own:
    """A way to authenticate of a program's own."""

    identity = "own"

    def __init__(self, header: Callable[[], Any], *, renewable: bool, forget: Any = None) -> None:
        self.renewable = renewable
        self._header = header
        self._forget = forget

    async def header(self, clock: Any) -> str:
        given = self._header()
        return await given if hasattr(given, "__await__") else given  # type: ignore[no-any-return]

    def forget(self, header: str) -> None:
        if self._forget is not None:
            raise self._forget


def raises(fault: BaseException) -> Any:
    raise fault


async def cancelled_task() -> str:
    task = asyncio.ensure_future(asyncio.sleep(60))
    task.cancel()
    await task
    return "never"


GIVES: dict[str, Callable[[], Any]] = {
    "error": lambda: raises(RuntimeError("s3cret")),
    "group": lambda: raises(ExceptionGroup("s3cret", [OSError()])),
    "no such": lambda: raises(NotFound(404)),
    "time": lambda: raises(TimeoutError()),
    "nothing": lambda: None,
    "bytes": lambda: b"t",
    "number": lambda: 5,
}


@pytest.mark.parametrize("gives", GIVES)
@pytest.mark.parametrize("renewable", [False, True])
async def test_a_credential_that_fails_is_no_answer_of_the_platform(
    gives: str, renewable: bool
) -> None:
    for auth in (Own(GIVES[gives], renewable=renewable), GIVES[gives], TokenCache(GIVES[gives])):
        async with client(nothing, auth=auth) as commerce:
            with pytest.raises(AuthenticationFailed, match=r"^(?!.*s3cret)"):
                await commerce.orders.get(OFFERING)
            with pytest.raises(AuthenticationFailed) as caught:
                await commerce.orders.place(items=[new_item(OFFERING)])
        assert caught.value.maybe_applied is False


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
@pytest.mark.parametrize("own", [False, True])
async def test_the_cancellation_of_another_task_is_not_the_callers(own: bool) -> None:
    auth: Any = Own(cancelled_task, renewable=True) if own else cancelled_task
    async with client(nothing, auth=auth) as commerce:
        with pytest.raises(AuthenticationFailed, match="failed with CancelledError"):
            await commerce.orders.get(OFFERING)


@pytest.mark.leaps
@pytest.mark.parametrize("own", [False, True])
async def test_the_callers_cancellation_stays_one(own: bool) -> None:
    async def slow() -> str:
        await anyio.sleep(60)
        return "never"

    auth: Any = Own(slow, renewable=False) if own else slow
    async with client(nothing, auth=auth) as commerce:
        with anyio.move_on_after(1) as scope:
            await commerce.orders.get(OFFERING)
    assert scope.cancelled_caught


async def test_a_credential_that_cannot_be_forgotten_loses_no_answer(
    caplog: pytest.LogCaptureFixture,
) -> None:
    auth = Own(lambda: "Bearer t", renewable=False, forget=RuntimeError("no"))
    async with client(lambda request: httpx.Response(401), auth=auth) as commerce:
        with pytest.raises(CommerceError, match="HTTP 401"):
            await commerce.orders.get(OFFERING)
    assert "could not be forgotten" in caplog.text


# --- hooks


async def asynchronous(event: Any) -> None:
    raise AssertionError("nobody awaits a hook")


class Callable_:  # noqa: N801
    async def __call__(self, event: Any) -> None:
        raise AssertionError("nobody awaits a hook")


@pytest.mark.parametrize(
    "hook",
    [asynchronous, Callable_(), Callable_().__call__, functools.partial(asynchronous)],
    ids=["function", "object", "method", "partial"],
)
@pytest.mark.parametrize("name", Hooks.__struct_fields__)
async def test_an_async_function_is_no_hook(hook: Any, name: str) -> None:
    with pytest.raises(InvalidRequest, match=f"hooks.{name}: must be a plain function, not async"):
        Hooks(**{name: hook})


async def test_a_hook_that_turns_out_to_be_async_is_told_of(
    caplog: pytest.LogCaptureFixture, recwarn: pytest.WarningsRecorder
) -> None:
    caplog.set_level(logging.ERROR)
    hooks = Hooks(response=lambda event: asynchronous(event))
    async with client(nothing, hooks=hooks) as commerce:
        with pytest.raises(NotFound):
            await commerce.orders.get(OFFERING)
    assert "nobody awaits a hook" in caplog.text
    assert not recwarn.list
