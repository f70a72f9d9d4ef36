"""Roles: read, made, changed."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceLayerClient
from tests.wire.commerce_layer.answers import (
    CREDENTIAL,
    JSON_API,
    MEMBERSHIP,
    ONE_PAGE,
    ORGANIZATION,
    PERMISSION,
    ROLE,
    VERSION,
)
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio


@wire("commerce_layer.roles.list")
async def test_list(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [ROLE], "meta": ONE_PAGE})
    found = await layer.roles.list(
        where={"name_start_any": ["Ed", "Wr"]}, fields={"roles": ["name", "kind"]}
    ).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/roles?fields%5Broles%5D=name%2Ckind&filter%5Bq%5D%5Bname_start_any%5D=Ed%2CWr
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.kind for each in found] == ["custom"]


@wire("commerce_layer.roles.get")
async def test_get(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": ROLE})
    found = await layer.roles.get("rLmDkPqZoN", include=["permissions"])
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/roles/rLmDkPqZoN?include=permissions
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found.name == "Editors"


@wire("commerce_layer.roles.create")
async def test_create(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=201, headers=JSON_API, json={"data": ROLE})
    made = await layer.roles.create(name="Editors", organization="enWoxFMOnp")
    assert (
        sent(httpx_mock)
        == """\
POST https://provisioning.commercelayer.io/api/roles
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 142
content-type: application/vnd.api+json

{"data":{"type":"roles","attributes":{"name":"Editors"},"relationships":{"organization":{"data":{"type":"organizations","id":"enWoxFMOnp"}}}}}
"""
    )
    assert made.id == "rLmDkPqZoN"


@wire("commerce_layer.roles.update")
async def test_update(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": ROLE})
    changed = await layer.roles.update(
        "rLmDkPqZoN", name="Writers", add_missing_base_permissions=True
    )
    assert (
        sent(httpx_mock)
        == """\
PATCH https://provisioning.commercelayer.io/api/roles/rLmDkPqZoN
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 112
content-type: application/vnd.api+json

{"data":{"type":"roles","id":"rLmDkPqZoN","attributes":{"name":"Writers","_add_missing_base_permissions":true}}}
"""
    )
    assert changed.id == "rLmDkPqZoN"


@wire("commerce_layer.roles.count")
async def test_count(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [ROLE], "meta": ONE_PAGE})
    count = await layer.roles.count(where={"kind_not_eq": "admin"})
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/roles?page%5Bsize%5D=1&filter%5Bq%5D%5Bkind_not_eq%5D=admin
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert count == 1


@wire("commerce_layer.roles.permissions")
async def test_permissions(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [PERMISSION], "meta": ONE_PAGE})
    found = await layer.roles.permissions("rLmDkPqZoN", where={"can_read_true": True}).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/roles/rLmDkPqZoN/permissions?filter%5Bq%5D%5Bcan_read_true%5D=true
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.subject for each in found] == ["orders"]


@wire("commerce_layer.roles.memberships")
async def test_memberships(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [MEMBERSHIP], "meta": ONE_PAGE})
    found = await layer.roles.memberships("rLmDkPqZoN").collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/roles/rLmDkPqZoN/memberships
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.test_enabled for each in found] == [True]


@wire("commerce_layer.roles.api_credentials")
async def test_api_credentials(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [CREDENTIAL], "meta": ONE_PAGE})
    found = await layer.roles.api_credentials("rLmDkPqZoN", sort=["-expires_in"]).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/roles/rLmDkPqZoN/api_credentials?sort=-expires_in
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.name for each in found] == ["Back office"]


@wire("commerce_layer.roles.versions")
async def test_versions(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [VERSION], "meta": ONE_PAGE})
    found = await layer.roles.versions("rLmDkPqZoN", page_size=3).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/roles/rLmDkPqZoN/versions?page%5Bsize%5D=3
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.changes for each in found] == [{"name": ["Writers", "Editors"]}]


@wire("commerce_layer.roles.organization")
async def test_organization(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": ORGANIZATION})
    found = await layer.roles.organization("rLmDkPqZoN", include=["roles"])
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/roles/rLmDkPqZoN/organization?include=roles
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found is not None
    assert found.name == "The Blue Brand"
