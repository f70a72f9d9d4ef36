"""Closing from inside a call of the client's own: it waits for nothing that waits for it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest

from commerce_sdk import (
    CallNext,
    ClientClosed,
    CommerceClient,
    MiddlewareCall,
    MiddlewareReply,
    new_item,
)
from commerce_sdk.runtime import pipeline
from tests.runtime.test_life import Gate, outcome
from tests.support.clients import SECRET, client
from tests.support.worlds import OFFERING

pytestmark = pytest.mark.anyio

ITEMS = [new_item(OFFERING)]
Close = Callable[[], Awaitable[None]]


@asynccontextmanager
async def bounded(commerce: CommerceClient) -> AsyncIterator[None]:
    """Closing that waits for itself is shielded; this sets it free, and fails."""
    hung = False

    async def watch() -> None:
        nonlocal hung
        await anyio.sleep(5)
        hung = True
        here = commerce._core.pipeline
        here._under_way.clear()
        if here._all_over is not None:
            here._all_over.set()

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(watch)
        yield
        tasks.cancel_scope.cancel()
    assert not hung, "closing waited for what it was called in"


async def before(close: Close, call_next: CallNext) -> MiddlewareReply:
    await close()
    return await call_next()


async def after(close: Close, call_next: CallNext) -> MiddlewareReply:
    reply = await call_next()
    await close()
    return reply


async def in_a_task(close: Close, call_next: CallNext) -> MiddlewareReply:
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(close)
    return await call_next()


class Closing:
    """A client that a call of its own closes; `sent` has what went out."""

    def __init__(self, how: Any, grace: float | None) -> None:
        self.how = how
        self.grace = grace
        self.sent: list[httpx.Request] = []
        auth = {"auth": self.token} if how is None else {"token": SECRET}
        self.client = client(self.answer, middleware=[self.middleware], deadline=None, **auth)
        self.came: list[Any] = []

    def answer(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request)
        return httpx.Response(202, json={})

    async def close(self) -> None:
        await self.client.aclose(grace=self.grace)

    async def token(self) -> str:
        await self.close()
        return SECRET

    async def middleware(self, call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        if self.how is None or call.method != "POST":
            return await call_next()
        done: MiddlewareReply = await self.how(self.close, call_next)
        return done


@pytest.mark.parametrize("grace", [0, None])
@pytest.mark.parametrize("how", [before, after, in_a_task, None])
async def test_the_call_that_closes_its_client_is_cut_and_tells_the_truth(
    how: Any, grace: float | None
) -> None:
    one = Closing(how, grace)
    async with bounded(one.client):
        await outcome(one.client.orders.place(items=ITEMS), one.came)
    (error,) = one.came
    assert isinstance(error, ClientClosed)
    assert error.maybe_applied is (how is after)
    assert error.operation == "place_order"
    assert error.token
    assert len(one.sent) == int(how is after), "nothing is sent by a client that is closed"
    assert one.client._core.pipeline._under_way == set()
    await one.client.aclose()


@pytest.mark.parametrize("own", [True, False], ids=["of its own", "of another client"])
async def test_a_call_in_a_call_closes_the_client_of_both(own: bool) -> None:
    async def nested(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        if call.operation == "get_invoice":
            await commerce.aclose(grace=None)
        else:
            await inner.invoices.get("i")
        return await call_next()

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={})

    came: list[Any] = []
    commerce = client(answer, middleware=[nested], deadline=None)
    inner = commerce if own else client(answer, middleware=[nested], deadline=None)
    async with bounded(commerce):
        await outcome(commerce.orders.place(items=ITEMS), came)
    assert [type(each) for each in came] == [ClientClosed]
    await inner.aclose()


async def test_the_other_calls_are_waited_for_all_the_same() -> None:
    gate, came = Gate(), []

    async def closes(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        if call.operation == "get_invoice":
            await commerce.aclose(grace=None)
        return await call_next()

    commerce = client(gate, middleware=[closes], deadline=None)
    cut: list[Any] = []
    async with bounded(commerce), anyio.create_task_group() as tasks:
        tasks.start_soon(outcome, commerce.orders.get(OFFERING), came)
        await anyio.wait_all_tasks_blocked()
        tasks.start_soon(outcome, commerce.invoices.get("i"), cut)
        await anyio.wait_all_tasks_blocked()
        assert (came, cut, gate.closed) == ([], [], False)
        gate.opened.set()
    assert [type(each) for each in cut] == [ClientClosed]
    assert [isinstance(each, Exception) for each in came] == [False]
    assert gate.closed


async def test_a_task_that_outlives_its_call_is_in_no_call_more() -> None:
    """Each call begins a task that makes the next one: what a task is in does not grow."""
    deepest = 0
    async with anyio.create_task_group() as tasks:

        async def begins(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
            nonlocal deepest, left
            deepest = max(deepest, len(pipeline._AROUND.get()))
            left -= 1
            if left:
                tasks.start_soon(one, ended := anyio.Event())
                ends.append(ended)
            return await call_next()

        async def one(go: anyio.Event) -> None:
            await go.wait()
            await commerce.orders.get(OFFERING)
            if ends:
                ends.pop().set()

        left, ends = 10, [anyio.Event()]
        commerce = client(
            lambda request: httpx.Response(200, json={"orderId": OFFERING}), middleware=[begins]
        )
        first = ends.pop()
        first.set()
        await one(first)
    assert (left, deepest) == (0, 1)
    await commerce.aclose()
