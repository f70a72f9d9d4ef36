"""Servers of the tests, and raw requests to them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx

from commerce_sdk.sandbox.engine import Call, Document, ManualClock, Platform, Server
from tests.shop import ShopClient
from tests.support.shop import shop_client
from tests.support.shop_platform import shop_platform
from tests.support.worlds import VirtualClock

ORIGIN = "http://127.0.0.1:1"
TEXT = {"type": "string"}


def asking(server: Server, **settings: Any) -> httpx.AsyncClient:
    """Raw requests to a server."""
    transport = httpx.ASGITransport(app=server)
    return httpx.AsyncClient(transport=transport, base_url=ORIGIN, **settings)


@asynccontextmanager
async def shop_on_engine(
    platform: Platform | None = None, *, limits: bool = False, **settings: Any
) -> AsyncIterator[tuple[Platform, ShopClient, ManualClock]]:
    """The neutral platform, the SDK's client of it, and the time of both."""
    platform = platform or shop_platform(limits=limits)
    clock = ManualClock()
    server = Server(platform, clock=clock)
    settings.setdefault("clock", VirtualClock(clock))
    async with shop_client(httpx.ASGITransport(app=server), **settings) as shop:
        yield platform, shop, clock


def a_document(path: str, operation: dict[str, Any], **parts: Any) -> Document:
    """A document of one operation, `ask`; without a word on it, it takes and answers nothing."""
    method = parts.pop("method", "get")
    item = parts.pop("item", {})
    usual = {"operationId": "ask", "responses": {"204": {}}}
    return Document({"paths": {path: {**item, method: {**usual, **operation}}}, **parts})


class Asked:
    """Behaviour of `ask`, which keeps its calls and answers what it is told to."""

    def __init__(self, *answers: Any) -> None:
        self.calls: list[Call] = []
        self._answers = list(answers)

    def ask(self, call: Call) -> Any:
        self.calls.append(call)
        return self._answers.pop(0) if self._answers else None


def one_server(document: Document, behaviour: object, **settings: Any) -> Server:
    """A server of a document and a behaviour that is there already."""
    return Server(Platform(document, lambda world: behaviour, **settings), clock=ManualClock())


def doing(document: Document, act: Callable[[Call], Any]) -> object:
    """Behaviour that does the same for every operation of a document."""

    def method(self: object, call: Call) -> Any:
        return act(call)

    return type("Doing", (), dict.fromkeys(document.operations, method))()
