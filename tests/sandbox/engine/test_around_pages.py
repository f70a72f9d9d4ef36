"""What stands around a page: totals, numbers, links to other pages, and a null where a list ends."""

from __future__ import annotations

from typing import Any

import pytest

from commerce_sdk.sandbox.engine import (
    Answer,
    Call,
    Entries,
    Entry,
    PageInfo,
    Server,
    World,
    WrongAnswer,
)
from tests.sandbox.engine.serving import (
    ORIGIN,
    TEXT,
    Asked,
    a_document,
    asking,
    one_server,
    shop_on_engine,
)
from tests.support.shop import SECRET
from tests.support.shop_platform import Goods, Shop, shop_platform

pytestmark = pytest.mark.anyio
AUTH = {"Authorization": f"Bearer {SECRET}"}

WAYS: dict[str, dict[str, Any]] = {
    "page": {"strategy": "page", "cursor": "page"},
    "cursor": {"strategy": "cursor", "cursor": "from", "next": "next"},
    "id": {"strategy": "id", "cursor": "after", "next": "id"},
    "link": {"strategy": "link", "next": "links.next"},
}
BODY = {"strategy": "body-cursor", "cursor": "cursor", "size": "limit", "next": "links.next"}


def rows(letters: str = "abcde") -> list[Entry]:
    return [Entry.of(each, {"id": each}) for each in letters]


class Around:
    """Lists rows, and keeps what was known of each page."""

    def __init__(self, letters: str = "abcde") -> None:
        self.pages: list[PageInfo] = []
        self.rows = rows(letters)

    def ask(self, call: Call) -> Entries:
        return Entries(self.rows, self.around)

    def around(self, page: PageInfo) -> dict[str, Any]:
        self.pages.append(page)
        return {
            "meta": {"total": page.total, "page": page.number, "of": page.pages},
            "links": page.links or page.cursors,
            "included": [{"about": item["id"]} for item in page.items],
        }


def listing(behaviour: object, way: dict[str, Any], schema: Any = None, **more: Any) -> Server:
    """One list of data, two to a page, whose answers have this schema."""
    content = {"content": {"application/json": {"schema": schema or {}}}}
    cursor = {"type": "integer", "minimum": 1} if way["strategy"] == "page" else TEXT
    operation: dict[str, Any] = {
        "x-pagination": {"items": "data", **way},
        "responses": {"200": content},
    }
    if way["strategy"] == "body-cursor":
        body = {"properties": {"limit": {"type": "integer"}, "cursor": TEXT}}
        operation["requestBody"] = {"content": {"application/json": {"schema": body}}}
    elif "cursor" in way:
        operation["parameters"] = [{"name": way["cursor"], "in": "query", "schema": cursor}]
    operation["responses"] |= more.pop("answers", {})
    method = "post" if way["strategy"] == "body-cursor" else "get"
    document = a_document("/x", operation, method=method)
    return one_server(document, behaviour, page_size=2)


async def test_a_page_of_json_api() -> None:
    async with asking(listing(Around(), WAYS["page"])) as client:
        first, second, third = [
            (await client.get("/x", params={"about": "ä", "page": n})).json() for n in (1, 2, 3)
        ]
    begin = f"{ORIGIN}/x?about=%C3%A4&page="
    ends = {"first": f"{begin}1", "last": f"{begin}3"}
    assert first == {
        "data": [{"id": "a"}, {"id": "b"}],
        "included": [{"about": "a"}, {"about": "b"}],
        "meta": {"total": 5, "page": 1, "of": 3},
        "links": {**ends, "self": f"{begin}1", "next": f"{begin}2"},
    }
    assert second["links"] == {
        **ends,
        "prev": f"{begin}1",
        "self": f"{begin}2",
        "next": f"{begin}3",
    }
    assert third["links"] == {**ends, "prev": f"{begin}2", "self": f"{begin}3"}
    assert third["meta"] == {"total": 5, "page": 3, "of": 3}


@pytest.mark.parametrize("way", WAYS)
async def test_links_lead_to_the_pages_that_they_name(way: str) -> None:
    behaviour = Around()
    async with asking(listing(behaviour, WAYS[way])) as client:
        await client.get("/x")
        address = behaviour.pages[-1].links["next"]
        await client.get(address)
        second = behaviour.pages[-1]
        found = {}
        for name, address in second.links.items():
            answer = (await client.get(address)).json()
            number = behaviour.pages[-1].number
            found[name] = (number, "".join(each["id"] for each in answer["data"]))
    assert found == {
        "first": (1, "ab"),
        "prev": (1, "ab"),
        "self": (2, "cd"),
        "next": (3, "e"),
        "last": (3, "e"),
    }
    assert (second.pages, second.total, second.size) == (3, 5, 2)


async def test_cursors_in_a_body_lead_to_the_pages_that_they_name() -> None:
    behaviour = Around()
    some = {
        "type": "object",
        "required": ["self", "first"],
        "properties": {"self": TEXT, "next": TEXT},
    }
    schema = {"required": ["links", "meta"], "properties": {"data": {}, "links": some}}
    async with asking(listing(behaviour, BODY, schema)) as client:
        first = (await client.post("/x", json={"limit": 2})).json()
        second = (await client.post("/x", json={"cursor": first["links"]["next"]})).json()
        found = {}
        for name, cursor in second["links"].items():
            answer = (await client.post("/x", json={"cursor": cursor})).json()
            found[name] = "".join(each["id"] for each in answer["data"])
    assert found == {"first": "ab", "prev": "ab", "self": "cd", "next": "e", "last": "e"}
    assert behaviour.pages[0].links == {}
    assert second["meta"] == {"total": 5, "page": 2, "of": 3}


