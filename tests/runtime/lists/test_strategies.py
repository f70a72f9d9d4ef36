"""Lists of every strategy: nothing lost, nothing invented, no page skipped, none asked elsewhere."""

from __future__ import annotations

import copy
import json
from typing import Any, get_args

import anyio
import httpx
import pytest

from commerce_sdk import (
    DecodeError,
    InvalidRequest,
    PaginationError,
    ServerError,
    defaults,
)
from commerce_sdk.document import model
from commerce_sdk.document.operation import Strategy
from commerce_sdk.runtime.call import slices
from commerce_sdk.runtime.lists.listing import paginate
from commerce_sdk.runtime.lists.paginator import Paginator
from commerce_sdk.runtime.lists.strategies import STRATEGIES
from tests.codegen.golden.shop.api import goods
from tests.conftest import ROOT
from tests.support.shop_lists import BASE_URL, LISTS, USUAL_SIZE, Json, served, shop

pytestmark = pytest.mark.anyio

ROWS = "abcdefg"
every_list = pytest.mark.parametrize("name", LISTS)


def ids(found: Any) -> str:
    return "".join(row.id for row in found)


async def by_pages(rows: Paginator[Any]) -> str:
    return ids([row async for page in rows.pages() for row in page.items])


async def by_prefetch(rows: Paginator[Any]) -> str:
    async with rows.prefetch() as pages:
        return ids([row async for page in pages for row in page.items])


async def by_collect(rows: Paginator[Any]) -> str:
    return ids(await rows.collect())


def test_every_strategy_of_the_documents_is_written_and_no_other() -> None:
    schema = json.loads((ROOT / "openapi/extensions.schema.json").read_text())["$defs"]
    named = schema["pagination"]["properties"]["strategy"]["enum"]
    assert set(STRATEGIES) == set(named) == set(get_args(Strategy))


# --- from the first row to the last


