"""Quotes: their amounts are in minor units (cents) on the wire."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceClient, Money
from tests.wire.every_method import wire
from tests.wire.on_the_wire import all_sent, sent

pytestmark = pytest.mark.asyncio

QUOTE = {
    "id": "c9c33dfb-7cc6-42dc-8243-4abe82128f16",
    "name": "Jira for 100",
    "version": 3,
    "number": "AT-1234",
    "revision": 1,
    "transactionAccountId": "78e855e6-731e-4819-b23e-7854aad854c8",
    "reasonCode": "NEW",
    "invoiceGroupId": "2f100e51-b40a-4d9a-8809-63b1ffdde012",
    "status": "OPEN",
    "createdBy": {"subject": "somebody", "subjectType": "USER"},
    "createdAt": 1721418338715,
    "lineItems": [],
    "upcomingBillsRequestedAt": 1721418338715,
    "upcomingBills": {
        "total": 1100,
        "subTotal": 1000,
        "tax": 100,
        "lines": [{"id": "1", "currency": "USD", "total": 1100, "subTotal": 1000, "tax": 100}],
    },
}
ASKED = """\
GET https://api.atlassian.com/commerce/api/v2/quotes/c9c33dfb-7cc6-42dc-8243-4abe82128f16
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""


@wire("commerce.quotes.get")
async def test_get(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=QUOTE)
    quote = await commerce.quotes.get("c9c33dfb-7cc6-42dc-8243-4abe82128f16")
    assert sent(httpx_mock) == ASKED
    assert quote.upcoming_bills
    assert quote.upcoming_bills.total == Money.of("11.00", "USD")
    assert quote.created_at == datetime(2024, 7, 19, 19, 45, 38, 715000, tzinfo=UTC)


@wire("commerce.quotes.list")
async def test_list(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"data": [QUOTE], "nextId": None})
    listed = commerce.quotes.list(
        status="OPEN",
        invoice_group="2f100e51-b40a-4d9a-8809-63b1ffdde012",
        quote_number="AT-1234",
        page_size=10,
    )
    assert [quote.status async for quote in listed] == ["OPEN"]
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v1/quotes?page-size=10&status-filter=OPEN&invoice-group=2f100e51-b40a-4d9a-8809-63b1ffdde012&quote-number=AT-1234
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""
    )


@wire("commerce.quotes.list")
async def test_a_query_is_escaped(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"data": [], "nextId": None})
    assert await commerce.quotes.list(quote_number="Nº 1+2, a/b&c=d?e#f%20~").first() is None
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v1/quotes?quote-number=N%C2%BA+1%2B2%2C+a%2Fb%26c%3Dd%3Fe%23f%2520~
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""
    )


@wire("commerce.quotes.wait", "commerce.Handle.result")
async def test_wait(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=QUOTE)
    waited = await commerce.quotes.wait("c9c33dfb-7cc6-42dc-8243-4abe82128f16")
    quote = await waited.result()
    assert sent(httpx_mock) == ASKED
    assert quote.status == "OPEN"


@wire("commerce.Handle.refresh", "commerce.Handle.updates")
async def test_a_quote_at_work_is_asked_for_again(
    commerce: CommerceClient, httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_response(json={**QUOTE, "status": "CREATION_IN_PROGRESS"})
    httpx_mock.add_response(json={**QUOTE, "status": "FINALIZATION_IN_PROGRESS"})
    httpx_mock.add_response(json=QUOTE)
    waited = await commerce.quotes.wait("c9c33dfb-7cc6-42dc-8243-4abe82128f16")
    assert (await waited.refresh()).status == "FINALIZATION_IN_PROGRESS"
    assert [str(quote.status) async for quote in waited.updates()] == ["OPEN"]
    assert all_sent(httpx_mock) == [ASKED, ASKED, ASKED]


@wire("commerce.quotes.download", "commerce.Download.save")
async def test_download(commerce: CommerceClient, httpx_mock: HTTPXMock, tmp_path: Path) -> None:
    httpx_mock.add_response(content=b"%PDF-1.7", headers={"Content-Type": "application/pdf"})
    download = commerce.quotes.download("c9c33dfb-7cc6-42dc-8243-4abe82128f16")
    saved = await download.save(tmp_path / "quote.pdf")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v3/quotes/c9c33dfb-7cc6-42dc-8243-4abe82128f16/download?transactionAccountId=78e855e6-731e-4819-b23e-7854aad854c8
accept: application/pdf, application/json
accept-encoding: identity
authorization: Bearer t0ken
"""
    )
    assert saved.read_bytes() == b"%PDF-1.7"
