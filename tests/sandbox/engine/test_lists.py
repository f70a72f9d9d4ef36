"""Lists of the engine in each way to page, read to their ends by the SDK."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from commerce_sdk.runtime.lists.paginator import Paginator
from commerce_sdk.sandbox.engine import Call, Entry, Server, WrongAnswer
from tests.sandbox.engine.serving import a_document, asking, one_server, shop_on_engine
from tests.shop import ShopClient
from tests.support.shop import SECRET, a_bill
from tests.support.shop_platform import shop_document, shop_platform

pytestmark = pytest.mark.anyio
AUTH = {"Authorization": f"Bearer {SECRET}"}


LISTS: dict[str, Callable[[ShopClient, int | None], Paginator[Any]]] = {
    "cursor": lambda shop, size: shop.bills.list(),
    "page by pages": lambda shop, size: shop.goods.list(page_size=size),
    "page by total": lambda shop, size: shop.goods.shelves(page_size=size),
    "page by short page": lambda shop, size: shop.goods.parcels(page_size=size),
    "id by more": lambda shop, size: shop.goods.list(page_size=size, by="id"),
    "id by empty page": lambda shop, size: shop.goods.visits(),
    "body cursor": lambda shop, size: shop.goods.search("", page_size=size),
    "link": lambda shop, size: shop.goods.news(),
}
SIZELESS = ("cursor", "id by empty page", "link")


def test_every_strategy_and_ending_of_the_document_is_here() -> None:
    ways = [way for each in shop_document().operations.values() for way in each.paging]
    assert len(ways) == len(LISTS)
    assert {way.strategy for way in ways} == {"cursor", "body-cursor", "page", "id", "link"}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("size", [None, 1, 3, 7])
@pytest.mark.parametrize("count", [0, 1, 3, 6, 7])
async def test_a_list_is_read_to_its_end(name: str, size: int | None, count: int) -> None:
    async with shop_on_engine(shop="a b") as (platform, shop, _):
        rows = "abcdefg"[:count]
        platform.behaviour.goods.rows[:] = rows
        platform.behaviour.bills.held.clear()
        platform.behaviour.bills.held |= {each: a_bill(str(UUID(each * 32))) for each in rows[:6]}
        pages = [[row.id for row in page.items] async for page in LISTS[name](shop, size).pages()]
    if name == "cursor":
        rows = [str(UUID(each * 32)) for each in rows[:6]]
    step = 3 if size is None or name in SIZELESS else size
    wanted = [[*rows[n : n + step]] for n in range(0, len(rows), step)]
    assert [page for page in pages if page] == wanted
    assert len(pages) <= len(wanted) + 1


async def test_a_cursor_in_a_body_stands_for_the_body_that_it_came_from() -> None:
    async with shop_on_engine() as (platform, shop, _):
        platform.behaviour.goods.rows[:] = ["a1", "b1", "a2", "b2", "a3"]
        found = await shop.goods.search("a", page_size=1).collect()
    assert [row.id for row in found] == ["a1", "a2", "a3"]


async def test_an_id_goes_on_where_its_item_is_gone() -> None:
    async with shop_on_engine() as (platform, shop, _):
        pages = shop.goods.visits().pages()
        first = await anext(pages)
        platform.behaviour.goods.rows.remove("c")
        second = await anext(pages)
    assert [row.id for row in (*first.items, *second.items)] == list("abcdef")


async def test_a_link_is_the_address_that_was_asked_with_all_of_its_query() -> None:
    server = one_server(
        a_document(
            "/v1/{shop}/news",
            {
                "parameters": [
                    {"name": "shop", "in": "path", "required": True, "schema": {}},
                    {"name": "about", "in": "query", "schema": {}},
                ],
                "x-pagination": {"strategy": "link", "items": "rows", "next": "links.next"},
                "responses": {"200": {"content": {"application/json": {"schema": {}}}}},
            },
        ),
        Rows("ab"),
        page_size=1,
    )
    async with asking(server) as client:
        answer = await client.get("/v1/a%2Fb%20c/news", params={"about": "wörd &"})
        address = answer.json()["links"]["next"]
        assert address.startswith("http://127.0.0.1:1/v1/a%2Fb%20c/news?about=w%C3%B6rd+%26&")
        assert (await client.get(address)).json() == {"rows": [{"id": "b"}]}


class Rows:
    """Lists rows; `keys` are what cursors name, if it is not their ids."""

    def __init__(self, rows: str, keys: str = "") -> None:
        self._rows, self._keys = rows, keys or rows

    def ask(self, call: Call) -> list[Entry]:
        return [Entry.of(key, {"id": row}) for key, row in zip(self._keys, self._rows, strict=True)]


def paged(*ways: dict[str, Any], **settings: Any) -> Any:
    document = a_document(
        "/rows",
        {
            "parameters": [
                {"name": "from", "in": "query", "schema": {"type": "string"}},
                {"name": "n", "in": "query", "schema": {"type": "integer"}},
            ],
            "x-pagination": list(ways),
            "responses": {"200": {"content": {"application/json": {"schema": {}}}}},
        },
    )
    return one_server(document, Rows("abc", settings.pop("keys", "")), **settings)


CURSOR = {"strategy": "cursor", "cursor": "from", "size": "n", "items": "a.rows", "next": "a.next"}


async def test_a_cursor_names_where_a_page_begins_and_places_nest() -> None:
    async with asking(paged(CURSOR)) as client:
        assert (await client.get("/rows", params={"n": 2})).json() == {
            "a": {"rows": [{"id": "a"}, {"id": "b"}], "next": "c"}
        }
        last = await client.get("/rows", params={"n": 2, "from": "c"})
        assert last.json() == {"a": {"rows": [{"id": "c"}]}}


async def test_pages_are_numbered_from_one() -> None:
    way = {"strategy": "page", "cursor": "n", "items": "rows", "ends-by": {"short-page": True}}
    async with asking(paged(way)) as client:
        assert (await client.get("/rows", params={"n": 0})).status_code == 400
        assert (await client.get("/rows", params={"n": 10**300})).json() == {"rows": []}


async def test_a_page_names_the_number_that_it_was_asked_for_by() -> None:
    way = {"strategy": "page", "cursor": "n", "items": "rows", "number": "meta.page"}
    async with asking(paged({**way, "ends-by": {"pages": "meta.pages"}}, page_size=2)) as client:
        for query, number in (({}, 1), ({"n": 1}, 1), ({"n": 2}, 2), ({"n": 9}, 9)):
            answer = await client.get("/rows", params=query)
            assert answer.json()["meta"] == {"page": number, "pages": 2}


async def test_by_ids_the_pages_are_those_that_are_left() -> None:
    place = {"items": "rows", "ends-by": {"pages": "meta.pages"}}
    by_id = {"strategy": "id", "cursor": "from", "next": "id", **place}
    by_page = {"strategy": "page", "cursor": "n", **place}
    for ways in ([by_page, by_id], [by_id, by_page], [by_id]):
        async with asking(paged(*ways, page_size=2)) as client:
            for query, pages in (
                ({}, 2),
                ({"from": "a"}, 1),
                ({"from": "b"}, 1),
                ({"from": "c"}, 0),
            ):
                answer = await client.get("/rows", params=query)
                assert answer.json()["meta"] == {"pages": pages}, query
            if by_page in ways:
                second = await client.get("/rows", params={"n": 2})
                assert second.json()["meta"] == {"pages": 2}, "of all, by number"


@pytest.mark.parametrize("query", [{"from": "nowhere"}, {"n": 0}, {"n": 101}, {"n": "x"}])
async def test_what_no_list_gives_is_a_bad_request(query: dict[str, Any]) -> None:
    async with asking(paged(CURSOR)) as client:
        answer = await client.get("/rows", params=query)
    assert answer.status_code == 400
    assert next(iter(query)) in answer.json()["detail"]


# --- sizes


def sized(schema: dict[str, Any], **settings: Any) -> Server:
    """A list of many rows, of whose size to a page a document says something."""
    document = a_document(
        "/rows",
        {
            "parameters": [
                {"name": "from", "in": "query", "schema": {"type": "string"}},
                {"name": "n", "in": "query", "schema": schema},
            ],
            "x-pagination": {**CURSOR, "items": "rows"},
            "responses": {"200": {"content": {"application/json": {"schema": {}}}}},
        },
    )
    rows = "".join(chr(0x1000 + n) for n in range(300))
    return one_server(document, Rows(rows), **settings)


INTEGER = {"type": "integer"}


@pytest.mark.parametrize(
    ("schema", "usual", "allowed", "refused"),
    [
        (INTEGER, 25, (1, 100), (0, 101)),
        ({**INTEGER, "default": 3}, 3, (1, 100), (0, 101)),
        ({**INTEGER, "default": None}, 25, (1, 100), (0, 101)),
        ({**INTEGER, "default": 50, "maximum": 10}, 10, (1, 10), (0, 11)),
        ({**INTEGER, "maximum": 10}, 10, (1, 10), (0, 11)),
        ({**INTEGER, "maximum": 250}, 25, (1, 250), (0, 251)),
        ({**INTEGER, "minimum": 0, "maximum": 250}, 25, (1, 250), (0, 251)),
        ({**INTEGER, "minimum": 50}, 50, (50, 100), (49, 101)),
    ],
    ids=str,
)
async def test_a_page_has_as_many_entries_as_its_document_says(
    schema: dict[str, Any], usual: int, allowed: tuple[int, ...], refused: tuple[int, ...]
) -> None:
    async with asking(sized(schema)) as client:
        assert len((await client.get("/rows")).json()["rows"]) == usual
        for size in allowed:
            assert len((await client.get("/rows", params={"n": size})).json()["rows"]) == size
        for size in refused:
            answer = await client.get("/rows", params={"n": size})
            assert answer.status_code == 400
            assert answer.json()["detail"].startswith("n")


async def test_a_platform_has_its_own_size_of_a_page_within_the_documents() -> None:
    schema = {**INTEGER, "default": 3, "maximum": 250}
    async with asking(sized(schema, page_size=200)) as client:
        assert len((await client.get("/rows")).json()["rows"]) == 200
        assert len((await client.get("/rows", params={"n": 2})).json()["rows"]) == 2


@pytest.mark.parametrize("size", [0, -1, 251, True, "5", 2.0])
def test_a_size_that_no_page_has_is_refused_when_the_platform_is_made(size: Any) -> None:
    said = f"^page_size: ask has from 1 to 250 entries to a page, not {size!r}$"
    with pytest.raises(ValueError, match=said):
        sized({**INTEGER, "maximum": 250}, page_size=size)


@pytest.mark.parametrize(
    ("size", "status"), [(2, 200), (2.0, 200), (0, 400), (101, 400), (None, 200), (1.5, 400)]
)
async def test_a_size_in_a_body_is_held_against_its_property(size: Any, status: int) -> None:
    way = {"strategy": "body-cursor", "cursor": "from", "size": "n", "items": "rows", "next": "to"}
    properties = {"n": {"type": ["integer", "null"], "default": 1}, "from": {"type": "string"}}
    schema = {"type": "object", "properties": properties}
    document = a_document(
        "/rows",
        {
            "x-pagination": way,
            "requestBody": {"content": {"application/json": {"schema": schema}}},
            "responses": {"200": {"content": {"application/json": {"schema": {}}}}},
        },
        method="post",
    )
    async with asking(one_server(document, Rows("abc"))) as client:
        answer = await client.post("/rows", json={"n": size})
    assert answer.status_code == status
    if status == 200:
        assert len(answer.json()["rows"]) == (1 if size is None else 2)


@pytest.mark.parametrize("number", ["0", "-1", "x", "", "1.5", "٣"])
async def test_a_page_that_has_no_number_is_a_bad_request(number: str) -> None:
    way = {"strategy": "page", "cursor": "n", "items": "rows", "ends-by": {"short-page": True}}
    async with asking(paged(way)) as client:
        answer = await client.get("/rows", params={"n": number})
        assert (answer.status_code, answer.json()["detail"][:1]) == (400, "n")
        assert (await client.get("/rows", params={"n": "1"})).status_code == 200


# --- cursors


@pytest.mark.parametrize(
    "cursor",
    ["", "x", "ww", "W10=", "é", "WzEsIDJd", "W3t9LCAiemoiXQ==", "W3sid29yZCI6NX0sImEiXQ=="],
)
async def test_a_cursor_of_nothing_in_a_body_is_a_bad_request(cursor: str) -> None:
    server = Server(shop_platform(limits=False))
    async with asking(server, headers=AUTH) as client:
        answer = await client.post("/api/v1/goods/search", json={"fromHere": cursor})
    assert answer.status_code == 400


async def test_items_whose_key_is_not_the_id_that_leads_on_are_an_error_of_the_behaviour() -> None:
    way = {"strategy": "id", "cursor": "from", "size": "n", "items": "rows", "next": "id"}
    async with asking(paged(way, keys="xyz")) as client:
        with pytest.raises(
            WrongAnswer, match="ask lists an item by the key 'x', and has 'a' at id"
        ):
            await client.get("/rows")


async def test_items_that_no_cursor_tells_apart_are_an_error_of_the_behaviour() -> None:
    async with asking(paged(CURSOR, keys="xyx")) as client:
        with pytest.raises(WrongAnswer, match="ask lists several items by one key"):
            await client.get("/rows")


async def test_of_two_ways_an_answer_says_the_ends_of_both() -> None:
    async with asking(Server(shop_platform(limits=False)), headers=AUTH) as client:
        answer = await client.get("/api/v1/goods", params={"per-page": 2})
        assert answer.json()["result"]["info"] == {"page": 1, "pages": 4, "more": True}
        later = await client.get("/api/v1/goods", params={"per-page": 2, "id-after": "f"})
        assert later.json()["result"] == {
            "rows": [{"id": "g", "ref": {"id": "g"}}],
            "info": {"pages": 4, "more": False},
        }, "from id to id a page has no number"
