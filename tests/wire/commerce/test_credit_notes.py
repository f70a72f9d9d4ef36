"""Credit notes: what was given back, in major units on the wire."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceClient, Money
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio

NOTE = {
    "id": "5f0c6d3e-1f0a-4c56-9d5c-0c2b9f3c7a11",
    "number": "CN-001",
    "memo": "",
    "reason": "order_change",
    "type": "partial-item-refund",
    "invoice": "6664d179-c5e8-4f6a-9f45-8a9f07564400",
    "currency": "USD",
    "status": "PAID",
    "createdAt": 1721418338715,
    "updatedAt": 1721418338715,
}


@wire("commerce.credit_notes.get")
async def test_get(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=NOTE)
    note = await commerce.credit_notes.get("5f0c6d3e-1f0a-4c56-9d5c-0c2b9f3c7a11")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/credit-notes/5f0c6d3e-1f0a-4c56-9d5c-0c2b9f3c7a11
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""
    )
    assert note.created_at == datetime(2024, 7, 19, 19, 45, 38, 715000, tzinfo=UTC)


@wire("commerce.credit_notes.summary")
async def test_summary(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        json={
            "entitlementId": "d71ec13e-301b-35bf-9808-653f5be6c256",
            "invoiceNumber": "IN-001",
            "entitlementAmountDetails": {"total": 65.0, "refunded": 5.5},
            "creditNotesIssued": [NOTE],
        }
    )
    summary = await commerce.credit_notes.summary(
        "6664d179-c5e8-4f6a-9f45-8a9f07564400", "d71ec13e-301b-35bf-9808-653f5be6c256"
    )
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/credit-notes/summary?invoiceId=6664d179-c5e8-4f6a-9f45-8a9f07564400&entitlementId=d71ec13e-301b-35bf-9808-653f5be6c256
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""
    )
    assert summary.entitlement_amount_details
    assert summary.entitlement_amount_details.refunded == Money.of("5.50", "USD")
