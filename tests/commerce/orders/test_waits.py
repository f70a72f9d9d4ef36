"""One rule of what is passing and what is lasting, for every way of waiting for an order."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    CommerceError,
    ConnectionFailed,
    DeadlineExceeded,
    NotFound,
    OrderHandle,
    RetryPolicy,
    ServerError,
    new_item,
)
from tests.commerce.orders.test_placed_once import status
from tests.support.clients import client
from tests.support.leaping_loops import LoopClock
from tests.support.worlds import (
    OFFERING,
    Fault,
    World,
    cut_before,
    half_a_body,
    html_after,
    refused,
    world,
)

pytestmark = [pytest.mark.anyio, pytest.mark.leaps]
WAITS = ["result", "updates", "wait_all"]


async def wait(here: World, placed: OrderHandle, how: str, deadline: float = 600) -> None:
    match how:
        case "result":
            await placed.result(deadline=deadline)
        case "updates":
            assert [str(each.status) async for each in placed.updates(deadline=deadline)][-1] == (
                "SUCCESS"
            )
        case "wait_all":
            async with here.commerce.orders.wait_all([placed], deadline=deadline) as done:
                async for each in done:
                    await each.result()


def until(moment: float, here: World, fault: Fault) -> Fault:
    """A fault that strikes until the clock shows a moment."""

    async def passing(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        if here.clock.time() < moment:
            answer: httpx.Response = await fault(request, below)
            return answer
        return await below.handle_async_request(request)

    return passing


@pytest.mark.parametrize("how", WAITS)
@pytest.mark.parametrize("late", [0.5, 3.0, 90.0])
async def test_an_order_that_was_taken_in_may_show_late(how: str, late: float) -> None:
    async with world() as here:
        here.sandbox.switches.visible_after = late
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        await wait(here, placed, how)
        assert placed.state is not None
        assert placed.state.status == "SUCCESS"


async def test_asked_once_it_says_that_a_404_proves_nothing() -> None:
    async with world() as here:
        here.sandbox.switches.visible_after = 9.0
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        with pytest.raises(NotFound, match="may have applied it") as caught:
            await placed.refresh()
        assert caught.value.maybe_applied is True
        assert caught.value.token == placed.token


@pytest.mark.parametrize("how", WAITS)
async def test_an_order_that_was_seen_may_be_away_for_a_while(how: str) -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        resumed = await here.commerce.orders.resume(placed.token)
        gone = until(here.clock.time() + 60, here, status(404, after=False))
        here.transport.faults["GET"].extend([gone] * 200)
        await wait(here, resumed, how)


OUTAGES: dict[str, Fault] = {
    **{str(code): status(code, after=False) for code in (408, 425, 429, 500, 502, 503, 504, 520)},
    "refused connections": refused,
    "cuts": cut_before,
    "half an answer": half_a_body,
    "a page": html_after,
}


@pytest.mark.parametrize("how", WAITS)
@pytest.mark.parametrize("outage", OUTAGES)
async def test_an_outage_of_a_minute_is_waited_through(how: str, outage: str) -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        here.sandbox.switches.pending = 100.0
        down = until(here.clock.time() + 60, here, OUTAGES[outage])
        here.transport.faults["GET"].extend([down] * 200)
        await wait(here, placed, how)


@pytest.mark.parametrize("how", WAITS)
@pytest.mark.parametrize("code", [400, 401, 403, 405, 422, 302])
async def test_a_lasting_refusal_ends_the_wait_at_once(how: str, code: int) -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        asked = len(here.transport.requests)
        here.transport.faults["GET"].append(status(code, after=False))
        with pytest.raises(CommerceError, match=f"HTTP {code}") as caught:
            await wait(here, placed, how)
        assert len(here.transport.requests) == asked + 1
        assert caught.value.order_id == placed.order_id


@pytest.mark.parametrize("how", WAITS)
async def test_when_the_deadline_ends_the_error_says_what_the_last_looks_met(how: str) -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        here.transport.faults["GET"].extend([status(503, after=False)] * 999)
        began = here.clock.time()
        with pytest.raises(DeadlineExceeded, match=r"deadline of 60 s ended .* HTTP 503") as caught:
            await wait(here, placed, how, deadline=60)
        assert here.clock.time() - began == pytest.approx(60)
    if how != "wait_all":
        assert isinstance(caught.value.__cause__, ServerError)
        assert caught.value.attempts


async def test_without_a_deadline_it_takes_as_long_as_it_takes() -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        down = until(here.clock.time() + 3600, here, cut_before)
        here.transport.faults["GET"].extend([down] * 5000)
        assert (await placed.result(deadline=None)).order_id == placed.order_id


async def test_a_retry_after_is_waited_for() -> None:
    async def busy(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        return httpx.Response(503, headers={"Retry-After": "50"})

    async with world(retry=None) as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        here.transport.faults["GET"].append(busy)
        await placed.result(deadline=600)
        assert here.time.slept[0] == 50.0


SILENT: dict[str, Callable[[World, OrderHandle], Awaitable[Any]]] = {
    "a call": lambda here, placed: here.commerce.orders.get(placed.order_id),
    "a wait": lambda here, placed: placed.result(deadline=0.1),
    "a page": lambda here, placed: here.commerce.orders.list(deadline=0.1).collect(),
    "a placing": lambda here, placed: here.commerce.orders.place(items=[new_item(OFFERING)]),
}


@pytest.mark.parametrize("what", SILENT)
async def test_against_a_silent_server_the_deadline_names_the_answer(what: str) -> None:
    async def hang(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        await anyio.sleep_forever()
        raise AssertionError

    async with world(deadline=0.1, attempt_timeout=None) as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        here.transport.faults["GET"].extend([hang] * 9)
        here.transport.faults["POST"].append(hang)
        with pytest.raises(DeadlineExceeded, match=r"of 0.1 s ended while waiting for an answer"):
            await SILENT[what](here, placed)


async def test_a_placing_that_its_deadline_cut_is_not_looked_after_in_no_time() -> None:
    class Silent(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await anyio.sleep_forever()
            raise AssertionError

    settings: dict[str, Any] = {"deadline": 0.3, "attempt_timeout": None, "clock": LoopClock()}
    async with client(Silent(), retry=RetryPolicy(), **settings) as commerce:
        said = r"ended while waiting for an answer \(place_order, attempts 0\.\d+ s\)"
        with pytest.raises(DeadlineExceeded, match=said) as caught:
            await commerce.orders.place(items=[new_item(OFFERING)])
    assert [attempt.operation for attempt in caught.value.attempts] == ["place_order"]
    assert caught.value.maybe_applied is True


async def test_what_is_no_answer_to_a_placing_is_not_believed() -> None:
    for content in (b"{}", b'{"orderId":null}', b'{"status":"ok"}'):
        async with world() as here:

            async def another(
                request: httpx.Request,
                below: httpx.AsyncBaseTransport,
                content: bytes = content,
            ) -> httpx.Response:
                return httpx.Response(200, content=content)

            here.transport.faults["POST"].extend([another] * 9)
            with pytest.raises(CommerceError) as caught:
                await here.commerce.orders.place(items=[new_item(OFFERING)])
            assert caught.value.maybe_applied is True
            assert not isinstance(caught.value, ConnectionFailed)
