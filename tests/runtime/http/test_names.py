"""What httpcore, h11, anyio, trio and aiohttp keep to themselves, and we use all the same. Where one
of these names goes no connection is used again; then this says which it was."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import aiohttp
import httpcore
import httpx
import pytest

from commerce_sdk import ConnectionFailed
from commerce_sdk.runtime.http import connection as network
from tests.runtime.http.test_strays import client, read
from tests.support.connect_proxy import ConnectProxy
from tests.support.shop import new_bill, shop_client
from tests.support.strays import Strays
from tests.support.wires import CERTIFICATE, server_context

pytestmark = pytest.mark.anyio


async def idle_connection(server: Strays, base_url: str | None = None) -> Any:
    async with client(server, base_url=base_url) as shop:
        await read(shop, str(uuid.uuid4()))
        (made,) = shop._core.pipeline.transport._pool._made
        (connection,) = made._pool.connections  # type: ignore[attr-defined]
        assert connection.is_available()
        assert network._left_over(connection) is False
        return connection


@pytest.mark.parametrize("tls", [False, True])
async def test_the_inside_of_a_connection(tls: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with Strays(server_context() if tls else None) as server:
        connection = await idle_connection(server)
    while not isinstance(connection, httpcore.AsyncHTTP11Connection):
        connection = connection._connection
    assert connection._h11_state.trailing_data == (b"", False)
    assert callable(connection._receive_response_body)
    assert hasattr(connection._network_stream._stream, "transport_stream") == tls


@pytest.mark.parametrize("tls", [False, True])
async def test_the_inside_of_a_tunnel(tls: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with (
        Strays(server_context()) as server,
        ConnectProxy(server.port, server_context() if tls else None) as proxy,
    ):
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        connection = await idle_connection(server, "https://shop.invalid/api")
    stream = connection._connection._network_stream._stream.transport_stream
    assert hasattr(stream, "transport_stream") == tls


def test_the_inside_of_an_answer() -> None:
    source = (Path(httpcore.__file__).parent / "_async" / "http11.py").read_text("utf-8")
    for line in ("self._connection = connection", "self._request = request"):
        assert line in source.partition("class HTTP11ConnectionByteStream")[2]


async def test_what_cannot_be_looked_at_is_not_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(connection: Any) -> bool:
        raise AttributeError

    monkeypatch.setattr(network, "_left_over", gone)
    with Strays() as server:
        async with client(server) as shop:
            for _ in range(3):
                await read(shop, str(uuid.uuid4()))
        assert server.connections == 3


def test_the_inside_of_aiohttp() -> None:
    for name in ("_get", "_release"):
        assert callable(getattr(aiohttp.TCPConnector, name))


def test_what_a_socks_proxy_is_told_of_has_the_name_that_is_looked_for() -> None:
    source = Path(httpcore.__file__).parent / "_async" / "socks_proxy.py"
    assert 'getLogger("httpcore.socks")' in source.read_text(encoding="utf-8")


class SocksIsAway(httpx.AsyncBaseTransport):
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.extensions["trace"]("socks.connect_tcp.started", {"host": "socks.invalid"})
        raise httpx.ConnectError("refused")


async def test_connecting_to_a_socks_proxy_is_not_sending() -> None:
    async with shop_client(SocksIsAway()) as shop:
        with pytest.raises(ConnectionFailed, match="could not connect to the proxy") as caught:
            await shop.bills.create(new_bill())
    assert (caught.value.sent, caught.value.maybe_applied) == (False, False)
