"""Cursors of the engine's lists: good while rows come and go, refused where no list gave them."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from commerce_sdk.sandbox.engine import Call, Entry, Server
from commerce_sdk.sandbox.engine.cursors import MOST_LISTINGS
from tests.sandbox.engine.serving import TEXT, Asked, a_document, asking, one_server, shop_on_engine
from tests.sandbox.engine.test_lists import LISTS

pytestmark = pytest.mark.anyio

WAYS: dict[str, dict[str, Any]] = {
    "cursor": {"strategy": "cursor", "cursor": "from", "next": "next"},
    "body-cursor": {"strategy": "body-cursor", "cursor": "from", "next": "next"},
    "id": {"strategy": "id", "cursor": "from", "next": "id"},
    "link": {"strategy": "link", "next": "next"},
}
BY_NUMBER = {"page": {"strategy": "page", "cursor": "from"}}
ANY: dict[str, Any] = {}
WHOLE = {"type": "integer"}
WHOLE_OR_NULL = {"type": ["integer", "null"]}
OF_THE_LIST = [each for each in WAYS if each != "id"]
"""The ways whose cursors only the list itself can give."""
NOT_IN_ORDER = "k9 b x a m c"
AT_WRONG = {"at": "wrong/*", "message": ["why"], "field": ["field"]}
ERRORS = {"list": {"detail": ["message"], "problems": [AT_WRONG]}}

WRONG = {
    "properties": {
        "message": TEXT,
        "wrong": {"type": "array", "items": {"properties": {"field": TEXT, "why": TEXT}}},
    }
}


class Shelf:
    """Rows whose keys are in no order; `but` leaves out some of them."""

    def __init__(self) -> None:
        self.rows = NOT_IN_ORDER.split()
        self.asked: list[Any] = []

    def ask(self, call: Call) -> list[Entry]:
        self.asked.append(call.body)
        body = call.body if isinstance(call.body, dict) else {}
        left_out = str({**call.values, **body}.get("but", "")).split()
        return [Entry.of(row, {"id": row}) for row in self.rows if row not in left_out]


def serving_shelf(strategy: str, shelf: Shelf, *, cursor: Any = TEXT, size: Any = WHOLE) -> Server:
    """One list that pages in a way, two to a page; by these schemas of the cursor and the size."""
    in_body = strategy == "body-cursor"
    fields = {"from": cursor, "n": size, "but": TEXT}
    operation: dict[str, Any] = {
        "x-pagination": {"items": "rows", "size": "n", **{**WAYS, **BY_NUMBER}[strategy]},
        "responses": {
            "200": {"content": {"application/json": {"schema": {}}}},
            "400": {"x-error": "list", "content": {"application/json": {"schema": WRONG}}},
        },
    }
    operation["parameters"] = [{"name": "X-Trace", "in": "header", "schema": TEXT}] + [
        {"name": name, "in": "query", "schema": schema}
        for name, schema in fields.items()
        if not in_body and (strategy, name) != ("link", "from")
    ]
    if in_body:
        schema = {"properties": fields, "additionalProperties": True}
        operation["requestBody"] = {"content": {"application/json": {"schema": schema}}}
    method = "post" if in_body else "get"
    document = a_document("/rows", operation, method=method, **{"x-error-families": ERRORS})
    return one_server(document, shelf, page_size=2)


class Reader:
    """Reads one list page by page, as its document says."""

    def __init__(self, client: httpx.AsyncClient, strategy: str, **asked: Any) -> None:
        self._client, self._strategy, self._asked = client, strategy, asked
        self.cursor: str | None = None
        self._pages = 0

    async def answer(self) -> httpx.Response:
        self._pages += 1
        trace = {"X-Trace": f"{self._pages}"}
        if self._strategy == "body-cursor":
            body = self._asked if self.cursor is None else {"from": self.cursor}
            return await self._client.post("/rows", json=body, headers=trace)
        if self._strategy == "link" and self.cursor:
            return await self._client.get(self.cursor, headers=trace)
        asked = self._asked if self.cursor is None else {**self._asked, "from": self.cursor}
        return await self._client.get("/rows", params=asked, headers=trace)

    async def page(self) -> list[str]:
        answer = await self.answer()
        assert answer.status_code == 200, answer.text
        ids = [row["id"] for row in answer.json()["rows"]]
        by_id = ids[-1] if ids else None
        self.cursor = by_id if self._strategy == "id" else answer.json().get("next")
        return ids

    async def rest(self) -> list[str]:
        found: list[str] = []
        while self.cursor is not None:
            found += await self.page()
        return found


BETWEEN = "n o p x a m c"
"""A cursor that names where the next page begins cannot know what came before that."""

CHANGES: dict[str, tuple[Callable[[list[str]], Any], str]] = {
    "nothing": (lambda rows: None, "x a m c"),
    "the next one goes": (lambda rows: rows.remove("x"), "a m c"),
    "the last one shown goes": (lambda rows: rows.remove("b"), "x a m c"),
    "both go": (lambda rows: rows.__delitem__(slice(1, 3)), "a m c"),
    "all up to the next one go": (lambda rows: rows.__delitem__(slice(0, 3)), "a m c"),
    "those behind the next one go": (lambda rows: rows.__delitem__(slice(3, 6)), "x"),
    "one comes before": (lambda rows: rows.insert(0, "n"), "x a m c"),
    "some come where the page ended": (lambda rows: rows.__setitem__(slice(2, 2), "nop"), BETWEEN),
    "one comes in place of the next": (lambda rows: rows.__setitem__(2, "n"), "n a m c"),
    "one comes behind the next": (lambda rows: rows.insert(3, "n"), "x n a m c"),
    "all go": (lambda rows: rows.clear(), ""),
}


@pytest.mark.parametrize("strategy", WAYS)
@pytest.mark.parametrize("change", CHANGES)
async def test_a_cursor_stays_good_while_rows_come_and_go(strategy: str, change: str) -> None:
    shelf = Shelf()
    edit, rest = CHANGES[change]
    async with asking(serving_shelf(strategy, shelf)) as client:
        reader = Reader(client, strategy)
        assert await reader.page() == ["k9", "b"]
        edit(shelf.rows)
        is_passed = strategy == "cursor" and rest == BETWEEN
        assert await reader.rest() == rest.split()[3 if is_passed else 0 :]


@pytest.mark.parametrize("strategy", WAYS)
async def test_a_cursor_stays_good_where_others_read_the_list_meanwhile(strategy: str) -> None:
    shelf = Shelf()
    async with asking(serving_shelf(strategy, shelf)) as client:
        reader, other = Reader(client, strategy), Reader(client, strategy)
        await reader.page()
        for row in "xb":
            shelf.rows.remove(row)
            await other.page()
        shelf.rows.remove("k9")
        assert await Reader(client, strategy).page() == ["a", "m"]
        assert await reader.rest() == ["a", "m", "c"]


@pytest.mark.parametrize("strategy", WAYS)
async def test_lists_that_were_asked_for_otherwise_have_places_of_their_own(strategy: str) -> None:
    shelf = Shelf()
    async with asking(serving_shelf(strategy, shelf)) as client:
        some, every = Reader(client, strategy, but="b a"), Reader(client, strategy, n=3)
        await every.page()
        assert await some.page() == ["k9", "x"]
        shelf.rows.remove("x")
        assert await every.rest() == ["a", "m", "c"]
        assert await some.rest() == ["m", "c"]


@pytest.mark.parametrize("strategy", OF_THE_LIST)
async def test_a_reset_forgets_the_cursors(strategy: str) -> None:
    shelf = Shelf()
    server = serving_shelf(strategy, shelf)
    async with asking(server) as client:
        reader = Reader(client, strategy)
        await reader.page()
        del shelf.rows[1:3]
        server.reset()
        answer = await reader.answer()
    name = "cursor" if strategy == "link" else "from"
    assert answer.status_code == 400
    assert answer.json()["message"] == f"{name} is no cursor of this list."


async def test_of_very_many_lists_the_latest_are_remembered() -> None:
    async with asking(serving_shelf("body-cursor", Shelf())) as client:
        forgotten, kept = (Reader(client, "body-cursor", but=but) for but in ("c", "m"))
        await forgotten.page()
        await kept.page()
        for n in range(MOST_LISTINGS - 1):
            await Reader(client, "body-cursor", but=str(n)).page()
        assert await kept.page() == ["x", "a"]
        assert (await forgotten.answer()).status_code == 400


BY_ROW = [name for name in LISTS if name != "cursor" and not name.startswith("page by")]
"""The lists of goods that go on from a row; a number moves with the rows."""


@pytest.mark.parametrize("name", BY_ROW)
async def test_the_sdk_reads_on_where_rows_went(name: str) -> None:
    async with shop_on_engine(shop="a b") as (platform, shop, _):
        platform.behaviour.goods.rows[:] = list("gfedcba")
        pages = LISTS[name](shop, 3).pages()
        first = [row.id for row in (await anext(pages)).items]
        for gone in "ed":
            platform.behaviour.goods.rows.remove(gone)
        platform.behaviour.goods.rows[2:2] = "wxyz"
        rest = [row.id async for page in pages for row in page.items]
    assert (first, rest) == (list("gfe"), list("wxyzcba"))


# --- what no list gave


def forged(value: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode()


@pytest.mark.parametrize("strategy", OF_THE_LIST)
@pytest.mark.parametrize(
    "cursor",
    ["nowhere", "", "é.k9", "." * 9, "[" * 3000, forged([{"n": "zzz"}, "x"]), forged([{}, "x"])],
)
async def test_a_cursor_that_was_never_given_is_refused(strategy: str, cursor: str) -> None:
    shelf = Shelf()
    async with asking(serving_shelf(strategy, shelf)) as client:
        if strategy == "body-cursor":
            answer = await client.post("/rows", json={"from": cursor})
        else:
            name = "cursor" if strategy == "link" else "from"
            answer = await client.get("/rows", params={name: cursor})
    assert answer.status_code == 400
    assert answer.json()["message"].endswith(" is no cursor of this list.")


@pytest.mark.parametrize(
    ("after", "ids"), [("", "b d"), ("a", "b d"), ("b", "d"), ("c", "d"), ("e", "")]
)
async def test_an_id_that_was_never_listed_has_its_place_among_the_others(
    after: str, ids: str
) -> None:
    shelf = Shelf()
    shelf.rows[:] = "bd"
    async with asking(serving_shelf("id", shelf)) as client:
        answer = await client.get("/rows", params={"from": after})
    assert [row["id"] for row in answer.json()["rows"]] == ids.split()


async def test_a_cursor_in_a_body_is_of_those_alone_who_asked_for_its_list() -> None:
    shelf = Shelf()
    answer: dict[str, Any] = {"content": {"application/json": {"schema": {}}}}
    asking_for = {"properties": {"from": TEXT, "word": TEXT}}
    document = a_document(
        "/{shop}/rows",
        {
            "x-pagination": {"items": "rows", **WAYS["body-cursor"]},
            "parameters": [{"name": "shop", "in": "path", "required": True, "schema": TEXT}],
            "requestBody": {"content": {"application/json": {"schema": asking_for}}},
            "security": [{"token": []}],
            "responses": {"200": answer},
        },
        method="post",
        components={"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    )
    known = {"token": {"one": "ada", "another": "ada", "third": "bob"}}
    server = one_server(document, shelf, page_size=2, credentials=known)

    async def ask(shop: str, token: str, **asked: Any) -> httpx.Response:
        headers = {"Authorization": f"Bearer {token}"}
        return await client.post(f"/{shop}/rows", json=asked, headers=headers)

    async with asking(server) as client:
        cursor = (await ask("a", "one", word="w")).json()["next"]
        answers = {
            (shop, token): (await ask(shop, token, **{"from": cursor})).status_code
            for shop in "ab"
            for token in known["token"]
        }
    assert {key for key, status in answers.items() if status == 200} == {
        ("a", "one"),
        ("a", "another"),
    }
    assert set(answers.values()) == {200, 400}
    assert shelf.asked == [{"word": "w"}] * 3


async def test_a_cursor_in_a_body_stands_for_that_body_whatever_behaviour_did_to_it() -> None:
    class Careless(Shelf):
        def ask(self, call: Call) -> list[Entry]:
            entries = super().ask(call)
            call.body.clear()
            return entries

    shelf = Careless()
    async with asking(serving_shelf("body-cursor", shelf)) as client:
        reader = Reader(client, "body-cursor", but="a", n=3)
        assert await reader.page() == ["k9", "b", "x"]
        assert await reader.rest() == ["m", "c"]


async def test_nothing_stands_beside_a_cursor_in_a_body() -> None:
    shelf = Shelf()
    async with asking(serving_shelf("body-cursor", shelf)) as client:
        reader = Reader(client, "body-cursor")
        await reader.page()
        asked = {"from": reader.cursor, "n": 2, "but": "x"}
        answer = await client.post("/rows", json=asked)
    assert answer.status_code == 400
    assert [each["field"] for each in answer.json()["wrong"]] == ["but", "n"]
    assert answer.json()["message"] == "but stands beside from, which stands alone."


# --- odd sizes, numbers and bodies


@pytest.mark.parametrize(
    ("body", "count"),
    [
        ({"n": 2.0}, 2),
        ({"n": None, "from": None}, 2),
        ([1], 2),
        (5, 2),
        ("x", 2),
        (None, 2),
    ],
)
async def test_a_body_that_its_document_allows_is_served(body: Any, count: int) -> None:
    server = serving_shelf("body-cursor", Shelf(), cursor=ANY, size=WHOLE_OR_NULL)
    async with asking(server) as client:
        answer = await client.post("/rows", json=body)
    assert len(answer.json()["rows"]) == count


@pytest.mark.parametrize("size", [2.5, "x", "²", "", True, [1], {}, -1, 0, "9" * 5000])
async def test_a_size_that_is_none_is_refused_with_its_place(size: Any) -> None:
    server = serving_shelf("body-cursor", Shelf(), cursor=ANY, size=WHOLE_OR_NULL)
    async with asking(server) as client:
        answer = await client.post("/rows", json={"n": size})
    assert answer.status_code == 400
    assert [each["field"] for each in answer.json()["wrong"]] == ["n"]


@pytest.mark.parametrize("cursor", [5, 2.5, True, [1], {"a": 1}])
async def test_a_cursor_that_is_no_text_is_refused(cursor: Any) -> None:
    server = serving_shelf("body-cursor", Shelf(), cursor=ANY)
    async with asking(server) as client:
        answer = await client.post("/rows", json={"from": cursor})
    assert answer.status_code == 400
    assert answer.json()["message"] == "from is no cursor of this list."


async def test_a_body_as_deep_as_bodies_may_be_has_pages_too() -> None:
    seen = set()
    async with asking(serving_shelf("body-cursor", Shelf())) as client:
        # How deep a body may be is for the version of Python; nowhere is it a fault of the engine.
        for depth in (*range(700, 1000), 5_000, 100_000):
            deep = '{"deep":' + "[" * depth + "]" * depth + "}"
            headers = {"Content-Type": "application/json"}
            first = await client.post("/rows", content=deep, headers=headers)
            seen.add(first.status_code)
            if first.status_code == 200:
                later = await client.post("/rows", json={"from": first.json()["next"]})
                assert later.status_code == 200
    assert seen == {200, 400}


@pytest.mark.parametrize("number", ["abc", "", "-1", "0", "1.5", "²", "9" * 5000])
async def test_a_page_that_has_no_number_is_refused(number: str) -> None:
    async with asking(serving_shelf("page", Shelf(), cursor=WHOLE)) as client:
        answer = await client.get("/rows", params={"from": number})
    assert answer.status_code == 400
    assert answer.json()["message"].startswith("from ")


async def test_a_number_comes_as_the_text_of_a_query() -> None:
    async with asking(serving_shelf("page", Shelf(), cursor=WHOLE)) as client:
        answer = await client.get("/rows", params={"from": "2"})
    assert answer.json() == {"rows": [{"id": "x"}, {"id": "a"}]}


# --- links


async def test_a_link_keeps_what_comes_twice_and_takes_no_parameter_for_its_cursor() -> None:
    texts = {"type": "array", "items": TEXT}
    document = a_document(
        "/rows",
        {
            "x-pagination": {"strategy": "link", "items": "rows", "size": "n", "next": "next"},
            "parameters": [
                {"name": "id", "in": "query", "schema": texts},
                {"name": "cursor", "in": "query", "schema": TEXT},
                {"name": "n", "in": "query", "schema": {"type": "integer"}},
            ],
            "responses": {"200": {"content": {"application/json": {"schema": {}}}}},
        },
    )
    query = "?id=a&n=1&id=b&cursor=mine"
    found, address = [], f"/rows{query}"
    entries = [Entry.of(row, {"id": row}) for row in "abc"]
    behaviour = Asked(entries, entries, entries)
    async with asking(one_server(document, behaviour)) as client:
        while address:
            page = (await client.get(address)).json()
            found += [row["id"] for row in page["rows"]]
            address = page.get("next")
            assert address is None or f"{query}&" in address
    assert found == ["a", "b", "c"]
    asked = {"id": ["a", "b"], "cursor": "mine", "n": 1}
    assert [call.values for call in behaviour.calls] == [asked] * 3
