"""The kinds of calls of the storefront, and what each does when nothing is in its way."""

from __future__ import annotations

import uuid
from typing import Any

from commerce_sdk import ApiKey, Login, MemorySessionStore, StorefrontClient
from commerce_sdk.clock import SYSTEM_CLOCK
from commerce_sdk.sandbox import STOREFRONT_ADMIN, STOREFRONT_API_KEY, STOREFRONT_CUSTOMER
from tests.runtime.faults.kind import Kind, Side, nothing

SHIRT = "1f6a3d08-7c4b-4e29-9b5f-2d8e0c7a6b11"
"""Of which there are a thousand."""
TWO_HOURS = 7200.0


def _client(url: str, **settings: Any) -> StorefrontClient:
    auth = settings.pop("auth", None) or ApiKey(STOREFRONT_API_KEY)
    return StorefrontClient(base_url=f"{url}/storefront", auth=auth, **settings)


STOREFRONT = Side(_client)


class _Behind:
    """A clock by which a token is given long ago."""

    monotonic, sleep = SYSTEM_CLOCK.monotonic, SYSTEM_CLOCK.sleep

    def time(self) -> float:
        return SYSTEM_CLOCK.time() - TWO_HOURS


def _login(**settings: Any) -> dict[str, Any]:
    return {"auth": Login(STOREFRONT_ADMIN.email, STOREFRONT_ADMIN.password, **settings)}


async def _to_log_in(url: str) -> dict[str, Any]:
    return _login()


async def _to_refresh(url: str) -> dict[str, Any]:
    held = _login(store=MemorySessionStore())
    async with _client(url, clock=_Behind(), limiter=None, **held) as shop:
        await _get(shop, None)
    return held


async def _get(shop: StorefrontClient, _: Any) -> None:
    assert (await shop.products.get(SHIRT)).product_id == SHIRT


async def _list(shop: StorefrontClient, _: Any) -> None:
    assert len(await shop.products.list(page_size=3).collect()) == 6


async def _mark(past: StorefrontClient) -> str:
    return str(uuid.uuid4())


async def _create(shop: StorefrontClient, mark: Any) -> None:
    order = await shop.orders.create(STOREFRONT_CUSTOMER.id, items={SHIRT: 1}, notes=mark)
    assert order.notes == mark


async def _is_there(past: StorefrontClient, mark: Any) -> bool:
    found = [order async for order in past.orders.list(page_size=100) if order.notes == mark]
    assert len(found) <= 1, "it was placed twice"
    return bool(found)


async def _order(past: StorefrontClient) -> Any:
    return (await past.orders.create(STOREFRONT_CUSTOMER.id, items={SHIRT: 1})).order_id


async def _confirm(shop: StorefrontClient, order_id: Any) -> None:
    assert (await shop.orders.confirm(order_id)).status == "confirmed"


async def _is_confirmed(past: StorefrontClient, order_id: Any) -> bool:
    return (await past.orders.get(order_id)).status == "confirmed"


STOREFRONT_KINDS = [
    Kind(STOREFRONT, "a page by its number", "GET", _list, nothing),
    Kind(STOREFRONT, "a login", "POST", _get, nothing, settings=_to_log_in),
    Kind(STOREFRONT, "a refresh", "POST", _get, nothing, settings=_to_refresh, goes_on=True),
    Kind(
        STOREFRONT,
        "`orders.create` of the storefront",
        "POST",
        _create,
        _mark,
        _is_there,
        once=True,
    ),
    Kind(
        STOREFRONT, "`orders.confirm` of the storefront", "PATCH", _confirm, _order, _is_confirmed
    ),
]
