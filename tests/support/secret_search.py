"""A client that is watched in all that it tells and shows, and the search for secrets in that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any

import pytest

from commerce_sdk import (
    AiohttpTransport,
    CallNext,
    CommerceError,
    Hooks,
    MiddlewareCall,
    MiddlewareReply,
)
from commerce_sdk.runtime.platform_client import PlatformClient
from tests.support.reporters import EveryLogger, of_error, of_value

HOW: dict[str, tuple[str, Callable[[], Any]]] = {
    "asyncio": ("asyncio", lambda: None),
    "trio": ("trio", lambda: None),
    "aiohttp": ("asyncio", AiohttpTransport),
}
"""The loop, and what makes the transport."""
TRANSPORTS = pytest.mark.parametrize(("anyio_backend", "make"), list(HOW.values()), ids=list(HOW))


async def caught(call: Callable[[Any], Awaitable[Any]], client: PlatformClient) -> BaseException:
    try:
        await call(client)
    except CommerceError as error:
        return error
    raise AssertionError(f"{call} raised nothing")


class Search:
    """All that came before somebody's eyes, and what of it shows a piece of a secret."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._pieces = pieces
        self.places: Counter[str] = Counter()
        self.findings: list[str] = []

    def look(self, what: str, shown: Iterator[tuple[str, str]]) -> None:
        for place, text in shown:
            self.places[place] += 1
            for piece in self._pieces:
                if piece in text:
                    at = text.index(piece)
                    self.findings.append(f"{what}, {place}: …{text[max(0, at - 150) : at + 30]}…")
                    break

    def look_at(self, what: str, *values: Any) -> None:
        """Search values, and errors among them with all that led to them."""
        for value in values:
            is_error = isinstance(value, BaseException)
            self.look(what, of_error(value) if is_error else of_value(value))


class Watched:
    """What a client tells its `hooks` and its `middleware`, and what it is itself."""

    def __init__(self, search: Search) -> None:
        self._search = search
        self._events: list[Any] = []
        self.came: list[MiddlewareReply] = []
        """What the middleware was given as answers."""

    @property
    def hooks(self) -> Hooks:
        told = self._events.append
        return Hooks(request=told, response=told, end=told, wait=told)

    async def middleware(self, call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        """What it is given shows no secret in any part, at whatever depth it is printed."""
        search, parts = self._search, [getattr(call, name) for name in call.__struct_fields__]
        search.look_at(f"middleware, before {call.operation}", call, *parts)
        try:
            reply = await call_next({"x-own": "1"})
        except CommerceError as error:
            search.look_at(f"middleware, of {call.operation}", error)
            raise
        self.came.append(reply)
        parts = [reply.status, dict(reply.headers), reply.content, reply.request_id]
        search.look_at(f"middleware, after {call.operation}", reply, *parts)
        return reply

    def look_at(self, what: str, client: PlatformClient, *values: Any) -> None:
        """Search a client, and values that belong to it."""
        pipeline: Any = client._core.pipeline
        self._search.look_at(what, client, pipeline.auth, *values, vars(pipeline))

    def look_back(self, what: str, logs: EveryLogger) -> None:
        """Search what was told and logged so far."""
        self._search.look(what, iter(logs.heard))
        self._search.look_at(what, *self._events)
        self._events.clear()
