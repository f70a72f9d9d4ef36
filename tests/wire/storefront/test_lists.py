"""Lists, page by page."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import StorefrontClient
from tests.wire.every_method import wire
from tests.wire.on_the_wire import all_sent

pytestmark = pytest.mark.asyncio

FIRST, SECOND = "7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11", "1c9f0a7d-6c1e-4f7b-8a55-0d7b6a1e2f33"
ASKED = """\
GET https://shop.example/v2/products?{}
accept: application/json
authorization: Bearer t0ken
"""


def answered_in_two(mock: HTTPXMock) -> None:
    for number, id in enumerate((FIRST, SECOND), 1):
        page = {"data": [{"productId": id}], "total": 2, "page": number, "pageSize": 1, "pages": 2}
        mock.add_response(json=page)


@wire("storefront.Paginator.collect")
async def test_collect(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    answered_in_two(httpx_mock)
    found = await shop.products.list(active=False, page_size=1).collect()
    assert all_sent(httpx_mock) == [
        ASKED.format("pageSize=1&active=false"),
        ASKED.format("pageSize=1&active=false&page=2"),
    ]
    assert [each.product_id for each in found] == [FIRST, SECOND]


@wire("storefront.Paginator.first")
async def test_first(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    page = {"data": [{"productId": FIRST}], "total": 2, "page": 1, "pageSize": 1, "pages": 2}
    httpx_mock.add_response(json=page)
    found = await shop.products.list(page_size=1).first()
    assert all_sent(httpx_mock) == [ASKED.format("pageSize=1")]
    assert found is not None
    assert found.product_id == FIRST


@wire("storefront.Paginator.pages")
async def test_pages(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    answered_in_two(httpx_mock)
    async for page in shop.products.list(page_size=1).pages():
        cursor = page.next_cursor
        break
    rest = [page async for page in shop.products.list(page_size=1).pages(after=cursor)]
    assert all_sent(httpx_mock) == [ASKED.format("pageSize=1"), ASKED.format("pageSize=1&page=2")]
    assert [(each.product_id, page.is_last) for page in rest for each in page.items] == [
        (SECOND, True)
    ]


@wire("storefront.Paginator.prefetch")
async def test_prefetch(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    answered_in_two(httpx_mock)
    async with shop.products.list(page_size=1).prefetch() as pages:
        found = [each.product_id async for page in pages for each in page.items]
    assert all_sent(httpx_mock) == [ASKED.format("pageSize=1"), ASKED.format("pageSize=1&page=2")]
    assert found == [FIRST, SECOND]
