"""One page ahead, never more, and nothing left behind."""

from __future__ import annotations

from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import CommerceClient, InvalidRequest, PaginationError, ServerError
from tests.support.clients import client

pytestmark = pytest.mark.anyio


class Lists(httpx.AsyncBaseTransport):
    """Ten pages of three; counts what is asked for, and what is under way."""

    def __init__(self) -> None:
        self.asked: list[str | None] = []
        self.under_way = 0
        self.fails: dict[int, int] = {}
        self.gate: anyio.Event | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        cursor = request.url.params.get("start-id")
        number = int(cursor or 0)
        self.asked.append(cursor)
        self.under_way += 1
        try:
            await anyio.lowlevel.checkpoint()
            if self.gate is not None:
                await self.gate.wait()
        finally:
            self.under_way -= 1
        if self.fails.get(number, 0):
            self.fails[number] -= 1
            return httpx.Response(500)
        data = [{"orderId": f"{number}-{index}"} for index in range(3)]
        following = str(number + 1) if number < 9 else None
        return httpx.Response(200, json={"data": data, "nextId": following})


def listing(server: Lists) -> tuple[CommerceClient, Any]:
    commerce = client(server)
    return commerce, commerce.orders.list()


async def test_all_pages_come_in_order_and_once() -> None:
    server = Lists()
    commerce, orders = listing(server)
    async with commerce, orders.prefetch() as pages:
        ids = [order.order_id async for page in pages for order in page.items]
    assert ids == [f"{number}-{index}" for number in range(10) for index in range(3)]
    assert server.asked == [None, *map(str, range(1, 10))]


async def test_at_most_one_page_is_fetched_ahead_of_what_was_asked_for() -> None:
    server = Lists()
    commerce, orders = listing(server)
    async with commerce, orders.prefetch() as pages:
        await anyio.wait_all_tasks_blocked()
        assert server.asked == [], "nothing before it is asked for"
        for taken in range(1, 6):
            page = await anext(pages)
            assert page.items[0].order_id == f"{taken - 1}-0"
            await anyio.wait_all_tasks_blocked()
            assert len(server.asked) == taken + 1
            assert pages.cursor == str(taken)
    assert server.under_way == 0


async def test_never_more_pages_than_were_asked_for() -> None:
    for limit in (0, 1, 3, 10, 50):
        server = Lists()
        commerce, orders = listing(server)
        async with commerce, orders.prefetch(limit=limit) as pages:
            taken = [page async for page in pages]
            await anyio.wait_all_tasks_blocked()
        assert len(taken) == min(limit, 10) == len(server.asked)
    with pytest.raises(InvalidRequest, match="limit: must be a whole number from zero on"):
        listing(Lists())[1].prefetch(limit=-1)


async def test_it_goes_on_from_a_cursor() -> None:
    server = Lists()
    commerce, orders = listing(server)
    async with commerce, orders.prefetch(after="8") as pages:
        assert [page.items[0].order_id async for page in pages] == ["8-0", "9-0"]


async def test_leaving_drops_the_page_that_is_on_its_way() -> None:
    server = Lists()
    commerce, orders = listing(server)
    async with commerce:
        async with orders.prefetch() as pages:
            await anext(pages)
            server.gate = anyio.Event()
            await anyio.wait_all_tasks_blocked()
            assert server.under_way == 1
        assert server.under_way == 0
        assert commerce._core.pipeline._under_way == set()


async def test_what_the_body_raises_comes_out_as_it_is() -> None:
    commerce, orders = listing(Lists())
    async with commerce:

        async def raising() -> None:
            async with orders.prefetch() as pages:
                await anext(pages)
                raise KeyError("mine")

        with pytest.raises(KeyError, match="mine"):
            await raising()
        with anyio.CancelScope() as scope:
            async with orders.prefetch() as pages:
                await anext(pages)
                scope.cancel()
                await anyio.sleep_forever()
        assert scope.cancelled_caught


async def test_an_error_shows_when_its_page_is_asked_for_and_can_be_got_over() -> None:
    server = Lists()
    server.fails = {2: 1}
    commerce, orders = listing(server)
    seen = []
    async with commerce, orders.prefetch() as pages:
        seen += [(await anext(pages)).items[0].order_id, (await anext(pages)).items[0].order_id]
        await anyio.wait_all_tasks_blocked()
        with pytest.raises(ServerError) as caught:
            await anext(pages)
        assert caught.value.cursor == "2"
        seen += [page.items[0].order_id async for page in pages]
    assert seen == [f"{number}-0" for number in range(10)]


async def test_a_list_that_cannot_be_followed_says_so() -> None:
    commerce = client(lambda request: httpx.Response(200, json={"data": [], "nextId": "x"}))
    async with commerce, commerce.orders.list().prefetch() as pages:
        with pytest.raises(PaginationError):
            [page async for page in pages]


async def test_two_tasks_on_it_are_told() -> None:
    server = Lists()
    commerce, orders = listing(server)
    async with commerce, orders.prefetch() as pages:
        server.gate = anyio.Event()
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(anext, pages)
            await anyio.wait_all_tasks_blocked()
            with pytest.raises(InvalidRequest, match="two tasks are on one iteration"):
                await anext(pages)
            server.gate.set()


async def test_without_its_block_it_says_how_it_is_used() -> None:
    commerce, orders = listing(Lists())
    async with commerce:
        pages = orders.prefetch()
        with pytest.raises(InvalidRequest, match="async with"):
            await anext(pages)
        async with pages:
            assert (await anext(pages)).items
        with pytest.raises(InvalidRequest, match="async with"):
            async with pages:
                raise AssertionError
