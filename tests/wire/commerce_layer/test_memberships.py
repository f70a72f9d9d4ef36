"""Memberships: read, made, changed, deleted, waited for."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceLayerClient
from tests.support.worlds import VirtualClock
from tests.wire.commerce_layer.answers import (
    APPLICATION,
    JSON_API,
    MEMBERSHIP,
    ONE_PAGE,
    ORGANIZATION,
    ROLE,
    VERSION,
)
from tests.wire.every_method import wire
from tests.wire.on_the_wire import all_sent, sent

pytestmark = pytest.mark.asyncio


@wire("commerce_layer.memberships.list")
async def test_list(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [MEMBERSHIP], "meta": ONE_PAGE})
    found = await layer.memberships.list(
        where={
            "user_first_name_or_user_last_name_cont": "Doe & Co",
            "organization_name_start": "The",
            "reference_null": True,
            "metadata_jcont": {"team": "blue"},
        },
        include=["role", "membership_profile"],
        fields={"memberships": ["user_email", "role", "membership_profile"]},
        sort=["-created_at"],
        page_size=25,
    ).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/memberships?page%5Bsize%5D=25&include=role,membership_profile&fields%5Bmemberships%5D=user_email%2Crole%2Cmembership_profile&sort=-created_at&filter%5Bq%5D%5Buser_first_name_or_user_last_name_cont%5D=Doe+%26+Co&filter%5Bq%5D%5Borganization_name_start%5D=The&filter%5Bq%5D%5Breference_null%5D=true&filter%5Bq%5D%5Bmetadata_jcont%5D=%7B%22team%22%3A%22blue%22%7D
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.user_email for each in found] == ["jane@example.com"]


@wire("commerce_layer.memberships.get")
async def test_get(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": MEMBERSHIP})
    found = await layer.memberships.get("mWbXyTgHsA", include=["organization.roles"])
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/memberships/mWbXyTgHsA?include=organization.roles
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found.owner is False


@wire("commerce_layer.memberships.create")
async def test_create(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=201, headers=JSON_API, json={"data": MEMBERSHIP})
    made = await layer.memberships.create(
        user_email="jane@example.com",
        organization="enWoxFMOnp",
        role="rLmDkPqZoN",
        access_scope="all_access",
        reference="hr-7",
        reference_origin="hr",
        metadata={"team": "blue"},
        application_memberships=["aQzUkLwGtB"],
        membership_profile="pFvNdRcJiE",
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://provisioning.commercelayer.io/api/memberships
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 481
content-type: application/vnd.api+json

{"data":{"type":"memberships","attributes":{"user_email":"jane@example.com","access_scope":"all_access","reference":"hr-7","reference_origin":"hr","metadata":{"team":"blue"}},"relationships":{"organization":{"data":{"type":"organizations","id":"enWoxFMOnp"}},"role":{"data":{"type":"roles","id":"rLmDkPqZoN"}},"application_memberships":{"data":[{"type":"application_memberships","id":"aQzUkLwGtB"}]},"membership_profile":{"data":{"type":"membership_profiles","id":"pFvNdRcJiE"}}}}}
"""
    )
    assert made.status == "pending"


@wire("commerce_layer.memberships.update")
async def test_update(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": MEMBERSHIP})
    changed = await layer.memberships.update(
        "mWbXyTgHsA",
        access_scope=None,
        role="rLmDkPqZoN",
        application_memberships=[],
        membership_profile=None,
    )
    assert (
        sent(httpx_mock)
        == """\
PATCH https://provisioning.commercelayer.io/api/memberships/mWbXyTgHsA
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 226
content-type: application/vnd.api+json

{"data":{"type":"memberships","id":"mWbXyTgHsA","attributes":{"access_scope":null},"relationships":{"role":{"data":{"type":"roles","id":"rLmDkPqZoN"}},"application_memberships":{"data":[]},"membership_profile":{"data":null}}}}
"""
    )
    assert changed.id == "mWbXyTgHsA"


@wire("commerce_layer.memberships.delete")
async def test_delete(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=204)
    await layer.memberships.delete("mWbXyTgHsA")
    assert (
        sent(httpx_mock)
        == """\
DELETE https://provisioning.commercelayer.io/api/memberships/mWbXyTgHsA
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )


@wire("commerce_layer.memberships.count")
async def test_count(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        headers=JSON_API,
        json={"data": [MEMBERSHIP], "meta": {"record_count": 33, "page_count": 33}},
    )
    count = await layer.memberships.count(where={"status_eq": "pending"})
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/memberships?page%5Bsize%5D=1&filter%5Bq%5D%5Bstatus_eq%5D=pending
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert count == 33


@wire("commerce_layer.memberships.application_memberships")
async def test_application_memberships(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [APPLICATION], "meta": ONE_PAGE})
    found = await layer.memberships.application_memberships(
        "mWbXyTgHsA", include=["api_credential"]
    ).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/memberships/mWbXyTgHsA/application_memberships?include=api_credential
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.id for each in found] == ["aQzUkLwGtB"]


@wire("commerce_layer.memberships.versions")
async def test_versions(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [VERSION], "meta": ONE_PAGE})
    found = await layer.memberships.versions(
        "mWbXyTgHsA", where={"event_eq": "update"}, sort=["-id"]
    ).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/memberships/mWbXyTgHsA/versions?sort=-id&filter%5Bq%5D%5Bevent_eq%5D=update
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.event for each in found] == ["update"]


@wire("commerce_layer.memberships.organization")
async def test_organization(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": ORGANIZATION})
    found = await layer.memberships.organization("mWbXyTgHsA")
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/memberships/mWbXyTgHsA/organization
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found is not None
    assert found.slug == "the-blue-brand"


@wire("commerce_layer.memberships.role")
async def test_role(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": ROLE})
    found = await layer.memberships.role("mWbXyTgHsA")
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/memberships/mWbXyTgHsA/role
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found is not None
    assert found.name == "Editors"


@wire("commerce_layer.memberships.membership_profile")
async def test_membership_profile(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": None})
    found = await layer.memberships.membership_profile("mWbXyTgHsA")
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/memberships/mWbXyTgHsA/membership_profile
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found is None


@wire("commerce_layer.memberships.resend")
async def test_resend(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=202)
    await layer.memberships.resend("mWbXyTgHsA")
    assert (
        sent(httpx_mock)
        == """\
POST https://provisioning.commercelayer.io/api/memberships/mWbXyTgHsA/resend
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 0
"""
    )


@wire("commerce_layer.memberships.wait_active")
async def test_wait_active(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        headers=JSON_API, json={"data": {**MEMBERSHIP, "attributes": {"status": "active"}}}
    )
    waiting = await layer.memberships.wait_active("mWbXyTgHsA")
    member = await waiting.result(deadline=3600)
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/memberships/mWbXyTgHsA
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert member.status == "active"


@wire("commerce_layer.memberships.wait_active")
async def test_a_wait_looks_until_it_is(httpx_mock: HTTPXMock, clock: VirtualClock) -> None:
    for status in ("pending", "pending", "active"):
        answer = {"data": {**MEMBERSHIP, "attributes": {"status": status}}}
        httpx_mock.add_response(headers=JSON_API, json=answer)
    async with CommerceLayerClient(token="t0ken", clock=clock) as layer:
        waiting = await layer.memberships.wait_active("mWbXyTgHsA")
        member = await waiting.result()
    asked = """\
GET https://provisioning.commercelayer.io/api/memberships/mWbXyTgHsA
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    assert all_sent(httpx_mock) == [asked, asked, asked]
    assert member.status == "active"
