"""Orders: placed once, taken from status to status by what is read before it is repeated, and
waited for until what is waited for cannot come any more."""

from __future__ import annotations

import datetime
import json
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    ApiError,
    AuthenticationFailed,
    CommerceError,
    InvalidRequest,
    Money,
    NotFound,
    StorefrontClient,
    Unprocessable,
)
from commerce_sdk.errors import WrongAnswer
from commerce_sdk.storefront.models import OrderItemInput
from tests.storefront.front import (
    ID,
    OTHER,
    Fault,
    Front,
    answers,
    client,
    cut_after,
    cut_before,
)

pytestmark = pytest.mark.anyio

Change = Callable[[StorefrontClient], Awaitable[Any]]
CHANGES: dict[str, tuple[str, Change]] = {
    "confirmed": ('{"status":"confirmed"}', lambda shop: shop.orders.confirm(ID)),
    "shipped": ('{"status":"shipped"}', lambda shop: shop.orders.ship(ID)),
    "delivered": ('{"status":"delivered"}', lambda shop: shop.orders.deliver(ID)),
    "cancelled": (
        '{"status":"cancelled","reason":"ordered twice"}',
        lambda shop: shop.orders.cancel(ID, reason="ordered twice"),
    ),
    "refunded": (
        '{"status":"refunded","reason":" broken "}',
        lambda shop: shop.orders.refund(ID, reason=" broken "),
    ),
}


def sent(front: Front, method: str) -> list[str]:
    return [
        request.content.decode()
        for request in front.requests
        if request.method == method and "auth" not in request.url.path
    ]


def says(status: Any, order_id: str = ID) -> Fault:
    """Does nothing, and answers this."""
    return answers(200, orderId=order_id, status=status)


def moves(status: str, then: Fault) -> Fault:
    """Somebody else takes the order on meanwhile."""

    def fault(front: Front, request: httpx.Request) -> httpx.Response:
        front.status = status
        return then(front, request)

    return fault


# --- placing


async def test_an_order_goes_out_as_it_was_given(front: Front) -> None:
    async with client(front) as shop:
        made = await shop.orders.create(ID, items={OTHER: 2})
        items = [OrderItemInput(product_id=OTHER, quantity=1)]
        await shop.orders.create(ID, items=items, notes="ring twice", coupon="TENTH")
        await shop.orders.create(ID, items=items, notes=None)
    assert made.order_id == ID
    item = f'{{"productId":"{OTHER}","quantity":1}}'
    assert sent(front, "POST") == [
        f'{{"customerId":"{ID}","items":[{{"productId":"{OTHER}","quantity":2}}]}}',
        f'{{"customerId":"{ID}","items":[{item}],"notes":"ring twice","coupon":"TENTH"}}',
        f'{{"customerId":"{ID}","items":[{item}],"notes":null}}',
    ]


@pytest.mark.parametrize("fault", [cut_after, cut_before, answers(500), answers(503)])
async def test_an_order_is_never_placed_twice(front: Front, fault: Fault) -> None:
    front.faults["POST orders"].append(fault)
    async with client(front) as shop:
        with pytest.raises(CommerceError) as caught:
            await shop.orders.create(ID, items={OTHER: 1})
    assert caught.value.maybe_applied is True
    assert front.asked["POST orders"] == 1


async def test_an_order_that_breaks_a_rule_was_not_placed(front: Front) -> None:
    front.faults["POST orders"].append(answers(422, code="OUT_OF_STOCK", message="too many"))
    async with client(front) as shop:
        with pytest.raises(Unprocessable, match="too many") as caught:
            await shop.orders.create(ID, items={OTHER: 1})
    assert (caught.value.maybe_applied, caught.value.code) == (False, "OUT_OF_STOCK")


async def test_a_success_that_names_no_order_is_no_certain_one(front: Front) -> None:
    front.answers["POST orders"] = {}
    async with client(front) as shop:
        with pytest.raises(WrongAnswer) as caught:
            await shop.orders.create(ID, items={OTHER: 1})
    assert caught.value.maybe_applied is True
    assert front.asked["POST orders"] == 1


