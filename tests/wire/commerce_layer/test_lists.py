"""Lists, page by page: by number, and by id."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceLayerClient
from tests.wire.commerce_layer.answers import JSON_API, ONE_PAGE
from tests.wire.every_method import wire
from tests.wire.on_the_wire import all_sent

pytestmark = pytest.mark.asyncio

TWO_PAGES = {"record_count": 3, "page_count": 2}
ASKED = """\
GET https://provisioning.commercelayer.io/api/roles?{}
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""


def roles(*ids: str) -> list[dict[str, Any]]:
    return [{"id": each, "type": "roles", "attributes": {"name": each}} for each in ids]


def answered_in_two(mock: HTTPXMock) -> None:
    for ids in (["a", "b"], ["c"]):
        mock.add_response(headers=JSON_API, json={"data": roles(*ids), "meta": TWO_PAGES})


@wire("commerce_layer.Paginator.collect", "commerce_layer.roles.list")
async def test_by_number(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    answered_in_two(httpx_mock)
    found = await layer.roles.list(sort=["name"], page_size=2).collect()
    assert all_sent(httpx_mock) == [
        ASKED.format("page%5Bsize%5D=2&sort=name"),
        ASKED.format("page%5Bsize%5D=2&sort=name&page%5Bnumber%5D=2"),
    ]
    assert [role.id for role in found] == ["a", "b", "c"]


@wire("commerce_layer.Paginator.collect", "commerce_layer.roles.list")
async def test_by_id(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": roles("a", "b"), "meta": TWO_PAGES})
    httpx_mock.add_response(headers=JSON_API, json={"data": roles("c"), "meta": ONE_PAGE})
    found = await layer.roles.list(where={"kind_eq": "custom"}, by="id", page_size=2).collect()
    assert all_sent(httpx_mock) == [
        ASKED.format("page%5Bsize%5D=2&sort=id&filter%5Bq%5D%5Bkind_eq%5D=custom"),
        ASKED.format(
            "page%5Bsize%5D=2&sort=id&filter%5Bq%5D%5Bkind_eq%5D=custom&filter%5Bq%5D%5Bid_gt%5D=b"
        ),
    ]
    assert [role.id for role in found] == ["a", "b", "c"]


@wire("commerce_layer.Paginator.first")
async def test_first(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": roles("a", "b"), "meta": TWO_PAGES})
    found = await layer.roles.list(page_size=2).first()
    assert all_sent(httpx_mock) == [ASKED.format("page%5Bsize%5D=2")]
    assert found is not None
    assert found.id == "a"


@wire("commerce_layer.Paginator.pages")
async def test_pages(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    answered_in_two(httpx_mock)
    async for page in layer.roles.list(page_size=2).pages():
        cursor = page.next_cursor
        break
    rest = [page async for page in layer.roles.list(page_size=2).pages(after=cursor)]
    assert all_sent(httpx_mock) == [
        ASKED.format("page%5Bsize%5D=2"),
        ASKED.format("page%5Bsize%5D=2&page%5Bnumber%5D=2"),
    ]
    assert [(role.id, page.is_last) for page in rest for role in page.items] == [("c", True)]


@wire("commerce_layer.Paginator.prefetch")
async def test_prefetch(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    answered_in_two(httpx_mock)
    async with layer.roles.list(page_size=2).prefetch() as pages:
        found = [role.id async for page in pages for role in page.items]
    assert all_sent(httpx_mock) == [
        ASKED.format("page%5Bsize%5D=2"),
        ASKED.format("page%5Bsize%5D=2&page%5Bnumber%5D=2"),
    ]
    assert found == ["a", "b", "c"]
