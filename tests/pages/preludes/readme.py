"""What the README presumes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from commerce_sdk import CommerceClient, new_item
from commerce_sdk.models import Order
from commerce_sdk.sandbox import QUOTES
from tests.pages.sandboxes import sandboxes

__all__ = ["OFFERING", "Given", "cursor", "done", "keep", "opened", "store"]

OFFERING = "009f8789-c10c-4366-9420-f712d02a6499"
cursor: str | None = None
done = False


def store(order_id: str, body: bytes, token: str) -> None: ...


def keep(rows: Sequence[Order], *, cursor: str | None, done: bool) -> None: ...


@dataclass
class Given:
    commerce: CommerceClient
    kept_bytes: bytes
    token: str
    quote_id: str
    invoice_id: str


@asynccontextmanager
async def opened() -> AsyncIterator[Given]:
    async with sandboxes() as here:
        commerce = here.clients.commerce
        prepared = commerce.orders.prepare(items=[new_item(OFFERING)])
        quote_id, version = next(iter(QUOTES.items()))
        placed = await commerce.orders.place(quote_id=quote_id, quote_version=version)
        await placed.result()
        invoice = await commerce.invoices.list().first()
        assert invoice is not None
        yield Given(commerce, prepared.to_json(), placed.token, quote_id, str(invoice.id))
