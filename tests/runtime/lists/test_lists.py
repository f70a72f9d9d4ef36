"""Lists: the cursor alone decides, nothing is lost, every error says where to go on from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import anyio
import httpx
import pytest
from hypothesis import given, settings, strategies as st

from commerce_sdk import (
    CommerceClient,
    CommerceError,
    DeadlineExceeded,
    InvalidRequest,
    Page,
    PaginationError,
    ServerError,
)
from tests.support.tasks import twice_at_once
from tests.support.worlds import ACCOUNT, BASE_URL, world

pytestmark = pytest.mark.anyio


@dataclass(frozen=True)
class Scripted:
    """What the server answers to one cursor."""

    items: tuple[str | None, ...] | None
    next: str | None
    fails: bool = False


class Server(httpx.AsyncBaseTransport):
    """Answers pages by cursor, and counts the answers that were not closed."""

    def __init__(self, pages: dict[str | None, Scripted]) -> None:
        self.pages = pages
        self.asked: list[str | None] = []
        self.open = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        cursor = request.url.params.get("start-id")
        self.asked.append(cursor)
        page = self.pages[cursor]
        if page.fails:
            return httpx.Response(501, json={"title": "no"})
        data = None if page.items is None else [i and {"orderId": i} for i in page.items]
        self.open += 1
        answer = httpx.Response(200, json={"data": data, "nextId": page.next})
        close = answer.aclose

        async def aclose() -> None:
            self.open -= 1
            await close()

        answer.aclose = aclose  # type: ignore[method-assign]
        return answer


def client_of(server: Server) -> CommerceClient:
    return CommerceClient(
        token="t",
        transaction_account=ACCOUNT,
        base_url=BASE_URL,
        transport=server,
        retry=None,
        limiter=None,
    )


@st.composite
def servers(draw: st.DrawFn) -> list[Scripted]:
    """A chain of pages, some empty or null, perhaps a repeated cursor or an error on the way."""
    count = draw(st.integers(1, 6))
    pages = []
    for number in range(count):
        items = draw(st.none() | st.lists(st.none() | st.just(f"i{number}"), max_size=3))
        following: str | None = f"c{number + 1}" if number + 1 < count else None
        if draw(st.integers(0, 9)) == 0 and number:
            following = f"c{draw(st.integers(1, number))}"
        fails = draw(st.integers(0, 9)) == 0
        pages.append(Scripted(None if items is None else tuple(items), following, fails))
    return pages


def expected(pages: Sequence[Scripted]) -> tuple[list[str], type[CommerceError] | None, str | None]:
    """Items, the error at the end if there is one, and the last good cursor."""
    items: list[str] = []
    seen: set[str] = set()
    cursor: str | None = None
    while True:
        page = pages[int(cursor[1:]) if cursor else 0]
        if page.fails:
            return items, ServerError, cursor
        if page.next in seen:
            return items, PaginationError, cursor
        items += [item for item in page.items or () if item is not None]
        if page.next is None:
            return items, None, cursor
        seen.add(page.next)
        cursor = page.next


@settings(max_examples=300, deadline=None)
@given(
    pages=servers(),
    leave_after=st.none() | st.integers(0, 4),
    backend=st.sampled_from(["asyncio", "trio"]),
)
def test_any_sequence_of_pages(
    pages: list[Scripted], leave_after: int | None, backend: str
) -> None:
    server = Server({(f"c{number}" if number else None): page for number, page in enumerate(pages)})
    wanted, failure, last_good = expected(pages)

    async def walk() -> tuple[list[Any], CommerceError | None]:
        got: list[Any] = []
        async with client_of(server) as commerce:
            try:
                async for order in commerce.orders.list():
                    if leave_after is not None and len(got) == leave_after:
                        break
                    got.append(order.order_id)
            except CommerceError as error:
                return got, error
        return got, None

    got, error = anyio.run(walk, backend=backend)

    assert server.open == 0, "an answer was left open"
    assert len(server.asked) == len(set(server.asked)), "a page was asked for twice"
    if leave_after is None or leave_after >= len(wanted):
        assert got == wanted
        assert (error and type(error)) == failure
        assert (error.cursor if error else last_good) == last_good
    else:
        assert got == wanted[:leave_after]


async def test_pages_go_on_from_a_kept_cursor() -> None:
    async with world() as here:
        here.sandbox.orders.seed_finished(ACCOUNT, 10, ACCOUNT)
        pages: list[Page[Any]] = [
            page async for page in here.commerce.orders.list(page_size=4).pages()
        ]
        rest = [
            page
            async for page in here.commerce.orders.list(page_size=4).pages(
                after=pages[0].next_cursor
            )
        ]

    assert [len(page.items) for page in pages] == [4, 4, 2]
    assert [page.next_cursor for page in rest] == [page.next_cursor for page in pages[1:]]
    assert len({order.order_id for page in pages for order in page.items}) == 10


async def test_first_and_collect_ask_for_no_more_than_they_need() -> None:
    async with world() as here:
        here.sandbox.orders.seed_finished(ACCOUNT, 10, ACCOUNT)
        orders = here.commerce.orders.list(page_size=4)
        first = await orders.first()
        assert first is not None
        assert len(here.transport.requests) == 1
        assert len(await orders.collect(limit=4)) == 4
        assert len(here.transport.requests) == 2
        assert len(await orders.collect()) == 10
        assert await orders.collect(limit=0) == []
        with pytest.raises(InvalidRequest, match="limit"):
            await orders.collect(limit=-1)
        assert await here.commerce.orders.list(invoice_group="none").first() is None


async def test_an_iteration_goes_on_after_an_error() -> None:
    pages: dict[str | None, Scripted] = {
        None: Scripted(("a",), "c1"),
        "c1": Scripted(("b",), None, fails=True),
    }
    server = Server(pages)
    async with client_of(server) as commerce:
        walk = commerce.orders.list().pages()
        await anext(walk)
        with pytest.raises(ServerError) as caught:
            await anext(walk)
        assert caught.value.cursor == "c1"
        pages["c1"] = Scripted(("b",), None)
        page = await anext(walk)
        with pytest.raises(StopAsyncIteration):
            await anext(walk)

    assert [order.order_id for order in page.items] == ["b"]


async def test_a_deadline_covers_the_whole_iteration_and_not_the_loops_body() -> None:
    async with world() as here:
        here.sandbox.orders.seed_finished(ACCOUNT, 10, ACCOUNT)
        async for _ in here.commerce.orders.list(page_size=2, deadline=5):
            here.clock.advance(100)

        walk = here.commerce.orders.list(page_size=2, deadline=5).pages()
        await anext(walk)
        here.transport.faults["GET"].append(partial(_slow, here.clock))
        await anext(walk)
        asked = len(here.transport.requests)
        with pytest.raises(DeadlineExceeded, match="waiting to begin") as caught:
            await anext(walk)
        assert caught.value.cursor
        assert len(here.transport.requests) == asked


async def _slow(clock: Any, request: httpx.Request, below: httpx.AsyncBaseTransport) -> Any:
    clock.advance(10)
    return await below.handle_async_request(request)


async def test_a_setting_of_a_list_that_cannot_be_right_is_refused_by_name() -> None:
    async with world() as here:
        for deadline in (0, -1, True, "60", float("nan")):
            with pytest.raises(InvalidRequest, match="deadline: must be seconds above zero"):
                here.commerce.orders.list(deadline=deadline)  # type: ignore[arg-type]
        for limit in (-1, 2.5, "3", True):
            with pytest.raises(InvalidRequest, match="limit: must be a whole number from zero"):
                await here.commerce.orders.list().collect(limit=limit)  # type: ignore[arg-type]
        assert here.transport.requests == []


async def test_two_tasks_on_one_iteration_is_a_clear_error() -> None:
    async with world() as here:
        here.sandbox.orders.seed_finished(ACCOUNT, 3, ACCOUNT)
        walk = here.commerce.orders.list().pages()
        with pytest.raises(BaseExceptionGroup) as caught:
            await twice_at_once(walk.__anext__)

    assert caught.group_contains(InvalidRequest, match="two tasks")


def test_a_page_shows_its_size_and_where_it_leads() -> None:
    assert repr(Page(items=("a", "b"), next_cursor="c")) == "Page(2 items, next_cursor='c')"
