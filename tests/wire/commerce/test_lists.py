"""What can be done with a list: each of its ways over two pages."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceClient
from tests.wire.every_method import wire
from tests.wire.on_the_wire import all_sent, sent

pytestmark = pytest.mark.asyncio

FIRST = {
    "data": [{"orderId": "0aed15e5-3d09-4319-800d-d65a5e73f783", "createdDate": 1721418338715}],
    "nextId": "b/2+ =ü",
}
SECOND = {
    "data": [{"orderId": "ff34629f-cc52-4fae-a8e3-364257229805", "createdDate": 1752745039000}],
    "nextId": None,
}
FIRST_ASKED = """\
GET https://api.atlassian.com/commerce/api/v2/orders?page-size=1
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""
SECOND_ASKED = """\
GET https://api.atlassian.com/commerce/api/v2/orders?page-size=1&start-id=b%2F2%2B+%3D%C3%BC
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""


@wire("commerce.Paginator.collect")
async def test_collect(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=FIRST)
    httpx_mock.add_response(json=SECOND)
    orders = await commerce.orders.list(page_size=1).collect()
    assert all_sent(httpx_mock) == [FIRST_ASKED, SECOND_ASKED]
    assert [order.created_date for order in orders] == [
        datetime(2024, 7, 19, 19, 45, 38, 715000, tzinfo=UTC),
        datetime(2025, 7, 17, 9, 37, 19, tzinfo=UTC),
    ]


@wire("commerce.Paginator.first")
async def test_first_asks_for_one_page(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=FIRST)
    order = await commerce.orders.list(page_size=1).first()
    assert sent(httpx_mock) == FIRST_ASKED
    assert order is not None
    assert order.order_id == "0aed15e5-3d09-4319-800d-d65a5e73f783"


@wire("commerce.Paginator.pages")
async def test_pages_go_on_from_a_cursor(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=SECOND)
    pages = [page async for page in commerce.orders.list(page_size=1).pages(after="b/2+ =ü")]
    assert sent(httpx_mock) == SECOND_ASKED
    assert [page.is_last for page in pages] == [True]
    assert pages[0].items[0].order_id == "ff34629f-cc52-4fae-a8e3-364257229805"


@wire("commerce.Paginator.prefetch")
async def test_prefetch(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=FIRST)
    httpx_mock.add_response(json=SECOND)
    async with commerce.orders.list(page_size=1).prefetch() as pages:
        cursors = [page.next_cursor async for page in pages]
    assert all_sent(httpx_mock) == [FIRST_ASKED, SECOND_ASKED]
    assert cursors == ["b/2+ =ü", None]
