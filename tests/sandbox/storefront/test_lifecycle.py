"""The statuses of an order: which follow which, and what comes of it."""

from __future__ import annotations

from typing import Any, get_args, get_type_hints

import pytest

from commerce_sdk.sandbox.storefront.lifecycle import STEPS, Step
from tests.sandbox.storefront.callers import BOOT, NOWHERE, problems, storefront

pytestmark = pytest.mark.anyio

WAYS = {
    "pending": (),
    "confirmed": ("confirmed",),
    "shipped": ("confirmed", "shipped"),
    "delivered": ("confirmed", "shipped", "delivered"),
    "cancelled": ("cancelled",),
    "refunded": ("confirmed", "shipped", "delivered", "refunded"),
}
ACCEPTED = {
    ("pending", "confirmed"),
    ("confirmed", "shipped"),
    ("shipped", "delivered"),
    ("pending", "cancelled"),
    ("confirmed", "cancelled"),
    ("delivered", "refunded"),
}


@pytest.mark.parametrize("begin", WAYS)
@pytest.mark.parametrize("end", [each for each in WAYS if each != "pending"])
async def test_each_step_is_accepted_or_refused(begin: str, end: str) -> None:
    async with storefront() as here:
        order = (await here.placed())["orderId"]
        if WAYS[begin]:
            assert (await here.take_to(order, *WAYS[begin])).json()["status"] == begin
        here.clock.advance(60)
        before = (await here.admin.get(f"/orders/{order}")).json()
        answer = await here.take_to(order, end)
        after = (await here.admin.get(f"/orders/{order}")).json()
    if (begin, end) in ACCEPTED:
        assert (answer.status_code, after["status"]) == (200, end)
        assert answer.json() == after
        assert after["updatedAt"] > (before["updatedAt"] or before["createdAt"])
    else:
        assert (answer.status_code, answer.json()["code"]) == (422, "ILLEGAL_TRANSITION")
        assert problems(answer) == [("status", "ILLEGAL_TRANSITION")]
        assert after == before


def test_the_table_says_what_each_step_rests_on() -> None:
    assert {(each.begin, each.end) for each in STEPS if each.is_accepted} == ACCEPTED
    assert {each.standing for each in STEPS} == set(get_args(get_type_hints(Step)["standing"]))
    assert len({(each.begin, each.end) for each in STEPS}) == len(STEPS)
    unknown = {(each.begin, each.end) for each in STEPS if each.standing == "unknown"}
    assert unknown & ACCEPTED == {("delivered", "refunded")}


@pytest.mark.parametrize("end", ["cancelled", "refunded"])
@pytest.mark.parametrize("said", [{}, {"reason": None}, {"reason": ""}, {"reason": "  "}])
async def test_to_cancel_and_to_refund_take_a_reason(end: str, said: dict[str, Any]) -> None:
    async with storefront() as here:
        order = (await here.placed())["orderId"]
        answer = await here.admin.patch(f"/orders/{order}/status", json={"status": end, **said})
        assert (answer.status_code, answer.json()["code"]) == (400, "REASON_REQUIRED")
        assert problems(answer) == [("reason", "REQUIRED")]
        assert (await here.jane.get(f"/orders/{order}")).json()["status"] == "pending"
        assert await here.stock(BOOT) == 10


async def test_other_steps_take_none_and_pending_is_no_status_to_come_to() -> None:
    async with storefront() as here:
        path = f"/orders/{(await here.placed())['orderId']}/status"
        again = await here.admin.patch(path, json={"status": "pending"})
        assert (again.status_code, problems(again)) == (400, [("status", "INVALID")])
        assert (await here.admin.patch(path, json={"status": "confirmed"})).status_code == 200


async def test_a_cancelled_order_gives_its_stock_back_once_and_a_refunded_one_does_not() -> None:
    async with storefront() as here:
        order = (await here.placed((BOOT, 2), (BOOT, 3)))["orderId"]
        assert await here.stock(BOOT) == 7
        await here.take_to(order, "confirmed", "cancelled", "cancelled")
        assert await here.stock(BOOT) == 12
        refunded = (await here.placed((BOOT, 4)))["orderId"]
        await here.take_to(refunded, *WAYS["refunded"])
        assert await here.stock(BOOT) == 8


async def test_customers_cancel_their_own_orders_and_do_no_more() -> None:
    async with storefront() as here:
        path = f"/orders/{(await here.placed())['orderId']}/status"
        cancel = {"status": "cancelled", "reason": "ordered twice"}
        refused = [
            await here.jane.patch(path, json={"status": "confirmed"}),
            await here.jane.patch(path, json={"status": "refunded", "reason": "x"}),
            await here.john.patch(path, json=cancel),
            await here.john.patch(f"/orders/{NOWHERE}/status", json=cancel),
        ]
        assert [answer.status_code for answer in refused] == [403, 403, 403, 404]
        done = await here.jane.patch(path, json=cancel)
        assert (done.status_code, done.json()["status"]) == (200, "cancelled")
        (order,) = here.shop.state()["orders"].values()
        assert order["reason"] == "ordered twice"
