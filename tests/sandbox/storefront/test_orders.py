"""Orders: whose they are, what they come to, and the stock that they take."""

from __future__ import annotations

from typing import Any

import anyio
import pytest

from commerce_sdk.sandbox import (
    AMOUNT_COUPON,
    EXPIRED_COUPON,
    PERCENT_COUPON,
    STOREFRONT_CUSTOMER,
    STOREFRONT_OTHER_CUSTOMER,
)
from tests.sandbox.storefront.callers import (
    BOOT,
    NOWHERE,
    RADIO,
    SHIRT,
    Here,
    an_order,
    problems,
    storefront,
)

pytestmark = pytest.mark.anyio

BELT = "2e7b4c19-8d5c-4f3a-8c60-3e9f1d8b7c12"
"""What is sold out."""
VASE = "5bae794c-b08f-4c6d-9f93-61c240beaf15"
"""What is not for sale."""


async def test_an_order_is_pending_and_has_taken_its_stock() -> None:
    async with storefront() as here:
        order = await here.placed((BOOT, 2), (SHIRT, 3), notes="ring twice")
        assert (await here.stock(BOOT), await here.stock(SHIRT)) == (10, 997)
        assert (await here.jane.get(f"/orders/{order['orderId'].upper()}")).json() == order
    assert order["items"][1] == {
        "productId": SHIRT,
        "sku": "SHIRT-1",
        "name": "Linen shirt",
        "quantity": 3,
        "unitPrice": 0.1,
        "lineTotal": 0.3,
    }
    assert (order["subtotal"], order["discount"], order["total"]) == (100.28, None, 100.28)
    assert (order["currency"], order["status"]) == ("USD", "pending")
    assert (order["notes"], order["updatedAt"]) == ("ring twice", None)
    assert order["customerId"] == STOREFRONT_CUSTOMER.id


async def test_an_order_keeps_what_it_was_ordered_for() -> None:
    async with storefront() as here:
        order = await here.placed((BOOT, 1))
        await here.admin.patch(f"/products/{BOOT}", json={"price": 1, "name": "x", "sku": "y"})
        assert (await here.jane.get(f"/orders/{order['orderId']}")).json() == order


@pytest.mark.parametrize(
    ("items", "wrong"),
    [
        ([(SHIRT, 1), (BOOT, 13)], [("items[1].quantity", "OUT_OF_STOCK")]),
        ([(BOOT, 12), (BOOT, 1)], [("items[1].quantity", "OUT_OF_STOCK")]),
        ([(SHIRT, 1), (BELT, 1)], [("items[1].quantity", "OUT_OF_STOCK")]),
        ([(NOWHERE, 1), (SHIRT, 1)], [("items[0].productId", "PRODUCT_NOT_FOUND")]),
        ([(SHIRT, 1), (VASE, 1)], [("items[1].productId", "PRODUCT_INACTIVE")]),
        (
            [(BOOT, 13), (SHIRT, 1), (NOWHERE, 1)],
            [
                ("items[0].quantity", "OUT_OF_STOCK"),
                ("items[2].productId", "PRODUCT_NOT_FOUND"),
            ],
        ),
        ([(SHIRT, 1), (RADIO, 1)], [("items[1].productId", "CURRENCY_MIXED")]),
    ],
)
async def test_what_cannot_be_had_is_named_and_nothing_is_taken(
    items: list[tuple[str, int]], wrong: list[tuple[str, str]]
) -> None:
    async with storefront() as here:
        before = here.shop.state()["stock"]
        answer = await here.order(*items)
        assert (answer.status_code, answer.json()["code"]) == (422, wrong[0][1])
        assert problems(answer) == wrong
        assert here.shop.state()["stock"] == before
        assert (await here.jane.get("/orders")).json()["total"] == 0


async def test_a_deleted_product_is_not_ordered() -> None:
    async with storefront() as here:
        await here.admin.delete(f"/products/{BOOT}")
        answer = await here.order((BOOT, 1))
    assert problems(answer) == [("items[0].productId", "PRODUCT_NOT_FOUND")]


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        (an_order(), "items"),
        (an_order((BOOT, 0)), "items[0].quantity"),
        (an_order((BOOT, 2**63)), "items[0].quantity"),
        (an_order(("boot", 1)), "items[0].productId"),
        (an_order((BOOT, 1), customerId="jane"), "customerId"),
    ],
)
async def test_what_is_no_order_is_refused_by_its_field(body: dict[str, Any], wrong: str) -> None:
    async with storefront() as here:
        answer = await here.jane.post("/orders", json=body)
    assert (answer.status_code, answer.json()["code"]) == (400, "BAD_REQUEST")
    assert problems(answer) == [(wrong, "INVALID")]


