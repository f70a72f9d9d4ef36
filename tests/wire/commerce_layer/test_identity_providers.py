"""Identity providers: read, made, changed, deleted, waited for."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceLayerClient
from tests.wire.commerce_layer.answers import JSON_API, ONE_PAGE, PROVIDER, USER
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio


@wire("commerce_layer.identity_providers.list")
async def test_list(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [PROVIDER], "meta": ONE_PAGE})
    found = await layer.identity_providers.list(
        where={"status_not_eq": "error"}, sort=["name"], fields=["name", "status"]
    ).collect()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/identity_providers?fields%5Bidentity_providers%5D=name%2Cstatus&sort=name&filter%5Bq%5D%5Bstatus_not_eq%5D=error
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert [each.status for each in found] == ["pending"]


@wire("commerce_layer.identity_providers.get")
async def test_get(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": PROVIDER})
    found = await layer.identity_providers.get("iPtCgBnKrF", include=["user"])
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/identity_providers/iPtCgBnKrF?include=user
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found.domains == "example.com,example.org"


@wire("commerce_layer.identity_providers.create")
async def test_create(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=201, headers=JSON_API, json={"data": PROVIDER})
    made = await layer.identity_providers.create(
        name="Okta",
        client_id="okta-client",
        client_secret="okta-secret",
        issuer="https://example.okta.com",
        domains="example.com,example.org",
        token_url="https://example.okta.com/token",
        authorize_url="https://example.okta.com/authorize",
        jwks_url="https://example.okta.com/keys",
        organization="the-blue-brand",
        enable=True,
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://provisioning.commercelayer.io/api/identity_providers
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 383
content-type: application/vnd.api+json

{"data":{"type":"identity_providers","attributes":{"name":"Okta","client_id":"okta-client","client_secret":"okta-secret","issuer":"https://example.okta.com","domains":"example.com,example.org","token_url":"https://example.okta.com/token","authorize_url":"https://example.okta.com/authorize","jwks_url":"https://example.okta.com/keys","organization":"the-blue-brand","_enable":true}}}
"""
    )
    assert made.txt_record == "commercelayer-verification=0123"


@wire("commerce_layer.identity_providers.update")
async def test_update(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": PROVIDER})
    changed = await layer.identity_providers.update(
        "iPtCgBnKrF", client_secret="another", disable=True
    )
    assert (
        sent(httpx_mock)
        == """\
PATCH https://provisioning.commercelayer.io/api/identity_providers/iPtCgBnKrF
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 113
content-type: application/vnd.api+json

{"data":{"type":"identity_providers","id":"iPtCgBnKrF","attributes":{"client_secret":"another","_disable":true}}}
"""
    )
    assert changed.id == "iPtCgBnKrF"


@wire("commerce_layer.identity_providers.delete")
async def test_delete(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=204)
    await layer.identity_providers.delete("iPtCgBnKrF")
    assert (
        sent(httpx_mock)
        == """\
DELETE https://provisioning.commercelayer.io/api/identity_providers/iPtCgBnKrF
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )


@wire("commerce_layer.identity_providers.count")
async def test_count(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": [PROVIDER], "meta": ONE_PAGE})
    count = await layer.identity_providers.count(where={"status_in": ["pending", "verified"]})
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/identity_providers?page%5Bsize%5D=1&filter%5Bq%5D%5Bstatus_in%5D=pending%2Cverified
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert count == 1


@wire("commerce_layer.identity_providers.user")
async def test_user(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": USER})
    found = await layer.identity_providers.user("iPtCgBnKrF", fields=["email"])
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/identity_providers/iPtCgBnKrF/user?fields%5Busers%5D=email
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert found is not None
    assert found.email == "jane@example.com"


@wire("commerce_layer.identity_providers.wait_verified")
async def test_wait_verified(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        headers=JSON_API,
        json={"data": {**PROVIDER, "attributes": {"name": "Okta", "status": "verified"}}},
    )
    waiting = await layer.identity_providers.wait_verified("iPtCgBnKrF")
    provider = await waiting.result()
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/identity_providers/iPtCgBnKrF
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert provider.status == "verified"
