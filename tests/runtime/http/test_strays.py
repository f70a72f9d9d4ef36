"""Whose answer is it: what nobody asked for is never taken for the answer to the next call."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Awaitable, Callable

import anyio.lowlevel
import httpx
import pytest

from commerce_sdk import AiohttpTransport, CommerceError, ConnectionFailed
from tests.codegen.golden.shop.models import Bill, BillInput
from tests.shop import ShopClient
from tests.support.clients import open_connections
from tests.support.connect_proxy import ConnectProxy
from tests.support.strays import STRAYS, WAYS, Strays
from tests.support.wires import CERTIFICATE, server_context

pytestmark = pytest.mark.anyio
ROUNDS = 4


def client(
    server: Strays,
    transport: httpx.AsyncBaseTransport | None = None,
    base_url: str | None = None,
) -> ShopClient:
    scheme = "http" if server._context is None else "https"
    return ShopClient(
        token="t",
        shop="corner",
        base_url=base_url or f"{scheme}://127.0.0.1:{server.port}/api",
        retry=None,
        limiter=None,
        transport=transport,
    )


@pytest.fixture(params=["plain", "tls"])
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Strays:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    return Strays(server_context() if request.param == "tls" else None)


async def read(shop: ShopClient, identifier: str) -> None:
    assert (await shop.bills.get(identifier)).id == identifier


async def page(shop: ShopClient, identifier: str) -> None:
    size = int(identifier[0], 16) + 1
    assert len(await shop.goods.shelves(page_size=size).collect()) == size


async def place(shop: ShopClient, identifier: str) -> None:
    made = await shop.bills.create(BillInput(id=identifier, lines=[]))
    assert isinstance(made, Bill)
    assert made.id == identifier


async def poll(shop: ShopClient, identifier: str) -> None:
    rack = await shop.racks.get(identifier)
    assert (rack.id, rack.label) == (identifier, "PENDING")


async def delete(shop: ShopClient, identifier: str) -> None:
    await shop.stands.remove_racks()


async def download(shop: ShopClient, identifier: str) -> None:
    async with shop.bills.download(identifier) as parts:
        assert b"".join([part async for part in parts]) == b"%PDF-" + identifier.encode()


CALLS: list[Callable[[ShopClient, str], Awaitable[None]]] = [
    read,
    page,
    place,
    poll,
    delete,
    download,
]


async def wrong_answers(
    server: Strays,
    shop: ShopClient,
    rounds: int,
    spoiling: tuple[str, ...] = (),
    ways: tuple[str, ...] = WAYS,
) -> list[str]:
    """Call after call, each with a stray message behind its answer. Every kind of call follows on
    every kind of stray, sent in every way. What is `spoiling` may cost the answer it comes with."""
    wrong = []
    for turn, way, name, call in itertools.product(range(rounds), ways, STRAYS, CALLS):
        server.plan(way, STRAYS[name])
        try:
            await call(shop, str(uuid.uuid4()))
        except ConnectionFailed as error:
            if name not in spoiling or way == "when idle" or not error.sent or "{" in str(error):
                wrong.append(f"{call.__name__}, with it {name} {way}: {error!r}")
        except (CommerceError, AssertionError) as error:
            wrong.append(f"{call.__name__}, before it {name} {way}: {error!r}")
        server.is_idle()
        # With turns of the loop aiohttp reads what came, without them it still is in the socket.
        for _ in range(3 * (turn % 2)):
            await anyio.lowlevel.checkpoint()
    return wrong


async def test_a_stray_message_is_nobodys_answer(server: Strays) -> None:
    with server:
        async with client(server) as shop:
            assert await wrong_answers(server, shop, ROUNDS) == []
        assert server.connections == ROUNDS * len(WAYS) * len(STRAYS) * len(CALLS)


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_over_aiohttp_a_stray_message_is_nobodys_answer(
    server: Strays, anyio_backend: str
) -> None:
    with server:
        async with client(server, AiohttpTransport()) as shop:
            # It reads a whole segment before it gives out an answer.
            spoiling = ("garbage", "what a length left over")
            assert await wrong_answers(server, shop, ROUNDS, spoiling) == []
        assert server.connections >= ROUNDS * len(WAYS) * len(STRAYS) * len(CALLS)


async def test_with_nothing_left_on_it_a_connection_is_used_again(server: Strays) -> None:
    with server:
        async with client(server) as shop:
            for call in CALLS * 3:
                await call(shop, str(uuid.uuid4()))
            assert len(open_connections(shop)) == 1
        assert server.connections == 1


async def test_half_a_record_is_not_left_to_the_next_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with Strays(server_context()) as server:
        async with client(server) as shop:
            for _ in range(3):
                server.plan("in half a record", STRAYS["an error"])
                await read(shop, str(uuid.uuid4()))
                server.is_idle()
        assert server.connections == 3


async def test_what_is_behind_a_full_buffer_is_not_left_to_the_next_call() -> None:
    with Strays() as server:
        async with client(server) as shop:
            for _ in range(40):
                server.plan("behind a full buffer", STRAYS["an error"])
                await read(shop, str(uuid.uuid4()))
                server.is_idle()


@pytest.mark.parametrize("tls", [False, True])
async def test_by_a_proxy_a_stray_message_is_nobodys_answer(
    tls: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with (
        Strays(server_context()) as server,
        ConnectProxy(server.port, server_context() if tls else None) as proxy,
    ):
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        async with client(server, base_url="https://shop.invalid/api") as shop:
            await read(shop, str(uuid.uuid4()))
            await read(shop, str(uuid.uuid4()))
            assert proxy.connections == 1
            # Behind the proxy nobody can tell when what is sent while idle has come.
            assert await wrong_answers(server, shop, 1, ways=WAYS[:2]) == []


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_over_aiohttp_it_is_used_again_too(server: Strays, anyio_backend: str) -> None:
    with server:
        async with client(server, AiohttpTransport()) as shop:
            for call in CALLS * 3:
                await call(shop, str(uuid.uuid4()))
        assert server.connections == 1
