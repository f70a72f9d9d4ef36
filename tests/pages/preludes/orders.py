"""What the page of orders presumes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from commerce_sdk import CommerceClient, PreparedOrder, new_item
from commerce_sdk.models import Quote
from commerce_sdk.sandbox import FAILING_OFFERING, QUOTES
from tests.pages.sandboxes import sandboxes

__all__ = ["OFFERING", "Given", "opened", "store"]

OFFERING = "009f8789-c10c-4366-9420-f712d02a6499"


def store(order_id: str, token: str, body: bytes) -> None: ...


@dataclass
class Given:
    commerce: CommerceClient
    prepared: PreparedOrder
    kept_bytes: bytes
    provisioned_at: datetime
    quote: Quote
    orders: list[PreparedOrder]


@asynccontextmanager
async def opened() -> AsyncIterator[Given]:
    async with sandboxes() as here:
        commerce = here.clients.commerce
        prepared = commerce.orders.prepare(items=[new_item(OFFERING)])
        quote = await commerce.quotes.get(next(iter(QUOTES)))
        now = datetime.fromtimestamp(here.clock.time(), UTC)
        some = [
            commerce.orders.prepare(items=[new_item(offering)])
            for offering in (OFFERING, FAILING_OFFERING)
        ]
        yield Given(commerce, prepared, prepared.to_json(), now, quote, some)
