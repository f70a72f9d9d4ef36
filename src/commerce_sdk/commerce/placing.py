"""Sending a prepared order so that it is placed once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from commerce_sdk.commerce.following import read_order, read_state
from commerce_sdk.commerce.handle import Answer
from commerce_sdk.commerce.outcome import synthesized
from commerce_sdk.commerce.prepared import PreparedOrder
from commerce_sdk.operation import Request
from commerce_sdk.runtime.client import Core
from commerce_sdk.runtime.deadline import Deadline
from commerce_sdk.runtime.problems import belongs
from commerce_sdk.value import Value
from commerce_sdk_api.commerce import api

if TYPE_CHECKING:
    from commerce_sdk_api.commerce.models import (
        OrderState,
    )


class Placed(Value, frozen=True, kw_only=True):
    """How an order came to be there: answered, or found by reading back."""

    answer: Answer | None = None
    state: OrderState | None = None


async def place_once(core: Core, request: Request[Any], prepared: PreparedOrder) -> Placed:
    """Send the prepared bytes until the platform surely has the order, or surely refuses it.

    What an unclear attempt is asked about through is the document's (`x-retry`, `read-back`).
    """
    read_back = _READ_BACKS[request.operation.retry.read_back or ""]

    async def read(deadline: Deadline) -> OrderState:
        return await read_back(core, prepared.order_id, deadline)

    def check(answer: Answer) -> None:
        belongs(answer.order_id, prepared.order_id, "$.orderId")

    outcome = await core.send_once(request, read_back=read, check=check)
    return Placed(answer=outcome.answer, state=outcome.found)


async def _read_v2(core: Core, order_id: str, deadline: Deadline) -> OrderState:
    return synthesized(await read_order(core, order_id, deadline))


_READ_BACKS = {
    api.orders.get_order_status.OPERATION.id: read_state,
    api.orders.get_order.OPERATION.id: _read_v2,
}