@every_list
@pytest.mark.parametrize("way", [by_pages, by_prefetch, by_collect])
@pytest.mark.parametrize("size", [None, 1, 2, 7, 50])
@pytest.mark.parametrize("count", [0, 1, 3, 6, 7])
async def test_a_list_is_read_to_its_end(name: str, way: Any, size: int | None, count: int) -> None:
    server = served(name, *ROWS[:count])
    async with shop(server) as client:
        assert await way(LISTS[name](client, size)) == ROWS[:count]
    sizes = size if size and name not in ("id by empty page", "link") else USUAL_SIZE
    full = -(-count // sizes)
    if name == "id by empty page" or (name == "page by short page" and not size):
        assert len(server.asked) == full + 1
    elif name == "page by short page":
        assert len(server.asked) == count // sizes + 1
    else:
        assert len(server.asked) == max(1, full)


async def test_pages_are_numbered_from_one_and_none_is_skipped() -> None:
    server = served("page by pages", *ROWS)
    async with shop(server) as client:
        await paginate(client.core, goods.list_goods.build(per_page=2, colour="RED")).collect()
    kept = {"per-page": "2", "colour": "RED"}
    assert server.queries() == [kept, *({**kept, "page": str(n)} for n in (2, 3, 4))]


async def test_a_cursor_in_the_body_goes_out_alone() -> None:
    server = served("body cursor", *ROWS)
    async with shop(server) as client:
        await LISTS["body cursor"](client, 3).collect()
    assert [json.loads(request.content) for request in server.asked] == [
        {"word": "w", "perPage": 3},
        {"fromHere": "3/3"},
        {"fromHere": "6/3"},
    ]
    assert {request.headers["content-type"] for request in server.asked} == {"application/json"}


async def test_an_id_goes_on_from_the_last_item() -> None:
    server = served("id by more", *ROWS)
    async with shop(server) as client:
        await LISTS["id by more"](client, 3).collect()
    assert [query.get("id-after") for query in server.queries()] == [None, "c", "f"]
    assert all("page" not in query for query in server.queries())


async def test_of_an_address_the_query_is_used() -> None:
    server = served("link", *ROWS)
    async with shop(server) as client:
        await LISTS["link"](client, None).collect()
    assert {request.url.path for request in server.asked} == {"/api/v1/shops/a b/news"}
    about = {"about": "wörd &"}
    assert server.queries() == [about, {"from": "3", **about}, {"from": "6", **about}]


async def test_the_first_asks_for_one_page() -> None:
    for name, rows in LISTS.items():
        server = served(name, *ROWS)
        async with shop(server) as client:
            first: Any = await rows(client, 2).first()
        assert first.id == "a"
        assert len(server.asked) == 1


# --- two strategies


async def test_of_two_strategies_the_caller_chooses_one() -> None:
    server = served("page by pages", *ROWS)
    async with shop(server) as client:
        for by in (None, "page"):
            pages = paginate(client.core, goods.list_goods.build(), by=by).pages()
            assert (await anext(pages)).next_cursor == "2"
        server.is_by_id = True
        assert (
            await anext(paginate(client.core, goods.list_goods.build(), by="id").pages())
        ).next_cursor == "c"
        for wrong in ("cursor", "", 1):
            with pytest.raises(
                InvalidRequest, match="by: list_goods can be listed by 'page' or 'id'"
            ):
                paginate(client.core, goods.list_goods.build(), by=wrong)  # type: ignore[arg-type]
        with pytest.raises(InvalidRequest, match="by: list_visits can be listed by 'id'"):
            paginate(client.core, goods.list_visits.build(), by="page")
    assert len(server.asked) == 3


# --- kept cursors


@every_list
async def test_a_list_goes_on_from_any_kept_cursor(name: str) -> None:
    async with shop(served(name, *ROWS)) as client:
        pages = [page async for page in LISTS[name](client, 3).pages()]
        for number, page in enumerate(pages):
            if page.is_last:
                break
            kept = json.loads(json.dumps(page.next_cursor))
            assert isinstance(kept, str)
            rest = [later async for later in LISTS[name](client, 3).pages(after=kept)]
            assert rest == pages[number + 1 :]
    assert ids(row for page in pages for row in page.items) == ROWS


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        *[
            ("page by pages", each)
            for each in ("x", "0", "-1", "1.5", " 2", "2\n", "02", "٣", "9" * 19)
        ],
        *[("link", each) for each in ("x", "a=%ff", "?", "&", "a=1&x", "https://shop.invalid/?")],
        *[(name, each) for name in LISTS for each in ("", "a\nb", "a\x00", "\ud800", 2, b"c")],
    ],
)
async def test_a_wrong_cursor_is_refused_by_name_before_anything_is_sent(
    name: str, wrong: Any
) -> None:
    server = served(name, *ROWS)
    async with shop(server) as client:
        for begin in (LISTS[name](client, 3).pages, LISTS[name](client, 3).prefetch):
            with pytest.raises(InvalidRequest) as caught:
                begin(after=wrong)
            assert caught.value.path == "after"
            if name.startswith("page") and isinstance(wrong, str) and wrong:
                assert caught.value.message == "must be the number of a page, as a page named it"
    assert server.asked == []


@every_list
async def test_an_error_on_the_way_carries_the_last_good_cursor(name: str) -> None:
    server = served(name, *ROWS)
    broken = httpx.Response(501, json={"title": "no"})
    async with shop(lambda request: server(request) if len(server.asked) < 2 else broken) as client:
        pages = LISTS[name](client, 2).pages()
        await anext(pages)
        good = (await anext(pages)).next_cursor
        with pytest.raises(ServerError) as caught:
            await anext(pages)
    assert good is not None
    assert caught.value.cursor == good


# --- where a list ends


def emptied(answer: Json) -> Json:
    """The same page without its items."""
    holder = copy.deepcopy(answer)
    holder.get("result", holder)["rows"] = []
    return holder


@pytest.mark.parametrize("name", ["page by pages", "page by total", "body cursor", "link"])
async def test_an_empty_page_that_leads_on_is_not_the_end(name: str) -> None:
    server = served(name, *ROWS)
    server.change = lambda answer: emptied(answer) if len(server.asked) == 2 else answer
    async with shop(server) as client:
        assert await by_pages(LISTS[name](client, 3)) == "abcg"


