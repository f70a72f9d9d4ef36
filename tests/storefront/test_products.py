"""What is for sale: bodies to the letter, prices exact both ways, lists to their end."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from decimal import Decimal
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    UNSET,
    CommerceError,
    Conflict,
    InvalidRequest,
    Money,
    PaginationError,
    StorefrontClient,
    Unauthenticated,
)
from commerce_sdk.errors import WrongAnswer
from tests.storefront.front import (
    ID,
    OTHER,
    Fault,
    Front,
    answers,
    client,
    cut_after,
    cut_before,
    virtual,
)

pytestmark = pytest.mark.anyio

NEW: dict[str, Any] = {
    "sku": "BOOT-42",
    "name": "Hiking boot",
    "price": Money.of("0.10", "USD"),
    "stock": 12,
    "category": "footwear",
}
WRITES: dict[str, Callable[[StorefrontClient], Awaitable[Any]]] = {
    "POST products": lambda shop: shop.products.create(**NEW),
    "PATCH product": lambda shop: shop.products.update(ID, stock=1),
    "DELETE product": lambda shop: shop.products.delete(ID),
}


@pytest.fixture
def front() -> Front:
    made = Front(virtual())
    said = f'{{"productId": "{ID}", "price": 0.1, "currency": "USD", "active": false}}'
    made.answers = dict.fromkeys(("GET product", "POST products", "PATCH product"), said)
    made.answers["DELETE product"] = {}
    return made


def sent(front: Front) -> str:
    return front.requests[-1].content.decode()


# --- what is sent


async def test_a_new_product_goes_out_with_what_was_given_and_no_default(front: Front) -> None:
    async with client(front) as shop:
        made = await shop.products.create(**NEW)
    assert sent(front) == (
        '{"sku":"BOOT-42","name":"Hiking boot","price":0.10,"currency":"USD","stock":12,'
        '"category":"footwear"}'
    )
    assert made.price == Money.of("0.10", "USD")


async def test_a_new_product_goes_out_whole(front: Front) -> None:
    more: dict[str, Any] = {
        "description": None,
        "image_url": "https://example.com/x.png",
        "active": False,
    }
    async with client(front) as shop:
        await shop.products.create(**NEW, **more)
    assert json.loads(sent(front)).keys() == {
        *("sku", "name", "price", "currency", "stock", "category"),
        *("description", "imageUrl", "active"),
    }
    assert json.loads(sent(front))["description"] is None


@pytest.mark.parametrize(
    ("changes", "body"),
    [
        ({"price": Money.of("44.50", "USD")}, '{"price":44.50,"currency":"USD"}'),
        ({"price": Money.of("44", "JPY")}, '{"price":44,"currency":"JPY"}'),
        ({"stock": 0}, '{"stock":0}'),
        ({"active": False}, '{"active":false}'),
        ({"description": None}, '{"description":null}'),
        ({"image_url": None}, '{"imageUrl":null}'),
        ({"sku": "x", "name": "y", "category": "home"}, '{"sku":"x","name":"y","category":"home"}'),
        ({"stock": 1, "active": UNSET}, '{"stock":1}'),
    ],
)
async def test_only_what_is_given_is_changed(
    front: Front, changes: dict[str, Any], body: str
) -> None:
    async with client(front) as shop:
        changed = await shop.products.update(ID, **changes)
    assert sent(front) == body
    assert changed.active is False


@pytest.mark.parametrize("changes", [{}, {"price": UNSET}])
async def test_to_change_nothing_is_an_error(front: Front, changes: dict[str, Any]) -> None:
    async with client(front) as shop:
        with pytest.raises(
            InvalidRequest, match=r"nothing is to change; give one of sku=.*active="
        ):
            await shop.products.update(ID, **changes)
    assert front.requests == []


@pytest.mark.parametrize(
    ("call", "path"),
    [
        (lambda p: p.create(**{**NEW, "price": "1.00"}), "price"),
        (lambda p: p.create(**{**NEW, "price": None}), "price"),
        (lambda p: p.create(**{**NEW, "price": Money.of("-1", "USD")}), "price"),
        (lambda p: p.create(**{**NEW, "sku": ""}), "sku"),
        (lambda p: p.create(**{**NEW, "name": "n" * 201}), "name"),
        (lambda p: p.create(**{**NEW, "stock": -1}), "stock"),
        (lambda p: p.create(**NEW, image_url=5), "image_url"),
        (lambda p: p.update(ID, price=1), "price"),
        (lambda p: p.update(ID, price=None), "price"),
        (lambda p: p.update(ID, currency="USD"), "currency"),
        (lambda p: p.update("not an id", stock=1), "product_id"),
        (lambda p: p.get("not an id"), "product_id"),
        (lambda p: p.delete(""), "product_id"),
        (lambda p: p.list(page_size=101).collect(), "page_size"),
        (lambda p: p.list(active="yes").collect(), "active"),
    ],
)
async def test_what_cannot_be_right_is_refused_by_the_callers_keyword(
    front: Front, call: Callable[[Any], Awaitable[Any]], path: str
) -> None:
    async with client(front) as shop:
        with pytest.raises(InvalidRequest) as caught:
            await call(shop.products)
    assert caught.value.path == path
    assert front.requests == []


async def test_a_price_without_a_currency_that_is_known_is_refused_until_it_has_one(
    front: Front,
) -> None:
    said = f'{{"productId": "{ID}", "price": 5, "currency": "ZZZ"}}'
    front.answers["GET product"] = front.answers["PATCH product"] = said
    async with client(front) as shop:
        read = await shop.products.get(ID)
        assert read.to_dict() == json.loads(said)
        assert read.price is not None
        front.requests.clear()
        for call in (
            lambda: shop.products.create(**{**NEW, "price": read.price}),
            lambda: shop.products.update(ID, price=read.price),
        ):
            with pytest.raises(InvalidRequest, match=r"XXX 5 has no currency .*in_cur") as caught:
                await call()
            assert caught.value.path == "price"
        assert front.requests == []
        await shop.products.update(ID, price=read.price.in_currency("EUR"))
    assert json.loads(front.requests[-1].content) == {"price": 5, "currency": "EUR"}


# --- what comes back


@pytest.mark.parametrize(
    ("wire", "currency", "price"),
    [
        ("0.1", "USD", "0.10"),
        ("1000000000000000.01", "USD", "1000000000000000.01"),
        ("2.675", "USD", "2.675"),
        ("49.99", "EUR", "49.99"),
        ("500", "JPY", "500"),
        ("0.125", "KWD", "0.125"),
        ("1e1", "USD", "10.00"),
    ],
)
async def test_prices_are_exact(front: Front, wire: str, currency: str, price: str) -> None:
    said = f'{{"productId": "{ID}", "price": {wire}, "currency": "{currency}"}}'
    front.answers["GET product"] = front.answers["PATCH product"] = said
    async with client(front) as shop:
        read = (await shop.products.get(ID)).price
        assert read == Money.of(price, currency)
        if price != "2.675":  # finer than the currency
            await shop.products.update(ID, price=read)
            body = json.loads(sent(front), parse_float=Decimal)
            assert body == {"price": Decimal(price), "currency": currency}


async def test_an_answer_about_another_product_is_no_answer(front: Front) -> None:
    said = {"productId": OTHER}
    front.answers |= {"GET product": said, "PATCH product": said, "POST products": {}}
    async with client(front, retry=None) as shop:
        for call in (shop.products.get(ID), shop.products.update(ID, stock=1)):
            with pytest.raises(WrongAnswer):
                await call
        with pytest.raises(WrongAnswer, match="does not name what was made") as caught:
            await shop.products.create(**NEW)
    assert caught.value.maybe_applied is True


# --- writes are sent once


@pytest.mark.parametrize("name", WRITES)
@pytest.mark.parametrize("fault", [cut_after, cut_before, answers(500), answers(503)])
async def test_a_write_that_ends_unclear_is_not_repeated(
    front: Front, name: str, fault: Fault
) -> None:
    front.faults[name].append(fault)
    async with client(front) as shop:
        with pytest.raises(CommerceError) as caught:
            await WRITES[name](shop)
    assert caught.value.maybe_applied is True
    assert front.asked[name] == 1


@pytest.mark.parametrize("name", WRITES)
async def test_a_write_that_is_refused_was_not_applied(front: Front, name: str) -> None:
    front.faults[name].append(answers(400))
    async with client(front) as shop:
        with pytest.raises(CommerceError) as caught:
            await WRITES[name](shop)
    assert caught.value.maybe_applied is False


@pytest.mark.parametrize("name", WRITES)
async def test_a_write_that_met_a_limit_or_an_old_token_is_sent_again(
    front: Front, name: str
) -> None:
    front.faults[name] += [answers(429), answers(401)]
    async with client(front) as shop:
        await WRITES[name](shop)
    assert (front.asked[name], front.asked["refresh"]) == (3, 1)


async def test_a_sku_that_is_taken_is_a_conflict(front: Front) -> None:
    front.faults["POST products"].append(answers(409, code="SKU_EXISTS", message="taken"))
    async with client(front) as shop:
        with pytest.raises(Conflict, match="taken") as caught:
            await shop.products.create(**NEW)
    assert caught.value.maybe_applied is False
    assert "may have applied it" not in str(caught.value)
    assert front.asked["POST products"] == 1


@pytest.mark.parametrize("fault", [cut_after, cut_before, answers(503)])
async def test_a_create_that_ends_unclear_never_meets_its_own_sku(
    front: Front, fault: Fault
) -> None:
    front.faults["POST products"] += [fault, answers(409, code="SKU_EXISTS", message="taken")]
    async with client(front) as shop:
        with pytest.raises(CommerceError) as caught:
            await shop.products.create(**NEW)
    assert not isinstance(caught.value, Conflict)
    assert caught.value.maybe_applied is True
    assert front.asked["POST products"] == 1


@pytest.mark.parametrize("name", ["PATCH product", "DELETE product"])
async def test_a_conflict_that_the_page_does_not_list_stays_unclear(
    front: Front, name: str
) -> None:
    front.faults[name].append(answers(409, code="SKU_EXISTS", message="taken"))
    async with client(front) as shop:
        with pytest.raises(Conflict) as caught:
            await WRITES[name](shop)
    assert caught.value.maybe_applied is True


async def test_without_a_login_a_401_is_an_error(front: Front) -> None:
    async with client(front, token="none") as shop:
        with pytest.raises(Unauthenticated):
            await shop.products.get(ID)


# --- lists


async def test_a_list_of_three_pages_takes_three_requests(front: Front) -> None:
    def page(front: Front, request: httpx.Request) -> httpx.Response:
        number = int(request.url.params.get("page", 1))
        entries = [{"sku": str(at)} for at in range(number * 20 - 20, min(45, number * 20))]
        return httpx.Response(
            200, json={"data": entries, "total": 45, "page": number, "pageSize": 20, "pages": 3}
        )

    front.faults["GET products"] += [page] * 9
    async with client(front) as shop:
        found = await shop.products.list(
            search="boot", category="footwear", active=True, sort="price", order="asc", page_size=20
        ).collect()
    assert [product.sku for product in found] == [str(at) for at in range(45)]
    asked = [dict(r.url.params) for r in front.requests if r.method == "GET"]
    given = {"search": "boot", "category": "footwear", "active": "true", "sort": "price"}
    given |= {"order": "asc", "pageSize": "20"}
    assert asked == [given, {**given, "page": "2"}, {**given, "page": "3"}]


async def test_a_list_sends_no_default(front: Front) -> None:
    front.answers["GET products"] = {"data": [], "total": 0, "page": 1, "pages": 0}
    async with client(front) as shop:
        assert await shop.products.list().collect() == []
        assert await shop.products.list(active=False).collect() == []
    asked = [str(r.url.query, "ascii") for r in front.requests if r.method == "GET"]
    assert asked == ["", "active=false"]


@pytest.mark.parametrize("pages", [3, 10**9, None])
async def test_a_platform_that_does_not_know_the_parameter_is_not_followed(
    front: Front, pages: int | None
) -> None:
    page = {"total": 60, "page": 1, "pageSize": 20, "pages": pages}
    front.answers["GET products"] = {**page, "data": [{"productId": ID}]}
    front.answers["GET orders"] = {**page, "data": [front.order()]}
    async with client(front) as shop:
        for rows in (shop.products.list(), shop.orders.list()):
            front.requests.clear()
            with pytest.raises(PaginationError, match="page 2 was asked for") as caught:
                await rows.collect()
            assert caught.value.cursor == "2"
            assert [r.url.query for r in front.requests if r.method == "GET"] == [b"", b"page=2"]


async def test_what_came_before_is_left_out_where_it_is_asked_for(front: Front) -> None:
    def page(front: Front, request: httpx.Request) -> httpx.Response:
        number = int(request.url.params.get("page", 1))
        ids = {1: [ID, OTHER], 2: [OTHER, ID.replace("0", "1")]}[number]
        entries = [{"productId": each} for each in ids]
        return httpx.Response(200, json={"data": entries, "total": 4, "page": number, "pages": 2})

    front.faults["GET products"] += [page] * 4
    async with client(front) as shop:
        every = [product.product_id async for product in shop.products.list()]
        once = [product.product_id async for product in shop.products.list(unique=True)]
    assert every == [ID, OTHER, OTHER, ID.replace("0", "1")]
    assert once == [ID, OTHER, ID.replace("0", "1")]
