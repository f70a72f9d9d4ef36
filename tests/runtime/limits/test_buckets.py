"""Limits are named buckets: what several operations share counts together, and nothing else does."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest
from anyio.abc import TaskGroup
from msgspec.structs import replace

from commerce_sdk import DeadlineExceeded, LocalLimiter
from commerce_sdk.clock import Clock
from commerce_sdk.document.operation import LimitScope, Operation, RateLimit, Request
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.call.exchange import Call, Context, Reply
from commerce_sdk.runtime.credentials.auth import Bearer
from commerce_sdk.runtime.limits.layer import KeepLimits
from commerce_sdk.sandbox import ManualClock
from tests.codegen.golden.shop.api.bills import get_bill
from tests.codegen.golden.shop.api.stands import (
    add_rack,
    count_racks,
    get_opening,
    remove_racks,
)
from tests.support.parallel_clock import ParallelClock
from tests.support.shop import shop_client
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio

SHOP = "https://shop.invalid/api"


def window(
    limit: int, seconds: int, bucket: str | None = None, scope: LimitScope = "credential"
) -> RateLimit:
    return RateLimit(limit=limit, seconds=seconds, scope=scope, bucket=bucket)


def operation(name: str, *limits: RateLimit) -> Operation:
    return replace(get_bill.OPERATION, id=name, rate_limits=limits)


class Shop:
    """A server that notes when each call reached it, behind the layer that keeps the limits."""

    def __init__(self, clock: Clock, limiter: LocalLimiter | None = None) -> None:
        self.clock = clock
        self.began = clock.monotonic()
        self.limiter = limiter or LocalLimiter()
        self.moments: defaultdict[str, list[float]] = defaultdict(list)
        self.replies: list[Reply] = []
        self.takes: Callable[[], float] = lambda: 0.0

    async def _below(self, call: Call) -> Reply:
        call.evidence.begun = True
        self.moments[call.request.operation.id].append(self.clock.monotonic() - self.began)
        if seconds := self.takes():
            await self.clock.sleep(seconds)
        return self.replies.pop(0) if self.replies else Reply(status=200, headers={})

    async def ask(
        self,
        what: Operation,
        token: str = "one",
        account: str | None = None,
        seconds: float | None = None,
    ) -> None:
        layer = KeepLimits(self.limiter, SHOP, Bearer(token), self.clock, self._below)
        request: Any = Request(operation=what, path="/")
        context = Context(Deadline(seconds, self.clock))
        await layer(Call(request=request, context=context, account=account))

    async def takes_now(self, what: Operation, **who: Any) -> int:
        """How many calls go before one has to wait."""
        went = 0
        with suppress(DeadlineExceeded):
            for _ in range(100):
                await self.ask(what, seconds=0.001, **who)
                went += 1
        return went

    def all_moments(self, *names: str) -> list[float]:
        return sorted(moment for name in names or self.moments for moment in self.moments[name])


async def come(tasks: TaskGroup, *what: Any) -> None:
    """Start a task and let it come as far as it gets, while the time stands still."""
    tasks.start_soon(*what)
    for _ in range(4):
        await anyio.lowlevel.checkpoint()


def most_in_a_window(moments: list[float], seconds: float) -> int:
    return max(sum(1 for each in moments if begin <= each < begin + seconds) for begin in moments)


ALL = (window(10, 1, "all"), window(25, 5, "all"))


async def test_two_windows_over_all_operations_and_one_of_each() -> None:
    orders = operation("list_orders", *ALL, window(4, 1))
    goods = operation("list_goods", *ALL, window(8, 1))
    async with ParallelClock() as clock:
        shop = Shop(clock)
        async with anyio.create_task_group() as tasks:
            for _ in range(50):
                tasks.start_soon(shop.ask, orders)
                tasks.start_soon(shop.ask, goods)
    everything = shop.all_moments()
    assert len(everything) == 100
    assert most_in_a_window(everything, 1) == 10
    assert most_in_a_window(everything, 5) == 25
    assert most_in_a_window(shop.moments["list_orders"], 1) == 4
    assert most_in_a_window(shop.moments["list_goods"], 1) <= 8
    assert sum(1 for each in everything if each < 15) == 75, "the limit is used to the full"


async def test_the_windows_of_a_method() -> None:
    reads = [operation(name, window(3, 10, "get")) for name in ("get_a", "get_b")]
    writes = [operation(name, window(2, 10, "post")) for name in ("post_a", "post_b")]
    shop = Shop(VirtualClock(ManualClock()))
    assert [await shop.takes_now(each) for each in (*reads, *writes)] == [3, 0, 2, 0]


async def test_account_next_to_credential_next_to_address() -> None:
    counted = operation(
        "count",
        window(7, 60, "all", "address"),
        window(5, 60, "who", "credential"),
        window(3, 60, scope="account"),
    )
    shop = Shop(VirtualClock(ManualClock()))
    assert await shop.takes_now(counted, token="one", account="a") == 3
    assert await shop.takes_now(counted, token="two", account="a") == 0, "the account has had its 3"
    assert await shop.takes_now(counted, token="one", account="b") == 2, "the credential, its 5"
    assert await shop.takes_now(counted, token="two", account="b") == 1, "the account again"
    assert await shop.takes_now(counted, token="two", account="c") == 1, "the address, its 7"
    assert await shop.takes_now(counted, token="three", account="d") == 0


@pytest.mark.parametrize(
    ("scope", "takes"), [("credential", [2, 0, 2]), ("account", [2, 2, 0]), ("address", [2, 0, 0])]
)
async def test_a_limiter_with_a_scope_counts_all_buckets_by_it(
    scope: LimitScope, takes: list[int]
) -> None:
    counted = operation("count", window(9, 60, "all", "address"), window(2, 60, scope="account"))
    shop = Shop(VirtualClock(ManualClock()), LocalLimiter(scope=scope))
    callers = [("one", "a"), ("one", "b"), ("two", "a")]
    found = [await shop.takes_now(counted, token=token, account=acc) for token, acc in callers]
    assert found == takes


async def test_who_waits_for_a_scarce_bucket_keeps_nobody_from_going() -> None:
    scarce = operation("scarce", window(10, 5, "all"), window(1, 60))
    plenty = operation("plenty", window(10, 5, "all"))
    async with ParallelClock() as clock:
        shop = Shop(clock)
        async with anyio.create_task_group() as tasks:
            for _ in range(20):
                await come(tasks, shop.ask, scarce)
            for _ in range(9):
                await come(tasks, shop.ask, plenty)
            assert shop.moments == {"scarce": [0], "plenty": [0] * 9}
            for _ in range(30):
                await come(tasks, shop.ask, plenty)
            await clock.sleep(20)
            assert shop.moments["plenty"][9:] == [5] * 10 + [10] * 10 + [15] * 10
            tasks.cancel_scope.cancel()
    assert len(shop.limiter._queues) == 0


async def test_who_came_first_goes_first_whatever_it_asks() -> None:
    asked = [operation(name, window(1, 1, "all"), window(9, 1)) for name in "abc"]
    async with ParallelClock() as clock:
        shop, went = Shop(clock), []

        async def one(number: int) -> None:
            await shop.ask(asked[number % 3])
            went.append(number)

        async with anyio.create_task_group() as tasks:
            for number in range(12):
                await come(tasks, one, number)
    assert went == list(range(12))
    assert shop.all_moments() == list(range(12))


async def test_who_was_passed_goes_as_soon_as_its_bucket_has_room() -> None:
    scarce = operation("scarce", window(1, 1, "all"), window(1, 5))
    plenty = operation("plenty", window(1, 1, "all"))
    async with ParallelClock() as clock:
        shop = Shop(clock)
        async with anyio.create_task_group() as tasks:
            for _ in range(3):
                await come(tasks, shop.ask, scarce)
            for _ in range(12):
                await come(tasks, shop.ask, plenty)
    assert shop.moments["scarce"] == [0, 5, 10]
    assert shop.moments["plenty"] == [1, 2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14]


async def test_nobody_slips_in_before_who_is_due() -> None:
    scarce = operation("scarce", window(1, 1, "all"), window(1, 5))
    plenty = operation("plenty", window(1, 1, "all"))
    clock = ParallelClock()
    shop = Shop(clock)
    async with clock, anyio.create_task_group() as tasks:
        for _ in range(2):
            await come(tasks, shop.ask, scarce)
        # Both buckets have room again, and who waits has not woken yet.
        clock.manual.advance(5)
        await shop.ask(plenty)
    assert shop.moments == {"scarce": [0, 5], "plenty": [6]}


async def test_through_cancels_no_place_is_lost_and_none_is_given_twice() -> None:
    chance = random.Random(5)
    asked = [
        operation("a", *ALL, window(3, 1)),
        operation("b", *ALL, window(9, 2, "b", "account")),
        operation("c", window(4, 1)),
    ]
    async with ParallelClock() as clock:
        shop = Shop(clock)
        shop.takes = lambda: chance.choice([0.0, 0.2, 1.5])

        async def one() -> None:
            with anyio.CancelScope() as scope:
                async with anyio.create_task_group() as tasks:
                    if chance.random() < 0.5:
                        tasks.start_soon(cancel_after, scope, chance.choice([0, 0, 1, 5, 30]))
                    await shop.ask(chance.choice(asked), account=chance.choice("xy"))
                    tasks.cancel_scope.cancel()

        async def cancel_after(scope: anyio.CancelScope, seconds: float) -> None:
            await clock.sleep(seconds)
            scope.cancel()

        async with anyio.create_task_group() as tasks:
            for _ in range(150):
                tasks.start_soon(one)
        assert most_in_a_window(shop.all_moments("a", "b"), 1) <= 10
        assert most_in_a_window(shop.all_moments("a", "b"), 5) <= 25
        assert most_in_a_window(shop.moments["a"], 1) <= 3
        assert most_in_a_window(shop.moments["c"], 1) <= 4
        assert len(shop.limiter._queues) == 0
        assert not [log for log in shop.limiter._places._logs if log.under_way]
        shop.takes = lambda: 0.0
        await clock.sleep(10)
        assert await shop.takes_now(asked[0]) == 3, "every place is there again"


async def test_who_is_not_sent_gives_back_its_places_in_all_buckets() -> None:
    counted = operation("count", window(2, 60, "all"), window(2, 60))
    shop = Shop(VirtualClock(ManualClock()))
    below = shop._below

    async def refused(call: Call) -> Reply:
        raise OSError("connection refused")

    shop._below = refused  # type: ignore[method-assign]
    for _ in range(5):
        with pytest.raises(OSError, match="refused"):
            await shop.ask(counted)
    shop._below = below  # type: ignore[method-assign]
    assert await shop.takes_now(counted) == 2


def refusal(**headers: str) -> Reply:
    return Reply(status=429, headers={key.replace("_", "-"): each for key, each in headers.items()})


PAUSES = {
    "a refusal that names no limit": (refusal(retry_after="7"), 7, 7),
    "a refusal that names a time of its headers": (
        refusal(x_ratelimit_remaining="0", x_ratelimit_reset="7"),
        7,
        7,
    ),
    "nothing is left of the operation's own": (
        refusal(retry_after="7", ratelimit_remaining="0", ratelimit_limit="5"),
        0,
        7,
    ),
    "nothing is left of all": (
        refusal(retry_after="7", x_ratelimit_remaining="0", x_ratelimit_limit="9, 9;w=1"),
        7,
        7,
    ),
    "nothing is left of what nobody knows": (
        refusal(retry_after="7", x_ratelimit_remaining="0", x_ratelimit_limit="77"),
        7,
        7,
    ),
    "something is left of all": (
        refusal(retry_after="7", x_ratelimit_remaining="3", x_ratelimit_limit="9"),
        7,
        7,
    ),
}


@pytest.mark.parametrize(("reply", "others", "own"), PAUSES.values(), ids=PAUSES)
async def test_a_pause_is_for_who_counts_in_what_it_is_about(
    reply: Reply, others: float, own: float
) -> None:
    refused = operation("refused", window(9, 1, "all"), window(5, 1))
    shares = operation("shares", window(9, 1, "all"), window(6, 1))
    apart = operation("apart", window(9, 1, "others"))
    for what, seconds in ((apart, 0), (shares, others), (refused, own)):
        shop = Shop(VirtualClock(ManualClock()))
        shop.replies.append(reply)
        await shop.ask(refused)
        await shop.ask(what)
        assert shop.moments[what.id][-1] == seconds, what.id


async def test_without_a_published_limit_a_refusal_pauses_the_operation() -> None:
    refused, other = operation("refused"), operation("other")
    shop = Shop(VirtualClock(ManualClock()))
    assert [await shop.takes_now(each) for each in (refused, other)] == [100, 100]
    shop.replies.append(refusal(retry_after="7"))
    await shop.ask(refused)
    await shop.ask(other)
    await shop.ask(refused)
    assert shop.moments["other"][-1] == 0
    assert shop.moments["refused"][-1] == 7


async def test_the_shop_counts_as_its_document_says() -> None:
    shop = Shop(VirtualClock(ManualClock()))
    assert await shop.takes_now(count_racks.OPERATION, account="a") == 5
    assert await shop.takes_now(count_racks.OPERATION, account="b", token="two") == 5
    assert await shop.takes_now(add_rack.OPERATION) == 3
    assert await shop.takes_now(remove_racks.OPERATION) == 0
    assert await shop.takes_now(remove_racks.OPERATION, token="two") == 3
    rest = [await shop.takes_now(get_opening.OPERATION, token=token) for token in ("a", "b", "c")]
    assert rest == [100, 84, 0], "two hundred in all, whoever asks"
    await shop.clock.sleep(10)
    assert await shop.takes_now(add_rack.OPERATION) == 3


async def test_the_shops_windows_over_all_operations_and_of_one_hold_side_by_side() -> None:
    asked = (count_racks.OPERATION, add_rack.OPERATION, remove_racks.OPERATION)
    async with ParallelClock() as clock:
        shop = Shop(clock)
        async with anyio.create_task_group() as tasks:
            for number in range(240):
                tasks.start_soon(shop.ask, asked[number % 3], "one", f"{number % 12}")
    assert len(shop.all_moments()) == 240
    assert most_in_a_window(shop.all_moments(), 10) <= 200
    assert most_in_a_window(shop.moments["add_rack"], 10) <= 50
    racks = shop.all_moments("add_rack", "remove_racks")
    assert most_in_a_window(racks, 1) == 3
    assert racks[-1] < 1.05 * len(racks) / 3, "the limit is used"


async def test_clients_of_the_shop_share_its_buckets_each_as_the_document_says() -> None:
    async with ParallelClock() as clock:
        sent: list[tuple[str, float]] = []
        began, limiter = clock.monotonic(), LocalLimiter()

        def answer(request: httpx.Request) -> httpx.Response:
            sent.append((request.method, clock.monotonic() - began))
            return httpx.Response(204)

        async with (
            shop_client(answer, limiter=limiter, clock=clock, deadline=None) as one,
            shop_client(answer, limiter=limiter, clock=clock, deadline=None, token="2") as other,
            anyio.create_task_group() as tasks,
        ):
            for _ in range(6):
                tasks.start_soon(one.core.ask, add_rack.build())
                tasks.start_soon(one.core.ask, remove_racks.build())
            for _ in range(8):
                await anyio.lowlevel.checkpoint()
            for _ in range(191):
                tasks.start_soon(other.core.ask, get_opening.build())
    racks = [moment for method, moment in sent if method != "GET"]
    assert sorted(racks) == [0] * 3 + [1] * 3 + [2] * 3 + [10] * 3
    assert [moment for method, moment in sent if method == "GET"] == [0] * 191
