"""Orders: placed, taken from status to status, followed, read."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import Money, StorefrontClient
from tests.support.worlds import VirtualClock
from tests.wire.every_method import wire
from tests.wire.on_the_wire import all_sent, sent

pytestmark = pytest.mark.asyncio

ORDER = {
    "orderId": "3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f",
    "customerId": "6f1c9c0e-53a4-4e5b-8a5b-0f6f8f0a2d11",
    "items": [
        {
            "productId": "7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11",
            "sku": "BOOT-43",
            "name": "Hiking boot",
            "quantity": 2,
            "unitPrice": 49.99,
            "lineTotal": 99.98,
        }
    ],
    "subtotal": 99.98,
    "discount": 9.99,
    "total": 89.99,
    "currency": "USD",
    "status": "pending",
    "notes": None,
    "createdAt": "2026-01-02T03:04:05Z",
    "updatedAt": None,
}


@wire("storefront.orders.list")
async def test_list(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    page = {"data": [ORDER], "total": 1, "page": 1, "pageSize": 50, "pages": 1}
    httpx_mock.add_response(json=page)
    found = await shop.orders.list(
        status="pending",
        created_from=datetime(2026, 1, 1, tzinfo=UTC),
        created_before=datetime(2026, 2, 1, tzinfo=UTC),
        page_size=50,
    ).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://shop.example/v2/orders?pageSize=50&status=pending&from=2026-01-01T00%3A00%3A00Z&to=2026-02-01T00%3A00%3A00Z
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert [each.total for each in found] == [Money.of("89.99", "USD")]


@wire("storefront.orders.get")
async def test_get(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=ORDER)
    found = await shop.orders.get("3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f")
    assert (
        sent(httpx_mock)
        == """\
GET https://shop.example/v2/orders/3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert found.created_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@wire("storefront.orders.create")
async def test_create(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=201, json=ORDER)
    placed = await shop.orders.create(
        "6f1c9c0e-53a4-4e5b-8a5b-0f6f8f0a2d11",
        items={"7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11": 2},
        notes="ring twice",
        coupon="TEN-PERCENT",
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://shop.example/v2/orders
accept: application/json
authorization: Bearer t0ken
content-length: 173
content-type: application/json

{"customerId":"6f1c9c0e-53a4-4e5b-8a5b-0f6f8f0a2d11","items":[{"productId":"7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11","quantity":2}],"notes":"ring twice","coupon":"TEN-PERCENT"}
"""
    )
    assert placed.status == "pending"


@wire("storefront.orders.confirm")
async def test_confirm(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={**ORDER, "status": "confirmed"})
    order = await shop.orders.confirm("3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f")
    assert (
        sent(httpx_mock)
        == """\
PATCH https://shop.example/v2/orders/3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f/status
accept: application/json
authorization: Bearer t0ken
content-length: 22
content-type: application/json

{"status":"confirmed"}
"""
    )
    assert order.status == "confirmed"


@wire("storefront.orders.ship")
async def test_ship(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={**ORDER, "status": "shipped"})
    order = await shop.orders.ship("3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f")
    assert (
        sent(httpx_mock)
        == """\
PATCH https://shop.example/v2/orders/3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f/status
accept: application/json
authorization: Bearer t0ken
content-length: 20
content-type: application/json

{"status":"shipped"}
"""
    )
    assert order.status == "shipped"


@wire("storefront.orders.deliver")
async def test_deliver(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={**ORDER, "status": "delivered"})
    order = await shop.orders.deliver("3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f")
    assert (
        sent(httpx_mock)
        == """\
PATCH https://shop.example/v2/orders/3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f/status
accept: application/json
authorization: Bearer t0ken
content-length: 22
content-type: application/json

{"status":"delivered"}
"""
    )
    assert order.status == "delivered"


@wire("storefront.orders.cancel")
async def test_cancel(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={**ORDER, "status": "cancelled"})
    order = await shop.orders.cancel("3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f", reason="ordered twice")
    assert (
        sent(httpx_mock)
        == """\
PATCH https://shop.example/v2/orders/3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f/status
accept: application/json
authorization: Bearer t0ken
content-length: 47
content-type: application/json

{"status":"cancelled","reason":"ordered twice"}
"""
    )
    assert order.status == "cancelled"


@wire("storefront.orders.refund")
async def test_refund(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={**ORDER, "status": "refunded"})
    order = await shop.orders.refund("3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f", reason="broken")
    assert (
        sent(httpx_mock)
        == """\
PATCH https://shop.example/v2/orders/3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f/status
accept: application/json
authorization: Bearer t0ken
content-length: 39
content-type: application/json

{"status":"refunded","reason":"broken"}
"""
    )
    assert order.status == "refunded"


ASKED = """\
GET https://shop.example/v2/orders/3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f
accept: application/json
authorization: Bearer t0ken
"""


@wire("storefront.orders.wait", "storefront.Handle.result")
async def test_wait(httpx_mock: HTTPXMock, clock: VirtualClock) -> None:
    for status in ("pending", "confirmed", "delivered"):
        httpx_mock.add_response(json={**ORDER, "status": status})
    async with StorefrontClient(
        base_url="https://shop.example/v2", token="t0ken", clock=clock
    ) as shop:
        waiting = await shop.orders.wait("3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f", until="delivered")
        order = await waiting.result(deadline=3600)
    assert all_sent(httpx_mock) == [ASKED, ASKED, ASKED]
    assert order.status == "delivered"


@wire("storefront.Handle.updates")
async def test_updates(httpx_mock: HTTPXMock, clock: VirtualClock) -> None:
    for status in ("pending", "confirmed", "shipped"):
        httpx_mock.add_response(json={**ORDER, "status": status})
    async with StorefrontClient(
        base_url="https://shop.example/v2", token="t0ken", clock=clock
    ) as shop:
        waiting = await shop.orders.wait("3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f", until="shipped")
        seen = [state.status async for state in waiting.updates(deadline=3600)]
    assert all_sent(httpx_mock) == [ASKED, ASKED, ASKED]
    assert seen == ["confirmed", "shipped"]


@wire("storefront.Handle.refresh")
async def test_refresh(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    for status in ("pending", "confirmed"):
        httpx_mock.add_response(json={**ORDER, "status": status})
    waiting = await shop.orders.wait("3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f", until="delivered")
    state = await waiting.refresh()
    assert all_sent(httpx_mock) == [ASKED, ASKED]
    assert state.status == "confirmed"


@wire("storefront.orders.ship")
async def test_a_lost_answer(httpx_mock: HTTPXMock, clock: VirtualClock) -> None:
    httpx_mock.add_response(method="PATCH", status_code=503)
    httpx_mock.add_response(method="GET", json={**ORDER, "status": "shipped"})
    async with StorefrontClient(
        base_url="https://shop.example/v2", token="t0ken", clock=clock
    ) as shop:
        order = await shop.orders.ship("3f2a1c0e-8b7d-4c6e-9f10-1a2b3c4d5e6f")
    _, looked = all_sent(httpx_mock)
    assert looked == ASKED
    assert order.status == "shipped"
