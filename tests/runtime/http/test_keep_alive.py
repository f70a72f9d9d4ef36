"""Connections that nobody needs any more: closed one at a time, the one that was idle longest."""

from __future__ import annotations

import anyio
import httpx
import pytest

from commerce_sdk import defaults
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


async def burst(shop: ShopClient) -> None:
    """So many calls at once, each on a connection of its own."""
    async with anyio.create_task_group() as tasks:
        for _ in range(SOME):
            tasks.start_soon(shop.bills.get, BILL)
    assert len(open_connections(shop)) == SOME


def connected(server: Server) -> ShopClient:
    return shop_client(None, base_url=f"http://127.0.0.1:{server.port}/api")


async def test_after_a_burst_those_that_stay_idle_are_closed_call_by_call(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Together() as server:
        async with connected(server) as shop:
            await burst(shop)
            # From now on a connection is idle for too long as soon as it is idle.
            monkeypatch.setattr(defaults, "KEEP_ALIVE", -1.0)
            for left in (SOME - 1, SOME - 2, 1, 1):
                await shop.bills.get(BILL)
                assert len(open_connections(shop)) == left
            assert server.connections == SOME, "the one that is used stays"
            with anyio.fail_after(60):
                while len(server.open) > 1:  # noqa: ASYNC110 - a thread has no event to wait on
                    await anyio.sleep(0.001)


async def test_those_that_were_used_lately_stay() -> None:
    with Together() as server:
        async with connected(server) as shop:
            await burst(shop)
            for _ in range(2 * SOME):
                await shop.bills.get(BILL)
            assert len(open_connections(shop)) == SOME
        assert server.connections == SOME


async def test_the_closing_of_one_is_not_broken_off_with_the_call_that_does_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Together() as server:
        async with connected(server) as shop:
            await burst(shop)
            monkeypatch.setattr(defaults, "KEEP_ALIVE", -1.0)
            for _ in range(SOME - 1):
                with anyio.CancelScope() as scope:
                    scope.cancel()
                    await shop.bills.get(BILL)
            with anyio.fail_after(60):
                while len(server.open) > 1:  # noqa: ASYNC110 - a thread has no event to wait on
                    await anyio.sleep(0.001)
            await shop.bills.get(BILL)


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