@pytest.mark.parametrize(
    "name", ["page by short page", "id by empty page"], ids=lambda each: str(each)
)
async def test_an_empty_page_ends_what_names_no_other_end(name: str) -> None:
    server = served(name, *ROWS)
    server.change = lambda answer: emptied(answer) if len(server.asked) == 2 else answer
    async with shop(server) as client:
        assert await by_pages(LISTS[name](client, None)) == "abc"


async def test_more_without_an_item_to_go_on_from_is_an_error() -> None:
    server = served("id by more", *ROWS)
    server.change = lambda answer: emptied(answer) if len(server.asked) == 2 else answer
    async with shop(server) as client:
        with pytest.raises(PaginationError, match="no item to go on from") as caught:
            await by_pages(LISTS["id by more"](client, 3))
    assert caught.value.cursor == "c"


@pytest.mark.parametrize("name", ["page by total", "page by pages"])
async def test_a_server_that_gives_less_than_is_asked_for_loses_nothing(name: str) -> None:
    async with shop(served(name, *ROWS, most=2)) as client:
        assert await by_pages(LISTS[name](client, 50)) == ROWS


async def test_nulls_in_a_page_do_not_make_it_short() -> None:
    server = served("page by short page", *ROWS)

    def holed(answer: Json) -> Json:
        answer["rows"] = [row if row["id"] not in "bf" else None for row in answer["rows"]]
        return answer

    server.change = holed
    async with shop(server) as client:
        assert await by_pages(LISTS["page by short page"](client, 3)) == "acdeg"


@pytest.mark.parametrize("name", ["page by pages", "page by total"])
@pytest.mark.parametrize("missing", ["null", "absent"])
async def test_where_nobody_says_the_end_an_empty_page_is_it(name: str, missing: str) -> None:
    server = served(name, *ROWS[:6])

    def untold(answer: Json) -> Json:
        holder = answer.get("result", {}).get("info", answer)
        for key in ("pages", "total", "size"):
            if missing == "null" and key in holder:
                holder[key] = None
            else:
                holder.pop(key, None)
        return answer

    server.change = untold
    async with shop(server) as client:
        assert await by_pages(LISTS[name](client, 3)) == "abcdef"
    assert len(server.asked) == 3


async def test_a_size_of_nothing_makes_no_list_without_end() -> None:
    server = served("page by total", *ROWS)
    server.change = lambda answer: {**answer, "size": 0, "total": 1000}
    async with shop(server) as client:
        assert await by_pages(LISTS["page by total"](client, 3)) == ROWS


@pytest.mark.parametrize("name", ["page by pages", "page by total", "page by short page"])
async def test_a_list_that_shrinks_meanwhile_ends(name: str) -> None:
    server = served(name, *ROWS)
    async with shop(server) as client:
        pages = LISTS[name](client, 3).pages()
        assert ids((await anext(pages)).items) == "abc"
        del server.rows[4:]
        assert ids((await anext(pages)).items) == "d"
        with pytest.raises(StopAsyncIteration):
            await anext(pages)
        del server.rows[:]
        assert [ids(page.items) async for page in LISTS[name](client, 3).pages(after="3")] == [""]


# --- rows that move meanwhile


NUMBERED = ["page by pages", "page by total", "page by short page"]


@pytest.mark.parametrize("name", NUMBERED)
async def test_rows_that_move_come_twice_or_are_missed_and_none_is_invented(name: str) -> None:
    for change, wanted in ((lambda rows: rows.insert(0, "A"), "abccdefg"), (_drop, "abcefg")):
        server = served(name, *ROWS)
        async with shop(server) as client:
            pages = LISTS[name](client, 3).pages()
            found = ids((await anext(pages)).items)
            change(server.rows)
            found += ids([row async for page in pages for row in page.items])
        assert found == wanted


def _drop(rows: list[str]) -> None:
    del rows[0]


@pytest.mark.parametrize("name", ["id by more", "id by empty page"])
async def test_rows_that_move_are_neither_missed_nor_twice_where_ids_lead(name: str) -> None:
    for change in (lambda rows: rows.insert(0, "A"), _drop):
        server = served(name, *ROWS)
        async with shop(server) as client:
            pages = LISTS[name](client, 3).pages()
            found = ids((await anext(pages)).items)
            change(server.rows)
            found += ids([row async for page in pages for row in page.items])
        assert found == ROWS


