"""The published limits of a token host, which all clients of an address keep together; and by what
other processes know whose calls they are."""

from __future__ import annotations

from contextlib import AsyncExitStack

import anyio
import httpx
import pytest

from commerce_sdk import ClientCredentials, LocalLimiter, RedisLimiter
from commerce_sdk.document.operation import LimitScope, RateLimit
from tests.support.parallel_clock import ParallelClock
from tests.support.shop import BILL
from tests.support.token_hosts import SECRET, TwoHosts, credentials, platform_of

pytestmark = pytest.mark.anyio
THREE = (RateLimit(limit=3, seconds=10, scope="address"),)


@pytest.mark.parametrize("scope", [None, "credential", "account", "address"])
async def test_no_more_tokens_are_asked_for_than_the_token_host_allows(
    scope: LimitScope | None,
) -> None:
    """Five clients, each with credentials of its own, of one address."""
    hosts, limiter = TwoHosts(), LocalLimiter(scope)
    async with ParallelClock() as clock, AsyncExitStack() as stack:
        hosts.clock = clock
        settings = {"platform": platform_of(token_limits=THREE), "limiter": limiter}
        clients = [
            await stack.enter_async_context(hosts.client(credentials(f"c{n}"), **settings))
            for n in range(5)
        ]
        async with anyio.create_task_group() as tasks:
            for each in clients:
                tasks.start_soon(each.bills.get, BILL)
    waited = [moment - hosts.moments[0] for moment in hosts.moments]
    if scope == "account":  # the limiter's own rule goes before the document's
        assert waited == [0] * 5
    else:
        assert (waited[:3], len(waited)) == ([0] * 3, 5)
        assert all(moment >= 10 for moment in waited[3:])


async def test_a_429_of_the_token_host_holds_no_call_of_the_api() -> None:
    hosts, auth = TwoHosts(), credentials()
    async with hosts.client(auth) as shop:
        await shop.bills.get(BILL)
        hosts.given = lambda: httpx.Response(429, headers={"retry-after": "60"})
        await hosts.clock.sleep(3600 - 30)
        began = hosts.clock.monotonic()
        await shop.bills.get(BILL)
        assert hosts.clock.monotonic() == began
    assert hosts.sent == ["Bearer t1"] * 2


async def test_other_processes_know_whose_calls_they_are_and_no_secret() -> None:
    """A limiter of several processes needs to; each makes its credential anew."""

    async def identity(auth: ClientCredentials, **scheme: object) -> str:
        limiter = RedisLimiter("redis://127.0.0.1:1/0", scope="credential", processes=4)
        platform = platform_of(**scheme)
        async with TwoHosts().client(auth, platform=platform, limiter=limiter) as shop:
            known = shop.core.pipeline.auth.identity
        assert known is not None
        return known

    first = await identity(credentials())
    assert await identity(credentials()) == first
    assert await identity(ClientCredentials("a client", "renewed secret")) == first
    assert await identity(credentials("another client")) != first
    assert await identity(credentials(), token_url="https://other.invalid/oauth/token") != first
    assert SECRET not in first
    assert "a client" not in first
