"""The fault proxy: each fault does what it says, seen from both sides of it."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import httpx
import pytest

from commerce_sdk.sandbox import ACCOUNTS, TOKEN, Sandbox
from commerce_sdk.sandbox.faults import (
    CutAfterApplying,
    CutBeforeApplying,
    CutInAnswer,
    Drip,
    Fault,
    ResetAtAccept,
    Silence,
)
from tests.sandbox.commerce.test_sandbox import order
from tests.support.servers import Served, served


@pytest.fixture(scope="module")
def platform() -> Iterator[Served]:
    with served(Sandbox(limits=False)) as running:
        yield running


def place(platform: Served, **settings: float) -> httpx.Response:
    headers = {"Authorization": f"Bearer {TOKEN}", "X-transaction-account": ACCOUNTS[0]}
    with httpx.Client(timeout=settings.get("timeout", 5)) as client:
        return client.post(platform.url + "/v4/orders", json=order(), headers=headers)


@pytest.mark.parametrize(
    ("fault", "error", "reached"),
    [
        (ResetAtAccept(), httpx.TransportError, 0),
        (CutBeforeApplying(), httpx.RemoteProtocolError, 0),
        (CutBeforeApplying(reset=True), httpx.ReadError, 0),
        (CutAfterApplying(), httpx.RemoteProtocolError, 1),
        (CutAfterApplying(reset=True), httpx.ReadError, 1),
        (CutInAnswer(), httpx.RemoteProtocolError, 1),
        (Silence(5), httpx.ReadTimeout, 0),
    ],
    ids=repr,
)
def test_a_fault_breaks_once_and_then_all_passes(
    platform: Served, fault: Fault, error: type[Exception], reached: int
) -> None:
    before = len(platform.sandbox.orders.receipts)
    platform.proxy.plan(fault)
    with pytest.raises(error):
        place(platform, timeout=0.5 if isinstance(fault, Silence) else 5)
    assert len(platform.sandbox.orders.receipts) == before + reached
    assert place(platform).status_code == 202


def test_a_drip_arrives_whole_and_slowly(platform: Served) -> None:
    platform.proxy.plan(Drip(0.0005))
    assert place(platform).status_code == 202


def test_a_fault_waits_for_the_request_it_is_meant_for(platform: Served) -> None:
    platform.proxy.plan(CutBeforeApplying(), method="POST", path="/v4/orders")
    assert httpx.get(platform.url + "/v2/orders").status_code == 401
    with pytest.raises(httpx.RemoteProtocolError):
        place(platform)


def test_connections_are_kept_and_chunked_bodies_pass(platform: Served) -> None:
    with httpx.Client() as client:
        for _ in range(3):
            answer = client.post(platform.url + "/v4/orders", content=iter([b"{", b"}"]))
            assert answer.status_code == 401
    with socket.create_connection(("127.0.0.1", platform.proxy.port)) as raw:
        raw.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 2)
        raw.settimeout(5)
        seen = b""
        while seen.count(b"HTTP/1.1 404") < 2:
            seen += raw.recv(65536)
