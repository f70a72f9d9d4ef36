"""Closing: what it waits for, what it leaves to others, and where it may be done."""

from __future__ import annotations

import gc
import json
import threading
from collections.abc import AsyncIterator
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import AiohttpTransport, ClientClosed, WrongEventLoop
from tests.support.clients import open_connections
from tests.support.servers import on_loopback
from tests.support.shop import BILL, a_bill, shop_client


class File(httpx.AsyncBaseTransport):
    """Answers with a file of three parts, each after the first held back until it is let go."""

    def __init__(self) -> None:
        self.let_go = anyio.Event()
        self.closed = False

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        async def parts() -> AsyncIterator[bytes]:
            yield b"one"
            await self.let_go.wait()
            yield b"two"
            yield b"three"

        headers = {"content-type": "application/pdf"}
        return httpx.Response(200, headers=headers, content=parts())

    async def aclose(self) -> None:
        self.closed = True


# --- a file that is open


@pytest.mark.anyio
async def test_closing_waits_for_a_file_that_is_open() -> None:
    file = File()
    shop = shop_client(file)
    async with anyio.create_task_group() as tasks, shop.bills.download("i") as parts:
        assert await anext(parts) == b"one"
        tasks.start_soon(shop.aclose)
        await anyio.wait_all_tasks_blocked()
        with pytest.raises(ClientClosed):
            await shop.bills.get(BILL)
        file.let_go.set()
        assert [part async for part in parts] == [b"two", b"three"]
        await anyio.wait_all_tasks_blocked()
        assert not file.closed
    assert file.closed


@pytest.mark.anyio
async def test_a_file_that_begins_to_open_while_closing_waits_is_waited_for_too() -> None:
    held, file = anyio.Event(), File()
    answer = file.handle_async_request

    async def late(request: httpx.Request) -> httpx.Response:
        await held.wait()
        return await answer(request)

    file.handle_async_request = late  # type: ignore[method-assign]
    file.let_go.set()
    shop, read = shop_client(file), []

    async def fetch() -> None:
        async with shop.bills.download("i") as parts:
            async for part in parts:
                await anyio.wait_all_tasks_blocked()
                read.append(part)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(fetch)
        await anyio.wait_all_tasks_blocked()
        tasks.start_soon(shop.aclose)
        await anyio.wait_all_tasks_blocked()
        held.set()
    assert read == [b"one", b"two", b"three"]
    assert file.closed


@pytest.mark.anyio
@pytest.mark.parametrize("reading", [True, False], ids=["in a part", "between two"])
async def test_a_file_that_stays_open_too_long_is_cut(reading: bool) -> None:
    file, came = File(), []
    shop = shop_client(file)
    asked, goes_on = anyio.Event(), anyio.Event()

    async def fetch() -> None:
        async with shop.bills.download("i") as parts:
            assert await anext(parts) == b"one"
            asked.set()
            if not reading:
                await goes_on.wait()
            for _ in range(2):
                try:
                    await anext(parts)
                except ClientClosed as error:
                    came.append(error)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(fetch)
        await asked.wait()
        await anyio.wait_all_tasks_blocked()
        with anyio.fail_after(5):
            await shop.aclose(grace=0)
        assert file.closed
        goes_on.set()
    assert [error.operation for error in came] == ["print_bill"] * 2
    assert {error.maybe_applied for error in came} == {None}
    assert shop._core.pipeline._under_way == set()


# --- a transport that several clients were given


class Slow(httpx.AsyncBaseTransport):
    """Answers once it is let go."""

    def __init__(self) -> None:
        self.let_go = anyio.Event()
        self.closed = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await self.let_go.wait()
        return httpx.Response(200, json=a_bill())

    async def aclose(self) -> None:
        self.closed += 1


@pytest.mark.anyio
async def test_closing_one_of_two_clients_never_cuts_the_call_of_the_other() -> None:
    shared = Slow()
    one, other = shop_client(shared), shop_client(shared)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(other.bills.get, BILL)
        await anyio.wait_all_tasks_blocked()
        await one.aclose()
        await one.aclose()
        assert shared.closed == 0
        shared.let_go.set()
    await other.bills.get(BILL)
    await other.aclose()
    assert shared.closed == 1


@pytest.mark.anyio
async def test_a_client_that_nobody_holds_any_more_keeps_no_transport_open() -> None:
    shared = Slow()
    shop_client(shared)
    gc.collect()
    async with shop_client(shared):
        pass
    assert shared.closed == 1


@pytest.mark.asyncio
@pytest.mark.parametrize("make", [httpx.AsyncHTTPTransport, AiohttpTransport])
async def test_over_real_connections_closing_one_leaves_the_other_and_the_last_leaves_none(
    make: Any,
) -> None:
    shared = make()
    with on_loopback(counter) as here:
        async with shop_client(shared, base_url=str(here.base_url)) as other:
            async with shop_client(shared, base_url=str(here.base_url)) as one:
                await one.bills.get(BILL)
            await other.bills.get(BILL)
            assert is_open(shared)
        assert not is_open(shared)


async def counter(scope: Any, receive: Any, send: Any) -> None:
    """Serves a bill, or its paper in two parts."""
    is_paper = scope["path"].endswith("/paper")
    media = b"application/pdf" if is_paper else b"application/json"
    headers = [(b"content-type", media)]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    for part in (b"one", b"two") if is_paper else (json.dumps(a_bill()).encode(),):
        await send({"type": "http.response.body", "body": part, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


def is_open(transport: Any) -> bool:
    if isinstance(transport, AiohttpTransport):
        return transport._session is not None
    return bool(transport._pool.connections)


# --- another event loop


def test_closing_in_another_event_loop_says_so_and_closes_nothing(anyio_backend: str) -> None:
    shared = Slow()
    shop = shop_client(shared)

    async def use() -> None:
        shared.let_go.set()
        await shop.bills.get(BILL)

    async def leave() -> None:
        async with shop:
            pass

    anyio.run(use, backend=anyio_backend)
    for close in (shop.aclose, leave):
        with pytest.raises(WrongEventLoop, match="another event loop"):
            anyio.run(close, backend=anyio_backend)
    assert shared.closed == 0
    assert not shop._core.pipeline.closed


@pytest.mark.anyio
async def test_closing_from_another_thread_cuts_nothing() -> None:
    file, said = File(), []
    shop = shop_client(file)

    def elsewhere() -> None:
        try:
            anyio.run(shop.aclose)
        except WrongEventLoop as error:
            said.append(error)

    async with shop.bills.download("i") as parts:
        assert await anext(parts) == b"one"
        thread = threading.Thread(target=elsewhere)
        thread.start()
        await anyio.to_thread.run_sync(thread.join, 10)
        assert len(said) == 1
        file.let_go.set()
        assert [part async for part in parts] == [b"two", b"three"]
    await shop.aclose()
    assert file.closed


@pytest.mark.anyio
async def test_a_client_that_was_never_used_may_be_closed_anywhere() -> None:
    shared = Slow()
    shop = shop_client(shared)
    await anyio.to_thread.run_sync(lambda: anyio.run(shop.aclose))
    assert shared.closed == 1


@pytest.mark.anyio
async def test_a_cut_file_leaves_no_connection() -> None:
    with on_loopback(counter) as here:
        shop = shop_client(None, base_url=str(here.base_url))
        async with shop.bills.download("i") as parts:
            await anext(parts)
            await shop.aclose(grace=0)
            with pytest.raises(ClientClosed):
                await anext(parts)
        assert open_connections(shop) == []
        gc.collect()  # trio complains of a generator that nobody closed
