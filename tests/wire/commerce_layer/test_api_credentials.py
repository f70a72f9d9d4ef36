"""API credentials: read, made, changed, deleted."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceLayerClient
from tests.wire.commerce_layer.answers import CREDENTIAL, JSON_API, ONE_PAGE, ORGANIZATION
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio


@wire("commerce_layer.api_credentials.list")
async def test_list(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [CREDENTIAL], "meta": ONE_PAGE})
    found = await layer.api_credentials.list(
        where={"kind_eq": "integration", "expires_in_gteq": 3600},
        include=["organization", "role"],
        fields={"api_credentials": ["name", "organization", "role"], "roles": ["name"]},
        sort=["-created_at", "name"],
        page_size=25,
    ).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/api_credentials?page%5Bsize%5D=25&include=organization,role&fields%5Bapi_credentials%5D=name%2Corganization%2Crole&fields%5Broles%5D=name&sort=-created_at,name&filter%5Bq%5D%5Bkind_eq%5D=integration&filter%5Bq%5D%5Bexpires_in_gteq%5D=3600
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.name for each in found] == ["Back office"]


@wire("commerce_layer.api_credentials.get")
async def test_get(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": CREDENTIAL})
    found = await layer.api_credentials.get("cYxOeVhSmD", include=["role"], fields=["name", "role"])
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/api_credentials/cYxOeVhSmD?include=role&fields%5Bapi_credentials%5D=name%2Crole
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found.client_secret == "the-client-secret"


@wire("commerce_layer.api_credentials.create")
async def test_create(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=201, headers=JSON_API, json={"data": CREDENTIAL})
    made = await layer.api_credentials.create(
        name="Back office",
        kind="integration",
        organization="enWoxFMOnp",
        redirect_uri="https://example.com/back",
        expires_in=7200,
        mode="live",
        custom=True,
        metadata={"team": "blue"},
        role="rLmDkPqZoN",
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://provisioning.commercelayer.io/api/api_credentials
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 343
content-type: application/vnd.api+json

{"data":{"type":"api_credentials","attributes":{"name":"Back office","kind":"integration","redirect_uri":"https://example.com/back","expires_in":7200,"mode":"live","custom":true,"metadata":{"team":"blue"}},"relationships":{"organization":{"data":{"type":"organizations","id":"enWoxFMOnp"}},"role":{"data":{"type":"roles","id":"rLmDkPqZoN"}}}}}
"""
    )
    assert made.id == "cYxOeVhSmD"


@wire("commerce_layer.api_credentials.update")
async def test_update(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": CREDENTIAL})
    changed = await layer.api_credentials.update(
        "cYxOeVhSmD", name="Till", expires_in=None, role=None
    )
    assert (
        sent(httpx_mock)
        == """\
PATCH https://provisioning.commercelayer.io/api/api_credentials/cYxOeVhSmD
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 139
content-type: application/vnd.api+json

{"data":{"type":"api_credentials","id":"cYxOeVhSmD","attributes":{"name":"Till","expires_in":null},"relationships":{"role":{"data":null}}}}
"""
    )
    assert changed.id == "cYxOeVhSmD"


@wire("commerce_layer.api_credentials.delete")
async def test_delete(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=204)
    await layer.api_credentials.delete("cYxOeVhSmD")
    assert (
        sent(httpx_mock)
        == """\
DELETE https://provisioning.commercelayer.io/api/api_credentials/cYxOeVhSmD
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )


@wire("commerce_layer.api_credentials.count")
async def test_count(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        headers=JSON_API,
        json={"data": [CREDENTIAL], "meta": {"record_count": 61, "page_count": 61}},
    )
    count = await layer.api_credentials.count(where={"mode_eq": "test"})
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/api_credentials?page%5Bsize%5D=1&filter%5Bq%5D%5Bmode_eq%5D=test
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert count == 61


@wire("commerce_layer.api_credentials.organization")
async def test_organization(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": ORGANIZATION})
    found = await layer.api_credentials.organization("cYxOeVhSmD", fields=["name"])
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/api_credentials/cYxOeVhSmD/organization?fields%5Borganizations%5D=name
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found is not None
    assert found.name == "The Blue Brand"


@wire("commerce_layer.api_credentials.role")
async def test_role(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": None})
    found = await layer.api_credentials.role("cYxOeVhSmD", include=["permissions"])
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/api_credentials/cYxOeVhSmD/role?include=permissions
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found is None
