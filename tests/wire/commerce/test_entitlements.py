"""Entitlements: what an account may use. Only what the account has is asked with its header."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceClient
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio

DETAILS = {
    "entitlementId": "73a8edb7-a48f-3a03-8609-5a616930f01c",
    "createdAt": 1721418338715,
    "relatesFromEntitlements": [
        {
            "entitlementId": "96a551eb-b8e2-3217-a11f-5e5670b10a3e",
            "relationshipType": "ENTERPRISE",
            "relationshipId": "b68b68ec-8b54-4baa-9886-c11a549d4cd6",
        },
        {
            "entitlementId": "92ee1d1d-9f6c-3288-b1d9-12dbf5086ef6",
            "relationshipType": "FAMILY_CONTAINER",
            "relationshipId": "c3758d24-c5ec-42f3-81f6-eec7a3cd9420",
        },
    ],
}


@wire("commerce.entitlements.get")
async def test_get(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=DETAILS)
    entitlement = await commerce.entitlements.get("73a8edb7-a48f-3a03-8609-5a616930f01c")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v4/entitlements/73a8edb7-a48f-3a03-8609-5a616930f01c/details
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert entitlement.created_at == datetime(2024, 7, 19, 19, 45, 38, 715000, tzinfo=UTC)


@wire("commerce.entitlements.get_v2")
async def test_get_v2(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=DETAILS)
    entitlement = await commerce.entitlements.get_v2("73a8edb7-a48f-3a03-8609-5a616930f01c")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/entitlements/73a8edb7-a48f-3a03-8609-5a616930f01c/details
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert [each.relationship_type for each in entitlement.relates_from_entitlements or ()] == [
        "ENTERPRISE",
        "FAMILY_CONTAINER",
    ]


@wire("commerce.entitlements.list")
async def test_list(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"data": [DETAILS], "nextId": None})
    listed = commerce.entitlements.list(
        status="ACTIVE", invoice_group="2f100e51-b40a-4d9a-8809-63b1ffdde012", page_size=20
    )
    assert [each.created_at async for each in listed] == [
        datetime(2024, 7, 19, 19, 45, 38, 715000, tzinfo=UTC)
    ]
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v1/entitlements?page-size=20&status-filter=ACTIVE&invoice-group=2f100e51-b40a-4d9a-8809-63b1ffdde012
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""
    )


@wire("commerce.entitlements.display_info")
async def test_display_info(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        json={
            "entitlementId": "73a8edb7-a48f-3a03-8609-5a616930f01c",
            "provisionedResource": {
                "ari": "ari:cloud:jira-software::site/4745a76c-290c-49d4-aa23-04d5ccb3c52d",
                "name": "acme",
            },
        }
    )
    shown = await commerce.entitlements.display_info("73a8edb7-a48f-3a03-8609-5a616930f01c")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v1/entitlements/73a8edb7-a48f-3a03-8609-5a616930f01c/display-info
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""
    )
    assert shown.provisioned_resource
    assert shown.provisioned_resource.name == "acme"


@wire("commerce.entitlements.partner_info")
async def test_partner_info(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        json={
            "entitlementId": "73a8edb7-a48f-3a03-8609-5a616930f01c",
            "subscription": {"status": "ACTIVE", "nextBillingTimestamp": 1752745039000},
        }
    )
    info = await commerce.entitlements.partner_info("73a8edb7-a48f-3a03-8609-5a616930f01c")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v1/entitlements/73a8edb7-a48f-3a03-8609-5a616930f01c/partner-acquisition-info
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert info.subscription
    assert info.subscription.next_billing_timestamp == datetime(2025, 7, 17, 9, 37, 19, tzinfo=UTC)
