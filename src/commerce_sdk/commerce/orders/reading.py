"""Reading an order: what the platform shows of it, through each of its two ways."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from commerce_sdk.document.model import construct
from commerce_sdk.errors import CommerceError, DecodeError
from commerce_sdk.runtime.call.answers import belongs
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.core import Core
from commerce_sdk.value import Value
from commerce_sdk_api.commerce import api, models

if TYPE_CHECKING:
    from commerce_sdk_api.commerce.models import (
        Order,
        OrderState,
    )


async def read_order(
    core: Core,
    order_id: str,
    context: Context | None = None,
    *,
    again: bool = True,
    named: bool = False,
) -> Order:
    """The order as v2 shows it; its id has to stand in the answer where it has to be `named`.

    Raises `NotFound`, or `DecodeError` for another order, or for an answer that names none.
    """
    request = api.orders.get_order.build(id=order_id)
    check = partial(_check, order_id, named)
    return await core.ask(request, context=context, again=again, check=check)


async def read_state(
    core: Core,
    order_id: str,
    context: Context | None = None,
    *,
    again: bool = True,
    named: bool = False,
) -> OrderState:
    """The order's state as v4 shows it. Raises as `read_order` does."""
    request = api.orders.get_order_status.build(id=order_id)
    check = partial(_check, order_id, named)
    return await core.ask(request, context=context, again=again, check=check)


class Found(Value, frozen=True):
    """What a look found: where the order stands, and the order, where that is shown."""

    state: OrderState
    order: Order | None = None


async def read_found(core: Core, order_id: str, context: Context, *, again: bool = True) -> Found:
    """Where the order stands, with the order, which v4 shows only of one that has ended well;
    without it where v2 does not show it either."""
    state = await read_state(core, order_id, context, again=again, named=True)
    if state.success_result is not None or state.status == models.OrderStatus.FAILED:
        return Found(state, state.success_result)
    with suppress(CommerceError):
        return Found(state, await read_order(core, order_id, context, again=False, named=True))
    return Found(state)


def state_of(order: Order) -> OrderState:
    """The state of an order as v2 shows it, so that all orders are followed alike."""
    return construct(
        models.OrderState,
        order_id=order.order_id,
        status=models.OrderStatus.SYNC_ORDER.value,
        success_result=order,
    )


def _check(order_id: str, named: bool, answer: Order | OrderState) -> None:
    shown = answer.order_id
    if shown is None and isinstance(answer, models.OrderState):
        order = answer.success_result or answer.processing_result
        shown = order.order_id if order is not None else None
    # A gateway's document with status 200 must not be taken for an order, or for its end.
    if named and not isinstance(shown, str):
        raise DecodeError("the answer names no order", path="$.orderId")
    if shown != order_id:
        belongs(shown, order_id, "$.orderId")
    if isinstance(answer, models.OrderState):
        for order, place in (
            (answer.success_result, "$.successResult.orderId"),
            (answer.processing_result, "$.processingResult.orderId"),
        ):
            if order is not None:
                belongs(order.order_id, order_id, place)
