"""What the page of errors presumes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from commerce_sdk import CommerceClient, new_item
from commerce_sdk.models import Order
from tests.pages.sandboxes import sandboxes

__all__ = ["Given", "opened"]


@dataclass
class Given:
    commerce: CommerceClient
    order: Order
    order_id: str


@asynccontextmanager
async def opened() -> AsyncIterator[Given]:
    async with sandboxes() as here:
        item = new_item("009f8789-c10c-4366-9420-f712d02a6499", quantities={"user": 100})
        placed = await here.clients.commerce.orders.place(items=[item])
        yield Given(here.clients.commerce, await placed.result(), placed.order_id)