# --- answers that cannot be followed


@pytest.mark.parametrize("name", ["id by more", "id by empty page", "body cursor", "link"])
async def test_a_cursor_that_comes_twice_is_no_list_without_end(name: str) -> None:
    server = served(name, *ROWS)
    first: list[Json] = []

    def again(answer: Json) -> Json:
        first.append(answer)
        return first[0]

    server.change = again
    async with shop(server) as client:
        with pytest.raises(PaginationError, match="named a cursor twice") as caught:
            await by_pages(LISTS[name](client, 3))
    assert len(server.asked) == 2
    assert caught.value.cursor
    assert [attempt.status for attempt in caught.value.attempts] == [200]


@every_list
@pytest.mark.parametrize("document", [{"title": "Internal"}, {"status": 500}, {"note": "x"}])
async def test_a_document_that_is_no_page_is_not_the_end(name: str, document: Json) -> None:
    async with shop(lambda request: httpx.Response(200, json=document)) as client:
        for way in (by_pages, by_prefetch, by_collect):
            with pytest.raises(DecodeError, match="is no page") as caught:
                await way(LISTS[name](client, 3))
            assert caught.value.operation


@every_list
async def test_a_document_of_nothing_is_the_end(name: str) -> None:
    async with shop(lambda request: httpx.Response(200, json={})) as client:
        assert await by_pages(LISTS[name](client, 3)) == ""


ROW = {"id": "a", "ref": {"id": "a"}}


def of(rows: list[Any] | None = None, **said: Any) -> Json:
    return {"rows": [ROW] if rows is None else rows, **said}


def result(rows: list[Any] | None = None, **info: Any) -> Json:
    return {"result": {"rows": [ROW] if rows is None else rows, "info": info}}


@pytest.mark.parametrize(
    ("name", "answer", "says"),
    [
        ("page by pages", result(pages="3"), "the number of pages .* text came"),
        ("page by pages", result(pages=-1), "the number of pages .* a number came"),
        ("page by pages", result(pages=1.5), "the number of pages .* a number came"),
        ("page by pages", result(pages=True), "the number of pages .* true or false came"),
        ("page by total", of(total="7", size=3), "the total .* text came"),
        ("page by total", of(total=7, size="3"), "the size of a page .* text came"),
        ("page by total", of(total={}, size=3), "the total .* an object came"),
        ("id by pages", result(pages="1"), "the number of pages .* text came"),
        ("id by pages", result([], pages=2), "there is more, and no item to go on from"),
        ("id by more", result(more="no"), "true, false or null, text came"),
        ("id by more", result(more=1), "true, false or null, a number came"),
        ("id by more", result([{"id": "a"}], more=True), "the id .* null came"),
        ("id by empty page", of([{"id": 7}]), "the id .* a number came"),
        ("id by empty page", of([{"id": None}]), "the id .* null came"),
        ("id by empty page", of([{"id": ""}]), "the id .* an empty text came"),
        ("id by empty page", of([{"id": ["a"]}]), "the id .* a list came"),
        ("body cursor", of(links={"next": 7}), "the next cursor .* a number came"),
        ("body cursor", of(links={"next": {"a": 1}}), "the next cursor .* an object came"),
        ("link", of(links={"next": 7}), "the next cursor .* a number came"),
    ],
)
async def test_what_is_of_another_kind_neither_ends_a_list_nor_crashes(
    name: str, answer: Json, says: str
) -> None:
    async with shop(lambda request: httpx.Response(200, json=answer)) as client:
        with pytest.raises(PaginationError, match=says) as caught:
            await by_pages(LISTS[name](client, 3))
    assert caught.value.cursor is None
    assert caught.value.operation
    assert [attempt.status for attempt in caught.value.attempts] == [200]


# --- addresses


