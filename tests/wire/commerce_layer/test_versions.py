"""Versions: read."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceLayerClient
from tests.wire.commerce_layer.answers import JSON_API, ONE_PAGE, VERSION
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio


@wire("commerce_layer.versions.list")
async def test_list(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [VERSION], "meta": ONE_PAGE})
    found = await layer.versions.list(
        where={"resource_type_eq": "roles"}, sort=["-created_at"], page_size=25
    ).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/versions?page%5Bsize%5D=25&sort=-created_at&filter%5Bq%5D%5Bresource_type_eq%5D=roles
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.who for each in found] == [{"email": "jane@example.com"}]


@wire("commerce_layer.versions.get")
async def test_get(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": VERSION})
    found = await layer.versions.get("vKqMzEyLbH")
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/versions/vKqMzEyLbH
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found.resource_id == "rLmDkPqZoN"


@wire("commerce_layer.versions.count")
async def test_count(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [VERSION], "meta": ONE_PAGE})
    count = await layer.versions.count(where={"event_eq": "create"})
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/versions?page%5Bsize%5D=1&filter%5Bq%5D%5Bevent_eq%5D=create
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert count == 1
