"""Life in a service: closing, cancelling, connections, hooks and logs."""

from __future__ import annotations

import logging
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    ClientClosed,
    CommerceError,
    ConnectionFailed,
    DeadlineExceeded,
    Hooks,
    InvalidRequest,
    RateLimited,
    RetryPolicy,
)
from tests.codegen.golden.shop.models import BillInput
from tests.shop import ShopClient
from tests.support.shop import BILL, SECRET, a_bill, new_bill, shop_client
from tests.support.shop_world import shop_world
from tests.support.worlds import refused

pytestmark = pytest.mark.anyio


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
        return httpx.Response(200, json=a_bill())

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
    shop = shop_client(gate)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(outcome, shop.bills.get(BILL), came)
        await anyio.wait_all_tasks_blocked()
        tasks.start_soon(shop.aclose)
        await anyio.wait_all_tasks_blocked()
        assert not gate.closed
        with pytest.raises(ClientClosed, match="the client is closed"):
            await shop.bills.get(BILL)
        gate.opened.set()
    assert gate.closed
    assert came[0].id == BILL


async def test_a_call_under_way_may_still_try_again_while_closing_waits() -> None:
    failed = anyio.Event()
    async with shop_world(hooks=Hooks(retry=lambda event: failed.set())) as here:
        here.transport.faults["GET"].extend([refused, refused])
        came: list[Any] = []
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(outcome, here.shop.bills.get(BILL), came)
            await failed.wait()
            await here.shop.aclose()
        assert came[0].id == BILL


async def test_closing_cuts_what_takes_too_long_and_says_what_is_known() -> None:
    gate, came = Gate(), []
    shop = shop_client(gate, retry=RetryPolicy())
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(outcome, shop.bills.get(BILL), came)
        tasks.start_soon(outcome, shop.bills.create(new_bill()), came)
        tasks.start_soon(outcome, shop.stands.remove_racks(), came)
        await anyio.wait_all_tasks_blocked()
        await shop.aclose(grace=0)
    assert gate.closed
    assert gate.inside == 0
    assert [type(each) for each in came] == [ClientClosed] * 3
    known = {each.operation: each for each in came}
    assert known["get_bill"].maybe_applied is None
    assert known["create_bill"].maybe_applied is True
    assert known["remove_racks"].maybe_applied is True
    assert "while this call was under way" in str(known["get_bill"])
    assert [attempt.outcome for attempt in known["create_bill"].attempts] == ["broken off"]


async def test_what_is_cut_before_it_was_sent_was_surely_not_applied() -> None:
    gate, came = Gate(), []
    shop = shop_client(gate, auth=anyio.sleep_forever)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(outcome, shop.bills.create(new_bill()), came)
        tasks.start_soon(outcome, shop.stands.remove_racks(), came)
        await anyio.wait_all_tasks_blocked()
        await shop.aclose(grace=0)
    assert [each.maybe_applied for each in came] == [False, False]
    assert gate.most == 0


async def test_closing_that_is_cancelled_closes_all_the_same() -> None:
    gate, came = Gate(), []
    shop = shop_client(gate)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(outcome, shop.bills.get(BILL), came)
        await anyio.wait_all_tasks_blocked()
        with anyio.move_on_after(0):
            await shop.aclose(grace=None)
    assert gate.closed
    assert isinstance(came[0], ClientClosed)


async def test_closing_twice_and_closing_a_clone_are_nothing() -> None:
    gate = Gate()
    shop = shop_client(gate)
    await shop.for_shop("east").aclose()
    assert not gate.closed
    await shop.aclose()
    await shop.aclose()
    assert gate.closed


# --- connections


async def test_calls_beyond_the_connections_wait_in_line() -> None:
    gate, came = Gate(), []
    shop = shop_client(gate, max_connections=3)
    async with anyio.create_task_group() as tasks:
        for _ in range(10):
            tasks.start_soon(outcome, shop.bills.get(BILL), came)
        await anyio.wait_all_tasks_blocked()
        assert gate.inside == 3
        gate.opened.set()
    assert len(came) == 10
    assert gate.most == 3


async def test_a_wait_for_a_connection_that_takes_too_long_says_what_to_do() -> None:
    gate, came = Gate(), []
    shop = shop_client(gate, max_connections=1)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(outcome, shop.bills.get(BILL), came)
        await anyio.wait_all_tasks_blocked()
        with pytest.raises(DeadlineExceeded, match=r"all 1 are in use; raise max_conn") as caught:
            await shop.with_options(deadline=0.01).bills.create(new_bill())
        assert caught.value.maybe_applied is False
        assert caught.value.spent["connections"] > 0
        gate.opened.set()
    await shop.bills.get(BILL)


