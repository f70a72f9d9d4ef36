"""Life in a service: closing, cancelling, connections, hooks and logs."""

from __future__ import annotations

import logging
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    ClientClosed,
    CommerceClient,
    CommerceError,
    ConnectionFailed,
    DeadlineExceeded,
    Hooks,
    InvalidRequest,
    RateLimited,
    RetryPolicy,
    new_item,
)
from commerce_sdk.sandbox import QUOTES
from tests.support.clients import SECRET, client
from tests.support.worlds import OFFERING, refused, world

pytestmark = pytest.mark.anyio

QUOTE = next(iter(QUOTES))
ITEMS = [new_item(OFFERING)]


class Gate(httpx.AsyncBaseTransport):
    """Holds every request until it is opened; counts those that are in it."""

    def __init__(self) -> None:
        self.opened = anyio.Event()
        self.inside = 0
        self.most = 0
        self.closed = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.inside += 1
        self.most = max(self.most, self.inside)
        try:
            await self.opened.wait()
        finally:
            self.inside -= 1
        return httpx.Response(200, json={"orderId": OFFERING})

    async def aclose(self) -> None:
        assert self.inside == 0
        self.closed = True


async def outcome(call: Any, into: list[Any]) -> None:
    try:
        into.append(await call)
    except CommerceError as error:
        into.append(error)


# --- closing


async def test_closing_waits_for_calls_under_way() -> None:
    gate, came = Gate(), []
    commerce = client(gate)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(outcome, commerce.orders.get(OFFERING), came)
        await anyio.wait_all_tasks_blocked()
        tasks.start_soon(commerce.aclose)
        await anyio.wait_all_tasks_blocked()
        assert not gate.closed
        with pytest.raises(ClientClosed, match="the client is closed"):
            await commerce.orders.get(OFFERING)
        gate.opened.set()
    assert gate.closed
    assert came[0].order_id == OFFERING


async def test_a_call_under_way_may_still_try_again_while_closing_waits() -> None:
    failed = anyio.Event()
    async with world(hooks=Hooks(retry=lambda event: failed.set())) as here:
        here.transport.faults["GET"].extend([refused, refused])
        came: list[Any] = []
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(outcome, here.commerce.quotes.get(QUOTE), came)
            await failed.wait()
            await here.commerce.aclose()
        assert came[0].id == QUOTE


async def test_closing_cuts_what_takes_too_long_and_says_what_is_known() -> None:
    gate, came = Gate(), []
    commerce = client(gate, retry=RetryPolicy())
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(outcome, commerce.orders.get(OFFERING), came)
        tasks.start_soon(outcome, commerce.orders.place(items=ITEMS), came)
        tasks.start_soon(outcome, commerce.pricing_plans.delete(OFFERING), came)
        await anyio.wait_all_tasks_blocked()
        await commerce.aclose(grace=0)
    assert gate.closed
    assert gate.inside == 0
    assert [type(each) for each in came] == [ClientClosed] * 3
    known = {each.operation: each for each in came}
    assert known["get_order"].maybe_applied is None
    assert known["place_order"].maybe_applied is True
    assert known["place_order"].token
    assert known["delete_pricing_plan"].maybe_applied is True
    assert "while this call was under way" in str(known["get_order"])
    assert [attempt.outcome for attempt in known["place_order"].attempts] == ["broken off"]


async def test_what_is_cut_before_it_was_sent_was_surely_not_applied() -> None:
    gate, came = Gate(), []
    commerce = client(gate, auth=anyio.sleep_forever)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(outcome, commerce.orders.place(items=ITEMS), came)
        tasks.start_soon(outcome, commerce.pricing_plans.delete(OFFERING), came)
        await anyio.wait_all_tasks_blocked()
        await commerce.aclose(grace=0)
    assert [each.maybe_applied for each in came] == [False, False]
    assert gate.most == 0


async def test_closing_that_is_cancelled_closes_all_the_same() -> None:
    gate, came = Gate(), []
    commerce = client(gate)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(outcome, commerce.orders.get(OFFERING), came)
        await anyio.wait_all_tasks_blocked()
        with anyio.move_on_after(0):
            await commerce.aclose(grace=None)
    assert gate.closed
    assert isinstance(came[0], ClientClosed)


async def test_closing_twice_and_closing_a_clone_are_nothing() -> None:
    gate = Gate()
    commerce = client(gate)
    await commerce.for_account(OFFERING).aclose()
    assert not gate.closed
    await commerce.aclose()
    await commerce.aclose()
    assert gate.closed


async def test_a_handle_of_a_closed_client_says_so() -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=ITEMS)
    with pytest.raises(ClientClosed) as caught:
        await placed.result()
    assert caught.value.order_id == placed.order_id


# --- connections


async def test_calls_beyond_the_connections_wait_in_line() -> None:
    gate, came = Gate(), []
    commerce = client(gate, max_connections=3)
    async with anyio.create_task_group() as tasks:
        for _ in range(10):
            tasks.start_soon(outcome, commerce.orders.get(OFFERING), came)
        await anyio.wait_all_tasks_blocked()
        assert gate.inside == 3
        gate.opened.set()
    assert len(came) == 10
    assert gate.most == 3


async def test_a_wait_for_a_connection_that_takes_too_long_says_what_to_do() -> None:
    gate, came = Gate(), []
    commerce = client(gate, max_connections=1)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(outcome, commerce.orders.get(OFFERING), came)
        await anyio.wait_all_tasks_blocked()
        with pytest.raises(DeadlineExceeded, match=r"all 1 are in use; raise max_conn") as caught:
            await commerce.with_options(deadline=0.01).orders.place(items=ITEMS)
        assert caught.value.maybe_applied is False
        assert caught.value.spent["connections"] > 0
        gate.opened.set()
    await commerce.orders.get(OFFERING)


