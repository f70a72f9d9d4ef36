"""Connections that nobody needs any more are closed, whether anybody calls or not."""

from __future__ import annotations

import asyncio
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest
import sniffio
import trio

from commerce_sdk import AiohttpTransport, defaults
from commerce_sdk.runtime.http import pool
from commerce_sdk.runtime.http.connection import ConnectionTransport
from tests.support.clients import open_connections
from tests.support.shop import BILL, ShopClient, shop_client
from tests.support.strays import message
from tests.support.wires import Server, Wire

pytestmark = pytest.mark.anyio

SOME = 4


class Together(Server):
    """Answers the first requests once so many of them are there, later ones at once."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[Wire] = []

    def serve(self, wire: Wire) -> None:
        answer = message("200 OK", b'{"id": "%b", "total": 1}' % BILL.encode())
        while True:
            wire.receive_until(b"\r\n\r\n")
            if len(self._held) < SOME:
                self._held.append(wire)
                if len(self._held) == SOME:
                    for each in self._held:
                        each.send(answer)
            else:
                wire.send(answer)


async def burst_of(shop: ShopClient) -> None:
    """So many calls at once, each on a connection of its own."""
    async with anyio.create_task_group() as tasks:
        for _ in range(SOME):
            tasks.start_soon(shop.bills.get, BILL)


async def burst(shop: ShopClient) -> None:
    await burst_of(shop)
    assert len(open_connections(shop)) == SOME


def connected(server: Server) -> ShopClient:
    return shop_client(None, base_url=f"http://127.0.0.1:{server.port}/api")


async def until_open(server: Server, most: int) -> None:
    with anyio.fail_after(60):
        while len(server.open) > most:  # noqa: ASYNC110 - a thread has no event to wait on
            await anyio.sleep(0.001)


def timers() -> int:
    """Those that the loop has, and tasks beside this one."""
    if sniffio.current_async_library() == "trio":
        return trio.lowlevel.current_statistics().tasks_living
    loop: Any = asyncio.get_running_loop()
    waiting = [each for each in loop._scheduled if not each.cancelled()]
    return len(waiting) + len(asyncio.all_tasks())


async def test_after_a_burst_all_are_closed_though_nobody_calls(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(defaults, "KEEP_ALIVE", 0.2)
    with Together() as server:
        async with connected(server) as shop:
            await burst_of(shop)
            assert server.connections == SOME
            await until_open(server, 0)
            assert open_connections(shop) == []
            await shop.bills.get(BILL)
            assert server.connections == SOME + 1
            await until_open(server, 0)


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_over_aiohttp_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(defaults, "KEEP_ALIVE", 0.2)
    with Together() as server:
        base_url = f"http://127.0.0.1:{server.port}/api"
        async with shop_client(AiohttpTransport(), base_url=base_url) as shop:
            await burst_of(shop)
            assert server.connections == SOME
            await until_open(server, 0)


async def test_one_timer_waits_for_all_and_ends_with_the_client() -> None:
    with Together() as server:
        before = timers()
        async with connected(server) as shop:
            await burst(shop)
            assert timers() == before + 1
            for _ in range(SOME):
                await shop.bills.get(BILL)
            assert timers() == before + 1
        assert timers() == before


async def test_while_nothing_is_idle_nothing_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(defaults, "KEEP_ALIVE", 0.0)
    with Together() as server:
        async with connected(server) as shop:
            before = timers()
            await burst_of(shop)
            await until_open(server, 0)
            await anyio.wait_all_tasks_blocked()
            assert timers() == before


async def test_a_client_that_closes_while_its_connections_are_closed_waits_for_that(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    closed: list[object] = []
    close = ConnectionTransport.aclose

    async def slowly(connection: ConnectionTransport) -> None:
        for _ in range(20):
            await anyio.lowlevel.checkpoint()
        await close(connection)
        closed.append(connection)

    monkeypatch.setattr(ConnectionTransport, "aclose", slowly)
    monkeypatch.setattr(defaults, "KEEP_ALIVE", 0.0)
    with Together() as server:
        before = timers()
        async with connected(server) as shop:
            await burst_of(shop)
            for _ in range(5):
                await anyio.lowlevel.checkpoint()
        assert timers() == before
        assert len(set(closed)) == SOME
        await until_open(server, 0)


async def test_those_that_were_used_lately_stay() -> None:
    with Together() as server:
        async with connected(server) as shop:
            await burst(shop)
            for _ in range(2 * SOME):
                await shop.bills.get(BILL)
            assert len(open_connections(shop)) == SOME
        assert server.connections == SOME


async def test_those_that_are_used_stay_and_the_others_go(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Together() as server:
        async with connected(server) as shop:
            now = 0.0
            monkeypatch.setattr(pool.anyio, "current_time", lambda: now)
            await burst(shop)
            lane = shop.core.pipeline.transport._pool
            now = defaults.KEEP_ALIVE - 0.5
            await shop.bills.get(BILL)
            now = defaults.KEEP_ALIVE
            await lane._close_unused()
            await until_open(server, 1)
            assert len(open_connections(shop)) == 1
            await shop.bills.get(BILL)
            assert server.connections == SOME


async def test_a_transport_that_was_given_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(defaults, "KEEP_ALIVE", -1.0)

    class Given(httpx.AsyncBaseTransport):
        closed = 0

        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            return httpx.Response(202)

        async def aclose(self) -> None:
            self.closed += 1

    given = Given()
    async with shop_client(given) as shop:
        for _ in range(SOME):
            await shop.bills.send(BILL)
        assert given.closed == 0
    assert given.closed == 1
