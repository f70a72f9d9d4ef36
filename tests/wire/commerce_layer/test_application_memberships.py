"""Application memberships: read, made, changed, deleted."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceLayerClient
from tests.wire.commerce_layer.answers import (
    APPLICATION,
    CREDENTIAL,
    JSON_API,
    MEMBERSHIP,
    ONE_PAGE,
    ORGANIZATION,
    PROFILE,
    ROLE,
)
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio


@wire("commerce_layer.application_memberships.list")
async def test_list(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [APPLICATION], "meta": ONE_PAGE})
    found = await layer.application_memberships.list(
        where={"membership_user_email_end": "@example.com"},
        include=["membership.role"],
        page_size=5,
    ).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/application_memberships?page%5Bsize%5D=5&include=membership.role&filter%5Bq%5D%5Bmembership_user_email_end%5D=%40example.com
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.filters for each in found] == [{"market_id_in": ["a", "b"]}]


@wire("commerce_layer.application_memberships.get")
async def test_get(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": APPLICATION})
    found = await layer.application_memberships.get("aQzUkLwGtB")
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/application_memberships/aQzUkLwGtB
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found.id == "aQzUkLwGtB"


@wire("commerce_layer.application_memberships.create")
async def test_create(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=201, headers=JSON_API, json={"data": APPLICATION})
    made = await layer.application_memberships.create(
        api_credential="cYxOeVhSmD",
        organization="enWoxFMOnp",
        role="rLmDkPqZoN",
        filters={"market_id_in": ["a", "b"]},
        membership="mWbXyTgHsA",
        membership_profile="pFvNdRcJiE",
        include=["role"],
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://provisioning.commercelayer.io/api/application_memberships?include=role
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 444
content-type: application/vnd.api+json

{"data":{"type":"application_memberships","attributes":{"filters":{"market_id_in":["a","b"]}},"relationships":{"api_credential":{"data":{"type":"api_credentials","id":"cYxOeVhSmD"}},"membership":{"data":{"type":"memberships","id":"mWbXyTgHsA"}},"membership_profile":{"data":{"type":"membership_profiles","id":"pFvNdRcJiE"}},"organization":{"data":{"type":"organizations","id":"enWoxFMOnp"}},"role":{"data":{"type":"roles","id":"rLmDkPqZoN"}}}}}
"""
    )
    assert made.id == "aQzUkLwGtB"


@wire("commerce_layer.application_memberships.update")
async def test_update(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": APPLICATION})
    changed = await layer.application_memberships.update(
        "aQzUkLwGtB", filters=None, membership_profile=None, role="rLmDkPqZoN"
    )
    assert (
        sent(httpx_mock)
        == """\
PATCH https://provisioning.commercelayer.io/api/application_memberships/aQzUkLwGtB
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 195
content-type: application/vnd.api+json

{"data":{"type":"application_memberships","id":"aQzUkLwGtB","attributes":{"filters":null},"relationships":{"membership_profile":{"data":null},"role":{"data":{"type":"roles","id":"rLmDkPqZoN"}}}}}
"""
    )
    assert changed.id == "aQzUkLwGtB"


@wire("commerce_layer.application_memberships.delete")
async def test_delete(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=204)
    await layer.application_memberships.delete("aQzUkLwGtB")
    assert (
        sent(httpx_mock)
        == """\
DELETE https://provisioning.commercelayer.io/api/application_memberships/aQzUkLwGtB
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )


@wire("commerce_layer.application_memberships.count")
async def test_count(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        headers=JSON_API, json={"data": [], "meta": {"record_count": 0, "page_count": 1}}
    )
    count = await layer.application_memberships.count()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/application_memberships?page%5Bsize%5D=1
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert count == 0


@wire("commerce_layer.application_memberships.api_credential")
async def test_api_credential(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": CREDENTIAL})
    found = await layer.application_memberships.api_credential("aQzUkLwGtB")
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/application_memberships/aQzUkLwGtB/api_credential
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found is not None
    assert found.kind == "integration"


@wire("commerce_layer.application_memberships.membership")
async def test_membership(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": MEMBERSHIP})
    found = await layer.application_memberships.membership(
        "aQzUkLwGtB", include=["role", "organization"]
    )
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/application_memberships/aQzUkLwGtB/membership?include=role,organization
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found is not None
    assert found.user_email == "jane@example.com"


@wire("commerce_layer.application_memberships.membership_profile")
async def test_membership_profile(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": PROFILE})
    found = await layer.application_memberships.membership_profile("aQzUkLwGtB")
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/application_memberships/aQzUkLwGtB/membership_profile
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found is not None
    assert found.access_scope == "live_access"


@wire("commerce_layer.application_memberships.organization")
async def test_organization(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": ORGANIZATION})
    found = await layer.application_memberships.organization("aQzUkLwGtB")
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/application_memberships/aQzUkLwGtB/organization
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found is not None
    assert found.region == "eu-west-1"


@wire("commerce_layer.application_memberships.role")
async def test_role(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": ROLE})
    found = await layer.application_memberships.role("aQzUkLwGtB", fields=["kind"])
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/application_memberships/aQzUkLwGtB/role?fields%5Broles%5D=kind
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found is not None
    assert found.kind == "custom"
