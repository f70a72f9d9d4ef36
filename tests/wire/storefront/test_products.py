"""Products: read, added, changed, deleted."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import Money, StorefrontClient
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio

PRODUCT = {
    "productId": "7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11",
    "sku": "BOOT-43",
    "name": "Hiking boot",
    "description": "Warm.",
    "price": 49.99,
    "currency": "USD",
    "stock": 12,
    "category": "footwear",
    "imageUrl": "https://shop.example/boot.png",
    "active": True,
    "createdAt": "2026-01-02T03:04:05Z",
    "updatedAt": None,
}


@wire("storefront.products.list")
async def test_list(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    page = {"data": [PRODUCT], "total": 1, "page": 1, "pageSize": 100, "pages": 1}
    httpx_mock.add_response(json=page)
    found = await shop.products.list(
        search="hiking & boot",
        category="footwear",
        active=True,
        sort="createdAt",
        order="desc",
        page_size=100,
    ).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://shop.example/v2/products?pageSize=100&search=hiking+%26+boot&category=footwear&active=true&sort=createdAt&order=desc
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert [each.price for each in found] == [Money.of("49.99", "USD")]


@wire("storefront.products.get")
async def test_get(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=PRODUCT)
    found = await shop.products.get("7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11")
    assert (
        sent(httpx_mock)
        == """\
GET https://shop.example/v2/products/7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert found.sku == "BOOT-43"


@wire("storefront.products.create")
async def test_create(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=201, json=PRODUCT)
    made = await shop.products.create(
        sku="BOOT-43",
        name="Hiking boot",
        price=Money.of("49.99", "USD"),
        stock=12,
        category="footwear",
        description="Warm.",
        image_url="https://shop.example/boot.png",
        active=False,
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://shop.example/v2/products
accept: application/json
authorization: Bearer t0ken
content-length: 182
content-type: application/json

{"sku":"BOOT-43","name":"Hiking boot","description":"Warm.","price":49.99,"currency":"USD","stock":12,"category":"footwear","imageUrl":"https://shop.example/boot.png","active":false}
"""
    )
    assert made.product_id == "7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11"


@wire("storefront.products.create")
async def test_create_says_no_default(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=201, json=PRODUCT)
    made = await shop.products.create(
        sku="BOOT-43", name="長靴", price=Money.of(5000, "JPY"), stock=0, category="footwear"
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://shop.example/v2/products
accept: application/json
authorization: Bearer t0ken
content-length: 95
content-type: application/json

{"sku":"BOOT-43","name":"長靴","price":5000,"currency":"JPY","stock":0,"category":"footwear"}
"""
    )
    assert made.product_id == "7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11"


@wire("storefront.products.update")
async def test_update(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=PRODUCT)
    changed = await shop.products.update(
        "7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11", description=None, price=Money.of("44.50", "USD")
    )
    assert (
        sent(httpx_mock)
        == """\
PATCH https://shop.example/v2/products/7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11
accept: application/json
authorization: Bearer t0ken
content-length: 51
content-type: application/json

{"description":null,"price":44.50,"currency":"USD"}
"""
    )
    assert changed.active is True


@wire("storefront.products.delete")
async def test_delete(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=204)
    await shop.products.delete("7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11")
    assert (
        sent(httpx_mock)
        == """\
DELETE https://shop.example/v2/products/7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11
accept: application/json
authorization: Bearer t0ken
"""
    )
