"""What the page of the storefront presumes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from commerce_sdk import Money, StorefrontClient
from commerce_sdk.sandbox import STOREFRONT_CUSTOMER
from tests.pages.sandboxes import ORIGIN, sandboxes

__all__ = [
    "BASE_URL",
    "Given",
    "customer_id",
    "email",
    "key",
    "opened",
    "password",
    "token",
]

BASE_URL = f"{ORIGIN}/storefront"
email, password, key, token = "jane@example.com", "secret", "key", "token"
customer_id = STOREFRONT_CUSTOMER.id


@dataclass
class Given:
    shop: StorefrontClient
    product_id: str
    hidden_id: str
    order_id: str
    unwanted_id: str
    broken_id: str


@asynccontextmanager
async def opened() -> AsyncIterator[Given]:
    async with sandboxes() as here:
        shop = here.clients.shop
        product, hidden = [
            await shop.products.create(
                sku=sku, name="Mug", price=Money.of("9.90", "USD"), stock=50, category="home"
            )
            for sku in ("MUG-1", "MUG-2")
        ]
        ids = []
        for _ in range(3):
            order = await shop.orders.create(customer_id, items={str(product.product_id): 2})
            ids.append(str(order.order_id))
        for step in (shop.orders.confirm, shop.orders.ship, shop.orders.deliver):
            await step(ids[-1])
        yield Given(shop, str(product.product_id), str(hidden.product_id), *ids)
