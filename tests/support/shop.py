"""A client of the neutral platform whose answers a function gives."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx

from commerce_sdk import Money
from commerce_sdk.document.operation import Platform
from commerce_sdk.runtime.core import Core
from tests.codegen.golden.shop import PLATFORM
from tests.codegen.golden.shop.models import BillInput, LineInput
from tests.shop import ShopClient as ShopClient

BASE_URL = "http://127.0.0.1:1/api"
BILL = "009f8789-c10c-4366-9420-f712d02a6499"
SECRET = "s3cr3t-t0ken"
Answer = Callable[[httpx.Request], Any]


def a_bill(bill_id: str = BILL) -> dict[str, Any]:
    """A bill as the server gives it."""
    return {"id": bill_id, "total": 500, "currency": "EUR"}


def new_bill(bill_id: str = BILL) -> BillInput:
    """A bill as a caller makes it."""
    return BillInput(id=bill_id, lines=[LineInput(amount=Money.of("5", "EUR"))])


def shop_client(
    answer: Answer | httpx.AsyncBaseTransport | None,
    kind: type[ShopClient] = ShopClient,
    **settings: Any,
) -> ShopClient:
    """A client of the shop whose answers a function or a transport gives; None is the network."""
    transport = httpx.MockTransport(answer) if callable(answer) else answer
    settings = {
        "shop": "corner",
        "retry": None,
        "limiter": None,
        "base_url": BASE_URL,
        "transport": transport,
        **settings,
    }
    if "auth" not in settings:
        settings.setdefault("token", SECRET)
    return kind(**settings)


@asynccontextmanager
async def shop(
    answer: Answer, auth: Any, *, platform: Platform = PLATFORM, **settings: Any
) -> AsyncIterator[Core]:
    """The core of such a client while it is open, or of one that only logs in; of the shop as it
    is, or as it could be."""
    parts = {"platform": platform, "needs_credential": auth is not None}
    kind = type("ShopClient", (ShopClient,), parts)
    async with shop_client(answer, kind, auth=auth, **settings) as client:
        yield client.core
