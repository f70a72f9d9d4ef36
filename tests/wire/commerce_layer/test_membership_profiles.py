"""Membership profiles: read, made, changed, deleted."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceLayerClient
from tests.wire.commerce_layer.answers import APPLICATION, JSON_API, ONE_PAGE, ORGANIZATION, PROFILE
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio


@wire("commerce_layer.membership_profiles.list")
async def test_list(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [PROFILE], "meta": ONE_PAGE})
    found = await layer.membership_profiles.list(
        where={"name_matches": "Sup%"}, include=["application_memberships"]
    ).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/membership_profiles?include=application_memberships&filter%5Bq%5D%5Bname_matches%5D=Sup%25
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.name for each in found] == ["Support"]


@wire("commerce_layer.membership_profiles.get")
async def test_get(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": PROFILE})
    found = await layer.membership_profiles.get("pFvNdRcJiE", fields=["name"])
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/membership_profiles/pFvNdRcJiE?fields%5Bmembership_profiles%5D=name
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found.test_enabled is True


@wire("commerce_layer.membership_profiles.create")
async def test_create(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=201, headers=JSON_API, json={"data": PROFILE})
    made = await layer.membership_profiles.create(
        name="Support",
        access_scope="live_access",
        organization="enWoxFMOnp",
        application_memberships=["aQzUkLwGtB", "another"],
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://provisioning.commercelayer.io/api/membership_profiles
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 325
content-type: application/vnd.api+json

{"data":{"type":"membership_profiles","attributes":{"name":"Support","access_scope":"live_access"},"relationships":{"organization":{"data":{"type":"organizations","id":"enWoxFMOnp"}},"application_memberships":{"data":[{"type":"application_memberships","id":"aQzUkLwGtB"},{"type":"application_memberships","id":"another"}]}}}}
"""
    )
    assert made.id == "pFvNdRcJiE"


@wire("commerce_layer.membership_profiles.update")
async def test_update(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": PROFILE})
    changed = await layer.membership_profiles.update(
        "pFvNdRcJiE", access_scope="test_access", application_memberships=[]
    )
    assert (
        sent(httpx_mock)
        == """\
PATCH https://provisioning.commercelayer.io/api/membership_profiles/pFvNdRcJiE
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 157
content-type: application/vnd.api+json

{"data":{"type":"membership_profiles","id":"pFvNdRcJiE","attributes":{"access_scope":"test_access"},"relationships":{"application_memberships":{"data":[]}}}}
"""
    )
    assert changed.id == "pFvNdRcJiE"


@wire("commerce_layer.membership_profiles.delete")
async def test_delete(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=204)
    await layer.membership_profiles.delete("pFvNdRcJiE")
    assert (
        sent(httpx_mock)
        == """\
DELETE https://provisioning.commercelayer.io/api/membership_profiles/pFvNdRcJiE
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )


@wire("commerce_layer.membership_profiles.count")
async def test_count(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [PROFILE], "meta": ONE_PAGE})
    count = await layer.membership_profiles.count(where={"test_enabled_true": True})
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/membership_profiles?page%5Bsize%5D=1&filter%5Bq%5D%5Btest_enabled_true%5D=true
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert count == 1


@wire("commerce_layer.membership_profiles.application_memberships")
async def test_application_memberships(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [APPLICATION], "meta": ONE_PAGE})
    found = await layer.membership_profiles.application_memberships(
        "pFvNdRcJiE", page_size=10
    ).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/membership_profiles/pFvNdRcJiE/application_memberships?page%5Bsize%5D=10
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.id for each in found] == ["aQzUkLwGtB"]


@wire("commerce_layer.membership_profiles.organization")
async def test_organization(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": ORGANIZATION})
    found = await layer.membership_profiles.organization("pFvNdRcJiE")
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/membership_profiles/pFvNdRcJiE/organization
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found is not None
    assert found.can_switch_live is False
