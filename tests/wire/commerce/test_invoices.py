"""Invoices: their amounts are in major units (dollars) on the wire."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceClient, Money
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio

INVOICE = {
    "id": "6664d179-c5e8-4f6a-9f45-8a9f07564400",
    "version": 1,
    "number": "IN-001",
    "status": "OPEN",
    "createdAt": 1721418338715,
    "updatedAt": 1721418338715,
    "dueAt": 1752745039000,
    "paidAt": None,
    "currency": "USD",
    "subtotal": 50.0,
    "total": 65.0,
    "tax": 15.0,
    "items": [
        {
            "id": "1",
            "currency": "USD",
            "total": 65.0,
            "taxItems": [
                {
                    "id": "taxItem1",
                    "tax": 5.0,
                    "taxPercent": 10.0,
                    "taxId": None,
                    "taxAmountLabel": "GST",
                },
                {
                    "id": "taxItem2",
                    "tax": 10.0,
                    "taxPercent": 20.0,
                    "taxId": "bc_tax_id_456",
                    "taxAmountLabel": "HST",
                },
            ],
        }
    ],
}


@wire("commerce.invoices.get")
async def test_get(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=INVOICE)
    invoice = await commerce.invoices.get("6664d179-c5e8-4f6a-9f45-8a9f07564400")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/invoices/6664d179-c5e8-4f6a-9f45-8a9f07564400
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""
    )
    assert invoice.total == Money.of("65.00", "USD")
    assert invoice.due_at == datetime(2025, 7, 17, 9, 37, 19, tzinfo=UTC)
    assert invoice.items
    assert [tax.tax for tax in invoice.items[0].tax_items or ()] == [
        Money.of("5.00", "USD"),
        Money.of("10.00", "USD"),
    ]


@wire("commerce.invoices.list")
async def test_list(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"data": [INVOICE], "nextId": None})
    listed = commerce.invoices.list(
        status="UNPAID", invoice_group="2f100e51-b40a-4d9a-8809-63b1ffdde012", page_size=25
    )
    assert [invoice.total async for invoice in listed] == [Money.of("65.00", "USD")]
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/invoices?invoice-group=2f100e51-b40a-4d9a-8809-63b1ffdde012&status-filter=UNPAID&page-size=25
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""
    )


@wire("commerce.invoices.download")
async def test_download(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(content=b"%PDF-1.7", headers={"Content-Type": "application/pdf"})
    download = commerce.invoices.download(
        "6664d179-c5e8-4f6a-9f45-8a9f07564400", source_system="BACK OFFICE"
    )
    async with download as parts:
        paper = b"".join([part async for part in parts])
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v1/invoices/6664d179-c5e8-4f6a-9f45-8a9f07564400/download?sourceSystem=BACK+OFFICE&transactionAccountId=78e855e6-731e-4819-b23e-7854aad854c8
accept: application/pdf, application/json
accept-encoding: identity
authorization: Bearer t0ken
"""
    )
    assert paper == b"%PDF-1.7"
