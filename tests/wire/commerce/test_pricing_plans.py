"""Pricing plans: prices are in minor units on the wire, and the catalogue's account writes them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceClient, Money
from commerce_sdk.models import (
    PricingPlanInput,
    PricingPlanItemInput,
    PricingPlanTierInput,
    PricingPlanUpdateInput,
)
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio

PLAN = {
    "id": "8c1ffdde-3c1d-41a1-a43d-26bd81079e9e",
    "description": "Standard",
    "offeringId": "009f8789-c10c-4366-9420-f712d02a6499",
    "productId": "8f2d7a0e-5a4c-4d0b-9f6b-0b6c8a1f2e33",
    "offeringName": "Standard",
    "ari": "ari:cloud:commerce::pricing-plan/8c1ffdde-3c1d-41a1-a43d-26bd81079e9e",
    "primaryCycle": {"name": "MONTHLY", "interval": "MONTH", "count": 1},
    "status": "DRAFT",
    "currency": "USD",
    "type": "COMMERCIAL",
    "items": [
        {
            "cycle": {"name": "MONTHLY", "interval": "MONTH", "count": 1},
            "chargeType": "LICENSED",
            "chargeElement": "user",
            "tiersMode": "GRADUATED",
            "tiers": [
                {"floor": 1, "ceiling": 10, "unitAmount": None, "flatAmount": 1000},
                {"floor": 11, "unitAmount": 125, "unitAmountDecimal": "125.5"},
            ],
        }
    ],
    "version": 4,
}
PRICES = [
    PricingPlanItemInput(
        charge_type="LICENSED",
        charge_element="user",
        tiers_mode="GRADUATED",
        prorate_on_usage_change="CREATE_PRORATIONS",
        charge_element_aggregation_type="LATEST",
        tiers=[
            PricingPlanTierInput(floor=1, ceiling=10, flat_amount=Money.of("10.00", "USD")),
            PricingPlanTierInput(floor=11, unit_amount_decimal=Money.of("1.255", "USD")),
        ],
    )
]


@pytest_asyncio.fixture
async def catalogue() -> AsyncIterator[CommerceClient]:
    async with CommerceClient(token="t0ken", catalog_account="c47a") as client:
        yield client


@wire("commerce.pricing_plans.get")
async def test_get(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=PLAN)
    plan = await commerce.pricing_plans.get("8c1ffdde-3c1d-41a1-a43d-26bd81079e9e")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/pricing-plans/8c1ffdde-3c1d-41a1-a43d-26bd81079e9e
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert plan.items
    assert [tier.flat_amount or tier.unit_amount_decimal for tier in plan.items[0].tiers or ()] == [
        Money.of("10.00", "USD"),
        Money.of("1.255", "USD"),
    ]


@wire("commerce.pricing_plans.create")
async def test_create(catalogue: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=PLAN)
    plan = await catalogue.pricing_plans.create(
        PricingPlanInput(
            offering_id="009f8789-c10c-4366-9420-f712d02a6499",
            primary_cycle_id="MONTHLY",
            currency="USD",
            items=PRICES,
        )
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://api.atlassian.com/commerce/api/v2/pricing-plans
accept: application/json
authorization: Bearer t0ken
content-length: 357
content-type: application/json
x-catalog-account: c47a

{"offeringId":"009f8789-c10c-4366-9420-f712d02a6499","primaryCycleId":"MONTHLY","currency":"USD","items":[{"chargeType":"LICENSED","chargeElement":"user","tiersMode":"GRADUATED","prorateOnUsageChange":"CREATE_PRORATIONS","chargeElementAggregationType":"LATEST","tiers":[{"floor":1,"ceiling":10,"flatAmount":1000},{"floor":11,"unitAmountDecimal":"125.5"}]}]}
"""
    )
    assert plan.status == "DRAFT"


@wire("commerce.pricing_plans.update")
async def test_update(catalogue: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={**PLAN, "version": 5})
    plan = await catalogue.pricing_plans.update(
        "8c1ffdde-3c1d-41a1-a43d-26bd81079e9e",
        PricingPlanUpdateInput(primary_cycle_id="MONTHLY", items=PRICES, version=4),
        currency="USD",
    )
    assert (
        sent(httpx_mock)
        == """\
PUT https://api.atlassian.com/commerce/api/v2/pricing-plans/8c1ffdde-3c1d-41a1-a43d-26bd81079e9e
accept: application/json
authorization: Bearer t0ken
content-length: 300
content-type: application/json
x-catalog-account: c47a

{"primaryCycleId":"MONTHLY","items":[{"chargeType":"LICENSED","chargeElement":"user","tiersMode":"GRADUATED","prorateOnUsageChange":"CREATE_PRORATIONS","chargeElementAggregationType":"LATEST","tiers":[{"floor":1,"ceiling":10,"flatAmount":1000},{"floor":11,"unitAmountDecimal":"125.5"}]}],"version":4}
"""
    )
    assert plan.version == 5


@wire("commerce.pricing_plans.delete")
async def test_delete(catalogue: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=204)
    await catalogue.pricing_plans.delete("8c1ffdde-3c1d-41a1-a43d-26bd81079e9e")
    assert (
        sent(httpx_mock)
        == """\
DELETE https://api.atlassian.com/commerce/api/v1/pricing-plans/8c1ffdde-3c1d-41a1-a43d-26bd81079e9e
accept: application/json
authorization: Bearer t0ken
x-catalog-account: c47a
"""
    )
