"""One look at an order: what the platform says now, and whether that is the end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from commerce_sdk.commerce.orders.outcome import (
    failed_items,
    item_failure,
    items_ended,
    rejection,
    synthesized,
)
from commerce_sdk.commerce.orders.tokens import Api
from commerce_sdk.errors import DecodeError, NotFound
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.call.error_answers import belongs
from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.following.handle import Progress
from commerce_sdk_api.commerce import api, models

if TYPE_CHECKING:
    from commerce_sdk_api.commerce.models import (
        Order,
        OrderState,
    )

    OrderProgress = Progress[OrderState, Order]


async def read_order(
    core: Core,
    order_id: str,
    deadline: Deadline | None = None,
    *,
    again: bool = True,
    named: bool = False,
) -> Order:
    """The order as v2 shows it; its id has to stand in the answer where it has to be `named`.

    Raises `NotFound`, or `DecodeError` for another order, or for an answer that names none.
    """
    request = api.orders.get_order.build(id=order_id)
    check = partial(_about, order_id, named)
    return await core.ask(request, deadline=deadline, again=again, check=check)


async def read_state(
    core: Core,
    order_id: str,
    deadline: Deadline | None = None,
    *,
    again: bool = True,
    named: bool = False,
) -> OrderState:
    """The order's state as v4 shows it. Raises as `read_order` does."""
    request = api.orders.get_order_status.build(id=order_id)
    check = partial(_about, order_id, named)
    return await core.ask(request, deadline=deadline, again=again, check=check)


def _about(order_id: str, named: bool, answer: Order | OrderState) -> None:
    shown = answer.order_id
    if shown is None and isinstance(answer, models.OrderState):
        order = answer.success_result or answer.processing_result
        shown = order.order_id if order is not None else None
    # A gateway's document with status 200 must not be taken for an order, or for its end.
    if named and not isinstance(shown, str):
        raise DecodeError("the answer names no order", path="$.orderId")
    if shown != order_id:
        belongs(shown, order_id, "$.orderId")


async def look(
    core: Core, order_id: str, api: Api, deadline: Deadline | None = None
) -> OrderProgress:
    """Ask once where an order stands, through the way it was placed by."""
    if api == "v2":
        order = await read_order(core, order_id, deadline, named=True)
        return _by_items(order_id, synthesized(order), order)
    state = await read_state(core, order_id, deadline, named=True)
    return await judge(core, order_id, state, deadline)


async def judge(
    core: Core, order_id: str, state: OrderState, deadline: Deadline | None = None
) -> OrderProgress:
    """What a v4 answer means, reading the order through v2 where the answer lacks it."""
    if state.status == models.OrderStatus.FAILED:
        return Progress(state=state, failure=rejection(order_id, state))
    if state.status not in (models.OrderStatus.SUCCESS, models.OrderStatus.SYNC_ORDER):
        return Progress(state=state)
    order = state.success_result
    if order is None or not order.items:
        try:
            order = await read_order(core, order_id, deadline, named=True)
        except NotFound:
            return Progress(state=state)  # it is there, v2 does not show it yet
    belongs(order.order_id, order_id, "$.orderId")
    if state.status == models.OrderStatus.SYNC_ORDER:
        return _by_items(order_id, state, order)
    if failed_items(order):
        return Progress(state=state, failure=item_failure(order_id, state, order))
    return Progress(state=state, result=order)


def _by_items(order_id: str, state: OrderState, order: Order) -> OrderProgress:
    if not items_ended(order):
        return Progress(state=state)
    if failed_items(order):
        return Progress(state=state, failure=item_failure(order_id, state, order))
    return Progress(state=state, result=order)
