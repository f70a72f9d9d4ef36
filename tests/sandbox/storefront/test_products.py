"""The catalogue: what is found, added, changed and deleted."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest

from tests.sandbox.storefront.callers import BOOT, NEW, NOWHERE, Here, problems, storefront

pytestmark = pytest.mark.anyio


async def names(here: Here, **query: Any) -> list[str]:
    answer = await here.jane.get("/products", params={"pageSize": 100, **query})
    assert answer.status_code == 200, answer.text
    return [each["name"] for each in answer.json()["data"]]


async def test_the_catalogue_has_several_categories_and_currencies() -> None:
    async with storefront() as here:
        listed = (await here.jane.get("/products")).json()["data"]
    assert {each["category"] for each in listed} == {
        *("footwear", "apparel", "accessories", "electronics", "home")
    }
    assert {each["currency"] for each in listed} >= {"USD", "JPY", "BHD"}
    assert {each["active"] for each in listed} == {True, False}
    assert all(str(uuid.UUID(each["productId"])) == each["productId"] for each in listed)
    assert [each["createdAt"] for each in listed] == sorted(
        (each["createdAt"] for each in listed), reverse=True
    )


async def test_a_product_is_found_whose_name_or_description_has_each_word() -> None:
    async with storefront() as here:
        assert await names(here, search="LEATHER") == ["Leather belt", "Leather boot"]
        assert await names(here, search="mud leather") == ["Leather boot"]
        assert await names(here, search="BOOT-1") == []
        assert len(await names(here, search="")) == 6


async def test_products_are_filtered_by_category_and_by_what_is_for_sale() -> None:
    async with storefront() as here:
        assert await names(here, category="home") == ["Vase of last year", "Desk lamp"]
        assert await names(here, category="home", active="false") == ["Vase of last year"]
        assert await names(here, category="home", active="true") == ["Desk lamp"]


@pytest.mark.parametrize("sort", ["name", "price", "stock", "createdAt"])
async def test_products_are_sorted_both_ways(sort: str) -> None:
    async with storefront() as here:
        up = (await here.jane.get("/products", params={"sort": sort, "order": "asc"})).json()
        down = (await here.jane.get("/products", params={"sort": sort})).json()
    values = [each[sort] for each in up["data"]]
    assert values == sorted(values)
    assert len(set(values)) > 3
    assert down["data"] == up["data"][::-1]


async def test_those_that_came_last_are_first_though_of_one_instant() -> None:
    async with storefront() as here:
        for number in range(3):
            await here.add(sku=str(number), name=f"Cup {number}")
        assert (await names(here))[:3] == ["Cup 2", "Cup 1", "Cup 0"]


async def test_lists_go_by_pages() -> None:
    async with storefront() as here:
        ids = here.shop.products.seed(45, category="home")
        found = []
        for number in (1, 2, 3, 4):
            query: dict[str, Any] = {"page": number, "pageSize": 20, "search": "seeded"}
            page = (await here.jane.get("/products", params=query)).json()
            assert (page["total"], page["pages"], page["pageSize"]) == (45, 3, 20)
            assert page["page"] == number
            found += [each["productId"] for each in page["data"]]
        assert found == [*reversed(ids)]
        more = here.shop.products.seed(2, price=1, currency="JPY")
        assert (await here.jane.get(f"/products/{more[1]}")).json()["price"] == 1


@pytest.mark.parametrize(
    ("price", "currency"),
    [
        *((each, "USD") for each in ("0.1", "0.3", "1.10", "49.99", "0", "9999999999999.99")),
        *((each, "USD") for each in ("1e2", "70.070", "4.35")),
        *((each, "JPY") for each in ("1200", "999999999999999", "5.0")),
        *((each, "BHD") for each in ("0.001", "12.345")),
        ("0.0001", "CLF"),
    ],
)
async def test_a_price_goes_out_as_the_number_that_it_was(price: str, currency: str) -> None:
    body = json.dumps({**NEW, "currency": currency, "price": 77}).replace("77", price)
    headers = {"Content-Type": "application/json"}
    async with storefront() as here:
        added = await here.admin.post("/products", content=body, headers=headers)
        assert added.status_code == 201, added.text
        read = await here.jane.get(f"/products/{added.json()['productId']}")
    shown = json.loads(read.text, parse_float=str, parse_int=str)["price"]
    assert float(shown) == float(price)
    assert len(shown) <= max(len(price), len(str(float(price))))


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"price": 0.001}, ("price", "PRICE_INVALID")),
        ({"price": 0.1, "currency": "JPY"}, ("price", "PRICE_INVALID")),
        ({"price": 10**13}, ("price", "PRICE_INVALID")),
        ({"price": 1e300}, ("price", "PRICE_INVALID")),
        ({"price": -1}, ("price", "INVALID")),
        ({"currency": "usd"}, ("currency", "CURRENCY_INVALID")),
        ({"currency": "US"}, ("currency", "CURRENCY_INVALID")),
        ({"currency": "DOLLARS"}, ("currency", "CURRENCY_INVALID")),
        ({"currency": "USD\n"}, ("currency", "CURRENCY_INVALID")),
        ({"stock": -1}, ("stock", "INVALID")),
        ({"category": "toys"}, ("category", "INVALID")),
        ({"name": ""}, ("name", "INVALID")),
    ],
)
async def test_what_is_wrong_with_a_product_is_named(
    fields: dict[str, Any], wrong: tuple[str, str]
) -> None:
    async with storefront() as here:
        added = await here.admin.post("/products", json={**NEW, **fields})
        changed = await here.admin.patch(f"/products/{BOOT}", json=fields)
        unchanged = (await here.jane.get(f"/products/{BOOT}")).json()
    for answer in (added, changed):
        assert (answer.status_code, answer.json()["code"]) == (400, "BAD_REQUEST")
        assert problems(answer) == [wrong]
    assert (unchanged["price"], unchanged["updatedAt"]) == (49.99, None)


async def test_another_currency_has_to_have_room_for_the_price() -> None:
    async with storefront() as here:
        answer = await here.admin.patch(f"/products/{BOOT}", json={"currency": "JPY"})
        assert (answer.status_code, problems(answer)) == (400, [("price", "PRICE_INVALID")])
        euros = await here.admin.patch(f"/products/{BOOT}", json={"currency": "EUR"})
        assert (euros.json()["price"], euros.json()["currency"]) == (49.99, "EUR")


async def test_what_is_not_said_of_a_new_product() -> None:
    async with storefront() as here:
        added = await here.add(stock=2.0)
    assert (added["active"], added["description"], added["imageUrl"]) == (True, None, None)
    assert (added["stock"], added["updatedAt"]) == (2, None)
    assert str(uuid.UUID(added["productId"], version=4)) == added["productId"]


async def test_a_change_is_of_what_is_given_alone() -> None:
    async with storefront() as here:
        before = await here.add(active=False, description="For tea.")
        here.clock.advance(1.5)
        path = f"/products/{before['productId']}"
        after = (await here.admin.patch(path, json={"price": 4})).json()
        assert after["updatedAt"] > after["createdAt"]
        assert after == {**before, "price": 4, "updatedAt": after["updatedAt"]}
        bare = (await here.admin.patch(path, json={"description": None})).json()
        assert bare == {**after, "description": None}
        here.clock.advance(1)
        assert (await here.admin.patch(path, json={})).json() == bare


async def test_a_sku_is_one_products() -> None:
    async with storefront() as here:
        cup = await here.add()
        path = f"/products/{cup['productId']}"
        taken = await here.admin.post("/products", json=NEW)
        renamed = await here.admin.patch(path, json={"sku": "BOOT-1"})
        for answer in (taken, renamed):
            assert (answer.status_code, answer.json()["code"]) == (409, "SKU_EXISTS")
            assert problems(answer) == [("sku", "SKU_EXISTS")]
        assert (await here.admin.patch(path, json={"sku": cup["sku"]})).status_code == 200
        assert (await here.admin.post("/products", json={**NEW, "sku": "cup-1"})).is_success


async def test_a_deleted_product_shows_nowhere_and_its_sku_is_free() -> None:
    async with storefront() as here:
        cup = await here.add()
        path = f"/products/{cup['productId']}"
        order = await here.placed((cup["productId"], 1))
        gone = await here.admin.delete(path)
        assert (gone.status_code, gone.content) == (204, b"")
        for method in ("GET", "PATCH", "DELETE"):
            body = {"name": "x"} if method == "PATCH" else None
            answer = await here.admin.request(method, path, json=body)
            assert (answer.status_code, answer.json()["code"]) == (404, "NOT_FOUND")
        assert "Tea cup" not in await names(here)
        assert (await here.jane.get(f"/orders/{order['orderId']}")).json() == order
        assert (await here.add())["productId"] != cup["productId"]


async def test_writing_takes_the_permission() -> None:
    async with storefront() as here:
        answers = [
            await here.jane.post("/products", json=NEW),
            await here.jane.patch(f"/products/{BOOT}", json={"stock": 3}),
            await here.jane.delete(f"/products/{BOOT}"),
        ]
        assert [answer.status_code for answer in answers] == [403, 403, 403]
        assert {answer.json()["code"] for answer in answers} == {"FORBIDDEN"}
        assert await here.stock(BOOT) == 12
        assert len(await names(here)) == 6


async def test_ids_are_uuids_in_any_case() -> None:
    async with storefront() as here:
        assert (await here.jane.get(f"/products/{BOOT.upper()}")).json()["productId"] == BOOT
        assert (await here.jane.get(f"/products/{NOWHERE}")).status_code == 404
        odd = await here.jane.get("/products/boot")
        assert (odd.status_code, problems(odd)) == (400, [("productId", "INVALID")])
