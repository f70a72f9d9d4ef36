"""Credentials and settings: what stands in the header, how it is renewed, what is refused by name."""

from __future__ import annotations

import base64
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    AccessToken,
    AuthenticationFailed,
    Basic,
    Bearer,
    Hooks,
    InvalidRequest,
    LocalLimiter,
    RetryPolicy,
    Unauthenticated,
)
from tests.codegen.golden.shop import PLATFORM
from tests.support.shop import BILL, SECRET, ShopClient, a_bill, shop_client
from tests.support.shop_kinds import AtOnce

pytestmark = pytest.mark.anyio
QUICK = RetryPolicy(first_pause=0.001, pause_cap=0.002)


async def test_a_callables_token_is_renewed_once() -> None:
    given = iter(["old", "new", "newer"])
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["authorization"])
        return httpx.Response(200 if seen[-1] != "Bearer old" else 401, json=a_bill())

    async def token() -> str:
        await anyio.lowlevel.checkpoint()
        return next(given)

    async with shop_client(answer, AtOnce, auth=token, retry=QUICK) as shop:
        await shop.bills.get(BILL)
        await shop.bills.get(BILL)
    assert seen == ["Bearer old", "Bearer new", "Bearer new"]


async def test_a_refused_renewal_is_not_renewed_for_ever() -> None:
    async with shop_client(
        lambda request: httpx.Response(401), AtOnce, auth=lambda: "t", retry=QUICK
    ) as shop:
        with pytest.raises(Unauthenticated) as caught:
            await shop.bills.get(BILL)
        assert len(caught.value.attempts) == 2
        with pytest.raises(Unauthenticated) as placing:
            await shop.bills.send(BILL)
        assert placing.value.maybe_applied is False
        assert len(placing.value.attempts) == 2


async def test_a_callable_that_fails_is_an_authentication_failure_without_its_secret() -> None:
    def token() -> str:
        raise RuntimeError(SECRET)

    async with shop_client(lambda request: httpx.Response(200), auth=token) as shop:
        with pytest.raises(AuthenticationFailed) as caught:
            await shop.bills.get(BILL)
        assert SECRET not in str(caught.value)
        with pytest.raises(AuthenticationFailed) as placing:
            await shop.bills.send(BILL)
        assert placing.value.maybe_applied is False