async def test_stock_is_never_sold_twice() -> None:
    async with storefront() as here:
        statuses: list[int] = []

        async def order(quantity: int) -> None:
            statuses.append((await here.order((SHIRT, 1), (BOOT, quantity))).status_code)

        async with anyio.create_task_group() as tasks:
            for number in range(60):
                tasks.start_soon(order, number % 3 + 1)
        listed = (await here.jane.get("/orders", params={"pageSize": 100})).json()["data"]
        sold = sum(order["items"][1]["quantity"] for order in listed)
        assert set(statuses) == {201, 422}
        assert statuses.count(201) == len(listed)
        assert await here.stock(BOOT) == 12 - sold == 0
        assert await here.stock(SHIRT) == 1000 - len(listed)


@pytest.mark.parametrize(
    ("items", "coupon", "subtotal", "discount", "total"),
    [
        ([(BOOT, 2)], PERCENT_COUPON, 99.98, 10, 89.98),
        ([(BOOT, 1)], PERCENT_COUPON, 49.99, 5, 44.99),
        ([(SHIRT, 1)], PERCENT_COUPON, 0.1, 0.01, 0.09),
        ([(SHIRT, 3)], PERCENT_COUPON, 0.3, 0.03, 0.27),
        ([(RADIO, 1)], PERCENT_COUPON, 1200, 120, 1080),
        ([(BOOT, 1)], AMOUNT_COUPON, 49.99, 5, 44.99),
        ([(RADIO, 1)], AMOUNT_COUPON, 1200, 500, 700),
        ([(SHIRT, 7)], AMOUNT_COUPON, 0.7, 0.7, 0),
        ([(SHIRT, 7)], None, 0.7, None, 0.7),
    ],
)
async def test_coupons_take_off(
    items: list[tuple[str, int]],
    coupon: str | None,
    subtotal: float,
    discount: float | None,
    total: float,
) -> None:
    async with storefront() as here:
        order = await here.placed(*items, coupon=coupon)
    assert (order["subtotal"], order["discount"], order["total"]) == (subtotal, discount, total)


@pytest.mark.parametrize(
    ("price", "currency", "discount"),
    [(0.05, "USD", 0.01), (0.04, "USD", 0), (5, "JPY", 1), (4, "JPY", 0), (0.005, "BHD", 0.001)],
)
async def test_half_of_a_unit_is_rounded_up(price: float, currency: str, discount: float) -> None:
    async with storefront() as here:
        cup = await here.add(price=price, currency=currency)
        order = await here.placed((cup["productId"], 1), coupon=PERCENT_COUPON)
    assert order["discount"] == discount


@pytest.mark.parametrize(
    ("item", "coupon"),
    [
        *((BOOT, each) for each in (EXPIRED_COUPON, "NO-SUCH", PERCENT_COUPON.lower(), "")),
        ("4c9d6a3b-af7e-4b5c-8e82-50b13fad9e14", AMOUNT_COUPON),
    ],
)
async def test_a_coupon_that_is_none_refuses_the_order(item: str, coupon: str) -> None:
    async with storefront() as here:
        stock = await here.stock(item)
        answer = await here.order((item, 1), coupon=coupon)
        assert (answer.status_code, answer.json()["code"]) == (422, "COUPON_INVALID")
        assert problems(answer) == [("coupon", "COUPON_INVALID")]
        assert await here.stock(item) == stock


async def test_a_total_is_exact_or_refused() -> None:
    async with storefront() as here:
        dear = await here.add(price=9999999999999.99, stock=10**18)
        one = await here.placed((dear["productId"], 1))
        many = await here.order((dear["productId"], 10**17))
        assert one["total"] == 9999999999999.99
        assert (many.status_code, problems(many)) == (422, [("items", "TOTAL_TOO_LARGE")])
        assert await here.stock(dear["productId"]) == 10**18 - 1


