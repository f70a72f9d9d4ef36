"""Limits that a platform publishes by tier: a client keeps those of its own, and those of all."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import anyio
import httpx
import pytest
from anyio.lowlevel import checkpoint
from msgspec.structs import replace

from commerce_sdk import DeadlineExceeded, InvalidRequest, LocalLimiter, RateLimited
from commerce_sdk.document.operation import Platform, RateLimit, Request
from commerce_sdk.runtime.platform_client import PlatformClient
from commerce_sdk.sandbox import ManualClock
from tests.codegen.golden.shop import PLATFORM
from tests.codegen.golden.shop.api.tills import get_till
from tests.shop import ShopClient
from tests.support.parallel_clock import ParallelClock
from tests.support.shop import shop_client
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio

TILL = get_till.build(till_id="1")


def answer(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"id": "1"})


def of_tier(tier: str | None, limiter: LocalLimiter, clock: Any, **more: Any) -> ShopClient:
    more = {"deadline": 0.1, **more}
    return shop_client(more.pop("answer", answer), tier=tier, limiter=limiter, clock=clock, **more)


async def takes_now(client: ShopClient, request: Request[Any] = TILL) -> int:
    """How many calls go before one has to wait."""
    went = 0
    with suppress(DeadlineExceeded):
        for _ in range(300):
            await client.core.ask(request)
            went += 1
    return went


@pytest.mark.parametrize(("tier", "takes"), [(None, 10), ("small", 10), ("large", 30)])
async def test_a_client_keeps_the_windows_of_its_tier(tier: str | None, takes: int) -> None:
    async with of_tier(tier, LocalLimiter(), VirtualClock(ManualClock())) as client:
        assert await takes_now(client) == takes


async def test_the_clones_of_a_client_are_of_its_tier() -> None:
    clock = VirtualClock(ManualClock())
    async with of_tier("large", LocalLimiter(), clock) as client:
        for clone in (client.with_options(deadline=0.2), client.for_shop("hill")):
            assert await takes_now(clone) == 30
            await clock.sleep(1)


async def test_windows_of_all_hold_for_every_tier() -> None:
    async with of_tier("large", LocalLimiter(), clock := VirtualClock(ManualClock())) as client:
        went = []
        for _ in range(8):
            went.append(await takes_now(client))
            await clock.sleep(1)
    assert went == [30] * 6 + [20, 0], "200 in 10 seconds, whoever it is"


@pytest.mark.parametrize("tier", ["huge", "", "Large", 2])
async def test_a_tier_that_the_document_does_not_have_is_refused(tier: Any) -> None:
    with pytest.raises(InvalidRequest, match=r"^tier: must be 'small' or 'large'$") as caught:
        shop_client(answer, tier=tier, limiter=None)
    assert caught.value.path == "tier"


async def test_a_tier_of_a_platform_without_any_is_refused() -> None:
    class Plain(PlatformClient):
        """A shop that treats all alike."""

        platform = Platform(name="plain", server="https://plain.invalid")
        prefix = "PLAIN_"

    transport = httpx.MockTransport(answer)
    with pytest.raises(
        InvalidRequest, match=r"^tier: is nothing that the limits of this"
    ) as caught:
        Plain(token="t", transport=transport, tier="small")
    assert caught.value.path == "tier"
    async with Plain(token="t", transport=transport):
        pass


async def test_clients_of_one_credential_count_together_each_to_its_own_windows() -> None:
    limiter, clock = LocalLimiter(), VirtualClock(ManualClock())
    async with of_tier("small", limiter, clock) as small, of_tier("large", limiter, clock) as large:
        assert await takes_now(small) == 10
        assert await takes_now(large) == 20, "the server has seen ten of its thirty"
        assert await takes_now(small) == 0
        await clock.sleep(1)
        for _ in range(9):
            await large.core.ask(TILL)
        assert await takes_now(small) == 1
        assert await takes_now(large) == 20
    async with of_tier("large", limiter, clock, token="another") as other:
        assert await takes_now(other) == 30


async def test_who_waits_for_the_window_of_a_tier_holds_up_no_other() -> None:
    limiter, went = LocalLimiter(), list[str]()
    async with ParallelClock() as clock:
        small = of_tier("small", limiter, clock, deadline=None)
        large = of_tier("large", limiter, clock, deadline=None)
        async with small, large, anyio.create_task_group() as tasks:

            async def ask(name: str, client: ShopClient) -> None:
                await client.core.ask(TILL)
                went.append(f"{name} at {clock.monotonic() - began:g}")

            began = clock.monotonic()
            for name, client, times in (("small", small, 12), ("large", large, 3)):
                for _ in range(times):
                    tasks.start_soon(ask, name, client)
                    for _ in range(4):
                        await checkpoint()
    assert went == ["small at 0"] * 10 + ["large at 0"] * 3 + ["small at 1"] * 2


async def test_what_a_longer_window_of_another_tier_counts_is_not_forgotten() -> None:
    windows = (
        RateLimit(limit=2, seconds=1, scope="credential", tier="small"),
        RateLimit(limit=5, seconds=60, scope="credential", tier="large"),
    )
    request = replace(TILL, operation=replace(TILL.operation, rate_limits=windows))
    limiter, clock = LocalLimiter(), VirtualClock(ManualClock())
    async with of_tier("small", limiter, clock) as small, of_tier("large", limiter, clock) as large:
        assert await takes_now(small, request) == 2
        assert await takes_now(large, request) == 3, "what is known counts in a window that is new"
        await clock.sleep(10)
        assert await takes_now(small, request) == 2
        assert await takes_now(large, request) == 0
        await clock.sleep(50)
        assert await takes_now(large, request) == 3, "those of the last minute are two"


async def test_a_refusal_pauses_clients_of_every_tier() -> None:
    limiter, clock = LocalLimiter(), VirtualClock(ManualClock())

    def refuse(request: httpx.Request) -> httpx.Response:
        return httpx.Response(429, headers={"retry-after": "5"})

    refused = of_tier("small", limiter, clock, answer=refuse)
    async with refused, of_tier("large", limiter, clock) as large:
        with pytest.raises(RateLimited):
            await refused.core.ask(TILL)
        assert await takes_now(large) == 0
        await clock.sleep(5)
        assert await takes_now(large) == 30


async def test_windows_of_another_tier_alone_are_none_that_are_published() -> None:
    window = RateLimit(limit=1, seconds=60, scope="credential", tier="large")
    request = replace(TILL, operation=replace(TILL.operation, rate_limits=(window,)))
    async with of_tier("small", LocalLimiter(), VirtualClock(ManualClock())) as client:
        assert await takes_now(client, request) == 300


def test_a_platform_names_its_tiers_the_usual_one_first() -> None:
    assert PLATFORM.tiers == ("small", "large")
