"""`unique=True`: each id once in an iteration, in every way to page, and nothing else is changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
from hypothesis import given, strategies as st

from commerce_sdk import CommerceError, InvalidRequest, ServerError
from commerce_sdk.runtime.lists.pages import Page, Unseen
from commerce_sdk.runtime.lists.paginator import Paginator
from tests.support.shop import ShopClient, shop_client
from tests.support.shop_lists import BASE_URL

pytestmark = pytest.mark.anyio

Json = dict[str, Any]
Made = Callable[..., Paginator[Any]]
Read = Callable[[Paginator[Any]], Awaitable[list[Any]]]


def slice_(rows: list[Json], number: int, last: bool) -> Json:
    """A page of any of the lists but the goods and the bills."""
    links = {"next": None if last else f"{BASE_URL}/v1/shops/corner/news?from={number + 1}"}
    return {"rows": rows, "total": number if last else 99, "size": 1, "links": links}


def _goods(rows: list[Json], number: int, last: bool) -> Json:
    info = {"pages": number if last else 99, "more": not last}
    return {"result": {"rows": rows, "info": info}}


def _bills(rows: list[Json], number: int, last: bool) -> Json:
    data = [{**row, "total": 5, "currency": "EUR"} for row in rows]
    return {"data": data, "next": None if last else f"c{number}"}


WAYS: dict[str, tuple[Callable[[ShopClient], Made], Callable[[list[Json], int, bool], Json]]] = {
    "cursor": (lambda shop: shop.bills.list, _bills),
    "body cursor": (lambda shop: lambda **how: shop.goods.search("w", **how), slice_),
    "page by pages": (lambda shop: shop.goods.list, _goods),
    "page by total": (lambda shop: shop.goods.shelves, slice_),
    "id by more": (lambda shop: lambda **how: shop.goods.list(by="id", **how), _goods),
    "id by empty page": (lambda shop: shop.goods.visits, slice_),
    "link": (lambda shop: shop.goods.news, slice_),
}
"""How each list is asked for, and what a page of it looks like."""


async def by_items(rows: Paginator[Any]) -> list[Any]:
    return [row async for row in rows]


async def by_pages(rows: Paginator[Any]) -> list[Any]:
    return [row async for page in rows.pages() for row in page.items]


async def by_prefetch(rows: Paginator[Any]) -> list[Any]:
    async with rows.prefetch() as pages:
        return [row async for page in pages for row in page.items]


async def by_collect(rows: Paginator[Any]) -> list[Any]:
    return await rows.collect()


class Moving:
    """Serves a list whose rows move while it is read: these ids on its first page, and so on."""

    def __init__(self, way: str, *pages: str) -> None:
        self._page = WAYS[way][1]
        # One that ends with an empty page has one more.
        self._pages = [*pages, ""] if way == "id by empty page" else [*pages]
        self.asked = 0
        self.fails: set[int] = set()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked += 1
        if self.asked in self.fails:
            return httpx.Response(501)
        number = (self.asked - len([each for each in self.fails if each < self.asked]) - 1) % len(
            self._pages
        )
        rows = [{"id": each, "ref": {"id": each}} for each in self._pages[number]]
        last = number + 1 == len(self._pages)
        return httpx.Response(200, json=self._page(rows, number + 1, last))


def ids(rows: list[Any]) -> str:
    return "".join(row.id for row in rows)


every_way = pytest.mark.parametrize("way", WAYS)


@every_way
@pytest.mark.parametrize("read", [by_items, by_pages, by_prefetch, by_collect])
async def test_what_came_before_is_left_out(way: str, read: Read) -> None:
    server = Moving(way, "abc", "cad", "bb", "aef")
    async with shop_client(server, base_url=BASE_URL) as shop:
        rows = WAYS[way][0](shop)(unique=True)
        assert ids(await read(rows)) == "abcdef"
        asked = server.asked
        assert ids(await read(rows)) == "abcdef", "each iteration begins anew"
        assert server.asked == 2 * asked
        plain = WAYS[way][0](shop)()
        assert ids(await read(plain)) == "abccadbbaef", "nothing is left out unless asked for"


@every_way
async def test_a_page_of_which_nothing_is_left_is_still_a_page(way: str) -> None:
    async with shop_client(Moving(way, "ab", "ba", "c"), base_url=BASE_URL) as shop:
        make = WAYS[way][0](shop)
        unique = [page async for page in make(unique=True).pages()]
        plain = [page async for page in make().pages()]
    assert [ids(list(page.items)) for page in unique][:3] == ["ab", "", "c"]
    assert [page.next_cursor for page in unique] == [page.next_cursor for page in plain]
    assert [page.is_last for page in unique] == [page.is_last for page in plain]


@every_way
async def test_the_first_items_are_counted_without_what_came_before(way: str) -> None:
    async with shop_client(Moving(way, "aa", "ab", "c"), base_url=BASE_URL) as shop:
        rows = WAYS[way][0](shop)(unique=True)
        assert ids(await rows.collect(limit=2)) == "ab"
    async with shop_client(Moving(way, "aa", "ab", "c"), base_url=BASE_URL) as shop:
        first = await WAYS[way][0](shop)(unique=True).first()
    assert first is not None
    assert first.id == "a"


async def test_going_on_later_knows_nothing_of_the_ids_before() -> None:
    async with shop_client(Moving("cursor", "ab", "bc")) as shop:
        rows = shop.bills.list(unique=True)
        page = await anext(rows.pages())
        assert ids(list(page.items)) == "ab"
        rest = [each async for each in rows.pages(after=page.next_cursor)]
    assert "".join(ids(list(each.items)) for each in rest) == "bc"


@pytest.mark.parametrize("prefetched", [False, True])
async def test_after_an_error_the_same_iteration_goes_on_without_a_loss(prefetched: bool) -> None:
    server = Moving("cursor", "ab", "bc", "cd")
    server.fails = {2, 4}
    found, failures = "", 0

    async def read(pages: Any) -> None:
        nonlocal found, failures
        while True:
            try:
                found += ids(list((await anext(pages)).items))
            except ServerError as error:
                assert error.cursor == f"c{failures + 1}"
                failures += 1
            except StopAsyncIteration:
                return

    async with shop_client(server) as shop:
        rows = shop.bills.list(unique=True)
        if prefetched:
            async with rows.prefetch() as ahead:
                await read(ahead)
        else:
            await read(rows.pages())
    assert (found, failures) == ("abcd", 2)


async def test_items_without_an_id_are_always_kept() -> None:
    rows = [{"ref": {"id": "a"}}, {"ref": None}, {}, {"ref": {"id": None}}, {"ref": {"id": ""}}]

    def answer(request: httpx.Request) -> httpx.Response:
        last = "page" in request.url.params
        return httpx.Response(200, json=_goods(rows, 2 if last else 1, last))

    async with shop_client(answer) as shop:
        found = await shop.goods.list(unique=True).collect()
    assert len(found) == 9


ODD = [1, "1", True, False, 0, 1.0, None, "", [], {}, ["a"], ("a",), {"id": 1}, "a", -7]


@given(st.lists(st.lists(st.sampled_from(ODD), max_size=6), max_size=5))
def test_only_a_text_or_a_whole_number_is_an_id(pages: list[list[Any]]) -> None:
    unseen = Unseen[Any](lambda item: item)
    seen: list[tuple[type, Any]] = []
    for number, items in enumerate(pages):
        kept = unseen.of(Page(items=tuple(items), next_cursor=str(number)))
        wanted = []
        for item in items:
            is_id = type(item) in (int, str) and item != ""
            if is_id and (type(item), item) in seen:
                continue
            if is_id:
                seen.append((type(item), item))
            wanted.append(item)
        assert [(type(each), each) for each in kept.items] == [(type(w), w) for w in wanted]
        assert kept.next_cursor == str(number)


def test_a_page_that_cannot_be_read_whole_is_whole_when_it_comes_again() -> None:
    trouble = [DeprecationWarning("read")]

    def id_of(item: str) -> str:
        if item == "b" and trouble:
            raise trouble.pop()
        return item

    unseen = Unseen(id_of)
    page = Page(items=("a", "b"))
    with pytest.raises(DeprecationWarning):
        unseen.of(page)
    assert unseen.of(page).items == ("a", "b")
    assert unseen.of(page).items == ()


async def test_where_no_id_is_named_it_is_refused_before_anything_is_sent() -> None:
    asked: list[httpx.Request] = []
    async with shop_client(lambda request: asked.append(request)) as shop:
        with pytest.raises(InvalidRequest) as caught:
            shop.goods.parcels(unique=True)
        assert str(caught.value) == (
            "unique: the document of list_parcels does not say where the id of an item stands"
        )
        assert caught.value.path == "unique"
        assert shop.goods.parcels(unique=False)
    assert asked == []


@pytest.mark.parametrize("value", [None, 1, "yes", 0])
async def test_it_is_a_switch(value: Any) -> None:
    async with shop_client(lambda request: None) as shop:
        with pytest.raises(CommerceError, match="unique: must be True or False"):
            shop.bills.list(unique=value)
