"""Proxies from the environment, with their exclusions."""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
import trio

from commerce_sdk import (
    AiohttpTransport,
    CommerceClient,
    ConnectionFailed,
    InvalidRequest,
    new_item,
)
from tests.support.worlds import ACCOUNT, OFFERING


@contextmanager
def refusing_proxy() -> Iterator[tuple[str, list[bytes]]]:
    """A proxy that says no; gives its address and what it was asked for."""
    listener = socket.create_server(("127.0.0.1", 0))
    asked: list[bytes] = []

    def serve() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                with connection:
                    asked.append(connection.recv(65536).split(b"\r\n")[0])
                    connection.sendall(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n")

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", asked
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(5)


def client(base_url: str) -> CommerceClient:
    return CommerceClient(token="t", transaction_account=ACCOUNT, base_url=base_url, retry=None)


@pytest.mark.anyio
@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
async def test_a_proxy_of_the_environment_is_used(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with refusing_proxy() as (address, asked):
        monkeypatch.setenv(name, address)
        async with client("https://shop.invalid/api") as commerce:
            with pytest.raises(ConnectionFailed, match=r"proxy refused the way to shop\.invalid"):
                await commerce.orders.get(OFFERING)
        assert asked == [b"CONNECT shop.invalid:443 HTTP/1.1"]


@pytest.mark.asyncio
async def test_over_aiohttp_the_proxy_of_the_environment_is_used_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with refusing_proxy() as (address, asked):
        monkeypatch.setenv("HTTPS_PROXY", address)
        async with CommerceClient(
            token="t",
            transaction_account=ACCOUNT,
            base_url="https://shop.invalid/api",
            retry=None,
            transport=AiohttpTransport(),
        ) as commerce:
            with pytest.raises(
                ConnectionFailed, match=r"proxy refused the way to shop\.invalid"
            ) as e:
                await commerce.orders.place(items=[new_item(OFFERING)])
        assert e.value.maybe_applied is False
        assert asked == [b"CONNECT shop.invalid:443 HTTP/1.1"]


@pytest.mark.anyio
async def test_an_excluded_host_is_reached_directly(monkeypatch: pytest.MonkeyPatch) -> None:
    with refusing_proxy() as (address, asked):
        monkeypatch.setenv("HTTPS_PROXY", address)
        monkeypatch.setenv("NO_PROXY", "example.com,.invalid")
        async with client("https://shop.invalid/api") as commerce:
            with pytest.raises(ConnectionFailed, match="could not connect to") as caught:
                await commerce.orders.place(items=[new_item(OFFERING)])
        assert caught.value.maybe_applied is False
        assert not asked


@pytest.mark.anyio
async def test_loopback_needs_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with refusing_proxy() as (address, asked):
        monkeypatch.setenv("HTTP_PROXY", address)
        async with client("http://127.0.0.1:9/api") as commerce:
            with pytest.raises(ConnectionFailed, match=r"could not connect to 127\.0\.0\.1"):
                await commerce.orders.get(OFFERING)
        assert not asked


@pytest.mark.anyio
@pytest.mark.parametrize("address", ["socks5://user:s3cret@127.0.0.1:9", "gopher://127.0.0.1:9"])
async def test_a_proxy_that_cannot_be_used_says_so_without_its_secret(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", address)
    async with client("https://shop.invalid/api") as commerce:
        with pytest.raises(InvalidRequest, match="proxy: the environment's proxy") as caught:
            await commerce.orders.place(items=[new_item(OFFERING)])
    assert caught.value.maybe_applied is False
    assert "s3cret" not in str(caught.value)


def test_aiohttp_under_trio_or_without_the_extra_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> None:
        async with CommerceClient(
            token="t",
            transaction_account="a",
            base_url="http://127.0.0.1:1",
            transport=AiohttpTransport(),
        ) as commerce:
            await commerce.orders.get("x")

    with pytest.raises(InvalidRequest, match="under asyncio only; under trio leave it out"):
        trio.run(main)
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    with pytest.raises(InvalidRequest, match=r"pip install 'commerce-sdk\[aiohttp\]'"):
        AiohttpTransport()
