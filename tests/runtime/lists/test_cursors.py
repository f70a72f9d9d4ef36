"""What a list's next cursor may be, where the list is over, and where to go on from."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import httpx
import pytest
from hypothesis import example, given, settings, strategies as st

from commerce_sdk import (
    CommerceClient,
    CommerceError,
    DecodeError,
    InvalidRequest,
    Page,
    PaginationError,
)
from commerce_sdk.runtime.lists.paginator import Paginator
from tests.support.clients import client

pytestmark = pytest.mark.anyio

PAD = "x" * 300_000
"""Makes a page one of those that are read in slices."""

Way = Callable[[Paginator[Any]], Awaitable[list[Any]]]


async def by_pages(orders: Paginator[Any]) -> list[Any]:
    return [order async for page in orders.pages() for order in page.items]


async def by_items(orders: Paginator[Any]) -> list[Any]:
    return [order async for order in orders]


async def by_prefetch(orders: Paginator[Any]) -> list[Any]:
    async with orders.prefetch() as pages:
        return [order async for page in pages for order in page.items]


async def by_collect(orders: Paginator[Any]) -> list[Any]:
    return await orders.collect()


async def by_first(orders: Paginator[Any]) -> list[Any]:
    return [await orders.first()]


WHOLE = [by_pages, by_items, by_prefetch, by_collect]
NO_CURSOR = [
    (b"0", "a number"),
    (b"7", "a number"),
    (b"0.5", "a number"),
    (b"1e999", "a number"),
    (b"false", "true or false"),
    (b"true", "true or false"),
    (b"{}", "an object"),
    (b'{"secret": 1}', "an object"),
    (b"[]", "a list"),
    (b'["secret"]', "a list"),
]


def listing(following: bytes, *, pad: str = "", asked: list[str | None] | None = None) -> Any:
    """A client whose second page names this as the next cursor."""

    def answer(request: httpx.Request) -> httpx.Response:
        cursor = request.url.params.get("start-id")
        if asked is not None:
            asked.append(cursor)
        data = json.dumps([{"orderId": str(cursor), "slug": pad}]).encode()
        value = b'"c1"' if cursor is None else following
        return httpx.Response(200, content=b'{"data": %b, "nextId": %b}' % (data, value))

    return client(answer)


@pytest.mark.parametrize("pad", ["", PAD], ids=["small", "in slices"])
@pytest.mark.parametrize("way", WHOLE)
@pytest.mark.parametrize(("following", "kind"), NO_CURSOR)
async def test_what_is_no_cursor_neither_ends_a_list_nor_crashes(
    following: bytes, kind: str, way: Way, pad: str
) -> None:
    asked: list[str | None] = []
    async with listing(following, pad=pad, asked=asked) as commerce:
        with pytest.raises(PaginationError) as caught:
            await way(commerce.orders.list())
    assert str(caught.value) == (
        f"the list cannot be followed: the next cursor should be text or null, {kind} came"
    )
    assert caught.value.cursor == "c1"
    assert caught.value.operation == "list_orders"
    assert caught.value.maybe_applied is None
    # Those of this page: each page is a call of its own.
    assert [attempt.status for attempt in caught.value.attempts] == [200]
    assert asked == [None, "c1"]


@pytest.mark.parametrize(("following", "kind"), NO_CURSOR)
async def test_the_first_item_of_a_page_that_leads_nowhere_is_not_handed_out(
    following: bytes, kind: str
) -> None:
    body = b'{"data": [{"orderId": "a"}], "nextId": %b}' % following
    async with client(lambda request: httpx.Response(200, content=body)) as commerce:
        with pytest.raises(PaginationError, match=f"{kind} came") as caught:
            await by_first(commerce.orders.list())
    assert caught.value.cursor is None


@pytest.mark.parametrize("way", WHOLE)
@pytest.mark.parametrize("following", [b"null", b'""', b"absent"])
async def test_null_nothing_and_empty_text_end_a_list(following: bytes, way: Way) -> None:
    async with listing(following) if following != b"absent" else _absent() as commerce:
        found = await way(commerce.orders.list())
        pages = [page async for page in commerce.orders.list().pages()]
    assert [order.order_id for order in found] == ["None", "c1"]
    assert [page.next_cursor for page in pages] == ["c1", None]
    assert [page.is_last for page in pages] == [False, True]


def _absent() -> CommerceClient:
    def answer(request: httpx.Request) -> httpx.Response:
        cursor = request.url.params.get("start-id")
        data = [{"orderId": str(cursor)}]
        return httpx.Response(
            200, json={"data": data} if cursor else {"data": data, "nextId": "c1"}
        )

    return client(answer)


async def test_every_list_of_the_platform_says_what_came_in_place_of_a_cursor() -> None:
    body = {"data": [], "values": [], "nextId": {"a": 1}}
    async with client(lambda request: httpx.Response(200, json=body)) as commerce:
        lists = [
            commerce.orders.list(),
            commerce.quotes.list(),
            commerce.invoices.list(),
            commerce.entitlements.list(),
        ]
        for each in lists:
            with pytest.raises(PaginationError, match="an object came"):
                await each.collect()


@settings(max_examples=200, deadline=None)
@given(
    following=st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
        max_leaves=4,
    ),
    backend=st.sampled_from(["asyncio", "trio"]),
)
@example(following=float("inf"), backend="asyncio")
@example(following={"": [float("-inf")]}, backend="trio")
def test_whatever_stands_for_a_cursor_only_our_errors_come_out(
    following: Any, backend: str
) -> None:
    async def walk() -> CommerceError | None:
        async with listing(json.dumps(following).encode()) as commerce:
            try:
                await commerce.orders.list().collect()
            except CommerceError as error:
                return error
        return None

    error = anyio.run(walk, backend=backend)
    if following is None or following == "":
        assert error is None
    elif not _is_json(following):
        assert isinstance(error, DecodeError)
    else:
        assert isinstance(error, PaginationError)
        # A cursor that can be sent is asked by, and then comes again.
        sendable = isinstance(following, str) and not re.search(r"[\x00-\x1f\x7f]", following)
        assert error.cursor == (following if sendable else "c1")


def _is_json(value: Any) -> bool:
    """Python writes an endless number as a word that JSON does not have."""
    try:
        json.dumps(value, allow_nan=False)
    except ValueError:
        return False
    return True


# --- where the list is over


def test_a_page_says_whether_it_is_the_last() -> None:
    assert Page(items=(), next_cursor=None).is_last
    assert Page(items=(), next_cursor="").is_last
    assert Page(items=()).is_last
    assert not Page(items=(), next_cursor="c").is_last


async def test_prefetch_ends_after_the_last_page_whatever_ends_it() -> None:
    asked: list[str | None] = []
    async with (
        listing(b'""', asked=asked) as commerce,
        commerce.orders.list().prefetch() as pages,
    ):
        taken = [page async for page in pages]
        assert pages.cursor is None
    assert [page.is_last for page in taken] == [False, True]
    assert asked == [None, "c1"]


@pytest.mark.parametrize("after", ["", 0, 7, False, b"c1", ["c1"], {}, Page(items=())], ids=repr)
async def test_a_kept_cursor_that_is_none_is_refused_by_name(after: Any) -> None:
    asked: list[str | None] = []
    async with listing(b"null", asked=asked) as commerce:
        for begin in (
            lambda: commerce.orders.list().pages(after),
            lambda: commerce.orders.list().pages(after=after),
            lambda: commerce.orders.list().prefetch(after=after),
        ):
            with pytest.raises(InvalidRequest, match="after: must be a cursor that a page named"):
                begin()
    assert asked == []


@pytest.mark.parametrize(
    "document", [{"title": "Internal", "status": 500}, {"error": "x"}], ids=str
)
@pytest.mark.parametrize("way", [*WHOLE, by_first])
async def test_a_document_that_is_no_page_is_not_the_end(document: Any, way: Way) -> None:
    async with client(lambda request: httpx.Response(200, json=document)) as commerce:
        with pytest.raises(DecodeError, match="is no page") as caught:
            await way(commerce.orders.list())
    assert caught.value.operation == "list_orders"
    assert caught.value.attempts


@pytest.mark.parametrize("document", [{}, {"data": []}, {"data": None, "nextId": None}], ids=str)
async def test_an_empty_page_is_the_end(document: Any) -> None:
    async with client(lambda request: httpx.Response(200, json=document)) as commerce:
        assert await commerce.orders.list().collect() == []
