"""Organizations: read, made, changed, given to another owner."""

from __future__ import annotations

from datetime import UTC, datetime

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
)
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio


@wire("commerce_layer.organizations.list")
async def test_list(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [ORGANIZATION], "meta": ONE_PAGE})
    found = await layer.organizations.list(
        where={"created_at_gt": datetime(2026, 1, 1, tzinfo=UTC)}, fields=["name", "slug"]
    ).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/organizations?fields%5Borganizations%5D=name%2Cslug&filter%5Bq%5D%5Bcreated_at_gt%5D=2026-01-01T00%3A00%3A00.000Z
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.slug for each in found] == ["the-blue-brand"]


@wire("commerce_layer.organizations.get")
async def test_get(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": ORGANIZATION})
    found = await layer.organizations.get("enWoxFMOnp", include=["memberships", "roles"])
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/organizations/enWoxFMOnp?include=memberships,roles
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found.support_phone == "+01 30800857"


@wire("commerce_layer.organizations.create")
async def test_create(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=201, headers=JSON_API, json={"data": ORGANIZATION})
    made = await layer.organizations.create(
        name="The Blue Brand",
        support_phone="+01 30800857",
        support_email="help@example.com",
        logo_url="https://example.com/logo.png",
        favicon_url="https://example.com/favicon.ico",
        primary_color="#C8984E",
        contrast_color="#FFFFCC",
        gtm_id="GTM-5FJXX6",
        gtm_id_test="GTM-5FJXX7",
        region="eu-west-1",
        config={"mfe": {"default": {}}},
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://provisioning.commercelayer.io/api/organizations
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 383
content-type: application/vnd.api+json

{"data":{"type":"organizations","attributes":{"name":"The Blue Brand","support_phone":"+01 30800857","support_email":"help@example.com","logo_url":"https://example.com/logo.png","favicon_url":"https://example.com/favicon.ico","primary_color":"#C8984E","contrast_color":"#FFFFCC","gtm_id":"GTM-5FJXX6","gtm_id_test":"GTM-5FJXX7","region":"eu-west-1","config":{"mfe":{"default":{}}}}}}
"""
    )
    assert made.id == "enWoxFMOnp"


@wire("commerce_layer.organizations.update")
async def test_update(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": ORGANIZATION})
    changed = await layer.organizations.update("enWoxFMOnp", name="Blau", support_email=None)
    assert (
        sent(httpx_mock)
        == """\
PATCH https://provisioning.commercelayer.io/api/organizations/enWoxFMOnp
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 101
content-type: application/vnd.api+json

{"data":{"type":"organizations","id":"enWoxFMOnp","attributes":{"name":"Blau","support_email":null}}}
"""
    )
    assert changed.id == "enWoxFMOnp"


@wire("commerce_layer.organizations.count")
async def test_count(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [ORGANIZATION], "meta": ONE_PAGE})
    count = await layer.organizations.count()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/organizations?page%5Bsize%5D=1
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert count == 1


@wire("commerce_layer.organizations.memberships")
async def test_memberships(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [MEMBERSHIP], "meta": ONE_PAGE})
    found = await layer.organizations.memberships(
        "enWoxFMOnp", where={"owner_true": True}, page_size=25
    ).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/organizations/enWoxFMOnp/memberships?page%5Bsize%5D=25&filter%5Bq%5D%5Bowner_true%5D=true
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.status for each in found] == ["pending"]


@wire("commerce_layer.organizations.roles")
async def test_roles(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [ROLE], "meta": ONE_PAGE})
    found = await layer.organizations.roles("enWoxFMOnp", sort=["name"]).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/organizations/enWoxFMOnp/roles?sort=name
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.name for each in found] == ["Editors"]


@wire("commerce_layer.organizations.permissions")
async def test_permissions(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [PERMISSION], "meta": ONE_PAGE})
    found = await layer.organizations.permissions("enWoxFMOnp", include=["role"]).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/organizations/enWoxFMOnp/permissions?include=role
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.subject for each in found] == ["orders"]


@wire("commerce_layer.organizations.api_credentials")
async def test_api_credentials(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [CREDENTIAL], "meta": ONE_PAGE})
    found = await layer.organizations.api_credentials("enWoxFMOnp", fields=["kind"]).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/organizations/enWoxFMOnp/api_credentials?fields%5Bapi_credentials%5D=kind
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.kind for each in found] == ["integration"]


@wire("commerce_layer.organizations.transfer_ownership")
async def test_transfer_ownership(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=202)
    await layer.organizations.transfer_ownership("enWoxFMOnp", new_owner_email="jane@example.com")
    assert (
        sent(httpx_mock)
        == """\
PATCH https://provisioning.commercelayer.io/api/organizations/enWoxFMOnp/transfer_ownership
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 103
content-type: application/vnd.api+json

{"data":{"type":"organizations","id":"enWoxFMOnp","attributes":{"new_owner_email":"jane@example.com"}}}
"""
    )
