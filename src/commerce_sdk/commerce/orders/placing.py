"""Sending a prepared order so that it is placed once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from commerce_sdk.commerce.errors import OrderFailed
from commerce_sdk.commerce.orders.handle import Answer, OrderHandle
from commerce_sdk.commerce.orders.outcome import failed_whole, is_of_another_quote
from commerce_sdk.commerce.orders.prepared import PreparedOrder
from commerce_sdk.commerce.orders.reading import (
    Found,
    read_found,
    read_order,
    read_state,
    state_of,
)
from commerce_sdk.commerce.orders.tokens import Api, OrderToken
from commerce_sdk.document.operation import Operation, Request
from commerce_sdk.document.request_model import Written
from commerce_sdk.errors import CommerceError, InvalidRequest, WrongAnswer
from commerce_sdk.runtime.call.answers import belongs
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.retries.certainty import State
from commerce_sdk_api.commerce import api as operations, models

if TYPE_CHECKING:
    pass

Look = Callable[[Context], Awaitable[Found]]


Build = Callable[..., Request[Any]]
"""The `build` of one of the ways to place an order."""


async def place(
    core: Core,
    build: Build,
    api: Api,
    prepared: PreparedOrder,
    *,
    fresh: bool,
    not_after: float | None = None,
) -> OrderHandle:
    """Send the prepared bytes until the platform surely has the order, or surely refuses it.

    What an unclear attempt is asked about through is the document's (`x-retry`, `read-back`).
    """
    # Before anything is awaited: whoever places it at the same time has to know.
    begun = prepared.intent.begin()
    start, mine = State.FRESH if fresh else begun, prepared.intent.begun
    account, order_id = prepared.transaction_account, prepared.order_id
    token = str(OrderToken(account=account, order_id=order_id, api=api))
    core = core.for_tenants(transaction=account)
    try:
        request = build(body=Written(prepared.body), **core.options)
        outcome = await core.write(
            request,
            start,
            look=_look(core, request.operation, prepared),
            check=_check_of(order_id),
            before=_before(core, prepared.intent.retry_of),
            not_after=not_after,
        )
        found, already = outcome.found, outcome.attempts == 0
        if found is not None and isinstance(prepared.request, models.QuoteOrderRequest):
            _check_quote(prepared.request, found)
            failure = failed_whole(order_id, found.state, found.order)
            if already and failure is not None:
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
        state=found.state if found is not None else None,
        already_placed=already,
        taken_in=True,
    )


def _look(core: Core, placing: Operation, prepared: PreparedOrder) -> Look:
    """Asks what became of an order; of a quote's, its items tell whether it is that quote's."""
    order_id = prepared.order_id

    async def through_v2(context: Context) -> Found:
        order = await read_order(core, order_id, context, again=False, named=True)
        return Found(state_of(order), order)

    async def through_v4(context: Context) -> Found:
        if isinstance(prepared.request, models.QuoteOrderRequest):
            return await read_found(core, order_id, context, again=False)
        return Found(await read_state(core, order_id, context, again=False, named=True))

    read_backs: dict[str | None, Look] = {
        operations.orders.get_order.OPERATION.id: through_v2,
        operations.orders.get_order_status.OPERATION.id: through_v4,
    }
    return read_backs[placing.retry.read_back]


def _check_of(order_id: str) -> Callable[[Answer], None]:
    def check(answer: Answer) -> None:
        # Any success counts, whatever its status; so it has to say that it is about this order.
        if not isinstance(answer.order_id, str):
            raise WrongAnswer("the answer names no order", path="$.orderId")
        belongs(answer.order_id, order_id, "$.orderId")

    return check


def _check_quote(request: models.QuoteOrderRequest, found: Found) -> None:
    """Raise `WrongAnswer` where a quote's order was looked for and one of another was found."""
    if is_of_another_quote(found.order, request.quote.id, request.quote.version):
        raise WrongAnswer("the order that is there is of another quote or version", path="$.items")


def _before(core: Core, failed: str | None) -> Callable[[Context], Awaitable[None]] | None:
    """A quote is ordered once: again only where the order of before is surely of no use."""
    if failed is None:
        return None

    async def check_that_it_failed(context: Context) -> None:
        found = await read_found(core, failed, context)
        if failed_whole(failed, found.state, found.order) is None:
            raise InvalidRequest(
                f"order {failed} has not failed ({found.state.status}); a quote is ordered once",
                path="retry_of",
            )

    return check_that_it_failed