@pytest.mark.parametrize(
    ("call", "path"),
    [
        (lambda o: o.create("x", items={OTHER: 1}), "customer_id"),
        (lambda o: o.create(ID, items={}), "items"),
        (lambda o: o.create(ID, items=[]), "items"),
        (lambda o: o.create(ID, items={OTHER: 0}), "items[0].quantity"),
        (lambda o: o.create(ID, items={"x": 1}), "items[0].productId"),
        (lambda o: o.create(ID, items={OTHER: 1.5}), "items[0].quantity"),
        (lambda o: o.create(ID, items=[{"productId": OTHER}]), "items[0]"),
        (lambda o: o.create(ID, items={OTHER: 1}, notes=5), "notes"),
        (lambda o: o.create(ID, items=None), "items"),
        (lambda o: o.create(ID, items=5), "items"),
        (lambda o: o.create(ID, items="text"), "items"),
        (lambda o: o.confirm("x"), "order_id"),
        (lambda o: o.cancel(ID), "reason"),
        (lambda o: o.cancel(ID, reason=None), "reason"),
        (lambda o: o.cancel(ID, reason=""), "reason"),
        (lambda o: o.refund(ID, reason=" \n"), "reason"),
        (lambda o: o.refund(ID, reason=5), "reason"),
        (lambda o: o.wait(ID, until="packed"), "until"),
        (lambda o: o.wait(ID, until=None), "until"),
        (lambda o: o.wait(ID, until=["shipped"]), "until"),
        (lambda o: o.list(created_from="yesterday").collect(), "created_from"),
        (lambda o: o.list(created_before=5).collect(), "created_before"),
        (lambda o: o.list(page_size=0).collect(), "page_size"),
    ],
)
async def test_what_cannot_be_right_is_refused_by_the_callers_keyword(
    front: Front, call: Callable[[Any], Awaitable[Any]], path: str
) -> None:
    async with client(front) as shop:
        with pytest.raises(InvalidRequest) as caught:
            await call(shop.orders)
    assert caught.value.path == path
    assert front.requests == []


# --- from status to status


@pytest.mark.parametrize("status", CHANGES)
async def test_a_change_of_status_goes_out_as_it_was_given(front: Front, status: str) -> None:
    body, change = CHANGES[status]
    async with client(front) as shop:
        assert (await change(shop)).status == status
    assert sent(front, "PATCH") == [body]
    assert sent(front, "GET") == []


@pytest.mark.parametrize("status", CHANGES)
async def test_a_change_whose_answer_is_lost_is_found_and_not_sent_again(
    front: Front, status: str
) -> None:
    front.faults["status"].append(cut_after)
    async with client(front) as shop:
        assert (await CHANGES[status][1](shop)).status == status
    assert (front.asked["status"], front.asked["GET order"]) == (1, 1)


@pytest.mark.parametrize("fault", [cut_before, answers(500), answers(503), answers(200)])
async def test_a_change_that_does_not_show_is_sent_again(front: Front, fault: Fault) -> None:
    front.faults["status"].append(fault)
    async with client(front) as shop:
        assert (await shop.orders.cancel(ID, reason="why")).status == "cancelled"
    assert sent(front, "PATCH") == ['{"status":"cancelled","reason":"why"}'] * 2
    methods = [r.method for r in front.requests if "auth" not in r.url.path]
    assert methods[:2] == ["PATCH", "GET"]
    assert methods[-2:] == ["GET", "PATCH"]


async def test_a_change_that_shows_late_and_is_refused_the_second_time_is_found(
    front: Front,
) -> None:
    # Looks meet a replica that lags behind.
    front.faults["status"] += [cut_after, answers(422)]
    front.faults["GET order"] += [says("pending")] * 2
    async with client(front) as shop:
        assert (await shop.orders.confirm(ID)).status == "confirmed"
    assert front.asked["status"] == 2


async def test_what_the_platform_refuses_is_its_to_refuse(front: Front) -> None:
    front.faults["status"].append(answers(422, code="NOT_ALLOWED", message="not from here"))
    async with client(front) as shop:
        with pytest.raises(Unprocessable, match="not from here") as caught:
            await shop.orders.deliver(ID)
    assert caught.value.maybe_applied is False
    assert caught.value.operation == "update_order_status"
    assert (front.asked["status"], front.asked["GET order"]) == (1, 0)


async def test_a_change_of_an_order_that_is_not_there(front: Front) -> None:
    front.faults["status"].append(answers(404))
    async with client(front) as shop:
        with pytest.raises(NotFound) as caught:
            await shop.orders.confirm(ID)
    assert caught.value.maybe_applied is False


async def test_without_retries_a_change_is_looked_for_and_not_sent_again(front: Front) -> None:
    front.faults["status"] += [cut_before]
    async with client(front, retry=None) as shop:
        with pytest.raises(CommerceError) as caught:
            await shop.orders.confirm(ID)
    assert caught.value.maybe_applied is True
    assert front.asked["status"] == 1


