"""Whose calls count together: those for one tenant, whoever makes them; those without a credential."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Any

import httpx
import pytest
from msgspec.structs import replace

from commerce_sdk import DeadlineExceeded, InvalidRequest, LocalLimiter, RedisLimiter
from commerce_sdk.document.operation import RateLimit, Request
from commerce_sdk.runtime.platform_client import PlatformClient
from commerce_sdk.sandbox import ManualClock
from tests.codegen.golden.shop import PLATFORM
from tests.codegen.golden.shop.api.access import log_in
from tests.codegen.golden.shop.api.bills import get_bill
from tests.codegen.golden.shop.api.racks import get_rack
from tests.codegen.golden.shop.api.tills import get_till, open_till
from tests.codegen.golden.shop.models import LoginInput, OpeningInput
from tests.support.shop import BILL, shop, shop_client
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio

BY_ACCOUNT = RateLimit(limit=1, seconds=60, scope="account", bucket="all")
BY_CREDENTIAL = RateLimit(limit=1, seconds=60, scope="credential", bucket="all")


def limited(request: Request[Any], limit: RateLimit = BY_ACCOUNT) -> Request[Any]:
    return replace(request, operation=replace(request.operation, rate_limits=(limit,)))


def answer(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"id": "1"})


TILL = get_till.build(till_id="1")
REQUESTS = {
    "its own tenant": (get_bill.build(bill_id=BILL), ("a", "ada"), ("a", "bob"), ("b", "ada")),
    "all of its own": (TILL, ("a", "ada"), ("a", "ada"), ("a", "bob")),
    "none, so the first": (get_rack.build(rack_id="1"), ("a", "ada"), ("a", "bob"), ("b", "ada")),
    "what the body says": (
        open_till.build(till_id="1", body=OpeningInput(clerk="ada")),
        ("a", "ada"),
        ("a", None),
        ("b", "ada"),
    ),
}


@pytest.mark.parametrize(("request_", "one", "same", "other"), REQUESTS.values(), ids=REQUESTS)
async def test_a_limit_by_account_counts_by_whom_the_request_is_for(
    request_: Request[Any], one: Any, same: Any, other: Any
) -> None:
    clock = VirtualClock(ManualClock())
    limiter = LocalLimiter()

    async def ask(who: tuple[str, str | None], token: str) -> None:
        settings: dict[str, Any] = {"limiter": limiter, "clock": clock, "deadline": 1}
        async with shop_client(
            answer, shop=who[0], clerk=who[1], token=token, **settings
        ) as client:
            await client.core.ask(limited(request_))

    await ask(one, "t1")
    with pytest.raises(DeadlineExceeded):
        await ask(same, "t2")
    await ask(other, "t1")


async def test_those_that_bodies_name_count_apart_and_once() -> None:
    def opening(clerk: str) -> Request[Any]:
        return limited(open_till.build(till_id="1", body=OpeningInput(clerk=clerk)))

    settings: dict[str, Any] = {"clock": VirtualClock(ManualClock()), "deadline": 1}
    async with shop_client(answer, shop="a", limiter=LocalLimiter(), **settings) as client:
        await client.core.ask(opening("ada"))
        await client.core.ask(opening("bob"))
        with pytest.raises(DeadlineExceeded):
            await client.core.ask(opening("ada"))
        assert client.core.tenants.fill(opening("a")).tenants == ("a",)


async def test_calls_without_a_credential_count_together() -> None:
    clock = VirtualClock(ManualClock())
    limiter = LocalLimiter()
    login = limited(log_in.build(body=LoginInput(email="a@b.c", password="p")), BY_CREDENTIAL)
    async with (
        shop(answer, None, limiter=limiter, clock=clock) as one,
        shop(answer, None, limiter=limiter, clock=clock, deadline=1) as other,
    ):
        await one.ask(login)
        with pytest.raises(DeadlineExceeded):
            await other.ask(login)


SPELLINGS = [
    "https://API.example.com/v1",
    "HTTPS://api.example.com/v1",
    "https://api.example.com:443/v1/",
    "https://api.example.com./v1",
    "https://API.EXAMPLE.com.:443/v1",
]


OTHERS = [
    "https://api.example.com/v2",
    "https://api.example.com:8443/v1",
    "https://api.example.org/v1",
]


@pytest.mark.parametrize(
    ("address", "waits"),
    [*((each, True) for each in SPELLINGS), *((each, False) for each in OTHERS)],
)
async def test_a_server_is_one_however_its_address_is_written(address: str, waits: bool) -> None:
    settings: dict[str, Any] = {
        "clock": VirtualClock(ManualClock()),
        "limiter": LocalLimiter(),
        "deadline": 1,
    }
    request = limited(get_rack.build(rack_id="1"), BY_CREDENTIAL)
    async with (
        shop_client(answer, base_url="https://api.example.com/v1", **settings) as one,
        shop_client(answer, base_url=address, **settings) as another,
    ):
        await one.core.ask(request)
        with pytest.raises(DeadlineExceeded) if waits else nullcontext():
            await another.core.ask(request)


async def test_a_client_that_only_logs_in_needs_no_name_for_a_limiter_of_many_processes() -> None:
    limiter = RedisLimiter("redis://127.0.0.1:1", processes=4)
    async with shop(answer, None, limiter=limiter):
        pass
    with pytest.raises(InvalidRequest, match="scope='address'"):
        async with shop(answer, lambda: "t", limiter=limiter):
            pass


async def test_where_a_platform_has_no_accounts_nothing_counts_by_them() -> None:
    class Plain(PlatformClient):
        """A shop of nobody."""

        platform = PLATFORM
        prefix = "PLAIN_"

    transport = httpx.MockTransport(answer)
    limiter = LocalLimiter(scope="account")
    async with Plain(token="t", transport=transport, limiter=limiter) as client:
        with pytest.raises(InvalidRequest, match=r"^limiter: cannot count by account"):
            await client._core.ask(get_rack.build(rack_id="1"))
