"""Offerings: the forms in which a product is sold, and their prices."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceClient, Money
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio

OFFERING = {
    "id": "009f8789-c10c-4366-9420-f712d02a6499",
    "name": "Standard",
    "ari": "ari:cloud:commerce::offering/009f8789-c10c-4366-9420-f712d02a6499",
    "updatedAt": 1721418338715,
    "hostingType": "CLOUD",
    "productId": "8f2d7a0e-5a4c-4d0b-9f6b-0b6c8a1f2e33",
    "pricingType": "PAID",
    "status": "ACTIVE",
    "trial": None,
}


@wire("commerce.offerings.get")
async def test_get(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=OFFERING)
    offering = await commerce.offerings.get("009f8789-c10c-4366-9420-f712d02a6499")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v3/offerings/009f8789-c10c-4366-9420-f712d02a6499
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert offering.updated_at == datetime(2024, 7, 19, 19, 45, 38, 715000, tzinfo=UTC)


@wire("commerce.offerings.related")
async def test_related(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"values": [OFFERING]})
    listed = commerce.offerings.related(
        "009f8789-c10c-4366-9420-f712d02a6499", "APP_DEPENDENCE", page_size=50
    )
    assert [offering.hosting_type async for offering in listed] == ["CLOUD"]
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v1/offerings/009f8789-c10c-4366-9420-f712d02a6499/related/APP_DEPENDENCE?page-size=50
accept: application/json
authorization: Bearer t0ken
"""
    )


@wire("commerce.offerings.pricing_plans")
async def test_pricing_plans(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        json={
            "values": [
                {
                    "id": "8c1ffdde-3c1d-41a1-a43d-26bd81079e9e",
                    "description": "Standard",
                    "offeringId": "009f8789-c10c-4366-9420-f712d02a6499",
                    "productId": "8f2d7a0e-5a4c-4d0b-9f6b-0b6c8a1f2e33",
                    "offeringName": "Standard",
                    "ari": "ari:cloud:commerce::pricing-plan/8c1ffdde-3c1d-41a1-a43d-26bd81079e9e",
                    "primaryCycle": {"name": "MONTHLY", "interval": "MONTH", "count": 1},
                    "status": "ACTIVE",
                    "currency": "JPY",
                    "type": "COMMERCIAL",
                    "items": [
                        {
                            "cycle": {"name": "MONTHLY", "interval": "MONTH", "count": 1},
                            "chargeType": "LICENSED",
                            "chargeElement": "user",
                            "tiersMode": "GRADUATED",
                            "tiers": [{"floor": 1, "ceiling": 10, "flatAmount": 1100}],
                        }
                    ],
                }
            ]
        }
    )
    listed = commerce.offerings.pricing_plans(
        "009f8789-c10c-4366-9420-f712d02a6499",
        status="ACTIVE",
        activation_reasons=["DEFAULT_PRICING", "ADVANTAGE_PRICING"],
        page_size=50,
    )
    plans = await listed.collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/offerings/009f8789-c10c-4366-9420-f712d02a6499/pricing-plans?status=ACTIVE&activation-reason-code=DEFAULT_PRICING&activation-reason-code=ADVANTAGE_PRICING&page-size=50
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert plans[0].items
    assert plans[0].items[0].tiers
    assert plans[0].items[0].tiers[0].flat_amount == Money.of("1100", "JPY")
