"""Lists by page number whose answers name their own: no page is taken for another."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from commerce_sdk import PaginationError
from commerce_sdk.runtime.lists.paginator import Paginator
from tests.support.shop_lists import LISTS, Json, served, shop

pytestmark = pytest.mark.anyio

ROWS = "abcdefg"
THERE = object()
"""What stands at a place stays there."""


def answered(number: Any, pages: Any = 3) -> Json:
    """A page of goods that names itself and all of them, or one of them not at all."""
    said = {"page": number, "pages": pages}
    info = {key: each for key, each in said.items() if each is not THERE}
    return {"result": {"rows": [{"id": each} for each in "abc"], "info": info}}


def always(answer: Json, asked: list[httpx.Request]) -> Any:
    def answers(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(200, json=answer)

    return answers


def goods(client: Any) -> Paginator[Any]:
    return LISTS["page by pages"](client, 3)


@pytest.mark.parametrize("pages", [3, 10**9, None, THERE], ids=["3", "many", "null", "absent"])
async def test_a_server_that_does_not_know_the_parameter_is_not_followed(pages: Any) -> None:
    asked: list[httpx.Request] = []
    async with shop(always(answered(1, pages), asked)) as client:
        read = goods(client).pages()
        assert (await anext(read)).next_cursor == "2"
        with pytest.raises(PaginationError) as caught:
            await anext(read)
    assert len(asked) == 2
    said = "the list cannot be followed: page 2 was asked for, and page 1 came"
    assert said in str(caught.value)
    assert caught.value.cursor == "2"
    assert caught.value.operation == "list_goods"


async def test_nothing_of_another_page_is_passed_on() -> None:
    found: list[str] = []

    async def by_item(rows: Paginator[Any]) -> None:
        async for good in rows:
            found.append(good.id)

    async def one_ahead(rows: Paginator[Any]) -> None:
        async with rows.prefetch() as pages:
            async for page in pages:
                found.extend(good.id for good in page.items)

    async with shop(always(answered(1), [])) as client:
        for read in (by_item, one_ahead):
            found.clear()
            with pytest.raises(PaginationError, match="page 2 was asked for") as caught:
                await read(goods(client))
            assert found == ["a", "b", "c"]
            assert caught.value.cursor == "2"


@pytest.mark.parametrize("number", [0, 2, 3, 10**30])
async def test_the_first_page_is_the_first(number: int) -> None:
    async with shop(always(answered(number), [])) as client:
        with pytest.raises(PaginationError, match=f"page 1 was .* page {number} came") as caught:
            await goods(client).collect()
    assert caught.value.cursor is None


async def test_the_last_page_in_place_of_one_that_went_is_no_end() -> None:
    server = served("page by pages", *ROWS)
    server.change = lambda answer: answered(2, 2) if len(server.asked) == 3 else answer
    async with shop(server) as client:
        with pytest.raises(PaginationError, match="page 3 was asked for, and page 2 came"):
            await goods(client).collect()


async def test_the_same_iteration_goes_on_where_the_right_page_comes_later() -> None:
    server = served("page by pages", *ROWS)
    server.change = lambda answer: answered(1) if len(server.asked) == 2 else answer
    async with shop(server) as client:
        pages = goods(client).pages()
        found = [*(await anext(pages)).items]
        with pytest.raises(PaginationError) as caught:
            await anext(pages)
        kept = caught.value.cursor
        assert kept == "2"
        rest = [good.id async for page in goods(client).pages(after=kept) for good in page.items]
        found += [good async for page in pages for good in page.items]
    assert "".join(good.id for good in found) == ROWS
    assert "".join(rest) == ROWS[3:]


@pytest.mark.parametrize("number", [None, THERE], ids=["null", "absent"])
async def test_a_page_that_does_not_name_its_number_is_the_one_that_was_asked_for(
    number: Any,
) -> None:
    server = served("page by pages", *ROWS)

    def unsaid(answer: Json) -> Json:
        info = answer["result"]["info"]
        del info["page"]
        return {
            "result": {
                **answer["result"],
                "info": info if number is THERE else info | {"page": None},
            }
        }

    server.change = unsaid
    async with shop(server) as client:
        assert "".join([good.id async for good in goods(client)]) == ROWS


@pytest.mark.parametrize(
    ("number", "came"),
    [
        ("1", "text"),
        ("", "text"),
        (1.5, "a number"),
        (-1, "a number"),
        (True, "true or false"),
        ([1], "a list"),
        ({"is": 1}, "an object"),
    ],
    ids=str,
)
async def test_a_number_that_is_none_is_an_error(number: Any, came: str) -> None:
    says = f"the number of a page should be a whole number or null, {came} came"
    async with shop(always(answered(number), [])) as client:
        with pytest.raises(PaginationError, match=says):
            await goods(client).collect()


async def test_from_id_to_id_a_number_says_nothing() -> None:
    server = served("id by more", *ROWS)

    def numbered(answer: Json) -> Json:
        answer["result"]["info"]["page"] = 1
        return answer

    server.change = numbered
    async with shop(server) as client:
        found = [good.id async for good in LISTS["id by more"](client, 3)]
    assert "".join(found) == ROWS
