"""A transport that several clients were given: each origin is reached as the environment wants it,
and its connections stay in one event loop."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Awaitable, Callable

import anyio
import httpx
import pytest

from commerce_sdk import AiohttpTransport, WrongEventLoop
from tests.runtime.http.test_strays import client, read
from tests.support.connect_proxy import ConnectProxy
from tests.support.shop import BILL, ShopClient
from tests.support.strays import Strays
from tests.support.wires import CERTIFICATE, server_context

Make = Callable[[], httpx.AsyncBaseTransport]
BOTH = pytest.mark.parametrize("make", [AiohttpTransport, httpx.AsyncHTTPTransport])


@pytest.mark.asyncio
@pytest.mark.parametrize("first", ["https", "http"])
async def test_over_aiohttp_each_origin_has_its_own_way(
    first: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with (
        Strays(server_context()) as secure,
        Strays() as plain,
        ConnectProxy(secure.port) as proxy,
    ):
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        shared = AiohttpTransport()
        async with (
            client(secure, shared, "https://shop.invalid/api") as by_proxy,
            client(plain, shared) as direct,
        ):
            calls = [by_proxy, direct] if first == "https" else [direct, by_proxy]
            for shop in calls * 2:
                await read(shop, str(uuid.uuid4()))
    assert proxy.asked == [b"CONNECT shop.invalid:443 HTTP/1.1"]
    assert (secure.connections, plain.connections) == (1, 1)


@pytest.mark.asyncio
async def test_over_aiohttp_an_excluded_origin_goes_past_the_proxy_of_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with Strays(server_context()) as server, ConnectProxy(server.port) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        shared = AiohttpTransport()
        async with (
            client(server, shared, "https://shop.invalid/api") as by_proxy,
            client(server, shared) as direct,  # this machine's own address
        ):
            await read(by_proxy, str(uuid.uuid4()))
            await read(direct, str(uuid.uuid4()))
    assert (proxy.connections, server.connections) == (1, 2)


# --- another event loop


async def elsewhere(function: Callable[[], Awaitable[None]]) -> None:
    """Run in an event loop of its own, in a thread of its own."""
    faults: list[BaseException] = []

    def work() -> None:
        try:
            anyio.run(function)
        except BaseException as fault:
            faults.append(fault)

    thread = threading.Thread(target=work)
    thread.start()
    await anyio.to_thread.run_sync(thread.join, 10)
    if faults:
        raise faults[0]


async def place(shop: ShopClient) -> None:
    await shop.bills.send(BILL)


@pytest.mark.asyncio
@BOTH
async def test_in_another_loop_it_says_so_and_nothing_is_sent_or_cut(make: Make) -> None:
    shared = make()
    with Strays() as server:
        here, there = client(server, shared), client(server, shared)

        async def refused() -> None:
            for shop in (there, there.with_options(deadline=5)):
                with pytest.raises(WrongEventLoop, match="the transport was first used") as caught:
                    await place(shop)
                assert caught.value.maybe_applied is False
            await there.aclose()

        await place(here)
        await elsewhere(refused)
        await place(here)
        assert server.connections == 1
        await here.aclose()
        assert not has_open_ones(shared)


@pytest.mark.asyncio
@BOTH
async def test_whoever_was_refused_keeps_nothing_open(make: Make) -> None:
    shared = make()
    with Strays() as server:
        here, there = client(server, shared), client(server, shared)
        used, closed = threading.Event(), threading.Event()

        async def refused() -> None:
            with pytest.raises(WrongEventLoop):
                await place(there)
            used.set()
            closed.wait(10)
            await there.aclose()

        await place(here)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(elsewhere, refused)
            await anyio.to_thread.run_sync(used.wait, 10)
            await here.aclose()
            assert not has_open_ones(shared)
            closed.set()


@pytest.mark.asyncio
@BOTH
async def test_the_last_one_does_not_close_what_another_loop_has_used(make: Make) -> None:
    shared = make()
    with Strays() as server:
        here, there = client(server, shared), client(server, shared)
        await place(here)
        await here.aclose()
        with pytest.raises(WrongEventLoop, match="close it there"):
            await elsewhere(there.aclose)
        assert has_open_ones(shared)
        await shared.aclose()


@BOTH
def test_once_closed_it_may_be_used_in_the_next_loop(make: Make) -> None:
    shared = make()
    with Strays() as server:

        async def main() -> None:
            async with client(server, shared) as shop:
                await place(shop)

        for _ in range(2):
            anyio.run(main, backend="asyncio")
        assert server.connections == 2


def has_open_ones(transport: httpx.AsyncBaseTransport) -> bool:
    if isinstance(transport, AiohttpTransport):
        return transport._session is not None
    return bool(transport._pool.connections)  # type: ignore[attr-defined]
