"""Invoice groups: who is billed, and how."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceClient
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio

GROUP = {
    "id": "2f100e51-b40a-4d9a-8809-63b1ffdde012",
    "version": 1,
    "name": None,
    "slug": "IG-1234-5678-9012",
    "currency": "JPY",
    "createdAt": 1721418338715,
    "updatedAt": 1721418338715,
}


@wire("commerce.invoice_groups.get")
async def test_get(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=GROUP)
    group = await commerce.invoice_groups.get("2f100e51-b40a-4d9a-8809-63b1ffdde012")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/invoice-groups/2f100e51-b40a-4d9a-8809-63b1ffdde012
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""
    )
    assert group.updated_at == datetime(2024, 7, 19, 19, 45, 38, 715000, tzinfo=UTC)


@wire("commerce.invoice_groups.list")
async def test_list(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"data": [GROUP]})
    listed = commerce.invoice_groups.list(page_size=5)
    assert [group.slug async for group in listed] == ["IG-1234-5678-9012"]
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/invoice-groups?page-size=5
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""
    )
