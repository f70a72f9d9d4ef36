"""The client itself: its token, its headers, its end."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import ClientClosed, CommerceLayerClient, __version__
from tests.support.worlds import VirtualClock
from tests.wire.commerce_layer.answers import JSON_API, USER
from tests.wire.every_method import wire
from tests.wire.on_the_wire import all_sent

pytestmark = pytest.mark.asyncio

TOKEN_ASKED = """\
POST https://auth.commercelayer.io/oauth/token
accept: application/json
content-length: 94
content-type: application/json

{"grant_type": "client_credentials", "client_id": "the-client", "client_secret": "the-secret"}
"""
WITH_THE_TOKEN = """\
GET https://provisioning.commercelayer.io/api/user
accept: application/vnd.api+json
accept-version: v1
authorization: Bearer f1rst
"""
FIRST = {
    "access_token": "f1rst",
    "token_type": "bearer",
    "expires_in": 7200,
    "scope": "provisioning-api",
    "created_at": 1767322984,
}


@wire("commerce_layer.user.get")
async def test_one_token_for_many_calls(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=FIRST)
    httpx_mock.add_response(headers=JSON_API, json={"data": USER}, is_reusable=True)
    async with CommerceLayerClient(client_id="the-client", client_secret="the-secret") as layer:
        await layer.user.get()
        user = await layer.user.get()
    assert all_sent(httpx_mock) == [TOKEN_ASKED, WITH_THE_TOKEN, WITH_THE_TOKEN]
    assert user.email == "jane@example.com"


@wire("commerce_layer.user.get")
async def test_another_token_when_it_has_ended(httpx_mock: HTTPXMock, clock: VirtualClock) -> None:
    url = "https://auth.commercelayer.io/oauth/token"
    httpx_mock.add_response(url=url, json=FIRST)
    httpx_mock.add_response(url=url, json={**FIRST, "access_token": "sec0nd"})
    httpx_mock.add_response(headers=JSON_API, json={"data": USER}, is_reusable=True)
    async with CommerceLayerClient(
        client_id="the-client", client_secret="the-secret", clock=clock
    ) as layer:
        await layer.user.get()
        await clock.sleep(7201)
        user = await layer.user.get()
    assert all_sent(httpx_mock) == [
        TOKEN_ASKED,
        WITH_THE_TOKEN,
        TOKEN_ASKED,
        WITH_THE_TOKEN.replace("f1rst", "sec0nd"),
    ]
    assert user.email == "jane@example.com"


@wire("commerce_layer.from_env")
async def test_from_env(httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMERCE_LAYER_CLIENT_ID", "the-client")
    monkeypatch.setenv("COMMERCE_LAYER_CLIENT_SECRET", "the-secret")
    monkeypatch.setenv("COMMERCE_LAYER_BASE_URL", "https://layer.example/api")
    monkeypatch.setenv("COMMERCE_LAYER_TOKEN_URL", "https://tokens.example/oauth/token")
    httpx_mock.add_response(json=FIRST)
    httpx_mock.add_response(headers=JSON_API, json={"data": USER})
    async with CommerceLayerClient.from_env() as layer:
        user = await layer.user.get()
    assert all_sent(httpx_mock) == [
        TOKEN_ASKED.replace("auth.commercelayer.io", "tokens.example"),
        WITH_THE_TOKEN.replace("provisioning.commercelayer.io", "layer.example"),
    ]
    assert user.email == "jane@example.com"


@wire("commerce_layer.with_options")
async def test_with_options(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=FIRST)
    httpx_mock.add_response(headers=JSON_API, json={"data": USER})
    async with CommerceLayerClient(client_id="the-client", client_secret="the-secret") as layer:
        user = await layer.with_options(deadline=5).user.get()
    assert all_sent(httpx_mock) == [TOKEN_ASKED, WITH_THE_TOKEN]
    assert user.email == "jane@example.com"


@wire("commerce_layer.aclose")
async def test_aclose(httpx_mock: HTTPXMock) -> None:
    layer = CommerceLayerClient(client_id="the-client", client_secret="the-secret")
    await layer.aclose()
    with pytest.raises(ClientClosed):
        await layer.user.get()
    assert all_sent(httpx_mock) == []


@wire("commerce_layer.user.get")
async def test_every_header(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(headers=JSON_API, json={"data": USER})
    async with CommerceLayerClient(token="t0ken") as layer:
        await layer.user.get()
    (request,) = httpx_mock.get_requests()
    assert dict(request.headers) == {
        "accept": "application/vnd.api+json",
        "accept-encoding": "gzip",
        "accept-version": "v1",
        "authorization": "Bearer t0ken",
        "host": "provisioning.commercelayer.io",
        "user-agent": f"commerce-sdk/{__version__}",
    }
