"""Permissions: read, made, changed."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceLayerClient
from tests.wire.commerce_layer.answers import (
    JSON_API,
    ONE_PAGE,
    ORGANIZATION,
    PERMISSION,
    ROLE,
    VERSION,
)
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio


@wire("commerce_layer.permissions.list")
async def test_list(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [PERMISSION], "meta": ONE_PAGE})
    found = await layer.permissions.list(
        where={"subject_in": ["orders", "skus"], "can_destroy_false": True}, include=["role"]
    ).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/permissions?include=role&filter%5Bq%5D%5Bsubject_in%5D=orders%2Cskus&filter%5Bq%5D%5Bcan_destroy_false%5D=true
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.can_create for each in found] == [True]


@wire("commerce_layer.permissions.get")
async def test_get(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": PERMISSION})
    found = await layer.permissions.get("sJdAfWuIoX")
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/permissions/sJdAfWuIoX
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found.can_update is False


@wire("commerce_layer.permissions.create")
async def test_create(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=201, headers=JSON_API, json={"data": PERMISSION})
    made = await layer.permissions.create(
        can_create=True,
        can_read=True,
        can_update=False,
        can_destroy=False,
        subject="orders",
        role="rLmDkPqZoN",
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://provisioning.commercelayer.io/api/permissions
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 207
content-type: application/vnd.api+json

{"data":{"type":"permissions","attributes":{"can_create":true,"can_read":true,"can_update":false,"can_destroy":false,"subject":"orders"},"relationships":{"role":{"data":{"type":"roles","id":"rLmDkPqZoN"}}}}}
"""
    )
    assert made.id == "sJdAfWuIoX"


@wire("commerce_layer.permissions.update")
async def test_update(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": PERMISSION})
    changed = await layer.permissions.update("sJdAfWuIoX", can_update=True, metadata=None)
    assert (
        sent(httpx_mock)
        == """\
PATCH https://provisioning.commercelayer.io/api/permissions/sJdAfWuIoX
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 98
content-type: application/vnd.api+json

{"data":{"type":"permissions","id":"sJdAfWuIoX","attributes":{"can_update":true,"metadata":null}}}
"""
    )
    assert changed.id == "sJdAfWuIoX"


@wire("commerce_layer.permissions.count")
async def test_count(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        headers=JSON_API, json={"data": [PERMISSION], "meta": {"record_count": 7, "page_count": 7}}
    )
    count = await layer.permissions.count(where={"role_name_eq": "Editors"})
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/permissions?page%5Bsize%5D=1&filter%5Bq%5D%5Brole_name_eq%5D=Editors
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert count == 7


@wire("commerce_layer.permissions.versions")
async def test_versions(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [VERSION], "meta": ONE_PAGE})
    found = await layer.permissions.versions("sJdAfWuIoX").collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/permissions/sJdAfWuIoX/versions
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.id for each in found] == ["vKqMzEyLbH"]


@wire("commerce_layer.permissions.organization")
async def test_organization(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": ORGANIZATION})
    found = await layer.permissions.organization("sJdAfWuIoX")
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/permissions/sJdAfWuIoX/organization
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found is not None
    assert found.domain == "the-blue-brand.commercelayer.io"


@wire("commerce_layer.permissions.role")
async def test_role(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": ROLE})
    found = await layer.permissions.role("sJdAfWuIoX")
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/permissions/sJdAfWuIoX/role
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found is not None
    assert found.name == "Editors"
