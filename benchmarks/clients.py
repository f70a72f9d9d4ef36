"""The clients that are compared, each as a function that makes the call to measure."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from typing import Any

ORDER = "0aed15e5-3d09-4319-800d-d65a5e73f783"
ACCOUNT = "2666852d-2296-4c24-a999-8949db3bbf1f"
HEADERS = {"X-transaction-account": ACCOUNT, "Authorization": "Bearer t"}

Call = Callable[[], Awaitable[Any]]
Client = Callable[[str, bool, AsyncExitStack], Awaitable[Call]]
"""Given the server's address and whether it is a page that is asked for."""


def _url(base: str, many: bool) -> str:
    return f"{base}/v2/orders" if many else f"{base}/v2/orders/{ORDER}"


async def raw_httpx(base: str, many: bool, life: AsyncExitStack) -> Call:
    import httpx

    client = await life.enter_async_context(httpx.AsyncClient(headers=HEADERS))

    async def call() -> Any:
        return json.loads((await client.get(_url(base, many))).content)

    return call


async def raw_aiohttp(base: str, many: bool, life: AsyncExitStack) -> Call:
    import aiohttp

    session = await life.enter_async_context(aiohttp.ClientSession(headers=HEADERS))

    async def call() -> Any:
        async with session.get(_url(base, many)) as answer:
            return json.loads(await answer.read())

    return call


async def sdk(base: str, many: bool, life: AsyncExitStack, **settings: Any) -> Call:
    from commerce_sdk import CommerceClient, LocalLimiter

    # The platform's own limits would stop any benchmark; what keeping them costs is measured.
    commerce = await life.enter_async_context(
        CommerceClient(
            token="t",
            transaction_account=ACCOUNT,
            base_url=base,
            limiter=without_end(LocalLimiter()),
            **settings,
        )
    )

    async def call() -> Any:
        if many:
            return [page async for page in commerce.orders.list().pages()]
        return await commerce.orders.get(ORDER)

    return call


def without_end(limiter: Any) -> Any:
    from msgspec.structs import replace

    acquire = limiter.acquire

    async def endless(buckets: Any, deadline: Any, clock: Any) -> str:
        wide = {
            key: tuple(replace(limit, limit=10**9, seconds=1) for limit in limits)
            for key, limits in buckets.items()
        }
        place: str = await acquire(wide, deadline, clock)
        return place

    limiter.acquire = endless
    return limiter


async def sdk_aiohttp(base: str, many: bool, life: AsyncExitStack) -> Call:
    from commerce_sdk import AiohttpTransport

    return await sdk(base, many, life, transport=AiohttpTransport())


async def stock_generator(base: str, many: bool, life: AsyncExitStack) -> Call:
    import stock
    from stock.api.orders import get_order, list_orders

    client = stock.AuthenticatedClient(base_url=base, token="t")
    await life.enter_async_context(client)

    async def call() -> Any:
        if many:
            return await list_orders.asyncio(client=client, x_transaction_account=ACCOUNT)
        return await get_order.asyncio(ORDER, client=client, x_transaction_account=ACCOUNT)

    return call


async def openapi_generator(base: str, many: bool, life: AsyncExitStack) -> Call:
    import oag

    client = oag.ApiClient(oag.Configuration(host=base, access_token="t"))
    life.push_async_callback(client.close)
    api = oag.OrdersApi(client)

    async def call() -> Any:
        if many:
            return await api.list_orders(ACCOUNT)
        return await api.get_order(ORDER, ACCOUNT)

    return call


CLIENTS: dict[str, Client] = {
    "httpx + json (dicts)": raw_httpx,
    "aiohttp + json (dicts)": raw_aiohttp,
    "commerce-sdk": sdk,
    "commerce-sdk, aiohttp": sdk_aiohttp,
    "openapi-python-client": stock_generator,
    "openapi-generator (asyncio)": openapi_generator,
}
