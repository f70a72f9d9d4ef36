"""Proxies from the environment, with their exclusions."""

from __future__ import annotations

import re
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
import trio

from commerce_sdk import AiohttpTransport, ConnectionFailed, InvalidRequest
from commerce_sdk.runtime.http.pool import ssl_context
from commerce_sdk.runtime.http.proxies import proxy_for
from tests.support.shop import BILL, ShopClient


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


def client(base_url: str) -> ShopClient:
    return ShopClient(token="t", shop="corner", base_url=base_url, retry=None)


@pytest.mark.anyio
@pytest.mark.parametrize("name", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
async def test_a_proxy_of_the_environment_is_used(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with refusing_proxy() as (address, asked):
        monkeypatch.setenv(name, address)
        async with client("https://shop.invalid/api") as shop:
            with pytest.raises(ConnectionFailed, match=r"proxy refused the way to shop\.invalid"):
                await shop.bills.get(BILL)
        assert asked == [b"CONNECT shop.invalid:443 HTTP/1.1"]


@pytest.mark.asyncio
async def test_over_aiohttp_the_proxy_of_the_environment_is_used_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with refusing_proxy() as (address, asked):
        monkeypatch.setenv("HTTPS_PROXY", address)
        async with ShopClient(
            token="t",
            shop="corner",
            base_url="https://shop.invalid/api",
            retry=None,
            transport=AiohttpTransport(),
        ) as shop:
            with pytest.raises(
                ConnectionFailed, match=r"proxy refused the way to shop\.invalid"
            ) as e:
                await shop.bills.send(BILL)
        assert e.value.maybe_applied is False
        assert asked == [b"CONNECT shop.invalid:443 HTTP/1.1"]


@pytest.mark.anyio
async def test_an_excluded_host_is_reached_directly(monkeypatch: pytest.MonkeyPatch) -> None:
    with refusing_proxy() as (address, asked):
        monkeypatch.setenv("HTTPS_PROXY", address)
        monkeypatch.setenv("NO_PROXY", "example.com,.invalid")
        async with client("https://shop.invalid/api") as shop:
            with pytest.raises(ConnectionFailed, match="could not connect to") as caught:
                await shop.bills.send(BILL)
        assert caught.value.maybe_applied is False
        assert not asked


@pytest.mark.parametrize(
    ("excluded", "host", "is_direct"),
    [
        ("shop.example", "shop.example", True),
        ("shop.example", "api.shop.example", True),
        (".shop.example", "api.shop.example", True),
        ("*.shop.example", "api.shop.example", True),
        ("shop.example.", "api.shop.example", True),
        ("shop.example", "shop.example.", True),
        ("SHOP.example", "shop.EXAMPLE", True),
        (" a , shop.example ", "shop.example", True),
        ("a shop.example", "shop.example", True),
        ("*", "shop.example", True),
        ("a,*", "10.1.2.3", True),
        ("hop.example", "shop.example", False),
        ("shop", "shop.example", False),
        (",.,", "shop.example", False),
        ("shop.example:8443", "shop.example:8443", True),
        ("shop.example:8443", "shop.example:9443", False),
        ("shop.example:443", "shop.example", True),
        (".shop.example:443", "api.shop.example", True),
        ("shop.example:8443", "shop.example", False),
        ("10.0.0.0/8", "10.1.2.3", True),
        ("10.1.2.9/8", "10.1.2.3", True),
        ("10.0.0.0/8", "11.1.2.3", False),
        ("10.0.0.0/8", "10.example", False),
        ("10.1.2.3", "10.1.2.3", True),
        ("10.1.2.3:8443", "10.1.2.3:8443", True),
        ("10.1.2.3:8443", "10.1.2.3", False),
        ("2.3", "10.1.2.3", False),
        ("fd00::1", "[fd00::1]", True),
        ("fd00:0::1", "[fd00::1]", True),
        ("[fd00::1]", "[fd00::1]", True),
        ("[fd00::1]:8443", "[fd00::1]:8443", True),
        ("[fd00::1]:8443", "[fd00::1]", False),
        ("fd00::/8", "[fd12::7]", True),
        ("fd00::/8", "[fe80::7]", False),
        ("::/0", "10.1.2.3", False),
        ("münchen.example", "münchen.example", True),
        ("münchen.example", "xn--mnchen-3ya.example", True),
        ("xn--mnchen-3ya.example", "münchen.example", True),
        ("XN--MNCHEN-3ya.example", "MÜNCHEN.example", True),
        ("MÜNCHEN.example", "münchen.example", True),
        (".münchen.example", "shop.xn--mnchen-3ya.example", True),
        ("*.münchen.example:8443", "shop.münchen.example:8443", True),
        ("münchen.example", "munchen.example", False),
        ("ü" * 70, "münchen.example", False),
    ],
)
def test_an_exclusion_means_what_people_mean_by_it(
    monkeypatch: pytest.MonkeyPatch, excluded: str, host: str, is_direct: bool
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.invalid:3128")
    monkeypatch.setenv("NO_PROXY", excluded)
    assert (proxy_for(f"https://{host}/api") is None) == is_direct


@pytest.mark.anyio
@pytest.mark.parametrize("user", ["", "user:secret@"])
async def test_a_proxy_without_a_scheme_is_an_http_one(
    monkeypatch: pytest.MonkeyPatch, user: str
) -> None:
    with refusing_proxy() as (address, asked):
        monkeypatch.setenv("HTTPS_PROXY", user + address.removeprefix("http://"))
        async with client("https://shop.invalid/api") as shop:
            with pytest.raises(ConnectionFailed, match=r"proxy refused the way to shop\.invalid"):
                await shop.bills.get(BILL)
        assert asked == [b"CONNECT shop.invalid:443 HTTP/1.1"]


PROXY = "http://proxy.invalid:3128"


@pytest.mark.parametrize(
    ("variables", "proxy"),
    [
        ({"HTTPS_PROXY": "", "ALL_PROXY": PROXY}, PROXY),
        ({"https_proxy": "", "HTTPS_PROXY": PROXY}, PROXY),
        ({"https_proxy": " ", "all_proxy": ""}, None),
        ({"https_proxy": PROXY, "HTTPS_PROXY": "http://other.invalid"}, PROXY),
        ({"HTTPS_PROXY": PROXY, "no_proxy": "", "NO_PROXY": "shop.example"}, None),
        ({"HTTPS_PROXY": PROXY, "no_proxy": "", "NO_PROXY": ""}, PROXY),
        ({"HTTP_PROXY": PROXY}, None),
    ],
)
def test_an_empty_variable_of_a_proxy_is_one_that_is_not_set(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], proxy: str | None
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert proxy_for("https://shop.example/api") == proxy


def test_where_the_environment_says_nothing_the_machine_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("urllib.request.getproxies", lambda: {"https": "machine.invalid:1"})
    monkeypatch.setattr("urllib.request.proxy_bypass", lambda host: host == "near.example")
    assert proxy_for("https://shop.example") == "http://machine.invalid:1"
    assert proxy_for("https://near.example") is None
    monkeypatch.setenv("NO_PROXY", "elsewhere.example")
    assert proxy_for("https://shop.example") is None


def test_certificates_are_there_however_the_scheme_is_written() -> None:
    usual = ssl_context("https://shop.example").cert_store_stats()
    assert ssl_context("HTTPS://shop.example").cert_store_stats() == usual


@pytest.mark.parametrize("name", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_an_empty_variable_of_certificates_is_one_that_is_not_set(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    usual = ssl_context("https://shop.example").cert_store_stats()
    monkeypatch.setenv(name, "")
    assert ssl_context("https://shop.example").cert_store_stats() == usual
    assert usual["x509_ca"] > 0


def test_certificates_that_cannot_be_read_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    monkeypatch.setenv("SSL_CERT_FILE", "/there-is-no-such/file.pem")
    with pytest.raises(InvalidRequest, match=r"^SSL_CERT_FILE: cannot be read as CA certificates"):
        ssl_context("https://shop.example")


@pytest.mark.anyio
async def test_loopback_needs_no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with refusing_proxy() as (address, asked):
        monkeypatch.setenv("HTTP_PROXY", address)
        async with client("http://127.0.0.1:9/api") as shop:
            with pytest.raises(ConnectionFailed, match=r"could not connect to 127\.0\.0\.1"):
                await shop.bills.get(BILL)
        assert not asked


OWN = "own"
BOTH_LOOPS_AND_AIOHTTP = pytest.mark.parametrize(
    ("anyio_backend", "transport"),
    [("asyncio", OWN), ("trio", OWN), ("asyncio", "aiohttp")],
    ids=["asyncio", "trio", "aiohttp"],
)
ESCAPE = r"percent-encode its user and password \(# is %23"


def client_over(transport: str, base_url: str) -> ShopClient:
    return ShopClient(
        token="t",
        shop="corner",
        base_url=base_url,
        retry=None,
        transport=None if transport == OWN else AiohttpTransport(),
    )


@pytest.mark.anyio
@BOTH_LOOPS_AND_AIOHTTP
@pytest.mark.parametrize(
    ("proxy", "why"),
    [
        ("socks5://user:s3cret@127.0.0.1:PORT", r"\(socks5\) .*name an http:// or https:// one"),
        ("socks5h://127.0.0.1:PORT", r"\(socks5h\) .*name an http:// or https:// one"),
        ("gopher://127.0.0.1:PORT", r"\(gopher\) .*name an http:// or https:// one"),
        ("http://user:s3cret#@127.0.0.1:PORT", ESCAPE),
        ("http://user:s3cret/x@127.0.0.1:PORT", ESCAPE),
        ("http://user:s3cret?x@127.0.0.1:PORT", ESCAPE),
        ("http://user:s3cret@x@127.0.0.1:PORT", ESCAPE),
        ("user:s3cret#@127.0.0.1:PORT", ESCAPE),
        ("user:s3cret://x@127.0.0.1:PORT", ESCAPE),
        ("http://127.0.0.1:99999", "its port is none from 1 to 65535"),
        ("http://127.0.0.1:0", "its port is none from 1 to 65535"),
        ("http://user:s3cret", "its port is none from 1 to 65535"),
        ("http://user:s3cret@", "it names no host"),
        ("http://user:s3cret@:PORT", "it names no host"),
        ("http://", "it names no host"),
        ("http://fd00::1:PORT", "an IPv6 address stands in brackets"),
        ("http://[fd00::1", "cannot be read"),
        ("http://a b.invalid:PORT", "cannot be read"),
    ],
)
async def test_a_proxy_that_cannot_be_used_is_refused_at_once_and_alike(
    monkeypatch: pytest.MonkeyPatch, transport: str, proxy: str, why: str
) -> None:
    with refusing_proxy() as (address, asked):
        monkeypatch.setenv("HTTPS_PROXY", proxy.replace("PORT", address.rpartition(":")[2]))
        async with client_over(transport, "https://shop.invalid/api") as shop:
            with pytest.raises(InvalidRequest, match="proxy: the environment's proxy") as caught:
                await shop.bills.send(BILL)
        assert not asked
    assert caught.value.maybe_applied is False
    assert re.search(why, str(caught.value))
    assert "s3cret" not in str(caught.value)


@pytest.mark.anyio
@BOTH_LOOPS_AND_AIOHTTP
@pytest.mark.parametrize(
    "form", ["//127.0.0.1:PORT", "HTTP://127.0.0.1:PORT/", "//u:p@127.0.0.1:PORT"]
)
async def test_other_forms_of_a_proxys_address_are_read_alike(
    monkeypatch: pytest.MonkeyPatch, transport: str, form: str
) -> None:
    with refusing_proxy() as (address, asked):
        monkeypatch.setenv("HTTPS_PROXY", form.replace("PORT", address.rpartition(":")[2]))
        async with client_over(transport, "https://shop.invalid/api") as shop:
            with pytest.raises(ConnectionFailed, match=r"proxy refused the way to shop\.invalid"):
                await shop.bills.get(BILL)
        assert asked == [b"CONNECT shop.invalid:443 HTTP/1.1"]


@pytest.mark.anyio
@BOTH_LOOPS_AND_AIOHTTP
async def test_a_proxy_is_asked_for_an_ipv6_address_in_brackets(
    monkeypatch: pytest.MonkeyPatch, transport: str
) -> None:
    with refusing_proxy() as (address, asked):
        monkeypatch.setenv("HTTPS_PROXY", address)
        async with client_over(transport, "https://[fd00::1]/api") as shop:
            with pytest.raises(ConnectionFailed, match=r"proxy refused the way to"):
                await shop.bills.get(BILL)
        async with client_over(transport, "https://[fd00::2]:8443/api") as shop:
            with pytest.raises(ConnectionFailed, match=r"proxy refused the way to"):
                await shop.bills.get(BILL)
        assert asked == [
            b"CONNECT [fd00::1]:443 HTTP/1.1",
            b"CONNECT [fd00::2]:8443 HTTP/1.1",
        ]


def test_aiohttp_under_trio_or_without_the_extra_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main() -> None:
        async with ShopClient(
            token="t",
            shop="corner",
            base_url="http://127.0.0.1:1",
            transport=AiohttpTransport(),
        ) as shop:
            await shop.bills.get(BILL)

    with pytest.raises(InvalidRequest, match="under asyncio only; under trio leave it out"):
        trio.run(main)
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    with pytest.raises(InvalidRequest, match=r"pip install 'commerce-sdk\[aiohttp\]'"):
        AiohttpTransport()
