"""Only a 401 says that a credential is at its end, and it is renewed once for it: whatever else a
server answers, the token is kept, for a new one would change nothing and may burn a login."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    AccessToken,
    ApiError,
    PermissionDenied,
    RetryPolicy,
    TokenCache,
    Unauthenticated,
)
from commerce_sdk.sandbox import ManualClock
from tests.support.shop import BILL, a_bill, shop_client
from tests.support.shop_kinds import AtOnce
from tests.support.token_hosts import TwoHosts, platform_of
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio

KEEPS = (400, 402, 403, 404, 405, 407, 409, 419, 423, 440, 451, 498, 500, 503, 511)
"""403 first of all; 407, 419, 440, 498 and 511 are taken by some for what a 401 says."""


class Issuer:
    """Gives a new token each time."""

    def __init__(self) -> None:
        self.given = 0

    def __call__(self) -> AccessToken:
        self.given += 1
        return AccessToken(f"token-{self.given}", expires_in=3600)


class Platform:
    """Answers with what is planned, then with a bill; keeps the credentials that it saw."""

    def __init__(self, *planned: int) -> None:
        self._planned = list(planned)
        self.seen: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request.headers["authorization"])
        if self._planned:
            return httpx.Response(self._planned.pop(0), json={})
        return httpx.Response(202 if request.method == "POST" else 200, json=a_bill())


def settings(**more: Any) -> dict[str, Any]:
    return {"clock": VirtualClock(ManualClock()), "retry": RetryPolicy(), "deadline": None, **more}


MAKES: dict[str, Callable[[Issuer], Any]] = {
    "a function": lambda issuer: issuer,
    "a cache": lambda issuer: TokenCache(issuer, name="billing"),
}
EACH = pytest.mark.parametrize("make", MAKES.values(), ids=list(MAKES))


@EACH
@pytest.mark.parametrize("status", KEEPS)
async def test_what_is_no_401_keeps_the_token(make: Callable[[Issuer], Any], status: int) -> None:
    issuer, platform = Issuer(), Platform(status)
    async with shop_client(platform, AtOnce, auth=make(issuer), **settings(retry=None)) as shop:
        with pytest.raises(ApiError) as caught:
            await shop.bills.get(BILL)
        assert caught.value.status == status
        await shop.bills.get(BILL)
    assert issuer.given == 1
    assert platform.seen == ["Bearer token-1"] * 2


@EACH
async def test_a_403_is_not_sent_again_either(make: Callable[[Issuer], Any]) -> None:
    issuer, platform = Issuer(), Platform(403, 403)
    async with shop_client(platform, AtOnce, auth=make(issuer), **settings()) as shop:
        with pytest.raises(PermissionDenied) as read:
            await shop.bills.get(BILL)
        with pytest.raises(PermissionDenied) as sent:
            await shop.bills.send(BILL)
    assert [len(each.value.attempts) for each in (read, sent)] == [1, 1]
    assert (read.value.maybe_applied, sent.value.maybe_applied) == (None, False)
    assert platform.seen == ["Bearer token-1"] * 2
    assert issuer.given == 1


@EACH
@pytest.mark.parametrize("name", ["read", "write"])
async def test_a_401_is_sent_once_more_with_a_new_token(
    make: Callable[[Issuer], Any], name: str
) -> None:
    issuer, platform = Issuer(), Platform(401)
    async with shop_client(platform, AtOnce, auth=make(issuer), **settings()) as shop:
        await (shop.bills.get(BILL) if name == "read" else shop.bills.send(BILL))
        await shop.bills.get(BILL)
    assert platform.seen == ["Bearer token-1", "Bearer token-2", "Bearer token-2"]
    assert issuer.given == 2


@EACH
@pytest.mark.parametrize("name", ["read", "write"])
async def test_a_401_to_the_new_token_too_is_the_end_of_the_call(
    make: Callable[[Issuer], Any], name: str
) -> None:
    issuer, platform = Issuer(), Platform(*[401] * 9)
    async with shop_client(platform, AtOnce, auth=make(issuer), **settings()) as shop:
        with pytest.raises(Unauthenticated) as caught:
            await (shop.bills.get(BILL) if name == "read" else shop.bills.send(BILL))
    assert platform.seen == ["Bearer token-1", "Bearer token-2"]
    assert issuer.given == 2
    assert [each.outcome for each in caught.value.attempts] == ["status 401"] * 2
    assert caught.value.maybe_applied is (None if name == "read" else False)
    assert caught.value.renewable is True, "the next call gets another one"


@pytest.mark.parametrize(("status", "tokens"), [(401, 2), (403, 1), (407, 1), (511, 1)])
async def test_of_client_credentials_too(status: int, tokens: int) -> None:
    hosts = TwoHosts()
    answers = [httpx.Response(status, json={})]
    hosts.answered = lambda _: answers.pop() if answers else httpx.Response(200, json=a_bill())
    platform = platform_of(unauthenticated="expired")
    async with hosts.client(platform=platform, retry=RetryPolicy()) as shop:
        if status == 401:
            await shop.bills.get(BILL)
        else:
            with pytest.raises(ApiError):
                await shop.bills.get(BILL)
        await shop.bills.get(BILL)
    assert len(hosts.tokens) == tokens
    assert hosts.sent[-1] == f"Bearer t{tokens}"