HERE = f"{BASE_URL}/v1/shops/a%20b/news"


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.invalid/api/v1/shops/a%20b/news?from=3",
        "//evil.invalid/api/v1/shops/a%20b/news?from=3",
        "http://shop.invalid/api/v1/shops/a%20b/news?from=3",
        "https://shop.invalid:8443/api/v1/shops/a%20b/news?from=3",
        "https://shop.invalid.evil/api/v1/shops/a%20b/news?from=3",
        "https://shop.invalid@evil.invalid/api/v1/shops/a%20b/news?from=3",
        "https://user:pass@shop.invalid/api/v1/shops/a%20b/news?from=3",
        f"{BASE_URL}/v1/shops/other/news?from=3",
        f"{BASE_URL}/v1/goods?from=3",
        "../other/news?from=3",
        "/v1/shops/a%20b/news?from=3",
        "file:///etc/passwd?from=3",
        "javascript:alert(1)",
        "https://[::1?from=3",
        "https://shop.invalid:port/api/v1/shops/a%20b/news?from=3",
        HERE,
        f"{HERE}?",
        f"{HERE}#from=3",
        f"{HERE}?from",
        f"{HERE}?from=%ff",
    ],
)
async def test_an_address_elsewhere_is_never_asked(address: str) -> None:
    server = served("link", *ROWS)
    server.change = lambda answer: {**answer, "links": {"next": address}}
    async with shop(server) as client:
        with pytest.raises(PaginationError, match="the next page's address") as caught:
            await by_pages(LISTS["link"](client, None))
    assert len(server.asked) == 1
    assert "evil" not in str(caught.value)
    assert "pass" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        f"{HERE}?from=6&about=x",
        "HTTPS://SHOP.invalid:443/api/v1/shops/a%20b/news?from=6&about=x#top",
        "https://shop.invalid./api/v1/shops/a%20b/news?from=6&about=x",
        "/api/v1/shops/a b/news?from=6&about=x",
        "/api/v1/shops/%61%20b/news?from=6&about=x",
        "?from=6&about=x",
        "news?from=6&about=x",
        "./news?about=x&from=6",
    ],
)
async def test_an_address_of_the_list_itself_is_followed_however_it_is_written(
    address: str,
) -> None:
    server = served("link", *ROWS)
    server.change = lambda answer: (
        {**answer, "links": {"next": address}} if len(server.asked) == 1 else answer
    )
    async with shop(server) as client:
        assert await by_pages(LISTS["link"](client, None)) == "abcg"
    assert server.queries()[1] == {"from": "6", "about": "x"}
    assert server.asked[1].url.copy_with(query=None) == server.asked[0].url.copy_with(query=None)


async def test_an_address_does_not_say_whom_a_call_is_for() -> None:
    server = served("link", *ROWS)
    server.change = lambda answer: (
        {**answer, "links": {"next": "?from=6&about=x&clerk=bob"}}
        if len(server.asked) == 1
        else answer
    )
    async with shop(server, clerk="ann") as client:
        assert await by_pages(LISTS["link"](client, None)) == "abcg"
    clerks = [request.url.params.get_list("clerk") for request in server.asked]
    assert clerks == [["ann"], ["ann"]]


async def test_a_secret_parameter_goes_to_every_page_and_into_no_cursor() -> None:
    server = served("link", *ROWS)
    server.change = lambda answer: (
        {**answer, "links": {"next": "?from=6&about=x&%70ass=sesame-99&pass=other"}}
        if len(server.asked) == 1
        else answer
    )
    async with shop(server) as client:
        first = goods.list_news.build(about="x", pass_="sesame-99")
        pages = [page async for page in paginate(client.core, first).pages()]
    assert pages[0].next_cursor == "from=6&about=x"
    assert "sesame" not in repr(pages)
    passes = [request.url.params.get_list("pass") for request in server.asked]
    assert passes == [["sesame-99"], ["sesame-99"]]


async def test_what_the_document_says_of_a_cursor_is_held() -> None:
    server = served("page by pages", *ROWS)
    long = "x" * 21
    async with shop(server) as client:
        for name, wrong in (("page by pages", str(2**31)), ("id by more", long)):
            with pytest.raises(InvalidRequest) as caught:
                LISTS[name](client, 3).pages(after=wrong)
            assert caught.value.path == "after"
        assert server.asked == []
    server = served("id by more", *ROWS, long, "y")
    async with shop(server) as client:
        with pytest.raises(PaginationError, match="the next cursor is none: expected 20 or fewer"):
            await LISTS["id by more"](client, len(ROWS) + 1).collect()
    assert len(server.asked) == 1


