"""What an error says of a connection that failed: with whom, and why; over httpx and aiohttp."""

from __future__ import annotations

import errno
import json
import os
import socket
import ssl
import struct
from collections.abc import Iterator

import pytest

from commerce_sdk import ConnectionFailed
from tests.runtime.http.test_broken_setup import BOTH_LOOPS_AND_AIOHTTP, Make, client
from tests.support.connect_proxy import SECRET, ConnectProxy
from tests.support.shop import BILL, ShopClient, a_bill
from tests.support.wires import CERTIFICATE, Server, Wire, server_context

pytestmark = pytest.mark.anyio
RESET = os.strerror(errno.ECONNRESET)
ENDED = "the other end closed it|EOF occurred|" + RESET
"""As the event loop and TLS have it."""


class Cutting(Server):
    """Resets each connection: at once, or once the request came, or within the answer."""

    def __init__(self, when: str, context: ssl.SSLContext | None) -> None:
        super().__init__(context)
        self._when = when

    def _run(self, connection: socket.socket) -> None:
        if self._when == "in TLS":
            connection.recv(16)
            _reset(connection)
        else:
            super()._run(connection)

    def serve(self, wire: Wire) -> None:
        wire.receive_until(b"\r\n\r\n")
        if self._when == "in the answer":
            wire.send(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{")
        _reset(wire.socket)


def _reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


@pytest.fixture(autouse=True)
def trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))


async def fault_of(shop: ShopClient) -> ConnectionFailed:
    with pytest.raises(ConnectionFailed) as caught:
        await shop.bills.get(BILL)
    assert SECRET not in str(caught.value)
    return caught.value


@BOTH_LOOPS_AND_AIOHTTP
@pytest.mark.parametrize(
    ("when", "scheme", "says"),
    [
        ("after the request", "http", f"broke after the request was sent: .*{RESET}"),
        ("after the request", "https", f"broke after the request was sent: .*{RESET}"),
        ("in the answer", "http", f"broke after the request was sent: .*({RESET}|not completed)"),
        ("in TLS", "https", f": .*({ENDED})"),
    ],
)
async def test_a_reset_is_called_one(make: Make, when: str, scheme: str, says: str) -> None:
    with Cutting(when, server_context() if scheme == "https" else None) as server:
        address = f"127.0.0.1:{server.port}"
        async with client(f"{scheme}://{address}/api", make) as shop:
            assert (await fault_of(shop)).args
            error = await fault_of(shop)
    _matches(error, f"{address}.*{says}")


@BOTH_LOOPS_AND_AIOHTTP
async def test_a_certificate_that_nobody_trusts(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with Cutting("after the request", server_context()) as server:
        async with client(f"https://127.0.0.1:{server.port}/api", make) as shop:
            error = await fault_of(shop)
    _matches(
        error, f"could not connect to 127.0.0.1:{server.port}: .*certificate verify failed: self"
    )


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[ConnectProxy]:
    with Cutting("after the request", server_context()) as server, ConnectProxy(server.port) as it:
        monkeypatch.setenv("HTTPS_PROXY", it.url)
        yield it


@BOTH_LOOPS_AND_AIOHTTP
@pytest.mark.parametrize(
    ("plan", "says"),
    [
        ("cut", "connection to the proxy {proxy} broke before anything was sent: Server disc"),
        ("502", r"the way to shop\.invalid: it answered 502 \(the proxy is {proxy}\)"),
        ("cut in TLS", rf"could not connect to shop\.invalid:443: .*({ENDED})"),
        (
            "tunnel",
            r"connection to shop\.invalid:443 broke after the request was sent: Server disc",
        ),
    ],
)
async def test_a_proxy_has_a_name(proxy: ConnectProxy, make: Make, plan: str, says: str) -> None:
    proxy.plans.append(plan)
    async with client("https://shop.invalid/api", make) as shop:
        error = await fault_of(shop)
    _matches(error, says.replace("{proxy}", f"127.0.0.1:{proxy.port}"))


@BOTH_LOOPS_AND_AIOHTTP
async def test_a_proxy_that_is_away_has_a_name(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://user:{SECRET}@127.0.0.1:9")
    async with client("https://shop.invalid/api", make) as shop:
        error = await fault_of(shop)
    _matches(error, "could not connect to the proxy 127.0.0.1:9: .*(refused|Connect call failed)")


def _matches(error: ConnectionFailed, says: str) -> None:
    with pytest.raises(ConnectionFailed, match=says):
        raise error


# --- the head of an answer


class Heads(Server):
    """Answers with these lines in its head."""

    def __init__(self, lines: bytes) -> None:
        super().__init__()
        self._lines = lines

    def serve(self, wire: Wire) -> None:
        while True:
            wire.receive_until(b"\r\n\r\n")
            body = json.dumps(a_bill()).encode()
            wire.send(
                b"HTTP/1.1 200 OK\r\n%bcontent-length: %d\r\n\r\n" % (self._lines, len(body)), body
            )


@BOTH_LOOPS_AND_AIOHTTP
@pytest.mark.parametrize(
    "lines",
    [
        b"content-security-policy: %b\r\n" % (b"a" * 9_000),
        b"x-big: %b\r\n" % (b"a" * 70_000),
        b"".join(b"x-%d: v\r\n" % number for number in range(500)),
        b"set-cookie: a=b; path=/\r\n" * 150,
    ],
    ids=["9,000 bytes", "70,000 bytes", "500 lines", "150 cookies"],
)
async def test_a_long_head_is_read(make: Make, lines: bytes) -> None:
    with Heads(lines) as server:
        async with client(f"http://127.0.0.1:{server.port}/api", make) as shop:
            for _ in range(2):
                assert (await shop.bills.get(BILL)).id == BILL
        assert server.connections == 1


@BOTH_LOOPS_AND_AIOHTTP
async def test_an_endless_head_is_not(make: Make) -> None:
    with Heads(b"x-big: %b\r\n" % (b"a" * 1_000_000)) as server:
        async with client(f"http://127.0.0.1:{server.port}/api", make) as shop:
            error = await fault_of(shop)
    assert error.sent
    assert "aaa" not in str(error)
