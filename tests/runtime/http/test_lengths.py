"""How long a request's body is, said by `Content-Length`: also where a write has no body, for a
server may wait for one that is not announced as empty."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest
from msgspec.structs import replace

from commerce_sdk import AiohttpTransport
from commerce_sdk.document.operation import Request
from tests.codegen.golden.shop.api.bills import send_bill
from tests.support.shop import BILL, ShopClient, a_bill, new_bill, shop_client
from tests.support.wires import Server, Wire

CALLS: dict[str, tuple[Callable[[ShopClient], Awaitable[Any]], str | None]] = {
    "POST without a body": (lambda shop: shop.bills.send(BILL), "0"),
    "GET": (lambda shop: shop.bills.get(BILL), None),
    "DELETE": (lambda shop: shop.stands.remove_racks(), None),
}


def without_body(method: str) -> Request[None]:
    """A write that has no body, by a method that the shop has none of."""
    request = send_bill.build(bill_id=BILL)
    return replace(request, operation=replace(request.operation, method=method))


@pytest.mark.anyio
@pytest.mark.parametrize("name", CALLS)
async def test_a_write_without_a_body_says_that_it_is_empty(name: str) -> None:
    call, length = CALLS[name]
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if request.method == "GET":
            return httpx.Response(200, json=a_bill())
        return httpx.Response(202 if request.method == "POST" else 204)

    async with shop_client(answer) as shop:
        await call(shop)
    (request,) = seen
    assert request.headers.get_list("content-length") == ([] if length is None else [length])
    assert "content-type" not in request.headers
    assert "transfer-encoding" not in request.headers
    assert request.content == b""


@pytest.mark.anyio
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
async def test_of_every_method_that_brings_something(method: str) -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(202)

    async with shop_client(answer) as shop:
        await shop.core.ask(without_body(method))
    assert [(each.method, each.headers.get("content-length")) for each in seen] == [(method, "0")]


@pytest.mark.anyio
async def test_a_body_is_as_long_as_it_says_and_says_it_once() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json=a_bill())

    async with shop_client(answer) as shop:
        await shop.bills.create(new_bill())
    (request,) = seen
    assert request.headers.get_list("content-length") == [str(len(request.content))]
    assert len(request.content) > 0


class Heads(Server):
    """Keeps the heads of requests as they come over the network."""

    def __init__(self) -> None:
        super().__init__()
        self.heads: list[bytes] = []

    def serve(self, wire: Wire) -> None:
        while True:
            self.heads.append(wire.receive_until(b"\r\n\r\n"))
            wire.send(b"HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n")


async def lengths(transport: httpx.AsyncBaseTransport | None) -> list[list[bytes]]:
    """What the heads of two writes without a body say of their length, on one connection."""
    with Heads() as server:
        url = f"http://127.0.0.1:{server.port}/api"
        async with shop_client(None, base_url=url, transport=transport) as shop:
            await shop.bills.send(BILL)
            await shop.core.ask(without_body("PUT"))
        assert server.connections == 1
        return [
            [
                line.lower()
                for line in head.split(b"\r\n")
                if line.lower().startswith((b"content-length", b"transfer-encoding"))
            ]
            for head in server.heads
        ]


@pytest.mark.anyio
async def test_over_the_network_it_is_said_once() -> None:
    assert await lengths(None) == [[b"content-length: 0"]] * 2


@pytest.mark.asyncio
async def test_over_aiohttp_it_is_said_once_too() -> None:
    assert await lengths(AiohttpTransport()) == [[b"content-length: 0"]] * 2