async def test_basic_and_bearer_stand_in_the_header() -> None:
    seen: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["authorization"])
        return httpx.Response(200, json=a_bill())

    for auth in (Basic("a@b.c", "t"), Bearer("t"), Basic("jürgen@example.de", "tökén")):
        async with shop_client(answer, auth=auth) as shop:
            await shop.bills.get(BILL)
    assert seen[:2] == ["Basic YUBiLmM6dA==", "Bearer t"]
    assert base64.b64decode(seen[2].removeprefix("Basic ")) == "jürgen@example.de:tökén".encode()


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ({}, "token: give token= or auth="),
        ({"token": "t", "auth": Bearer("t")}, "token: give token= or auth="),
        ({"token": ""}, "token: must be a text"),
        ({"token": "a\nb"}, "token: may not hold control characters"),
        ({"token": "a\x7fb"}, "token: may not hold control characters"),
        ({"token": "é"}, "token: may hold ASCII characters only"),
        ({"auth": 5}, "auth: must be Bearer"),
        ({"token": "t", "base_url": "http://example.com"}, "base_url: must be https"),
        ({"token": "t", "base_url": "ftp://127.0.0.1"}, "base_url: must be https"),
        ({"token": "t", "base_url": "https://u:p@example.com"}, "base_url: must be a plain URL"),
        ({"token": "t", "base_url": "nonsense"}, "base_url: must be a plain URL"),
        ({"token": "t", "base_url": "https://h:99999"}, "base_url: is no URL"),
        ({"token": "t", "base_url": None}, "base_url: is no URL"),
        ({"token": "t", "deadline": 0}, "deadline: must be seconds above zero"),
        ({"token": "t", "deadline": True}, "deadline: must be seconds"),
        ({"token": "t", "attempt_timeout": "5"}, "attempt_timeout: must be seconds"),
    ],
    ids=str,
)
def test_a_setting_that_cannot_be_right_is_refused_by_name(
    settings: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(InvalidRequest, match=complaint) as caught:
        ShopClient(**settings)
    assert "u:p" not in str(caught.value)


@pytest.mark.parametrize(
    ("pair", "complaint"),
    [
        (("é\n", "t"), "email: may not hold control characters"),
        (("a@b.c", "é\x7f"), "token: may not hold control characters"),
        (("a@b.c", "s3cret\ud800"), "token: holds what no UTF-8 can carry"),
        (("a@b.c", " "), "token: must be a text"),
        ((None, "t"), "email: must be a text"),
    ],
    ids=ascii,
)
def test_what_no_header_carries_in_base64_either_is_refused_by_name(
    pair: Any, complaint: str
) -> None:
    with pytest.raises(InvalidRequest, match=complaint) as caught:
        Basic(*pair)
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("auth", [Bearer("t"), Basic("a@b.c", "t")], ids=["Bearer", "Basic"])
async def test_a_fixed_credential_that_is_refused_is_not_tried_again(auth: Any) -> None:
    sent: list[httpx.Request] = []
    refused = httpx.Response(401)
    async with shop_client(
        lambda request: sent.append(request) or refused, auth=auth, retry=QUICK
    ) as shop:
        with pytest.raises(Unauthenticated):
            await shop.bills.get(BILL)
    assert len(sent) == 1


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: Bearer(" "), "token: must be a text that is not empty"),
        (lambda: Bearer(None), "token: must be a text"),
        (lambda: Basic("", "t"), "email: must be a text that is not empty"),
        (lambda: Basic("a@b.c", "t\n"), "token: may not hold control characters"),
    ],
    ids=["blank", "none", "no address", "line break"],
)
def test_a_credential_that_no_header_can_carry_is_refused(make: Any, complaint: str) -> None:
    with pytest.raises(InvalidRequest, match=complaint):
        make()


def test_limits_tell_credentials_apart_by_what_they_are() -> None:
    assert Basic("a@b.c", "t").identity == Basic("a@b.c", "t").identity
    known = {Basic("a@b.c", "t").identity, Basic("a@b.c", "u").identity, Basic("b", "t").identity}
    assert len({*known, Bearer("t").identity, Bearer("u").identity}) == 5
    assert not [each for each in known if "a@b.c" in each]


def test_settings_come_from_the_environment_for_from_env_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(InvalidRequest, match="SHOP_TOKEN: is not set"):
        ShopClient.from_env()
    monkeypatch.setenv("SHOP_TOKEN", SECRET)
    monkeypatch.setenv("SHOP_SHOP", "corner")
    monkeypatch.setenv("SHOP_BASE_URL", "http://127.0.0.1:1/x/")
    core = ShopClient.from_env(deadline=5).core
    assert core.tenants.get("shop") == "corner"
    assert core.pipeline.transport.base_url == "http://127.0.0.1:1/x"
    assert core.deadline == 5
    assert isinstance(core.pipeline.auth, Bearer)
    monkeypatch.setenv("SHOP_EMAIL", "a@b.c")
    assert isinstance(ShopClient.from_env().core.pipeline.auth, Basic)
    assert ShopClient(token="t").core.pipeline.transport.base_url == PLATFORM.server


