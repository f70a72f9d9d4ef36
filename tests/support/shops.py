"""A client core of the neutral platform, whose answers a function gives."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, TypeVar

import httpx

from commerce_sdk.clock import SYSTEM_CLOCK
from commerce_sdk.operation import Platform, Request
from commerce_sdk.runtime.client import Core
from commerce_sdk.runtime.events import SILENT
from tests.generation.golden.shop import PLATFORM
from tests.support.clients import Answer

T = TypeVar("T")


@asynccontextmanager
async def shop(
    answer: Answer, auth: Any, *, platform: Platform = PLATFORM, **settings: Any
) -> AsyncIterator[Core]:
    defaults = {
        "base_url": "http://127.0.0.1/api",
        "transport": httpx.MockTransport(answer),
        "max_connections": 50,
        "limiter": None,
        "hooks": SILENT,
        "clock": SYSTEM_CLOCK,
        "deadline": 60.0,
        "attempt_timeout": None,
        "retry": None,
    }
    core = Core.open(platform=platform, auth=auth, **(defaults | settings))  # type: ignore[arg-type]
    try:
        yield core
    finally:
        await core.aclose(None)


async def ask(core: Core, request: Request[T]) -> T:
    return await core.call(request)
