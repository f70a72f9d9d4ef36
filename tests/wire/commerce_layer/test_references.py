"""Creates with a `reference`: what bears it is looked for first, and once more where the end is unclear."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceLayerClient
from tests.support.worlds import VirtualClock
from tests.wire.commerce_layer.answers import JSON_API, ORGANIZATION, PROFILE
from tests.wire.every_method import wire
from tests.wire.on_the_wire import all_sent

pytestmark = pytest.mark.asyncio

LOOKED_FOR = """\
GET https://provisioning.commercelayer.io/api/organizations?sort=created_at,id&filter%5Bq%5D%5Breference_eq%5D=blue+%26+1
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
MADE = """\
POST https://provisioning.commercelayer.io/api/organizations
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 95
content-type: application/vnd.api+json

{"data":{"type":"organizations","attributes":{"name":"The Blue Brand","reference":"blue & 1"}}}
"""
NONE = {"data": [], "meta": {"record_count": 0, "page_count": 1}}


@wire("commerce_layer.organizations.create")
async def test_what_is_not_there_is_made(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(method="GET", headers=JSON_API, json=NONE)
    httpx_mock.add_response(
        method="POST", status_code=201, headers=JSON_API, json={"data": ORGANIZATION}
    )
    made = await layer.organizations.create(name="The Blue Brand", reference="blue & 1")
    assert all_sent(httpx_mock) == [LOOKED_FOR, MADE]
    assert made.id == "enWoxFMOnp"


@wire("commerce_layer.organizations.create")
async def test_what_is_there_is_given(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    there = {**ORGANIZATION, "attributes": {**ORGANIZATION["attributes"], "reference": "blue & 1"}}
    httpx_mock.add_response(
        headers=JSON_API, json={"data": [there], "meta": {"record_count": 1, "page_count": 1}}
    )
    found = await layer.organizations.create(name="The Blue Brand", reference="blue & 1")
    assert all_sent(httpx_mock) == [LOOKED_FOR]
    assert found.id == "enWoxFMOnp"


@wire("commerce_layer.organizations.create")
async def test_what_became_of_it_is_looked_for(httpx_mock: HTTPXMock, clock: VirtualClock) -> None:
    there = {**ORGANIZATION, "attributes": {**ORGANIZATION["attributes"], "reference": "blue & 1"}}
    httpx_mock.add_response(method="GET", headers=JSON_API, json=NONE)
    httpx_mock.add_response(method="POST", status_code=503)
    httpx_mock.add_response(
        method="GET",
        headers=JSON_API,
        json={"data": [there], "meta": {"record_count": 1, "page_count": 1}},
    )
    async with CommerceLayerClient(token="t0ken", clock=clock) as layer:
        found = await layer.organizations.create(name="The Blue Brand", reference="blue & 1")
    assert all_sent(httpx_mock) == [LOOKED_FOR, MADE, LOOKED_FOR]
    assert found.id == "enWoxFMOnp"


@wire("commerce_layer.membership_profiles.create")
async def test_what_links_to_the_same(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(method="GET", headers=JSON_API, json=NONE)
    httpx_mock.add_response(
        method="POST", status_code=201, headers=JSON_API, json={"data": PROFILE}
    )
    made = await layer.membership_profiles.create(
        name="Support", access_scope="live_access", organization="enWoxFMOnp", reference="p-1"
    )
    assert all_sent(httpx_mock) == [
        """\
GET https://provisioning.commercelayer.io/api/membership_profiles?include=organization&sort=created_at,id&filter%5Bq%5D%5Breference_eq%5D=p-1
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
""",
        """\
POST https://provisioning.commercelayer.io/api/membership_profiles
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 203
content-type: application/vnd.api+json

{"data":{"type":"membership_profiles","attributes":{"name":"Support","access_scope":"live_access","reference":"p-1"},"relationships":{"organization":{"data":{"type":"organizations","id":"enWoxFMOnp"}}}}}
""",
    ]
    assert made.id == "pFvNdRcJiE"