async def test_cancelled_callers_leave_no_connection_taken() -> None:
    gate = Gate()
    shop = shop_client(gate, max_connections=4)
    for _ in range(30):
        async with anyio.create_task_group() as tasks:
            for _ in range(10):
                tasks.start_soon(shop.bills.get, BILL)
            await anyio.wait_all_tasks_blocked()
            tasks.cancel_scope.cancel()
    assert gate.inside == 0
    assert shop._core.pipeline._under_way == set()
    assert shop._core.pipeline.transport._free.value == 4
    gate.opened.set()
    await shop.bills.get(BILL)


@pytest.mark.parametrize("number", [0, -1, 1.5, "8", True, None])
def test_a_number_of_connections_that_cannot_be_is_refused(number: Any) -> None:
    with pytest.raises(InvalidRequest, match="max_connections: must be a whole number"):
        ShopClient(token="t", max_connections=number)


# --- hooks and logs


async def test_hooks_are_told_what_happens() -> None:
    told: list[Any] = []
    hooks = Hooks(
        request=told.append,
        response=told.append,
        retry=told.append,
        wait=told.append,
    )
    async with shop_world(hooks=hooks, limiter=None) as here:
        here.server.fail_next(429, headers={"Retry-After": "7"})
        await here.shop.bills.get(BILL, full=True)
        names = [type(each).__name__ for each in told]
        assert names == ["RequestEvent", "ResponseEvent", "RetryEvent", *names[:2]]
        sent, came, retry = told[:3]
        assert (sent.operation, sent.method, sent.path) == ("get_bill", "GET", "/v1/bills/{billId}")
        assert sent.query == {"full": "true"}
        assert sent.headers == {"accept": "application/json"}
        assert (came.status, came.headers["retry-after"], came.attempt) == (429, "7", 1)
        assert (retry.operation, retry.failures, retry.seconds) == ("get_bill", 1, 7)
        assert isinstance(retry.error, RateLimited)
        assert told[3].attempt == 2

        told.clear()
        await here.shop.bills.create(new_bill())
        sizes = [each.size for each in told if type(each).__name__ == "RequestEvent"]
        assert sizes == [len(here.transport.requests[-1].content)]


async def test_a_wait_is_told_with_its_reason() -> None:
    told: list[Any] = []
    async with shop_world(hooks=Hooks(wait=told.append), deadline=None) as here:
        for _ in range(6):
            await here.shop.stands.count()
    assert [(each.operation, each.reason) for each in told] == [("count_racks", "limits")]
    assert told[0].seconds == 1


async def test_a_hook_that_fails_breaks_no_call(caplog: pytest.LogCaptureFixture) -> None:
    def fails(event: Any) -> None:
        raise ValueError("from the hook")

    async with shop_world(hooks=Hooks(request=fails, response=fails)) as here:
        assert (await here.shop.bills.get(BILL)).id == BILL
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
    async with shop_client(answer, hooks=hooks) as shop:
        with pytest.raises(CommerceError):
            await shop.goods.news(about=SECRET).collect()
        with pytest.raises(CommerceError):
            await shop.racks.get(SECRET)
        with pytest.raises(CommerceError):
            await shop.bills.create(BillInput(id=BILL, lines=[], tags={"note": SECRET}))

    assert len(told) >= 6
    assert len(caplog.records) >= 9
    shown = [repr(each) for each in told] + [each.getMessage() for each in caplog.records]
    assert not [each for each in shown if SECRET in each]
    assert max(len(each) for each in shown) < 1000
    assert "r-1" in caplog.text
    assert "about" not in caplog.text


async def test_another_origin_never_sees_the_token() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(307, headers={"location": "https://elsewhere.invalid/"})

    async with shop_client(answer) as shop:
        for call in (shop.bills.get, shop.racks.get):
            with pytest.raises(CommerceError, match="307"):
                await call(BILL)
        with pytest.raises(CommerceError, match="307"):
            await shop.bills.create(new_bill())
    assert {request.url.host for request in seen} == {"127.0.0.1"}
    assert all("cookie" not in request.headers for request in seen)


async def test_a_connection_that_cannot_be_made_is_not_sent_for_a_write_of_any_class() -> None:
    async with shop_world(retry=None) as here:
        here.transport.faults["DELETE"].append(refused)
        with pytest.raises(ConnectionFailed) as caught:
            await here.shop.stands.remove_racks()
    assert caught.value.maybe_applied is False
