"""An instant after which an order is not sent: it stops sending, never looking."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    CommerceClient,
    CommerceError,
    ConnectionFailed,
    DeadlineExceeded,
    InvalidRequest,
    LocalLimiter,
    MiddlewareReply,
    OrderHandle,
    RateLimited,
    RetryPolicy,
    TooLate,
    new_item,
)
from commerce_sdk.clock import Clock
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.limits.local import Buckets
from commerce_sdk.sandbox import TOKEN
from tests.support import clients
from tests.support.leaping_loops import LoopClock
from tests.support.worlds import (
    OFFERING,
    World,
    cut_after,
    cut_before,
    refused,
    traced,
    world,
)

pytestmark = [pytest.mark.anyio, pytest.mark.leaps]
OWN = "0aed15e5-3d09-4319-800d-d65a5e73f783"
WAYS = pytest.mark.parametrize("way", ["place", "create"])


def soon(here: World, seconds: float) -> datetime:
    return datetime.fromtimestamp(here.time.time() + seconds, UTC)


def on_the_loop(seconds: float) -> datetime:
    return datetime.fromtimestamp(LoopClock().time() + seconds, UTC)


def client(answer: Any, **settings: Any) -> CommerceClient:
    return clients.client(answer, clock=LoopClock(), **settings)


def methods(here: World) -> list[str]:
    return [request.method for request in here.transport.requests]


async def send(here: World, seconds: float, way: str = "place", **parts: Any) -> OrderHandle:
    """Place an order that is not to be sent after so many seconds."""
    call = getattr(here.commerce.orders, way)
    placed: OrderHandle = await call(
        items=[new_item(OFFERING)], not_after=soon(here, seconds), **parts
    )
    return placed


def limited(seconds: int) -> Callable[..., Awaitable[httpx.Response]]:
    async def answer(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        return httpx.Response(429, headers={"retry-after": str(seconds)}, json={})

    return answer


# --- before, at, after


@WAYS
async def test_in_time_it_is_sent_as_ever(way: str) -> None:
    async with world() as here:
        placed = await send(here, 0.001, way)
        assert methods(here) == ["POST"]
        assert placed.order_id in here.sandbox.orders.held


@WAYS
@pytest.mark.parametrize("seconds", [0.0, -0.001, -86400.0])
async def test_at_the_instant_and_after_it_nothing_is_sent(way: str, seconds: float) -> None:
    async with world() as here:
        not_after = soon(here, seconds)
        with pytest.raises(TooLate) as caught:
            await send(here, seconds, way)
        assert methods(here) == []
    error = caught.value
    assert (error.maybe_applied, error.attempts, error.__cause__) == (False, (), None)
    assert error.not_after == not_after
    text = not_after.isoformat().replace("+00:00", "Z")
    assert (
        str(error) == f"it was not to be sent after {text}, which ended it while waiting to begin"
    )
    assert error.operation == f"{way}_order"
    assert error.order_id
    assert error.token


async def test_the_instant_may_be_in_any_zone() -> None:
    async with world() as here:
        sydney = timezone(timedelta(hours=11))
        items = [new_item(OFFERING)]
        await here.commerce.orders.place(items=items, not_after=soon(here, 1).astimezone(sydney))
        with pytest.raises(TooLate) as caught:
            await here.commerce.orders.place(
                items=items, not_after=soon(here, -1).astimezone(sydney)
            )
    assert caught.value.not_after.tzinfo is UTC


@pytest.mark.parametrize(
    "wrong",
    [
        datetime(2026, 1, 1),
        date(2026, 1, 1),
        1.8e9,
        "2026-01-01T00:00:00Z",
        True,
        datetime.min.replace(tzinfo=timezone(timedelta(hours=14))),
        datetime.max.replace(tzinfo=timezone(-timedelta(hours=12))),
    ],
    ids=str,
)
async def test_what_is_no_instant_is_refused(wrong: Any) -> None:
    async with world() as here:
        orders = here.commerce.orders
        kept = orders.prepare(items=[new_item(OFFERING)]).to_json()
        for call in (orders.place, orders.create):
            with pytest.raises(InvalidRequest) as caught:
                await call(items=[new_item(OFFERING)], not_after=wrong)
            assert caught.value.path == "not_after"
            assert caught.value.maybe_applied is False
            with pytest.raises(InvalidRequest, match="not_after") as unsure:
                await call(kept, not_after=wrong)
            assert unsure.value.maybe_applied is True
        assert methods(here) == []


@pytest.mark.parametrize("far", [datetime.min, datetime.max], ids=["min", "max"])
async def test_the_first_and_the_last_instant_there_are(far: datetime) -> None:
    async with world(deadline=None) as here:
        prepared = here.commerce.orders.prepare(items=[new_item(OFFERING)])
        far = far.replace(tzinfo=UTC)
        if far.year == 1:
            with pytest.raises(TooLate, match="0001-01-01T00:00:00Z"):
                await here.commerce.orders.place(prepared, not_after=far)
        else:
            await here.commerce.orders.place(prepared, not_after=far)


async def test_the_error_is_a_value() -> None:
    async with world() as here:
        here.transport.faults["POST"].append(cut_before)
        with pytest.raises(TooLate) as caught:
            await send(here, -1, order_id=OWN)
    error = caught.value
    for other in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert (str(other), other.not_after) == (str(error), error.not_after)
        assert other.order_id == OWN
    assert str(error).endswith("; the server may have applied it")
    assert not isinstance(error, TimeoutError)


# --- the waits of a send


async def test_a_pause_that_would_go_on_beyond_it_is_not_begun() -> None:
    async with world() as here:
        here.transport.faults["POST"].append(limited(30))
        with pytest.raises(TooLate, match="pausing before the next attempt") as caught:
            await send(here, 10)
        assert methods(here) == ["POST"]
        assert here.time.slept == []
    assert caught.value.maybe_applied is False
    assert isinstance(caught.value.__cause__, RateLimited)
    assert len(caught.value.attempts) == 1


async def test_a_pause_that_ends_in_time_is_waited() -> None:
    async with world() as here:
        here.transport.faults["POST"].append(limited(9))
        await send(here, 10)
        assert methods(here) == ["POST", "POST"]


async def test_a_pause_that_ends_at_the_instant_is_too_long() -> None:
    async with world() as here:
        here.transport.faults["POST"].append(limited(10))
        with pytest.raises(TooLate):
            await send(here, 10)
        assert methods(here) == ["POST"]


async def test_a_deadline_that_ends_before_says_so_itself() -> None:
    async with world(deadline=20) as here:
        here.transport.faults["POST"].append(limited(30))
        with pytest.raises(RateLimited):
            await send(here, 25)
        here.transport.faults["POST"].append(limited(30))
        with pytest.raises(TooLate):
            await send(here, 15)


@pytest.mark.parametrize(("asked", "comes"), [(30, False), (5, True)])
async def test_a_line_that_goes_on_beyond_it_is_left_at_once(asked: int, comes: bool) -> None:
    async with world(limiter=LocalLimiter()) as here:
        here.transport.faults["POST"].append(limited(asked))
        with pytest.raises(RateLimited):
            await here.commerce.with_options(retry=None).orders.place(items=[new_item(OFFERING)])
        if comes:
            await send(here, 10)
            assert methods(here) == ["POST", "POST"]
            return
        with pytest.raises(TooLate, match="waiting for its turn under the rate limit") as caught:
            await send(here, 10)
        assert methods(here) == ["POST"]
        assert here.time.slept == []
    assert caught.value.maybe_applied is False


async def test_a_line_that_goes_on_beyond_the_deadline_ends_with_that() -> None:
    async with world(limiter=LocalLimiter(), deadline=20) as here:
        here.transport.faults["POST"].append(limited(30))
        with pytest.raises(RateLimited):
            await here.commerce.with_options(retry=None).orders.place(items=[new_item(OFFERING)])
        with pytest.raises(DeadlineExceeded, match="waiting for its turn under the rate limit"):
            await send(here, 25)
        assert methods(here) == ["POST"]


async def test_a_renewal_that_takes_too_long_is_the_last_thing_that_is_done() -> None:
    async def slow() -> str:
        here.clock.advance(20)
        return TOKEN

    async with world(auth=slow) as here:
        with pytest.raises(TooLate, match="waiting to be sent") as caught:
            await send(here, 10)
        assert methods(here) == []
    assert caught.value.maybe_applied is False


@pytest.mark.parametrize("limiter", [None, LocalLimiter()], ids=["plain", "limits"])
async def test_a_renewal_under_way_is_left_at_the_instant(limiter: LocalLimiter | None) -> None:
    async def never() -> str:
        await anyio.sleep_forever()
        raise AssertionError

    async with client(lambda _: httpx.Response(500), auth=never, limiter=limiter) as commerce:
        with (
            anyio.fail_after(10),
            pytest.raises(TooLate, match="renewing the credential") as caught,
        ):
            await commerce.orders.place(items=[new_item(OFFERING)], not_after=on_the_loop(0.1))
    assert caught.value.maybe_applied is False


async def test_a_line_for_a_connection_is_left_at_the_instant() -> None:
    asked = anyio.Event()

    async def answer(request: httpx.Request) -> httpx.Response:
        assert request.method == "GET"
        asked.set()
        await anyio.sleep_forever()
        raise AssertionError

    commerce = client(httpx.MockTransport(answer), max_connections=1, deadline=30)
    async with commerce, anyio.create_task_group() as tasks:
        tasks.start_soon(commerce.orders.get, OWN)
        await asked.wait()
        with anyio.fail_after(10), pytest.raises(TooLate, match="waiting for a connection") as late:
            await commerce.orders.place(items=[new_item(OFFERING)], not_after=on_the_loop(0.1))
        tasks.cancel_scope.cancel()
    assert late.value.maybe_applied is False


async def test_a_middleware_that_takes_too_long_sends_nothing() -> None:
    async def slow(call: Any, call_next: Any) -> MiddlewareReply:
        here.clock.advance(20)
        reply: MiddlewareReply = await call_next()
        return reply

    async with world(middleware=[slow]) as here:
        with pytest.raises(TooLate, match="waiting to be sent") as caught:
            await send(here, 10)
        assert methods(here) == []
    assert caught.value.maybe_applied is False


async def test_a_middleware_that_hangs_is_left_at_the_instant() -> None:
    async def hangs(call: Any, call_next: Any) -> MiddlewareReply:
        await anyio.sleep_forever()
        raise AssertionError

    async with client(lambda _: httpx.Response(500), middleware=[hangs]) as commerce:
        with anyio.fail_after(10), pytest.raises(TooLate, match="a middleware was at work"):
            await commerce.orders.place(items=[new_item(OFFERING)], not_after=on_the_loop(0.1))


async def test_an_answer_in_time_counts_though_it_is_read_late() -> None:
    async def late(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        answer = await below.handle_async_request(request)
        here.clock.advance(20)
        return answer

    async with world() as here:
        here.transport.faults["POST"].append(late)
        placed = await send(here, 10)
        assert placed.answer is not None


# --- in flight


def silent(shows: bool) -> httpx.MockTransport:
    async def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            await anyio.sleep_forever()
        if not shows:
            return httpx.Response(404, json={})
        return httpx.Response(200, json={"orderId": OWN, "status": "PROCESSING"})

    return httpx.MockTransport(answer)


async def in_flight(commerce: CommerceClient) -> OrderHandle:
    with anyio.fail_after(10):
        return await commerce.orders.place(
            items=[new_item(OFFERING)],
            order_id=OWN,
            fresh=True,
            not_after=on_the_loop(0.1),
        )


async def test_an_attempt_in_flight_ends_there_and_is_looked_after() -> None:
    async with client(silent(shows=True), deadline=30, attempt_timeout=None) as commerce:
        placed = await in_flight(commerce)
    assert placed.answer is None
    assert not placed.already_placed


@pytest.mark.parametrize("retry", [None, RetryPolicy()], ids=["once", "again"])
async def test_an_attempt_in_flight_that_does_not_show_is_unclear(
    retry: RetryPolicy | None,
) -> None:
    settings: dict[str, Any] = {"deadline": 0.5, "attempt_timeout": None, "retry": retry}
    async with client(silent(shows=False), **settings) as commerce:
        with pytest.raises(TooLate, match="waiting for an answer") as caught:
            await in_flight(commerce)
    error = caught.value
    assert error.maybe_applied is True
    sent = [each for each in error.attempts if each.operation == "place_order"]
    assert [(each.outcome, each.sent) for each in sent] == [("too late", True)]
    assert any(each.operation == "get_order_status" for each in error.attempts)


# --- what may have been sent is looked for


@WAYS
async def test_an_unclear_attempt_is_looked_for_to_the_deadline_and_not_sent_again(
    way: str,
) -> None:
    async with world(deadline=60) as here:
        began = here.clock.time()
        here.transport.faults["POST"].append(cut_before)
        here.transport.on_request = lambda request, passes: (
            here.clock.advance(20) if methods(here) == ["POST", "GET"] else None
        )
        with pytest.raises(TooLate, match="waiting to begin") as caught:
            await send(here, 10, way)
        assert methods(here).count("POST") == 1
        assert methods(here).count("GET") > 3
        assert here.clock.time() == pytest.approx(began + 60, abs=0.01)
    assert caught.value.maybe_applied is True
    assert isinstance(caught.value.__cause__, ConnectionFailed)


@WAYS
async def test_what_shows_late_is_found(way: str) -> None:
    async with world(deadline=60) as here:
        here.sandbox.switches.visible_after = 30
        here.transport.faults["POST"].append(cut_after)
        here.transport.on_request = lambda request, passes: (
            here.clock.advance(11) if methods(here) == ["POST", "GET"] else None
        )
        placed = await send(here, 10, way)
        assert methods(here).count("POST") == 1
        assert placed.order_id in here.sandbox.orders.held
        assert not placed.already_placed


async def test_a_look_right_before_it_is_sent_again_may_take_too_long() -> None:
    async with world() as here:
        here.transport.faults["POST"].append(cut_before)
        here.transport.on_request = lambda request, passes: (
            here.clock.advance(20) if methods(here) == ["POST", "GET", "GET"] else None
        )
        with pytest.raises(TooLate, match="waiting to be sent"):
            await send(here, 10)
        assert methods(here).count("POST") == 1


async def test_refused_connections_are_no_reason_to_look() -> None:
    async def refused_late(request: httpx.Request, below: httpx.AsyncBaseTransport) -> Any:
        here.clock.advance(6)
        return await refused(request, below)

    async with world() as here:
        here.transport.faults["POST"].extend([refused_late] * 2)
        with pytest.raises(TooLate) as caught:
            await send(here, 10)
        assert methods(here) == ["POST", "POST"]
    assert caught.value.maybe_applied is False
    assert isinstance(caught.value.__cause__, ConnectionFailed)


@WAYS
async def test_a_known_order_that_is_there_is_found_though_it_is_late(way: str) -> None:
    async with world() as here:
        prepared = here.commerce.orders.prepare(items=[new_item(OFFERING)])
        call = getattr(here.commerce.orders, way)
        await call(prepared)
        here.transport.requests.clear()
        again = await call(prepared.to_json(), not_after=soon(here, -3600))
        assert methods(here) == ["GET"]
        assert again.already_placed


@WAYS
@pytest.mark.parametrize("known", ["kept", "own id"])
async def test_a_known_order_that_is_not_there_is_looked_for_and_never_sent(
    way: str, known: str
) -> None:
    async with world(deadline=60) as here:
        call = getattr(here.commerce.orders, way)
        own = here.commerce.orders.prepare(items=[new_item(OFFERING)], order_id=OWN)
        began = here.clock.time()
        with pytest.raises(TooLate) as caught:
            await call(own.to_json() if known == "kept" else own, not_after=soon(here, -1))
        assert set(methods(here)) == {"GET"}
        assert len(methods(here)) == len(here.time.slept) > 3, "each look but the first waits"
        assert here.clock.time() == pytest.approx(began + 60, abs=0.01)
    assert caught.value.maybe_applied is True
    assert isinstance(caught.value.__cause__, DeadlineExceeded)


async def test_an_order_of_ones_own_id_that_is_there_counts_as_placed_before() -> None:
    async with world() as here:
        await here.commerce.orders.place(items=[new_item(OFFERING)], order_id=OWN)
        here.transport.requests.clear()
        again = await send(here, -1, order_id=OWN)
        assert methods(here) == ["GET"]
        assert again.already_placed


async def test_without_retries_a_known_order_is_looked_for_once() -> None:
    async with world(retry=None) as here:
        with pytest.raises(TooLate) as caught:
            await send(here, -1, order_id=OWN)
        assert methods(here) == ["GET"]
        kept = here.commerce.orders.prepare(items=[new_item(OFFERING)]).to_json()
        with pytest.raises(TooLate):
            await here.commerce.orders.place(kept, not_after=soon(here, -1))
        assert methods(here) == ["GET"] * 2
    assert caught.value.maybe_applied is True


async def test_a_look_that_is_refused_for_good_ends_it() -> None:
    async def forbidden(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        return httpx.Response(403, json={})

    async with world() as here:
        here.transport.faults["GET"].append(forbidden)
        with pytest.raises(TooLate) as caught:
            await send(here, -1, order_id=OWN)
        assert methods(here) == ["GET"]
    assert caught.value.maybe_applied is True
    assert isinstance(caught.value.__cause__, CommerceError)


# --- two clocks


async def test_a_process_that_was_suspended_in_the_line_sends_nothing() -> None:
    class Suspended(LocalLimiter):
        async def acquire(self, buckets: Buckets, deadline: Deadline, clock: Clock) -> str:
            here.time.ahead += 3600
            return await super().acquire(buckets, deadline, clock)

    async with world(limiter=Suspended()) as here:
        with pytest.raises(TooLate, match="waiting to be sent") as caught:
            await send(here, 600)
        assert methods(here) == []
    assert caught.value.maybe_applied is False


@pytest.mark.parametrize("reused", [False, True], ids=["new", "used again"])
async def test_a_process_that_was_suspended_while_it_connected_sends_nothing(reused: bool) -> None:
    async def suspended(request: httpx.Request, below: httpx.AsyncBaseTransport) -> Any:
        if not reused:
            await traced(request, "connection.connect_tcp.started")
        here.time.ahead += 3600
        await traced(request, "http11.send_request_headers.started")
        raise AssertionError("it was sent")

    async with world() as here:
        here.transport.faults["POST"].append(suspended)
        with pytest.raises(TooLate, match="connecting") as caught:
            await send(here, 600)
        assert methods(here) == ["POST"]
    assert caught.value.maybe_applied is False
    assert [each.sent for each in caught.value.attempts] == [False]


async def test_a_process_that_was_suspended_between_two_attempts_does_not_send_again() -> None:
    async def suspended(request: httpx.Request, below: httpx.AsyncBaseTransport) -> Any:
        here.time.ahead += 3600
        return httpx.Response(429, headers={"retry-after": "1"}, json={})

    async with world() as here:
        here.transport.faults["POST"].append(suspended)
        with pytest.raises(TooLate) as caught:
            await send(here, 600)
        assert methods(here) == ["POST"]
        assert here.time.slept == []
    assert caught.value.maybe_applied is False


async def test_a_calendar_that_is_set_back_gives_no_time() -> None:
    async def set_back(request: httpx.Request, below: httpx.AsyncBaseTransport) -> Any:
        here.time.ahead -= 3600
        return httpx.Response(429, headers={"retry-after": "6"}, json={})

    async with world() as here:
        here.transport.faults["POST"].extend([set_back, limited(6)])
        with pytest.raises(TooLate):
            await send(here, 10)
        assert methods(here) == ["POST", "POST"]
        assert here.time.slept == [6]