async def test_cancelled_callers_leave_no_connection_taken() -> None:
    gate = Gate()
    commerce = client(gate, max_connections=4)
    for _ in range(30):
        async with anyio.create_task_group() as tasks:
            for _ in range(10):
                tasks.start_soon(commerce.orders.get, OFFERING)
            await anyio.wait_all_tasks_blocked()
            tasks.cancel_scope.cancel()
    assert gate.inside == 0
    assert commerce._core.connection._under_way == set()
    assert commerce._core.connection.transport._free.value == 4
    gate.opened.set()
    await commerce.orders.get(OFFERING)


@pytest.mark.parametrize("number", [0, -1, 1.5, "8", True, None])
def test_a_number_of_connections_that_cannot_be_is_refused(number: Any) -> None:
    with pytest.raises(InvalidRequest, match="max_connections: must be a whole number"):
        CommerceClient(token="t", max_connections=number)


# --- hooks and logs


async def test_hooks_are_told_what_happens() -> None:
    told: list[Any] = []
    hooks = Hooks(
        request=told.append,
        response=told.append,
        retry=told.append,
        wait=told.append,
        poll=told.append,
    )
    async with world(hooks=hooks, limiter=None) as here:
        here.sandbox.fail_next("list_orders", 429, headers={"Retry-After": "7"})
        await here.commerce.orders.list(page_size=5, invoice_group=OFFERING).collect()
        names = [type(each).__name__ for each in told]
        assert names == ["RequestEvent", "ResponseEvent", "RetryEvent", *names[:2]]
        sent, came, retry = told[:3]
        assert (sent.operation, sent.method, sent.path) == ("list_orders", "GET", "/v2/orders")
        assert sent.query == {"page-size": "5"}
        assert sent.headers == {"accept": "application/json"}
        assert (came.status, came.headers["retry-after"], came.attempt) == (429, "7", 1)
        assert (retry.operation, retry.failures, retry.seconds) == ("list_orders", 1, 7)
        assert isinstance(retry.error, RateLimited)
        assert told[3].attempt == 2

        told.clear()
        placed = await here.commerce.orders.place(items=ITEMS)
        sizes = [each.size for each in told if type(each).__name__ == "RequestEvent"]
        assert sizes
        assert sizes[0] > 100
        told.clear()
        await placed.result()
        polls = [each for each in told if type(each).__name__ == "PollEvent"]
        assert [each.looks for each in polls] == list(range(1, len(polls) + 1))
        assert [each.over for each in polls] == [False] * (len(polls) - 1) + [True]


async def test_a_wait_is_told_with_its_reason() -> None:
    told: list[Any] = []
    async with world(hooks=Hooks(wait=told.append), deadline=None) as here:
        for _ in range(101):
            await here.commerce.orders.preview(QUOTE, QUOTES[QUOTE])
    assert [(each.operation, each.reason) for each in told] == [("preview_order", "limits")]
    assert told[0].seconds == 60


async def test_a_hook_that_fails_breaks_no_call(caplog: pytest.LogCaptureFixture) -> None:
    def fails(event: Any) -> None:
        raise ValueError("from the hook")

    async with world(hooks=Hooks(request=fails, response=fails, poll=fails)) as here:
        placed = await here.commerce.orders.place(items=ITEMS)
        assert (await placed.result()).order_id == placed.order_id
    said = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert "a hook failed on a RequestEvent" in said


async def test_nothing_secret_is_shown_by_hooks_and_logs(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG, logger="commerce_sdk")
    told: list[Any] = []
    headers = {
        "set-cookie": SECRET,
        "x-odd": SECRET,
        "location": f"https://x.invalid/?t={SECRET}",
        "x-request-id": "r-1",
        "server": "s" * 5000,
    }

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(500, headers=headers, json={"title": SECRET})

    hooks = Hooks(request=told.append, response=told.append)
    async with client(answer, hooks=hooks) as commerce:
        with pytest.raises(CommerceError):
            await commerce.orders.list(invoice_group=SECRET).collect()
        with pytest.raises(CommerceError):
            await commerce.orders.get(SECRET)
        with pytest.raises(CommerceError):
            await commerce.orders.place(items=ITEMS, metadata={"note": SECRET})

    assert len(told) >= 6
    assert len(caplog.records) >= 9
    shown = [repr(each) for each in told] + [each.getMessage() for each in caplog.records]
    assert not [each for each in shown if SECRET in each]
    assert max(len(each) for each in shown) < 1000
    assert "r-1" in caplog.text
    assert "page-size" not in caplog.text


async def test_another_origin_never_sees_the_token() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if request.method == "POST":
            accepted = {"orderId": OFFERING, "statusUrl": "https://elsewhere.invalid/status"}
            return httpx.Response(202, json=accepted)
        return httpx.Response(307, headers={"location": "https://elsewhere.invalid/"})

    async with client(answer) as commerce:
        for call in (commerce.orders.get, commerce.orders.status):
            with pytest.raises(CommerceError, match="307"):
                await call(OFFERING)
        placed = await commerce.orders.place(items=ITEMS, order_id=OFFERING)
        assert placed.status_url == "https://elsewhere.invalid/status"
        with pytest.raises(CommerceError, match="307"):
            await placed.result()
    assert {request.url.host for request in seen} == {"127.0.0.1"}
    assert all("cookie" not in request.headers for request in seen)


async def test_a_connection_that_cannot_be_made_is_not_sent_for_a_write_of_any_class() -> None:
    async with world(retry=None) as here:
        here.transport.faults["DELETE"].append(refused)
        with pytest.raises(ConnectionFailed) as caught:
            await here.commerce.pricing_plans.delete(OFFERING)
    assert caught.value.maybe_applied is False
