"""Waiting for an order's status: to its end, or until it cannot come any more."""

from __future__ import annotations

from typing import Any

import pytest

from commerce_sdk import (
    ApiError,
    AuthenticationFailed,
    CommerceError,
    DeadlineExceeded,
    NotFound,
    OrderNotReached,
)
from tests.storefront.front import ID, Fault, Front, answers, client, cut_before

pytestmark = pytest.mark.anyio


def says(status: Any, order_id: str = ID) -> Fault:
    """Does nothing, and answers this."""
    return answers(200, orderId=order_id, status=status)


async def wait(front: Front, until: str, *statuses: Any, deadline: float = 60) -> Any:
    front.faults["GET order"] += [says(status) for status in statuses]
    async with client(front) as shop:
        handle = await shop.orders.wait(ID, until=until)
        return await handle.result(deadline=deadline)


async def test_a_wait_ends_with_the_status(front: Front) -> None:
    order = await wait(front, "shipped", "pending", "confirmed", "packed", None, "shipped")
    assert order.status == "shipped"
    assert front.asked["GET order"] == 5


@pytest.mark.parametrize("past", ["shipped", "delivered"])
async def test_a_wait_ends_past_the_status(front: Front, past: str) -> None:
    assert (await wait(front, "confirmed", past)).status == past
    assert front.asked["GET order"] == 1


@pytest.mark.parametrize(
    ("until", "statuses"),
    [
        ("delivered", ("pending", "cancelled")),
        ("delivered", ("shipped", "refunded")),
        ("confirmed", ("cancelled",)),
        ("cancelled", ("shipped", "delivered")),
        ("cancelled", ("refunded",)),
    ],
)
async def test_a_wait_ends_where_the_status_cannot_come_any_more(
    front: Front, until: str, statuses: tuple[str, ...]
) -> None:
    with pytest.raises(OrderNotReached) as caught:
        await wait(front, until, *statuses)
    error = caught.value
    assert (error.order_id, error.until, error.order.status) == (ID, until, statuses[-1])
    assert str(error) == f"order {ID} is {statuses[-1]}, and cannot come to {until} any more"
    assert isinstance(error, CommerceError)
    assert front.asked["GET order"] == len(statuses)


@pytest.mark.parametrize(
    ("until", "stays"), [("refunded", "cancelled"), ("cancelled", "shipped"), ("shipped", "packed")]
)
async def test_a_wait_goes_on_where_the_status_may_still_come(
    front: Front, until: str, stays: str
) -> None:
    with pytest.raises(DeadlineExceeded):
        await wait(front, until, *[stays] * 1000)


async def test_a_wait_for_an_order_that_is_not_there(front: Front) -> None:
    front.faults["GET order"].append(answers(404))
    async with client(front) as shop:
        with pytest.raises(NotFound):
            await shop.orders.wait(ID, until="shipped")


async def test_a_wait_shows_each_change(front: Front) -> None:
    front.faults["GET order"] += [
        says(status) for status in ("pending", "pending", "confirmed", "cancelled")
    ]
    async with client(front) as shop:
        handle = await shop.orders.wait(ID, until="delivered")
        seen = [str(order.status) async for order in handle.updates()]
        with pytest.raises(OrderNotReached):
            await handle.result()
    assert seen == ["pending", "confirmed", "cancelled"]


async def test_a_wait_gets_over_passing_trouble(front: Front) -> None:
    front.faults["GET order"] += [says("pending"), answers(503), cut_before, answers(404)]
    front.status = "shipped"
    async with client(front) as shop:
        handle = await shop.orders.wait(ID, until="shipped")
        assert (await handle.result()).status == "shipped"


async def test_a_wait_says_what_lasts(front: Front) -> None:
    front.faults["GET order"] += [says("pending"), answers(403)]
    async with client(front) as shop:
        handle = await shop.orders.wait(ID, until="shipped")
        with pytest.raises(ApiError) as caught:
            await handle.result()
    assert caught.value.status == 403


async def test_a_wait_ends_where_the_login_is_refused(front: Front) -> None:
    async with client(front) as shop:
        handle = await shop.orders.wait(ID, until="shipped")
        front.good.clear()
        front.faults["refresh"].append(answers(401))
        front.faults["login"].append(answers(401))
        with pytest.raises(AuthenticationFailed, match="refused the login") as caught:
            await handle.result(deadline=600)
    assert caught.value.refused
    assert front.asked["login"] == 2


async def test_a_wait_gets_over_a_login_that_cannot_be_had_just_now(front: Front) -> None:
    async with client(front) as shop:
        handle = await shop.orders.wait(ID, until="shipped")
        front.good.clear()
        front.status = "shipped"
        front.faults["refresh"].append(answers(401))
        front.faults["login"] += [answers(503)] * 6
        assert (await handle.result(deadline=600)).status == "shipped"


async def test_what_is_waited_for_is_in_the_repr_of_the_handle_and_on_its_errors(
    front: Front,
) -> None:
    async with client(front) as shop:
        waiting = await shop.orders.wait(ID, until="delivered")
        assert repr(waiting) == f"Handle(order_id='{ID}', until='delivered')"
        with pytest.raises(DeadlineExceeded) as caught:
            await waiting.result(deadline=5)
    assert caught.value.order_id == ID
