"""A client of Commerce Layer whose answers a test gives, and what it sent."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import anyio.lowlevel
import httpx

from commerce_sdk import CommerceLayerClient, RetryPolicy
from commerce_sdk.sandbox import ManualClock
from tests.support.commerce_layer import MEDIA_TYPE
from tests.support.worlds import VirtualClock

BASE_URL = "http://127.0.0.1/api"
TOKEN = "t0ken-a7a7"
Answer = Callable[[httpx.Request], httpx.Response]


class Front:
    """The platform: answers every request in the way of a function, and keeps them."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.clock = VirtualClock(ManualClock())
        self.requests: list[httpx.Request] = []

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        await anyio.lowlevel.checkpoint()
        self.requests.append(request)
        return self.answer(request)

    def count(self, method: str) -> int:
        return sum(each.method == method for each in self.requests)

    def client(self, **settings: Any) -> CommerceLayerClient:
        settings.setdefault("retry", RetryPolicy(first_pause=0.01, pause_cap=1.0))
        settings.setdefault("limiter", None)
        settings.setdefault("token", TOKEN)
        return CommerceLayerClient(
            base_url=BASE_URL,
            transport=httpx.MockTransport(self),
            clock=self.clock,
            **settings,
        )


def document(data: Any, *, status: int = 200, **more: Any) -> httpx.Response:
    """An answer that is a JSON:API document."""
    content = json.dumps({"data": data, **more})
    return httpx.Response(status, content=content, headers={"content-type": MEDIA_TYPE})


def page(data: list[Any], *, records: int | None = None, pages: int = 1) -> httpx.Response:
    """A page of a list."""
    count = len(data) if records is None else records
    return document(data, meta={"record_count": count, "page_count": pages})


def resource(type: str, id: str, **attributes: Any) -> dict[str, Any]:
    return {"id": id, "type": type, "attributes": attributes}


def refusal(status: int, *errors: tuple[str, str, str]) -> httpx.Response:
    """An error of the platform: of each problem its code, its words and its pointer."""
    said = [
        {"title": words, "detail": words, "code": code, "source": {"pointer": pointer}}
        for code, words, pointer in errors or (("NO", "no", ""),)
    ]
    content = json.dumps({"errors": [{**each, "status": str(status)} for each in said]})
    return httpx.Response(status, content=content, headers={"content-type": MEDIA_TYPE})
