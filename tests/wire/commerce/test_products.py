"""Products: what is sold. The catalogue is everybody's, and asked without an account."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceClient
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio

PRODUCT = {
    "id": "8f2d7a0e-5a4c-4d0b-9f6b-0b6c8a1f2e33",
    "name": "Jira",
    "ari": "ari:cloud:commerce::product/8f2d7a0e-5a4c-4d0b-9f6b-0b6c8a1f2e33",
    "updatedAt": 1721418338715,
    "version": 7,
    "status": "ACTIVE",
}


@wire("commerce.products.get")
async def test_get(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=PRODUCT)
    product = await commerce.products.get("8f2d7a0e-5a4c-4d0b-9f6b-0b6c8a1f2e33")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/products/8f2d7a0e-5a4c-4d0b-9f6b-0b6c8a1f2e33
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert product.updated_at == datetime(2024, 7, 19, 19, 45, 38, 715000, tzinfo=UTC)


@wire("commerce.products.list")
async def test_list(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"values": [PRODUCT]})
    listed = commerce.products.list(status="ACTIVE", page_size=50)
    assert [product.name async for product in listed] == ["Jira"]
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/products?status=ACTIVE&page-size=50
accept: application/json
authorization: Bearer t0ken
"""
    )


@wire("commerce.products.offerings")
async def test_offerings(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        json={
            "values": [
                {
                    "id": "009f8789-c10c-4366-9420-f712d02a6499",
                    "name": "Standard",
                    "ari": "ari:cloud:commerce::offering/009f8789-c10c-4366-9420-f712d02a6499",
                    "hostingType": "CLOUD",
                    "productId": "8f2d7a0e-5a4c-4d0b-9f6b-0b6c8a1f2e33",
                    "pricingType": "PAID",
                    "status": "ACTIVE",
                    "expiryDate": 1765520321000,
                }
            ]
        }
    )
    listed = commerce.products.offerings(
        "8f2d7a0e-5a4c-4d0b-9f6b-0b6c8a1f2e33",
        status="ACTIVE",
        creation_type="DEFAULT_OFFERING",
        hosting_type="CLOUD",
        page_size=50,
    )
    assert [offering.expiry_date async for offering in listed] == [
        datetime(2025, 12, 12, 6, 18, 41, tzinfo=UTC)
    ]
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/products/8f2d7a0e-5a4c-4d0b-9f6b-0b6c8a1f2e33/offerings?status=ACTIVE&creation-type=DEFAULT_OFFERING&page-size=50&hosting-type=CLOUD
accept: application/json
authorization: Bearer t0ken
"""
    )


@wire("commerce.products.partner_opt_out")
async def test_partner_opt_out(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"ignored": True})
    opt_out = await commerce.products.partner_opt_out(
        "8f2d7a0e-5a4c-4d0b-9f6b-0b6c8a1f2e33", hosting_type="DATACENTER"
    )
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v1/product-ignore-rule/8f2d7a0e-5a4c-4d0b-9f6b-0b6c8a1f2e33/promotion-type/partner?hosting-type=DATACENTER
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert opt_out.ignored is True


@wire("commerce.products.partner_opt_outs")
async def test_partner_opt_outs(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"productIds": ["8f2d7a0e-5a4c-4d0b-9f6b-0b6c8a1f2e33"]})
    opt_outs = await commerce.products.partner_opt_outs(hosting_type="CLOUD")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v1/product-ignore-rule/promotion-type/partner?hosting-type=CLOUD
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert opt_outs.product_ids == ["8f2d7a0e-5a4c-4d0b-9f6b-0b6c8a1f2e33"]
