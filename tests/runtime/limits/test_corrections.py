"""What a server says of its limits goes before what its document publishes."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import anyio
import httpx
import pytest
from msgspec.structs import replace

from commerce_sdk import DeadlineExceeded, LocalLimiter, RateLimited, RedisLimiter
from commerce_sdk.clock import Clock
from commerce_sdk.document.operation import LimitScope, RateLimit, Request
from commerce_sdk.sandbox import ManualClock
from tests.codegen.golden.shop.api.tills import get_till
from tests.shop import ShopClient
from tests.support.parallel_clock import ParallelClock
from tests.support.redis import RedisServer
from tests.support.shop import shop_client
from tests.support.steps import counted
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio


def window(
    limit: int, seconds: int, bucket: str = "reads", scope: LimitScope = "credential"
) -> RateLimit:
    return RateLimit(limit=limit, seconds=seconds, scope=scope, bucket=bucket)


def asks(name: str, *limits: RateLimit) -> Request[Any]:
    request = get_till.build(till_id="1")
    return replace(request, operation=replace(request.operation, id=name, rate_limits=limits))


def said(limit: object, seconds: object, prefix: str = "X-RateLimit-") -> dict[str, str]:
    return {f"{prefix}Limit": str(limit), f"{prefix}Interval": str(seconds)}


class Server:
    """Answers with what it says of its limits, and notes when it was asked."""

    def __init__(self, clock: Clock, **headers: str) -> None:
        self.clock = clock
        self.headers = headers
        self.status = 200
        self.moments: list[float] = []
        self.settings: dict[str, Any] = {"clock": clock, "limiter": LocalLimiter()}

    def client(self, **settings: Any) -> ShopClient:
        return shop_client(self, **self.settings | {"deadline": 0.1} | settings)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.moments.append(self.clock.monotonic())
        return httpx.Response(self.status, headers=self.headers, json={"id": "1"})


async def takes_now(client: ShopClient, request: Request[Any]) -> int:
    """How many calls go before one has to wait."""
    went = 0
    with suppress(DeadlineExceeded):
        for _ in range(100):
            await client.core.ask(request)
            went += 1
    return went


READ = asks("read", window(10, 60), window(50, 3600))
BESIDE = asks("beside", window(10, 60), window(50, 3600))
WRITE = asks("write", window(10, 60, "writes"))


@pytest.mark.parametrize("prefix", ["X-RateLimit-", "RateLimit-"])
@pytest.mark.parametrize("limit", [4, 30])
async def test_the_servers_number_goes_before_the_published_one(prefix: str, limit: int) -> None:
    server = Server(VirtualClock(ManualClock()), **said(limit, 60, prefix))
    async with server.client() as client:
        assert await takes_now(client, READ) == limit
        assert await takes_now(client.with_options(deadline=0.2), BESIDE) == 0, "it counts there"
        await server.clock.sleep(60)
        assert await takes_now(client.for_shop("hill"), BESIDE) == min(limit, 50 - limit)
        server.headers = {}
        assert await takes_now(client, WRITE) == 10
        await server.clock.sleep(3600)
        assert await takes_now(client, READ) == limit, "it holds when nothing is said any more"


NONSENSE = [
    *(said(limit, 60) for limit in (0, -4, "4.5", "many", "", 10**12)),
    *(said(4, seconds) for seconds in (0, -60, 61, "60.0", "a minute", "", 10**12)),
    {"X-RateLimit-Limit": "4"},
    {"X-RateLimit-Interval": "60"},
    {"X-RateLimit-Limit": "4", "RateLimit-Interval": "60"},
]


@pytest.mark.parametrize("headers", NONSENSE)
async def test_what_says_nothing_of_a_window_changes_nothing(headers: dict[str, str]) -> None:
    server = Server(VirtualClock(ManualClock()), **headers)
    async with server.client() as client:
        assert await takes_now(client, READ) == 10


async def test_what_may_be_of_several_buckets_is_of_none_and_a_last_word_counts() -> None:
    server = Server(VirtualClock(ManualClock()), **said(4, 60))
    both = asks("both", window(20, 60, "all"), window(10, 60), window(50, 3600))
    async with server.client() as client:
        assert await takes_now(client, both) == 10
        server.headers = said(30, 3600)
        await server.clock.sleep(60)
        for _ in range(3):
            assert await takes_now(client, both) in (10, 0)
            await server.clock.sleep(60)
        assert len(server.moments) == 30, "the hour has ten places less"
        server.headers = said(35, 3600)
        await server.clock.sleep(3600)
        await client.core.ask(READ)
        assert await takes_now(client, READ) == 9


async def test_each_client_learns_for_itself_and_what_went_counts_for_both() -> None:
    server = Server(VirtualClock(ManualClock()), **said(4, 60))
    async with server.client() as one, server.client() as other:
        assert await takes_now(one, READ) == 4
        server.headers = {}
        assert await takes_now(other, READ) == 6, "it was told nothing, and four went"
        assert await takes_now(one, READ) == 0


@pytest.mark.parametrize(("limit", "at_last"), [(4, 13 * 61), (30, 62)])
async def test_who_waits_already_is_held_to_what_is_learned(limit: int, at_last: float) -> None:
    class Slow(Server):
        async def __call__(self, request: httpx.Request) -> httpx.Response:
            found = super().__call__(request)
            await self.clock.sleep(1)
            return found

    async with ParallelClock() as clock:
        began, server = clock.monotonic(), Slow(clock, **said(limit, 60))
        client = server.client(deadline=None)
        async with client, anyio.create_task_group() as tasks:
            for _ in range(60):
                tasks.start_soon(client.core.ask, asks("read", window(10, 60)))
    moments = sorted(moment - began for moment in server.moments)
    assert moments[:10] == [0] * 10, "they went before anything was known"
    for begin in moments[10:]:
        assert sum(1 for each in moments if begin <= each < begin + 60) <= limit
    assert moments[-1] == pytest.approx(at_last, abs=0.5), "and the limit is used"


async def test_what_is_learned_is_bounded() -> None:
    server = Server(VirtualClock(ManualClock()), **said(4, 60))
    async with server.client() as client:
        for number in range(1100):
            await client.core.ask(asks(f"read_{number}", window(10, 60, f"of_{number}")))
        newest = asks("read_1099", window(10, 60, "of_1099"))
        server.headers = {}
        assert await takes_now(client, newest) == 3


@pytest.mark.parametrize(
    ("limits", "headers", "read", "write"),
    [
        ((window(9, 5, scope="address"), window(90, 50, "all", "address")), {}, 5, 5),
        ((window(9, 5, scope="address"), window(90, 50, "all", "credential")), {}, 1, 1),
        ((window(9, 500, scope="address"), window(90, 500, "all", "address")), {}, 60, 60),
        ((window(9, 5, scope="credential"), window(90, 50, "all", "credential")), {}, 1, 1),
        (
            (window(9, 5, scope="address"), window(90, 50, "all", "address")),
            {"X-RateLimit-Remaining": "0", "X-RateLimit-Limit": "9"},
            *(5, 5),
        ),
        (
            (window(9, 5, scope="address"), window(90, 50, "all", "address")),
            {"retry-after": "2"},
            2,
            2,
        ),
        (
            (window(9, 5, scope="address"), window(90, 50, "all", "address")),
            {"retry-after": "0"},
            1,
            1,
        ),
    ],
)
async def test_an_address_that_is_refused_backs_off_as_a_whole(
    limits: tuple[RateLimit, ...], headers: dict[str, str], read: float, write: float
) -> None:
    beside = replace(limits[0], bucket="writes"), limits[1]
    for request, seconds in ((asks("read", *limits), read), (asks("write", *beside), write)):
        server = Server(VirtualClock(ManualClock()), **headers)
        server.status = 429
        async with server.client(deadline=None, retry=None) as client:
            with pytest.raises(RateLimited):
                await client.core.ask(asks("read", *limits))
            server.status = 200
            await client.core.ask(request)
        assert server.moments[1] - server.moments[0] == seconds


@pytest.mark.parametrize("limit", [4, 30])
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_processes_that_share_a_redis_keep_what_they_were_told(
    redis: RedisServer, limit: int
) -> None:
    server = Server(VirtualClock(ManualClock()), **said(limit, 60))
    reads = asks("read", window(10, 60, f"limit_{limit}"))
    async with (
        RedisLimiter(redis.url, processes=4) as limiter,
        server.client(limiter=limiter) as client,
    ):
        assert await takes_now(client, reads) == limit


async def test_what_is_learned_of_one_account_costs_the_same_however_many_are_known() -> None:
    server = Server(VirtualClock(ManualClock()), **said(20, 60))
    request = asks("of each", window(10, 60, "reads", "account"))
    costs = []

    async def of_each(numbers: range) -> None:
        for number in numbers:
            account = replace(request, tenants=(f"account-{number}",))
            await client.core.ask(account)

    async with server.client() as client:
        for numbers in (range(20), range(20, 500), range(500, 520)):
            with counted("layer.py", "corrections.py") as steps:
                await of_each(numbers)
            costs.append(steps.count)
    assert costs[2] < 1.1 * costs[0]
