"""Sending a prepared order so that it is placed once."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from commerce_sdk.commerce.errors import OrderFailed
from commerce_sdk.commerce.orders.following import read_order, read_state
from commerce_sdk.commerce.orders.handle import Answer, OrderHandle
from commerce_sdk.commerce.orders.outcome import failed_whole, is_of_another_quote, synthesized
from commerce_sdk.commerce.orders.prepared import PreparedOrder
from commerce_sdk.commerce.orders.tokens import Api, OrderToken
from commerce_sdk.document.operation import Request
from commerce_sdk.document.request_model import Written
from commerce_sdk.errors import CommerceError, InvalidRequest, WrongAnswer
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.call.error_answers import belongs
from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.retries.certainty import State
from commerce_sdk.runtime.retries.writes import Outcome
from commerce_sdk_api.commerce import api as operations, models

if TYPE_CHECKING:
    from commerce_sdk_api.commerce.models import OrderState

Build = Callable[..., Request[Any]]
"""The `build` of one of the ways to place an order."""


async def place(
    core: Core, build: Build, api: Api, prepared: PreparedOrder, *, fresh: bool
) -> OrderHandle:
    """Send the prepared bytes until the platform surely has the order, or surely refuses it.

    What an unclear attempt is asked about through is the document's (`x-retry`, `read-back`).
    """
    # Before anything is awaited: whoever places it at the same time has to know.
    begun = prepared.intent.begin()
    start, mine = State.FRESH if fresh else begun, prepared.intent.begun
    core = core.for_tenants(transaction=prepared.transaction_account)
    account, order_id = prepared.transaction_account, prepared.order_id
    token = str(OrderToken(account=account, order_id=order_id, api=api))
    try:
        request = build(body=Written(prepared.body), **core.options)
        deadline = core.open_deadline()
        if prepared.intent.retry_of is not None:
            await _check_that_it_failed(core, prepared.intent.retry_of, deadline)
        outcome = await _write(core, request, start, order_id, deadline)
        already = outcome.attempts == 0
        if outcome.found is not None and isinstance(prepared.request, models.QuoteOrderRequest):
            found = await _with_its_order(core, order_id, outcome.found, deadline)
            _check_quote(prepared.request, found)
            if already and (failure := failed_whole(order_id, found)) is not None:
                raise failure
    except CommerceError as error:
        error.order_id, error.token = order_id, token
        if not isinstance(error, OrderFailed):
            # Whoever began to place it meanwhile may have sent it.
            known = start.maybe_applied or prepared.intent.begun != mine
            error.maybe_applied = known or bool(error.maybe_applied)
        raise
    except BaseException as error:
        # Whoever is cancelled in here was told of no id yet.
        error.add_note(f"placing order {order_id} was broken off; resume it with {token}")
        raise
    return OrderHandle(
        core,
        order_id=order_id,
        account=account,
        api=api,
        answer=outcome.answer,
        state=outcome.found,
        already_placed=already,
        taken_in=True,
    )


async def _write(
    core: Core, request: Request[Any], start: State, order_id: str, deadline: Deadline
) -> Outcome[Answer, OrderState]:
    read_back = _READ_BACKS[request.operation.retry.read_back or ""]

    async def look(deadline: Deadline) -> OrderState:
        return await read_back(core, order_id, deadline)

    def check(answer: Answer) -> None:
        # Any success counts, whatever its status; so it has to say that it is about this order.
        if not isinstance(answer.order_id, str):
            raise WrongAnswer("the answer names no order", path="$.orderId")
        belongs(answer.order_id, order_id, "$.orderId")

    return await core.write(request, start, deadline, look=look, check=check)


async def _with_its_order(
    core: Core, order_id: str, found: OrderState, deadline: Deadline
) -> OrderState:
    """A state with its order, which v4 shows only of one that has ended well."""
    if found.success_result is not None or found.status == models.OrderStatus.FAILED:
        return found
    with suppress(CommerceError):  # without it the id, made from the quote, has to do
        return synthesized(await read_order(core, order_id, deadline, again=False))
    return found


def _check_quote(request: models.QuoteOrderRequest, found: OrderState) -> None:
    """Raise `WrongAnswer` where a quote's order was looked for and one of another was found."""
    if is_of_another_quote(found.success_result, request.quote.id, request.quote.version):
        raise WrongAnswer("the order that is there is of another quote or version", path="$.items")


async def _check_that_it_failed(core: Core, failed: str, deadline: Deadline) -> None:
    """A quote is ordered once: again only where the order of before is surely of no use."""
    state = await read_state(core, failed, deadline, named=True)
    state = await _with_its_order(core, failed, state, deadline)
    if failed_whole(failed, state) is None:
        raise InvalidRequest(
            f"order {failed} has not failed ({state.status}); a quote is ordered once",
            path="retry_of",
        )


async def _read_v2(core: Core, order_id: str, deadline: Deadline) -> OrderState:
    return synthesized(await read_order(core, order_id, deadline, again=False, named=True))


async def _read_v4(core: Core, order_id: str, deadline: Deadline) -> OrderState:
    return await read_state(core, order_id, deadline, again=False, named=True)


_READ_BACKS = {
    operations.orders.get_order_status.OPERATION.id: _read_v4,
    operations.orders.get_order.OPERATION.id: _read_v2,
}
