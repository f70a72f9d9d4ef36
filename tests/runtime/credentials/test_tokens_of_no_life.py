"""Tokens that end at once: each still serves those who waited for it, and nobody asks for ever."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import AccessToken, AuthenticationFailed, TokenCache
from commerce_sdk.clock import Clock, SystemClock
from commerce_sdk.sandbox import ManualClock
from tests.support.shop import BILL, a_bill, shop_client
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio

MOST = 3
"""Times that one hundred callers of one moment may ask for a token; a loop asks far more often."""


class Issuer:
    """Counts how often it is asked, and breaks out of a loop that awaits nothing."""

    def __init__(self, clock: Clock, lifetime: float) -> None:
        self.clock = clock
        self.lifetime = lifetime
        self.asked = 0

    def plain(self) -> AccessToken:
        self.asked += 1
        if self.asked > 500:
            raise AssertionError("asked for ever")
        return AccessToken(f"t{self.asked}", expires_in=self.lifetime)

    async def slow(self) -> AccessToken:
        await self.clock.sleep(self.lifetime)
        return self.plain()


def real() -> Clock:
    return SystemClock()


def virtual() -> Clock:
    return VirtualClock(ManualClock())


@pytest.mark.parametrize("callers", [1, 100])
@pytest.mark.parametrize("lifetime", [1e-6, 1e-30])
@pytest.mark.parametrize("way", ["plain", "slow"])
@pytest.mark.parametrize("clock_of", [real, virtual])
async def test_a_token_that_ends_at_once_serves_those_who_waited_for_it(
    clock_of: Callable[[], Clock], way: str, lifetime: float, callers: int
) -> None:
    clock = clock_of()
    issuer, headers = Issuer(clock, lifetime), []
    cache = TokenCache(getattr(issuer, way))

    async def one() -> None:
        headers.append(await cache.header(clock))

    with anyio.fail_after(20):
        async with anyio.create_task_group() as tasks:
            for _ in range(callers):
                tasks.start_soon(one)
    assert len(headers) == callers
    assert issuer.asked <= min(callers, MOST)


async def test_calls_with_such_tokens_go_out_and_each_later_one_asks_anew() -> None:
    clock = virtual()
    issuer, seen = Issuer(clock, 1e-6), []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request.headers["authorization"])
        return httpx.Response(200, json=a_bill())

    async with shop_client(answer, auth=issuer.plain, clock=clock) as shop:
        for _ in range(3):
            await shop.bills.get(BILL)
            await clock.sleep(1e-3)
    assert seen == ["Bearer t1", "Bearer t2", "Bearer t3"]


async def test_a_token_that_ended_within_the_margin_while_it_was_awaited_is_used() -> None:
    """The margin is for the way to the server; who asked just now has nothing better."""
    clock = virtual()

    async def source() -> AccessToken:
        await clock.sleep(60)
        return AccessToken("t", expires_in=5e-324)

    assert await TokenCache(source).header(clock) == "Bearer t"


@pytest.mark.parametrize("expires_in", [0, -1, -3600.0, float("nan"), float("-inf")])
async def test_a_token_that_ended_in_the_past_is_a_failure_and_no_loop(expires_in: Any) -> None:
    clock, asked = virtual(), 0

    def source() -> AccessToken:
        nonlocal asked
        asked += 1
        return AccessToken("t", expires_in=expires_in)

    cache, raised = TokenCache(source), []

    async def one() -> None:
        with pytest.raises(AuthenticationFailed) as caught:
            await cache.header(clock)
        raised.append(caught.value)

    with anyio.fail_after(20):
        async with anyio.create_task_group() as tasks:
            for _ in range(100):
                tasks.start_soon(one)
    assert len(raised) == 100
    assert asked == 1
    assert "expires_in: must be seconds above zero" in str(raised[0])


async def test_callers_of_one_moment_share_a_token_of_a_plain_source() -> None:
    clock = virtual()
    issuer, headers = Issuer(clock, 3600), []
    cache = TokenCache(issuer.plain)

    async def one() -> None:
        headers.append(await cache.header(clock))

    async with anyio.create_task_group() as tasks:
        for _ in range(100):
            tasks.start_soon(one)
    assert headers == ["Bearer t1"] * 100


async def test_a_failed_renewal_of_a_token_that_is_still_good_hands_it_out() -> None:
    clock, fails = virtual(), False

    def source() -> AccessToken:
        if fails:
            raise OSError
        return AccessToken("t", expires_in=100)

    cache = TokenCache(source)
    await cache.header(clock)
    fails = True
    await clock.sleep(80)
    assert await cache.header(clock) == "Bearer t"
