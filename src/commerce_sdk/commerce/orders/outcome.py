"""When an order is over, and how: pure functions over what the platform answered.

v4 says it in one status. What was placed through v2 (or shows as SYNC_ORDER, which reads as
"placed through v2") is over when it has items and each is SUCCESS or FAIL; never before the last
one ends. Everything else, unknown statuses and absent processing info included, goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from commerce_sdk.commerce.errors import OrderFailed
from commerce_sdk.errors import Problem
from commerce_sdk.runtime.call.findings import problems_in
from commerce_sdk_api.commerce import PLATFORM, models

if TYPE_CHECKING:
    from commerce_sdk_api.commerce.models import (
        Order,
        OrderItem,
        OrderItemStatus,
        OrderState,
    )

_FAMILIES = tuple(PLATFORM.error_families.values())
_ENDED = frozenset({models.OrderItemStatus.SUCCESS, models.OrderItemStatus.FAIL})


def items_ended(order: Order) -> bool:
    """Has the order items, each of them at SUCCESS or FAIL?"""
    items = order.items or ()
    return bool(items) and all(item_status(item) in _ENDED for item in items)


def item_status(item: OrderItem) -> OrderItemStatus | None:
    """Where an item stands, where the answer says it."""
    status = item.processing_info.status if item.processing_info is not None else None
    return status if isinstance(status, models.OrderItemStatus) else None


def failed_items(order: Order) -> list[OrderItem]:
    """The items at FAIL."""
    return [item for item in order.items or () if item_status(item) == models.OrderItemStatus.FAIL]


def rejection(order_id: str, state: OrderState) -> OrderFailed:
    """The error for a v4 order at FAILED, with every typed reason."""
    error = state.error
    said = ": ".join(str(text) for text in (error.title, error.detail) if text) if error else ""
    return OrderFailed(
        f"order {order_id} failed" + (f": {said}" if said else ""),
        order_id=order_id,
        order=state.success_result,
        state=state,
        problems=problems_in(error.to_dict(), _FAMILIES) if error else (),
        coupling_violations=(error.coupling_violations if error else None) or (),
        graph_violations=(error.graph_violations if error else None) or (),
    )


def item_failure(order_id: str, state: OrderState, order: Order) -> OrderFailed:
    """The error for an order that ended with items at FAIL."""
    failed = failed_items(order)
    total = len(order.items or ())
    return OrderFailed(
        f"order {order_id} ended with {len(failed)} of {total} items failed",
        order_id=order_id,
        order=order,
        state=state,
        problems=tuple(_problem(item) for item in failed),
    )


def failed_whole(order_id: str, state: OrderState, order: Order | None) -> OrderFailed | None:
    """The error for a quote's order of which nothing came: FAILED, or every item at FAIL. None
    where it goes on, or where some of it may be of use."""
    if state.status == models.OrderStatus.FAILED:
        failure = rejection(order_id, state)
    elif order is not None and order.items and len(failed_items(order)) == len(order.items):
        failure = item_failure(order_id, state, order)
    else:
        return None
    way_on = f"to order the quote once more, place it with retry_of={order_id!r}"
    failure.args = (f"{failure.args[0]}; {way_on}",)
    return failure


def is_of_another_quote(order: Order | None, quote_id: str, version: int) -> bool:
    """Does an order, where its items say which quote they come from, name another one?"""
    for item in (order.items if order is not None else None) or ():
        line = item.quote_line_item_details_reference
        if line is None:
            continue
        if isinstance(line.quote_id, str) and line.quote_id.lower() != quote_id.lower():
            return True
        if line.version is not None and line.version != version:
            return True
    return False


def _problem(item: OrderItem) -> Problem:
    return Problem(
        message="the item failed",
        code=_text(item.reason_code),
        item=_text(item.item_id) or _text(item.order_item_id),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def statuses(order: Order | None) -> Sequence[str]:
    """Each item's status as text, for a look."""
    items = order.items if order is not None else None
    return [str(item_status(item) or "-") for item in items or ()]