async def test_the_longest_total_has_fifteen_digits() -> None:
    async with storefront() as here:
        products = [
            (await here.add(sku=str(price), price=price, currency="JPY"))["productId"]
            for price in (999_999_999_999_999, 500_000_000_000_000)
        ]
        longest = await here.placed((products[0], 1))
        longer = await here.order((products[1], 2))
    assert longest["total"] == 999_999_999_999_999
    assert (longer.status_code, problems(longer)) == (422, [("items", "TOTAL_TOO_LARGE")])


async def test_customers_order_for_themselves_and_administrators_for_anybody() -> None:
    async with storefront() as here:
        others = await here.order((BOOT, 1), customerId=STOREFRONT_OTHER_CUSTOMER.id)
        assert (others.status_code, others.json()["code"]) == (403, "FORBIDDEN")
        for customer in (STOREFRONT_OTHER_CUSTOMER.id, NOWHERE):
            body = an_order((BOOT, 1), customerId=customer)
            answer = await here.admin.post("/orders", json=body)
            assert (answer.status_code, answer.json()["customerId"]) == (201, customer)
        assert await here.stock(BOOT) == 10


async def placed_by_three(here: Here) -> list[str]:
    """An order of Jane's, one of John's, and one of Jane's; gives their ids."""
    placed = []
    for customer in (STOREFRONT_CUSTOMER, STOREFRONT_OTHER_CUSTOMER, STOREFRONT_CUSTOMER):
        body = an_order((SHIRT, 1), customerId=customer.id)
        placed.append((await here.admin.post("/orders", json=body)).json()["orderId"])
        here.clock.advance(60.25)
    return placed


async def listed(client: Any, **query: Any) -> list[str]:
    answer = await client.get("/orders", params=query)
    assert answer.status_code == 200, answer.text
    return [each["orderId"] for each in answer.json()["data"]]


async def test_customers_see_their_own_orders_newest_first() -> None:
    async with storefront() as here:
        first, second, third = await placed_by_three(here)
        assert await listed(here.jane) == [third, first]
        assert await listed(here.john) == [second]
        assert await listed(here.admin) == [third, second, first]
        assert await listed(here.jane, page=2, pageSize=1) == [first]
        seen = [
            (await client.get(f"/orders/{each}")).status_code
            for client in (here.jane, here.john, here.admin)
            for each in (first, second, third, NOWHERE)
        ]
    assert seen == [200, 403, 200, 404, 403, 200, 403, 404, 200, 200, 200, 404]


async def test_orders_are_filtered_by_status() -> None:
    async with storefront() as here:
        first, second, third = await placed_by_three(here)
        await here.take_to(first, "confirmed")
        await here.take_to(second, "confirmed")
        assert await listed(here.jane, status="confirmed") == [first]
        assert await listed(here.admin, status="confirmed") == [second, first]
        assert await listed(here.admin, status="pending") == [third]
        assert await listed(here.admin, status="refunded") == []


async def test_orders_are_filtered_from_an_instant_on_and_before_another() -> None:
    async with storefront() as here:
        placed = await placed_by_three(here)
        created = [(await here.admin.get(f"/orders/{each}")).json()["createdAt"] for each in placed]
        first, second, third = placed
        query = {"from": created[0], "to": created[2]}
        assert await listed(here.admin, **query) == [second, first]
        assert await listed(here.admin, **{"from": created[1]}) == [third, second]
        assert await listed(here.admin, to=created[1]) == [first]
        assert await listed(here.admin, **{"from": created[2], "to": created[0]}) == []
        elsewhere = created[1].replace("15:07", "17:07").replace("Z", "+02:00")
        assert elsewhere != created[1]
        assert await listed(here.admin, to=elsewhere) == [first]
        odd = await here.admin.get("/orders", params={"from": "2025-06-15"})
        assert (odd.status_code, problems(odd)) == (400, [("from", "INVALID")])


async def test_who_asks_from_the_instant_that_is_shown_gets_the_order() -> None:
    async with storefront() as here:
        here.clock.advance(0.123456)
        order = await here.placed((SHIRT, 1))
        assert order["createdAt"].endswith(".123Z")
        assert await listed(here.jane, **{"from": order["createdAt"]}) == [order["orderId"]]
        assert await listed(here.jane, to=order["createdAt"]) == []