@pytest.mark.parametrize("name", ["id by more", "id by empty page", "body cursor", "link"])
async def test_a_cursor_of_the_servers_that_cannot_be_sent_is_no_fault_of_the_caller(
    name: str,
) -> None:
    odd = "from=6\x01"

    def leads_to(answer: Json) -> Json:
        rows = answer.get("rows") or answer["result"]["rows"]
        rows[-1]["id"] = rows[-1]["ref"]["id"] = odd
        if answer.get("links"):
            answer["links"]["next"] = f"?{odd}" if name == "link" else odd
        return answer

    server = served(name, *ROWS)
    server.change = leads_to
    async with shop(server) as client:
        with pytest.raises(PaginationError, match="the list cannot be followed") as caught:
            await by_pages(LISTS[name](client, None))
        assert (caught.value.cursor, caught.value.maybe_applied) == (None, None)
        with pytest.raises(InvalidRequest) as given:
            LISTS[name](client, None).pages(after=odd)
    assert given.value.path == "after"
    assert len(server.asked) == 1


@pytest.mark.parametrize("end", [None, "", "absent", "no links"])
async def test_no_address_is_the_end(end: str | None) -> None:
    links: Any = None if end == "no links" else {} if end == "absent" else {"next": end}
    server = served("link", *ROWS)
    server.change = lambda answer: {**answer, "links": links}
    async with shop(server) as client:
        assert await by_pages(LISTS["link"](client, None)) == "abc"


# --- large pages


async def test_items_that_lie_deeper_are_read_in_slices_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(defaults, "SLICED_FROM", 0)
    monkeypatch.setattr(defaults, "SLICE", 1)
    read: list[str] = []
    read_json = model.read_json

    def noted(kind: Any, content: bytes) -> Any:
        read.append(kind.__name__)
        return read_json(kind, content)

    monkeypatch.setattr(slices, "read_json", noted)
    for name in LISTS:
        read.clear()
        async with shop(served(name, *ROWS)) as client:
            found = await LISTS[name](client, 3).collect()
            assert read.count("Good") == 7, name
            monkeypatch.setattr(defaults, "SLICED_FROM", 10**9)
            assert await LISTS[name](client, 3).collect() == found
            monkeypatch.setattr(defaults, "SLICED_FROM", 0)


@pytest.mark.parametrize(
    "content",
    [
        b'{"result": {"rows": [{"id": "a"}, null, {"id": "b", "new": [1.50]}], "info": null}}',
        b'{"note": "x", "result": {"unknown": 1.50, "rows": [{"id": 5}]}, "other": [1]}',
        b'{"result": {"rows": null}}',
        b'{"result": {"rows": []}}',
        b'{"result": {}}',
        b'{"result": null}',
        b"{}",
        b'{"result": []}',
        b'{"result": {"rows": {"a": 1}}}',
        b'{"result": {"rows": ["text"]}}',
        b'{"result": {"rows": [{"ref": {"id": 1}}]}, "result": {"rows": [{"id": "twice"}]}}',
        b'{"result": {"rows": [{"id": "a"}',
        b"<html>",
    ],
    ids=range(13),
)
async def test_what_deviates_deeper_is_read_or_refused_alike(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def outcome() -> Any:
        try:
            answer = await slices.read_answer(goods.list_goods.build(), 200, content)
        except DecodeError as error:
            return str(error), error.path
        return answer.to_json(), answer

    whole = await outcome()
    monkeypatch.setattr(defaults, "SLICED_FROM", 0)
    monkeypatch.setattr(defaults, "SLICE", 1)
    assert await outcome() == whole


async def test_other_tasks_get_their_turn_while_a_large_page_is_read() -> None:
    rows = [{"id": "x" * 900} for _ in range(4000)]
    content = json.dumps({"result": {"rows": rows}}).encode()
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await anyio.lowlevel.checkpoint()

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(others)
        await anyio.lowlevel.checkpoint()
        turns = 0
        await slices.read_answer(goods.list_goods.build(), 200, content)
        tasks.cancel_scope.cancel()
    assert turns >= len(content) // defaults.SLICE
