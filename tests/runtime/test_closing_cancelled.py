"""Cancelling while a client closes: the closing itself, or a call that it waits for. Whichever it
is, what was cancelled ends as cancelled, and nothing stays open."""

from __future__ import annotations

from functools import partial
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import ClientClosed
from tests.runtime.test_life import Gate, outcome
from tests.support.shop import BILL, new_bill, shop_client
from tests.support.strays import Strays
from tests.support.token_hosts import TwoHosts

pytestmark = pytest.mark.anyio


async def until(condition: Any) -> None:
    """Wait for what another thread does."""
    with anyio.fail_after(60):
        while not condition():  # noqa: ASYNC110 - a thread has no event to wait on
            await anyio.sleep(0.001)


def connected(server: Strays, **settings: Any) -> Any:
    return shop_client(None, base_url=f"http://127.0.0.1:{server.port}/api", **settings)


async def test_a_call_that_is_cancelled_while_closing_waits_is_cancelled_and_closing_goes_on() -> (
    None
):
    gate, came, ended = Gate(), [], []
    shop = shop_client(gate)
    mine = anyio.CancelScope()

    async def cancelled() -> None:
        with mine:
            await shop.bills.create(new_bill())
        ended.append(mine.cancelled_caught)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(cancelled)
        tasks.start_soon(outcome, shop.bills.get(BILL), came)
        await anyio.wait_all_tasks_blocked()
        tasks.start_soon(shop.aclose)
        await anyio.wait_all_tasks_blocked()
        mine.cancel()
        await anyio.wait_all_tasks_blocked()
        assert ended == [True], "it is the caller's own cancellation, no ClientClosed"
        assert not gate.closed, "the other call is waited for yet"
        gate.opened.set()
    assert gate.closed
    assert came[0].id == BILL
    assert shop._core.pipeline._under_way == set()


async def test_the_last_call_that_is_cancelled_ends_the_wait() -> None:
    gate = Gate()
    shop = shop_client(gate)
    mine = anyio.CancelScope()

    async def cancelled() -> None:
        with mine:
            await shop.bills.get(BILL)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(cancelled)
        await anyio.wait_all_tasks_blocked()
        tasks.start_soon(partial(shop.aclose, grace=None))
        await anyio.wait_all_tasks_blocked()
        mine.cancel()
        with anyio.fail_after(60):
            await anyio.wait_all_tasks_blocked()
    assert gate.closed


async def test_closing_that_is_cancelled_says_so_and_lets_no_call_begin() -> None:
    gate, came = Gate(), []
    shop = shop_client(gate)
    mine = anyio.CancelScope()
    after: list[str] = []

    async def close() -> None:
        with mine:
            await shop.aclose(grace=None)
            await anyio.lowlevel.checkpoint()
            after.append("went on")

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(outcome, shop.bills.get(BILL), came)
        await anyio.wait_all_tasks_blocked()
        tasks.start_soon(close)
        await anyio.wait_all_tasks_blocked()
        mine.cancel()
    assert mine.cancelled_caught
    assert after == []
    assert isinstance(came[0], ClientClosed)
    assert gate.closed
    with pytest.raises(ClientClosed, match="the client is closed"):
        await shop.bills.get(BILL)
    await shop.aclose()


@pytest.mark.parametrize("cancels", ["nobody", "the closing", "a call"])
async def test_no_connection_stays_open(cancels: str) -> None:
    with Strays() as server:
        shop = connected(server)
        server.plan("never", (b"", b""))
        closing, calling = anyio.CancelScope(), anyio.CancelScope()
        ended: list[str] = []

        async def call() -> None:
            with calling:
                try:
                    await shop.bills.get(BILL)
                except ClientClosed:
                    ended.append("closed")

        async def close() -> None:
            with closing:
                await shop.aclose(grace=0 if cancels == "nobody" else None)

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(call)
            await until(lambda: server.stalled or len(server.open) == 1)
            tasks.start_soon(close)
            await anyio.wait_all_tasks_blocked()
            if cancels == "the closing":
                closing.cancel()
            elif cancels == "a call":
                calling.cancel()
        assert ended == ([] if cancels == "a call" else ["closed"])
        await until(lambda: not server.open)


async def test_the_connections_to_the_token_host_close_with_it() -> None:
    hosts, asked = TwoHosts(), anyio.Event()

    class Holding(httpx.AsyncBaseTransport):
        """Gives tokens, and holds every call."""

        closed = 0

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.host == "127.0.0.1":
                asked.set()
                await anyio.sleep_forever()
            await request.aread()
            return hosts(request)

        async def aclose(self) -> None:
            self.closed += 1

    transport, came = Holding(), []
    async with hosts.client(transport=transport) as shop, anyio.create_task_group() as tasks:
        tasks.start_soon(outcome, shop.bills.get(BILL), came)
        await asked.wait()
        with anyio.move_on_after(0):
            await shop.aclose(grace=None)
        assert transport.closed == 1
    assert isinstance(came[0], ClientClosed)