def test_an_empty_variable_is_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("EMAIL", "SHOP", "BASE_URL", "TOKEN"):
        monkeypatch.setenv(f"SHOP_{name}", "")
    with pytest.raises(InvalidRequest, match="SHOP_TOKEN: is not set"):
        ShopClient.from_env()
    monkeypatch.setenv("SHOP_TOKEN", SECRET)
    core = ShopClient.from_env().core
    assert core.tenants.get("shop") is None
    assert core.pipeline.transport.base_url == PLATFORM.server
    assert isinstance(core.pipeline.auth, Bearer)


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ({"retry": 3}, "retry: must be a RetryPolicy"),
        ({"hooks": {"request": print}}, "hooks: must be Hooks"),
        ({"hooks": None}, "hooks: must be Hooks"),
        ({"limiter": 600}, "limiter: must be a Limiter"),
        ({"limiter": LocalLimiter}, "limiter: must be a Limiter"),
        ({"transport": httpx.AsyncHTTPTransport}, "transport: must be an httpx.AsyncBaseTransport"),
        ({"transport": "aiohttp"}, "transport: must be an httpx.AsyncBaseTransport"),
    ],
    ids=str,
)
def test_a_part_of_another_kind_is_refused_by_name(
    settings: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(InvalidRequest, match=complaint):
        ShopClient(token="t", **settings)
    if "retry" in settings:
        with pytest.raises(InvalidRequest, match=complaint):
            ShopClient(token="t").with_options(**settings)


def test_a_hook_that_cannot_be_called_is_refused_by_name() -> None:
    with pytest.raises(InvalidRequest, match=r"hooks\.response: must be a function"):
        Hooks(response="log it")  # type: ignore[arg-type]


async def test_an_address_that_no_server_takes_is_refused_before_it_is_sent() -> None:
    sent: list[httpx.Request] = []
    async with shop_client(lambda request: sent.append(request) or httpx.Response(200)) as shop:
        for call in (
            lambda: shop.racks.get("x" * 70_000),
            lambda: shop.goods.news(about="y" * 70_000).collect(),
        ):
            with pytest.raises(InvalidRequest, match="too long") as caught:
                await call()
            assert len(str(caught.value)) < 200
    assert sent == []


async def test_blanks_around_a_credential_or_an_account_are_not_part_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[tuple[str, str]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        account = request.headers["x-shop"]
        seen.append((request.headers["authorization"], account))
        return httpx.Response(200, json=a_bill())

    padded = " t\t "
    for auth in (Bearer(padded), lambda: padded, lambda: AccessToken(padded), Basic(" e ", padded)):
        async with shop_client(answer, auth=auth) as shop:
            await shop.bills.get(BILL)
    async with shop_client(answer, auth=Bearer("t")) as shop:
        await shop.for_shop(" another ").bills.get(BILL)
    monkeypatch.setenv("SHOP_TOKEN", padded)
    monkeypatch.setenv("SHOP_SHOP", "corner ")
    transport = httpx.MockTransport(answer)
    async with ShopClient.from_env(transport=transport, limiter=None) as shop:
        await shop.bills.get(BILL)
    basic = "Basic " + base64.b64encode(b"e:t").decode()
    assert [header for header, _ in seen] == ["Bearer t"] * 3 + [basic] + ["Bearer t"] * 2
    assert [account for _, account in seen] == ["corner"] * 4 + ["another", "corner"]


@pytest.mark.parametrize("account", ["", "  ", "a\nb", "a\x00", 7, b"a"], ids=repr)
@pytest.mark.parametrize("kind", ["shop", "clerk"])
def test_an_account_that_cannot_be_one_is_refused_by_name(kind: str, account: Any) -> None:
    with pytest.raises(InvalidRequest, match=f"^{kind}: ") as refused:
        ShopClient(token="t", **{kind: account})
    assert refused.value.maybe_applied is False


async def test_a_token_of_a_function_that_no_header_can_carry_is_refused_unsent() -> None:
    sent: list[httpx.Request] = []
    for given in ("", " ", f"{SECRET}\n", f"{SECRET}é", SECRET.encode(), None):
        async with shop_client(
            lambda request: sent.append(request) or httpx.Response(200),
            auth=lambda given=given: given,
        ) as shop:
            with pytest.raises(AuthenticationFailed, match="auth: ") as placing:
                await shop.bills.send(BILL)
        assert placing.value.maybe_applied is False
        assert not any(attempt.sent for attempt in placing.value.attempts)
        assert SECRET not in str(placing.value)
    assert sent == []
