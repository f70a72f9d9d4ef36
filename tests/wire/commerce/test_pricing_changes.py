"""Pricing changes: what brings prices into force, and when."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
import pytest_asyncio
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceClient
from commerce_sdk.models import (
    PricingActivationInput,
    PricingChangeInput,
    PricingChangeStepInput,
    PricingChangeUpdateInput,
    PricingDeactivationInput,
)
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio

CHANGE = {
    "id": "b68b68ec-8b54-4baa-9886-c11a549d4cd6",
    "offeringId": "009f8789-c10c-4366-9420-f712d02a6499",
    "changes": [
        {
            "activate": {
                "pricingPlanId": "8c1ffdde-3c1d-41a1-a43d-26bd81079e9e",
                "activationReasonCode": "DEFAULT_PRICING",
            }
        }
    ],
    "effectiveDate": 1765520321000,
    "status": "DRAFT",
}


@pytest_asyncio.fixture
async def catalogue() -> AsyncIterator[CommerceClient]:
    async with CommerceClient(token="t0ken", catalog_account="c47a") as client:
        yield client


@wire("commerce.pricing_changes.get")
async def test_get(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=CHANGE)
    change = await commerce.pricing_changes.get("b68b68ec-8b54-4baa-9886-c11a549d4cd6")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/pricing-changes/b68b68ec-8b54-4baa-9886-c11a549d4cd6
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert change.effective_date == datetime(2025, 12, 12, 6, 18, 41, tzinfo=UTC)


@wire("commerce.pricing_changes.create")
async def test_create(catalogue: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=CHANGE)
    change = await catalogue.pricing_changes.create(
        PricingChangeInput(
            offering_id="009f8789-c10c-4366-9420-f712d02a6499",
            description="Neue Preise für 2026 ¥",
            changes=[
                PricingChangeStepInput(
                    activate=PricingActivationInput(
                        pricing_plan_id="8c1ffdde-3c1d-41a1-a43d-26bd81079e9e",
                        activation_reason_code="DEFAULT_PRICING",
                    )
                ),
                PricingChangeStepInput(
                    deactivate=PricingDeactivationInput(
                        pricing_plan_id="99eb1387-befd-47bc-a2e6-9e66eb086281",
                        max_new_quote_date=datetime(2025, 7, 17, 9, 37, 19, tzinfo=UTC),
                    )
                ),
            ],
        )
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://api.atlassian.com/commerce/api/v2/pricing-changes
accept: application/json
authorization: Bearer t0ken
content-length: 321
content-type: application/json
x-catalog-account: c47a

{"offeringId":"009f8789-c10c-4366-9420-f712d02a6499","description":"Neue Preise für 2026 ¥","changes":[{"activate":{"pricingPlanId":"8c1ffdde-3c1d-41a1-a43d-26bd81079e9e","activationReasonCode":"DEFAULT_PRICING"}},{"deactivate":{"pricingPlanId":"99eb1387-befd-47bc-a2e6-9e66eb086281","maxNewQuoteDate":1752745039000}}]}
"""
    )
    assert change.status == "DRAFT"


@wire("commerce.pricing_changes.update")
async def test_update(catalogue: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=CHANGE)
    change = await catalogue.pricing_changes.update(
        "b68b68ec-8b54-4baa-9886-c11a549d4cd6", PricingChangeUpdateInput(description="Later")
    )
    assert (
        sent(httpx_mock)
        == """\
PUT https://api.atlassian.com/commerce/api/v2/pricing-changes/b68b68ec-8b54-4baa-9886-c11a549d4cd6
accept: application/json
authorization: Bearer t0ken
content-length: 23
content-type: application/json
x-catalog-account: c47a

{"description":"Later"}
"""
    )
    assert change.changes
    assert change.changes[0].activate
    assert change.changes[0].activate.activation_reason_code == "DEFAULT_PRICING"


@wire("commerce.pricing_changes.delete")
async def test_delete(catalogue: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=204)
    await catalogue.pricing_changes.delete("b68b68ec-8b54-4baa-9886-c11a549d4cd6")
    assert (
        sent(httpx_mock)
        == """\
DELETE https://api.atlassian.com/commerce/api/v1/pricing-changes/b68b68ec-8b54-4baa-9886-c11a549d4cd6
accept: application/json
authorization: Bearer t0ken
x-catalog-account: c47a
"""
    )


@wire("commerce.pricing_changes.execute")
async def test_execute_at_an_instant(catalogue: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=202, json={**CHANGE, "status": "PENDING"})
    in_sydney = timezone(timedelta(hours=11))
    executed = await catalogue.pricing_changes.execute(
        "b68b68ec-8b54-4baa-9886-c11a549d4cd6",
        effective_date=datetime(2025, 12, 12, 17, 18, 41, tzinfo=in_sydney),
    )
    assert (
        sent(httpx_mock)
        == """\
PUT https://api.atlassian.com/commerce/api/v2/pricing-changes/b68b68ec-8b54-4baa-9886-c11a549d4cd6/execute
accept: application/json
authorization: Bearer t0ken
content-length: 31
content-type: application/json
x-catalog-account: c47a

{"effectiveDate":1765520321000}
"""
    )
    assert executed.state
    assert executed.state.status == "PENDING"


@wire("commerce.pricing_changes.execute")
async def test_execute_at_once_has_no_body(
    catalogue: CommerceClient, httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_response(status_code=202, json={**CHANGE, "status": "PROCESSING"})
    executed = await catalogue.pricing_changes.execute("b68b68ec-8b54-4baa-9886-c11a549d4cd6")
    assert (
        sent(httpx_mock)
        == """\
PUT https://api.atlassian.com/commerce/api/v2/pricing-changes/b68b68ec-8b54-4baa-9886-c11a549d4cd6/execute
accept: application/json
authorization: Bearer t0ken
content-length: 0
x-catalog-account: c47a
"""
    )
    assert executed.state
    assert executed.state.status == "PROCESSING"


@wire("commerce.pricing_changes.wait")
async def test_wait(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={**CHANGE, "status": "COMPLETED"})
    waited = await commerce.pricing_changes.wait("b68b68ec-8b54-4baa-9886-c11a549d4cd6")
    change = await waited.result()
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/pricing-changes/b68b68ec-8b54-4baa-9886-c11a549d4cd6
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert change.effective_date == datetime(2025, 12, 12, 6, 18, 41, tzinfo=UTC)
