"""What the page of the rest of the platform presumes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from commerce_sdk import CommerceClient
from commerce_sdk.sandbox import ACCOUNTS, CATALOG_ACCOUNT, QUOTES
from tests.pages.sandboxes import sandboxes

__all__ = ["Given", "accounts", "opened", "send"]

accounts = ACCOUNTS


def send(part: bytes) -> None: ...


@dataclass
class Given:
    commerce: CommerceClient
    quote_id: str
    invoice_id: str
    offering_id: str


@asynccontextmanager
async def opened() -> AsyncIterator[Given]:
    async with sandboxes() as here:
        commerce = here.clients.commerce
        first, second = QUOTES
        placed = await commerce.orders.place(quote_id=second, quote_version=QUOTES[second])
        await placed.result()
        invoice = await commerce.invoices.list().first()
        assert invoice is not None
        products = await commerce.products.list().collect()
        (mine,) = (each for each in products if each.catalog_account_id == CATALOG_ACCOUNT)
        offering = await commerce.products.offerings(str(mine.id)).first()
        assert offering is not None
        yield Given(commerce, first, str(invoice.id), str(offering.id))
