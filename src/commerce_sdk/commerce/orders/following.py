"""One look at an order: what the platform says now, and whether that is the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commerce_sdk.commerce.orders.outcome import (
    failed_items,
    item_failure,
    items_ended,
    rejection,
)
from commerce_sdk.commerce.orders.reading import read_order, read_state, state_of
from commerce_sdk.commerce.orders.tokens import Api
from commerce_sdk.errors import NotFound
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.following.handle import Progress
from commerce_sdk_api.commerce import models

if TYPE_CHECKING:
    from commerce_sdk_api.commerce.models import (
        Order,
        OrderState,
    )

    OrderProgress = Progress[OrderState, Order]


async def look(core: Core, order_id: str, api: Api, context: Context) -> OrderProgress:
    """Ask once where an order stands, through the way it was placed by."""
    if api == "v2":
        order = await read_order(core, order_id, context, named=True)
        return _by_items(order_id, state_of(order), order)
    state = await read_state(core, order_id, context, named=True)
    if state.status == models.OrderStatus.FAILED:
        return Progress(state=state, failure=rejection(order_id, state))
    if state.status not in (models.OrderStatus.SUCCESS, models.OrderStatus.SYNC_ORDER):
        return Progress(state=state)
    shown = state.success_result
    if shown is None or not shown.items:
        try:
            shown = await read_order(core, order_id, context, named=True)
        except NotFound:
            return Progress(state=state)  # it is there, v2 does not show it yet
    if state.status == models.OrderStatus.SYNC_ORDER:
        return _by_items(order_id, state, shown)
    if failed_items(shown):
        return Progress(state=state, failure=item_failure(order_id, state, shown))
    return Progress(state=state, result=shown)


def _by_items(order_id: str, state: OrderState, order: Order) -> OrderProgress:
    if not items_ended(order):
        return Progress(state=state)
    if failed_items(order):
        return Progress(state=state, failure=item_failure(order_id, state, order))
    return Progress(state=state, result=order)
