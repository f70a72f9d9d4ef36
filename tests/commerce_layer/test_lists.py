"""Long lists while rows come and go between their pages, counted."""

from __future__ import annotations

import random
from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Callable
from math import ceil
from typing import Any, Literal

import httpx
import pytest

from commerce_sdk import CommerceLayerClient, InvalidRequest
from tests.commerce_layer.front import Front, page, resource

pytestmark = pytest.mark.anyio

SIZE = 25
By = Literal["page", "id"]
WAYS: tuple[By, ...] = ("page", "id")


class Rows:
    """Roles that are sorted by their names, or by their ids. `between` is called before each page
    but the first."""

    def __init__(self, count: int) -> None:
        self.chance = random.Random(count)
        self.names: dict[str, int] = {}
        self.ids: list[str] = []
        self.ordered: list[tuple[int, str]] = []
        self.gone: set[str] = set()
        self.between: Callable[[], None] = lambda: None
        self.answered = 0
        for _ in range(count):
            self.add()
        self.first = [*self.ids]

    def add(self) -> None:
        id = "".join(self.chance.choices("ABCDEabcde0123456789", k=10))
        self.names[id] = self.chance.randrange(10**9)
        insort(self.ids, id)
        insort(self.ordered, (self.names[id], id))

    def delete(self, id: str) -> None:
        self.ids.remove(id)
        self.ordered.remove((self.names.pop(id), id))
        self.gone.add(id)

    def move(self, id: str) -> None:
        self.ordered.remove((self.names[id], id))
        self.names[id] = self.chance.randrange(10**9)
        insort(self.ordered, (self.names[id], id))

    def churn(self) -> None:
        """A few rows are deleted, added, and moved."""
        for act in (self.delete, self.move):
            for id in self.chance.sample(self.ids, 3):
                act(id)
        for _ in range(3):
            self.add()

    def throughout(self) -> set[str]:
        return {*self.first} - self.gone

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if self.answered:
            self.between()
        self.answered += 1
        asked = request.url.params
        number = int(asked.get("page[number]", 1))
        rows = [id for _, id in self.ordered]
        if asked["sort"] == "id":
            rows = self.ids[bisect_right(self.ids, asked.get("filter[q][id_gt]", "")) :]
        shown = rows[(number - 1) * SIZE : number * SIZE]
        return page(
            [resource("roles", id, name=str(self.names[id])) for id in shown],
            records=len(rows),
            pages=ceil(len(rows) / SIZE),
        )


def listed(layer: CommerceLayerClient, by: By, **more: Any) -> Any:
    if by == "page":
        more["sort"] = ["name"]
    return layer.roles.list(by=by, page_size=SIZE, **more)


async def came(rows: Rows, by: By, **more: Any) -> Counter[str]:
    front = Front(rows)
    async with front.client() as layer:
        found = [each.id async for each in listed(layer, by, **more)]
    return Counter(found)


@pytest.mark.parametrize("by", WAYS)
async def test_10_000_that_stay_come_once_in_their_order(by: By) -> None:
    rows = Rows(10_000)
    async with Front(rows).client() as layer:
        found = [each.id async for each in listed(layer, by)]
    assert found == ([id for _, id in rows.ordered] if by == "page" else rows.ids)
    assert rows.answered == 400


async def test_by_id_each_of_10_000_that_stays_comes_once() -> None:
    rows = Rows(10_000)
    rows.between = rows.churn
    found = await came(rows, "id")
    assert len(rows.gone) > 1000
    assert {id for id, times in found.items() if times > 1} == set()
    assert rows.throughout() - {*found} == set()
    assert {*found} <= {*rows.names} | rows.gone


@pytest.mark.parametrize("unique", [False, True])
async def test_by_page_some_of_10_000_come_twice_or_not_at_all(unique: bool) -> None:
    """As `docs/commerce_layer.md` says: nothing else can be had where rows have numbers."""
    rows = Rows(10_000)
    rows.between = rows.churn
    found = await came(rows, "page", unique=unique)
    twice = {id for id, times in found.items() if times > 1}
    lost = rows.throughout() - {*found}
    assert (twice == set()) is unique
    assert 0 < len(lost) < 1000


@pytest.mark.parametrize("by", WAYS)
async def test_a_list_goes_on_after_any_page(by: By) -> None:
    rows = Rows(190)
    async with Front(rows).client() as layer:
        pages = [each async for each in listed(layer, by).pages()]
        ids = [[each.id for each in page.items] for page in pages]
        assert [len(page) for page in ids] == [*[SIZE] * 7, 15]
        for place, each in enumerate(pages[:-1]):
            assert each.next_cursor is not None
            rest = listed(layer, by).pages(after=each.next_cursor)
            assert [[one.id for one in page.items] async for page in rest] == ids[place + 1 :]
        assert pages[-1].next_cursor is None


async def test_by_id_a_list_goes_on_after_a_row_that_is_gone() -> None:
    rows = Rows(60)
    async with Front(rows).client() as layer:
        first = await anext(listed(layer, "id").pages())
        for each in first.items:
            rows.delete(each.id)
        rest = listed(layer, "id").pages(after=first.next_cursor)
        assert [one.id async for page in rest for one in page.items] == rows.ids


@pytest.mark.parametrize("by", WAYS)
@pytest.mark.parametrize("count", [0, 1, SIZE, SIZE + 1, 1000])
async def test_a_list_that_shrinks_to_nothing_ends(by: By, count: int) -> None:
    rows = Rows(count)

    def empty() -> None:
        for id in [*rows.ids]:
            rows.delete(id)

    rows.between = empty
    found = await came(rows, by)
    assert found.total() == min(count, SIZE)
    assert rows.answered == (2 if count > SIZE else 1)


async def test_by_id_a_condition_on_ids_holds_as_well() -> None:
    rows = Rows(100)
    async with Front(rows).client() as layer:
        after = rows.ids[60]
        found = layer.roles.list(by="id", page_size=SIZE, where={"id_gt": after})
        assert [each.id async for each in found] == rows.ids[61:]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (
            {"by": "id", "sort": ["name"]},
            "sort: a list by id has an order of its own; leave it out",
        ),
        ({"by": "name"}, "by: list_roles can be listed by 'page' or 'id'"),
        ({"unique": 1}, "unique: must be True or False"),
    ],
)
async def test_what_no_list_can_be(options: dict[str, Any], words: str) -> None:
    front = Front(Rows(1))
    async with front.client() as layer:
        with pytest.raises(InvalidRequest) as refused:
            await layer.roles.list(**options).first()
    assert str(refused.value) == words
    assert front.requests == []