@pytest.mark.parametrize(
    ("way", "cursors"),
    [
        ("page", {"first": "1", "prev": "1", "self": "2", "next": "3", "last": "3"}),
        ("cursor", {"self": "c", "next": "e", "last": "e"}),
        ("id", {"self": "b", "next": "d", "last": "d"}),
    ],
)
async def test_the_first_page_needs_no_cursor_but_a_number(
    way: str, cursors: dict[str, str]
) -> None:
    behaviour = Around()
    async with asking(listing(behaviour, WAYS[way])) as client:
        await client.get("/x")
        await client.get(behaviour.pages[0].links["next"])
    assert behaviour.pages[1].cursors == cursors


@pytest.mark.parametrize("way", [*WAYS, "body-cursor"])
async def test_an_empty_list_is_one_page_that_leads_nowhere_else(way: str) -> None:
    behaviour = Around("")
    async with asking(listing(behaviour, {**WAYS, "body-cursor": BODY}[way])) as client:
        await client.request("POST" if way == "body-cursor" else "GET", "/x", json={})
    (page,) = behaviour.pages
    assert (page.items, page.number, page.pages, page.total) == ([], 1, 0, 0)
    assert (page.cursors or page.links).keys() <= {"first", "self", "last"}


async def test_behind_the_last_page_prev_leads_back_to_it() -> None:
    behaviour = Around()
    async with asking(listing(behaviour, WAYS["page"])) as client:
        answer = (await client.get("/x", params={"page": 9})).json()
    assert answer["data"] == []
    assert behaviour.pages[0].cursors == {"first": "1", "prev": "3", "self": "9", "last": "3"}


async def test_a_page_may_end_where_rows_went() -> None:
    behaviour = Around("abc")
    async with asking(listing(behaviour, WAYS["cursor"])) as client:
        await client.get("/x")
        address = behaviour.pages[0].links["next"]
        del behaviour.rows[2:]
        answer = (await client.get(address)).json()
        assert answer["data"] == []
        back = (await client.get(answer["links"]["prev"])).json()
    assert back["data"] == [{"id": "a"}, {"id": "b"}]


# --- the end of a list


def requiring(*names: str) -> dict[str, Any]:
    return {"type": "object", "required": list(names), "properties": {"data": {}, "next": {}}}


@pytest.mark.parametrize(
    ("way", "schema", "page"),
    [
        ("cursor", requiring("data", "next"), {"next": None}),
        ("cursor", requiring("data"), {}),
        ("cursor", {"oneOf": [requiring("next"), {"type": "null"}]}, {"next": None}),
        (
            "link",
            {"properties": {"data": {}, "links": requiring("next")}},
            {"links": {"next": None}},
        ),
        ("link", {"properties": {"data": {}, "links": requiring()}}, {}),
        ("id", requiring("data"), {}),
        ("page", requiring("data"), {}),
    ],
)
async def test_null_is_at_the_end_where_the_schema_requires_a_next_one(
    way: str, schema: Any, page: dict[str, Any]
) -> None:
    async with asking(listing(Asked(rows("a")), WAYS[way], schema)) as client:
        answer = await client.get("/x")
    assert answer.json() == {"data": [{"id": "a"}], **page}


async def test_an_answer_with_a_status_and_headers_has_a_page_of_its_schema() -> None:
    partly = {"content": {"application/json": {"schema": requiring("next")}}}
    given = Answer(206, rows("abc"), {"X-Total": "3"})
    behaviour = Asked(given, Answer(206, Entries(rows("abc"))), {"data": "as it is"})
    server = listing(behaviour, WAYS["cursor"], answers={"206": partly})
    async with asking(server) as client:
        answer = await client.get("/x")
        assert (answer.status_code, answer.headers["X-Total"]) == (206, "3")
        assert answer.json() == {"data": [{"id": "a"}, {"id": "b"}], "next": "c"}
        last = await client.get("/x", params={"from": "c"})
        assert (last.status_code, last.json()) == (206, {"data": [{"id": "c"}], "next": None})
        assert (await client.get("/x")).json() == {"data": "as it is"}


async def test_what_stands_around_is_an_object() -> None:
    behaviour = Asked(Entries(rows(), lambda page: [page.total]))  # type: ignore[arg-type,return-value]
    async with asking(listing(behaviour, WAYS["cursor"])) as client:
        with pytest.raises(WrongAnswer, match=r"ask has \[5\] around a page, which is no object"):
            await client.get("/x")


async def test_what_stands_around_may_be_shared() -> None:
    shared: dict[str, Any] = {"links": {"about": "x"}}
    entries = Entries(rows(), lambda page: shared)
    async with asking(listing(Asked(entries), WAYS["link"])) as client:
        answer = (await client.get("/x")).json()
    assert answer["links"].keys() == {"about", "next"}
    assert shared == {"links": {"about": "x"}}


class CountedGoods(Goods):
    def search_goods(self, call: Call) -> Entries:  # type: ignore[override]
        return Entries(super().search_goods(call), lambda page: {"total": page.total})


class CountedShop:
    """The shop, whose goods are counted."""

    def __init__(self, world: World) -> None:
        shop = Shop(world)
        self.parts = (*(each for each in shop.parts if each != shop.goods), CountedGoods(world))


async def test_the_sdk_reads_pages_with_something_around_them() -> None:
    platform = shop_platform(CountedShop, limits=False)
    async with shop_on_engine(platform) as (_, shop, _):
        pages = [page async for page in shop.goods.search("").pages()]
    assert [len(page.items) for page in pages] == [3, 3, 1]
    another = shop_platform(CountedShop, limits=False)
    async with asking(Server(another), headers=AUTH) as client:
        page = (await client.post("/api/v1/goods/search", json={})).json()
    assert (page["total"], len(page["rows"])) == (7, 3)
