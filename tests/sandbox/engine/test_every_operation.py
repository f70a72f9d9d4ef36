"""Every operation of the neutral platform on the engine, asked by the SDK's client of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from commerce_sdk import ApiKey, Money
from tests.codegen.golden.shop.models import (
    ArticleChange,
    CopyInput,
    FeesChange,
    LineInput,
    MemberInput,
    PlanInput,
)
from tests.sandbox.engine.serving import shop_on_engine
from tests.shop import ShopClient
from tests.support.shop import BILL, SECRET, a_bill, new_bill
from tests.support.shop_platform import CLERK, PASSWORD, shop_document

pytestmark = pytest.mark.anyio

FIVE = Money.of("5", "EUR")
NEW = "00000000-0000-4000-8000-000000000001"
GOODS = [{"id": each, "ref": {"id": each}} for each in "abcdefg"]


async def paper(shop: ShopClient) -> bytes:
    async with shop.bills.download(BILL) as parts:
        return b"".join([part async for part in parts])


async def articles(shop: ShopClient) -> Any:
    await shop.articles.change("AB-1", ArticleChange(price=FIVE))
    return await shop.articles.find("AB-1", limit=2, up_to=FIVE, trace="00ff")


async def tokens(shop: ShopClient) -> Any:
    given = await shop.access.log_in(CLERK, PASSWORD)
    renewed = await shop.access.refresh(str(given.refresh_token))
    return renewed.expires_in, renewed.access_token != given.access_token


async def till(shop: ShopClient) -> Any:
    await shop.tills.open("7", note="early")
    return await shop.tills.get("7")


CALLS: dict[str, tuple[Callable[[ShopClient], Awaitable[Any]], Any]] = {
    "get_bill": (lambda shop: shop.bills.get(BILL, full=True), a_bill()),
    "print_bill": (paper, b"%PDF-1"),
    "send_bill": (lambda shop: shop.bills.send(BILL), None),
    "list_bills": (lambda shop: shop.bills.list().collect(), [a_bill()]),
    "create_bill": (lambda shop: shop.bills.create(new_bill(NEW)), a_bill(NEW)),
    "create_plan": (
        lambda shop: shop.bills.plan(PlanInput(currency="EUR", tiers=[LineInput(amount=FIVE)])),
        None,
    ),
    "list_goods": (lambda shop: shop.goods.list(colour="RED", page_size=5).collect(), GOODS),
    "search_goods": (lambda shop: shop.goods.search("c", page_size=5).collect(), GOODS[2:3]),
    "list_shelves": (lambda shop: shop.goods.shelves().collect(), GOODS),
    "list_parcels": (lambda shop: shop.goods.parcels().collect(), GOODS),
    "list_visits": (lambda shop: shop.goods.visits().collect(), GOODS),
    "list_news": (lambda shop: shop.goods.news(about="b").collect(), GOODS[1:2]),
    "count_racks": (lambda shop: shop.stands.count(), {"racks": 3}),
    "add_rack": (lambda shop: shop.stands.add_rack(), None),
    "remove_racks": (lambda shop: shop.stands.remove_racks(), None),
    "get_opening": (lambda shop: shop.stands.opening(), None),
    "log_in": (tokens, (60, True)),
    "refresh_login": (tokens, (60, True)),
    "get_stock": (lambda shop: shop.access.stock(), {"count": 9}),
    "get_rack": (lambda shop: shop.racks.get("r 1"), {"id": "r 1", "label": "left"}),
    "fill_rack": (lambda shop: shop.racks.fill("x"), {"id": "x", "label": "x"}),
    "find_articles": (
        articles,
        {"articles": [{"sku": "AB-1", "price": 500, "currency": "EUR"}]},
    ),
    "change_article": (
        lambda shop: shop.articles.change("AB-1", ArticleChange(price=FIVE)),
        {"sku": "AB-1", "price": 500, "currency": "EUR"},
    ),
    "change_fees": (
        lambda shop: shop.articles.change_fees("AB-1", FeesChange(handling=FIVE), currency="EUR"),
        None,
    ),
    "add_member": (
        lambda shop: shop.articles.add_member(MemberInput(name="ada", password="s3cr3t-word")),
        {"name": "ada"},
    ),
    "get_member": (lambda shop: shop.articles.member("inv", code="1234"), {"name": "ada"}),
    "get_till": (till, {"id": "7", "clerk": "ada", "state": "OPEN"}),
    "open_till": (lambda shop: shop.tills.open("7"), {"id": "7", "state": "OPENING"}),
    "set_till": (
        lambda shop: shop.tills.set("7", "LOCKED"),
        {"id": "7", "clerk": None, "state": "LOCKED"},
    ),
}


def plain(value: Any) -> Any:
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.to_dict() if hasattr(value, "to_dict") else value


def test_none_is_left_out() -> None:
    assert CALLS.keys() == shop_document().operations.keys()


@pytest.mark.parametrize("name", CALLS)
async def test_each_is_answered_as_its_behaviour_says(name: str) -> None:
    call, wanted = CALLS[name]
    auth: dict[str, Any] = {"auth": ApiKey(SECRET)} if name == "get_stock" else {}
    async with shop_on_engine(clerk="ada", **auth) as (platform, shop, _):
        assert plain(await call(shop)) == wanted
        assert platform.calls[name]


async def test_one_of_several_successes_is_given_as_the_behaviour_chooses() -> None:
    async with shop_on_engine() as (_, shop, _):
        copy = CopyInput(id=NEW, source="COPY", of=BILL)
        several: Any = await shop.bills.create(copy)
        assert [bill.id for bill in several.data] == [NEW]
        assert await shop.bills.create(copy) is None
