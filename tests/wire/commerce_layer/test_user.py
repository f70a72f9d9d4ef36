"""Who asks: read, changed."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceLayerClient
from tests.wire.commerce_layer.answers import JSON_API, USER
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio


@wire("commerce_layer.user.get")
async def test_get(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": USER})
    user = await layer.user.get(fields=["email", "time_zone"])
    assert (
        sent(httpx_mock)
        == """\
GET https://provisioning.commercelayer.io/api/user?fields%5Busers%5D=email%2Ctime_zone
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
"""
    )
    assert user.time_zone == "Europe/Rome"


@wire("commerce_layer.user.update")
async def test_update(layer: CommerceLayerClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": USER})
    user = await layer.user.update(first_name="Joan", time_zone=None, reference="hr-7")
    assert (
        sent(httpx_mock)
        == """\
PATCH https://provisioning.commercelayer.io/api/user
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer t0ken
content-length: 96
content-type: application/vnd.api+json

{"data":{"type":"users","attributes":{"first_name":"Joan","time_zone":null,"reference":"hr-7"}}}
"""
    )
    assert user.id == "uTrZsPjNcG"
