"""What a middleware leaves to tasks: once the attempt is over nothing of it goes out or is told."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    AuthenticationFailed,
    CallNext,
    CommerceClient,
    CommerceError,
    MiddlewareCall,
    MiddlewareFailed,
    MiddlewareReply,
    new_item,
)
from tests.runtime.call.test_events import names, telling
from tests.runtime.test_life import Gate, outcome
from tests.support.clients import SECRET, client
from tests.support.worlds import OFFERING

pytestmark = pytest.mark.anyio

ITEMS = [new_item(OFFERING)]


class Late:
    """A transport, a token and a middleware. The middleware leaves the sending to a task; that is
    held at `where`, and let go on just as the attempt ends: it goes on before it is cancelled."""

    def __init__(self, where: str, tasks: Any) -> None:
        self.where = where
        self.tasks = tasks
        self.let_go = anyio.Event()
        self.free: Callable[[], None] = self.let_go.set
        self.sent: list[str] = []
        self.told: list[Any] = []
        self.came: list[Any] = []

    async def hold(self, where: str) -> None:
        if where == self.where:
            await self.let_go.wait()

    async def token(self) -> str:
        await self.hold("token")
        return SECRET

    async def answer(self, request: httpx.Request) -> httpx.Response:
        trace = request.extensions["trace"]
        await trace("connection.connect_tcp.started", {"host": "127.0.0.1", "port": 1})
        await self.hold("connect")
        await trace("http11.send_request_headers.started", {})
        self.sent.append(request.method)
        await self.hold("answer")
        return httpx.Response(202, json={})

    async def middleware(self, call: MiddlewareCall, call_next: CallNext) -> Any:
        async def later() -> None:
            with suppress(CommerceError):
                await call_next()

        self.tasks.start_soon(later)
        await anyio.wait_all_tasks_blocked()
        self.free()
        raise ValueError


@pytest.mark.parametrize("where", ["token", "connection", "connect", "answer"])
async def test_nothing_is_sent_or_told_once_the_attempt_is_over(where: str) -> None:
    async with anyio.create_task_group() as tasks:
        late = Late(where, tasks)
        commerce = client(
            httpx.MockTransport(late.answer),
            auth=late.token,
            hooks=telling(late.told.append),
            middleware=[late.middleware],
            max_connections=1,
        )
        if where == "connection":
            taken = commerce._core.pipeline.transport._free
            taken.acquire_nowait()
            late.free = taken.release
        with pytest.raises(MiddlewareFailed) as caught:
            await commerce.orders.place(items=ITEMS)
        sent, told = list(late.sent), names(late.told)
        await anyio.wait_all_tasks_blocked()
        assert late.sent == sent == ["POST"] * int(where == "answer")
        assert names([each for each in late.told if not_a_wait(each)])[len(requests(told)) :] == [
            "End"
        ]
        assert len(requests(told)) == int(where != "token")
        assert caught.value.maybe_applied is True, "nobody watched how far it came"
        await commerce.aclose()


async def test_a_transport_is_not_asked_once_the_attempt_is_over() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(202, json={})

    async with anyio.create_task_group() as tasks:
        late = Late("connection", tasks)
        commerce = client(answer, middleware=[late.middleware], max_connections=1)
        taken = commerce._core.pipeline.transport._free
        taken.acquire_nowait()
        late.free = taken.release
        with pytest.raises(MiddlewareFailed):
            await commerce.orders.place(items=ITEMS)
        await anyio.wait_all_tasks_blocked()
        assert asked == []
        assert taken.value == 1, "its place is free again"
        await commerce.aclose()


def not_a_wait(event: Any) -> bool:
    return names([event]) != ["Wait"]


def requests(told: list[str]) -> list[str]:
    return [each for each in told if each == "Request"]


# --- a failure of a child's, as the call is cut or cancelled


async def failing_clean_up(step: Callable[[], Any]) -> Any:
    async def child() -> None:
        try:
            await anyio.sleep_forever()
        finally:
            raise ValueError(SECRET)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(child)
        return await step()


async def forever() -> Any:
    await anyio.sleep_forever()


async def grouped(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
    reply: MiddlewareReply = await failing_clean_up(call_next)
    return reply


async def grouped_token() -> str:
    token: str = await failing_clean_up(forever)
    return token


async def cut(commerce: CommerceClient, gate: Gate) -> Any:
    came: list[Any] = []
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(outcome, commerce.orders.place(items=ITEMS), came)
        await anyio.wait_all_tasks_blocked()
        await commerce.aclose(grace=0)
    assert gate.closed
    return came[0]


async def test_a_middleware_whose_task_fails_as_the_call_is_cut_failed() -> None:
    gate = Gate()
    error = await cut(client(gate, middleware=[grouped], deadline=None), gate)
    assert isinstance(error, MiddlewareFailed)
    assert (error.sent, error.maybe_applied) == (True, True)
    assert error.order_id
    assert error.token
    assert isinstance(error.__cause__, ExceptionGroup)
    assert SECRET not in str(error)


async def test_a_token_whose_task_fails_as_the_call_is_cut_failed() -> None:
    gate = Gate()
    error = await cut(client(gate, auth=grouped_token, deadline=None), gate)
    assert isinstance(error, AuthenticationFailed)
    assert error.maybe_applied is False
    assert error.token
    assert gate.most == 0


async def test_a_cancellation_goes_on_after_such_a_failure() -> None:
    went_on, came = False, []
    commerce = client(Gate(), middleware=[grouped], deadline=None)

    async def place() -> None:
        nonlocal went_on
        await outcome(commerce.orders.place(items=ITEMS), came)
        await anyio.sleep_forever()
        went_on = True

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(place)
        await anyio.wait_all_tasks_blocked()
        tasks.cancel_scope.cancel()
    assert [each.maybe_applied for each in came] == [True]
    assert not went_on
    await commerce.aclose()