@pytest.mark.parametrize("status", ["shipped", "delivered", "packed"])
async def test_an_answer_may_be_further_than_what_was_asked_for(front: Front, status: str) -> None:
    front.faults["status"].append(says(status))
    async with client(front) as shop:
        assert (await shop.orders.confirm(ID)).status == status
    assert front.asked["GET order"] == 0


@pytest.mark.parametrize(
    "answer", [says("pending"), says("cancelled"), says(None), says("confirmed", OTHER)]
)
async def test_an_answer_that_cannot_be_to_this_change_is_not_believed(
    front: Front, answer: Fault
) -> None:
    front.faults["status"].append(answer)
    async with client(front) as shop:
        assert (await shop.orders.confirm(ID)).status == "confirmed"
    assert front.asked["status"] == 2
    assert front.asked["GET order"] >= 1


async def test_an_order_that_went_on_meanwhile_is_found(front: Front) -> None:
    front.faults["status"].append(moves("delivered", cut_after_moving))
    async with client(front) as shop:
        assert (await shop.orders.ship(ID)).status == "delivered"
    assert front.asked["status"] == 1


def cut_after_moving(front: Front, request: httpx.Request) -> httpx.Response:
    raise httpx.ReadError("reset")


@pytest.mark.parametrize("found", ["refunded", "packed"])
async def test_a_look_that_proves_nothing_finds_nothing(front: Front, found: str) -> None:
    front.faults["status"] += [moves(found, cut_after_moving), answers(422)]
    async with client(front) as shop:
        with pytest.raises(Unprocessable) as caught:
            await shop.orders.cancel(ID, reason="why")
    assert caught.value.maybe_applied is True
    assert front.asked["status"] == 2


# --- reading


async def test_totals_are_read_as_they_came(front: Front) -> None:
    item = f'{{"productId": "{OTHER}", "quantity": 3, "unitPrice": 0.1, "lineTotal": 0.3}}'
    front.answers["GET order"] = (
        f'{{"orderId": "{ID}", "items": [{item}], "subtotal": 0.30, "discount": 0.07,'
        ' "total": 0.22, "currency": "USD", "status": "packed", "notes": null}'
    )
    async with client(front) as shop:
        order = await shop.orders.get(ID)
    assert order.total == Money.of("0.22", "USD")  # whatever the lines come to
    assert order.discount == Money.of("0.07", "USD")
    assert order.items is not None
    assert order.items[0].unit_price == Money.of("0.10", "USD")
    assert order.items[0].line_total == Money.of("0.30", "USD")
    assert order.status == "packed"


async def test_another_order_than_was_asked_for(front: Front) -> None:
    front.faults["GET order"].append(says("pending", OTHER))
    async with client(front, retry=None) as shop:
        with pytest.raises(WrongAnswer):
            await shop.orders.get(ID)


async def test_orders_are_listed_by_status_and_time(front: Front) -> None:
    front.answers["GET orders"] = {"data": [front.order()], "total": 1, "page": 1, "pages": 1}
    moment = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    async with client(front) as shop:
        found = await shop.orders.list(
            status="pending",
            created_from=moment,
            created_before="2026-02-01T00:00:00Z",
            page_size=5,
        ).collect()
    assert [order.order_id for order in found] == [ID]
    assert dict(front.requests[-1].url.params) == {
        "status": "pending",
        "from": "2026-01-01T00:00:00Z",
        "to": "2026-02-01T00:00:00Z",
        "pageSize": "5",
    }


async def test_a_look_whose_login_is_refused_ends_the_change(front: Front) -> None:
    front.faults["status"].append(answers(500))
    front.faults["GET order"].append(answers(401))
    front.faults["refresh"].append(answers(401))
    front.faults["login"] += [None, answers(401)]
    async with client(front, deadline=600) as shop:
        with pytest.raises(ApiError) as caught:
            await shop.orders.confirm(ID)
    assert (caught.value.status, caught.value.maybe_applied) == (500, True)
    assert isinstance(caught.value.__cause__, AuthenticationFailed)
    assert front.asked == {"login": 2, "status": 1, "GET order": 1, "refresh": 1}


def test_the_body_of_a_change_is_json() -> None:
    assert [json.loads(body)["status"] for body, _ in CHANGES.values()] == [*CHANGES]


async def test_an_order_that_moved_to_the_next_page_comes_once(front: Front) -> None:
    def page(front: Front, request: httpx.Request) -> httpx.Response:
        number = int(request.url.params.get("page", 1))
        return httpx.Response(200, json={"data": [front.order()], "page": number, "pages": 2})

    front.faults["GET orders"] += [page] * 4
    async with client(front) as shop:
        assert len(await shop.orders.list().collect()) == 2
        assert len(await shop.orders.list(unique=True).collect()) == 1
