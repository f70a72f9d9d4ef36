"""Sessions: a login, a refresh, a logout; and who else may call."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import ApiKey, ClientClosed, Login, StorefrontClient, __version__
from tests.support.worlds import VirtualClock
from tests.wire.every_method import wire
from tests.wire.on_the_wire import all_sent, sent

pytestmark = pytest.mark.asyncio

BASE_URL = "https://shop.example/v2"
PRODUCT = {"productId": "7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11", "sku": "BOOT-43"}
PRODUCT_ASKED = """\
GET https://shop.example/v2/products/7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11
accept: application/json
authorization: Bearer acc3ss-1
"""
LOGGED_IN = """\
POST https://shop.example/v2/auth/login
accept: application/json
content-length: 49
content-type: application/json

{"email":"jane@example.com","password":"s3cr3t!"}
"""
REFRESHED = """\
POST https://shop.example/v2/auth/refresh
accept: application/json
content-length: 28
content-type: application/json

{"refreshToken":"refr3sh-1"}
"""
LOGGED_OUT = """\
DELETE https://shop.example/v2/auth/logout
accept: application/json
authorization: Bearer acc3ss-1
"""


def tokens(number: int) -> dict[str, object]:
    return {
        "accessToken": f"acc3ss-{number}",
        "tokenType": "Bearer",
        "expiresIn": 3600,
        "refreshToken": f"refr3sh-{number}",
    }


@wire("storefront.products.get")
async def test_a_login(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=tokens(1))
    httpx_mock.add_response(json=PRODUCT)
    async with StorefrontClient(
        base_url=BASE_URL, auth=Login("jane@example.com", "s3cr3t!")
    ) as shop:
        product = await shop.products.get("7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11")
    assert all_sent(httpx_mock) == [LOGGED_IN, PRODUCT_ASKED]
    assert product.sku == "BOOT-43"


@wire("storefront.products.get")
async def test_a_login_that_is_remembered(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=tokens(1))
    httpx_mock.add_response(json=PRODUCT)
    async with StorefrontClient(
        base_url=BASE_URL, auth=Login("jane@example.com", "s3cr3t!", remember=True)
    ) as shop:
        await shop.products.get("7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11")
    logged_in, _ = all_sent(httpx_mock)
    assert (
        logged_in
        == """\
POST https://shop.example/v2/auth/login
accept: application/json
content-length: 65
content-type: application/json

{"email":"jane@example.com","password":"s3cr3t!","remember":true}
"""
    )


@wire("storefront.products.get")
async def test_a_refresh(httpx_mock: HTTPXMock, clock: VirtualClock) -> None:
    httpx_mock.add_response(url=f"{BASE_URL}/auth/login", json=tokens(1))
    httpx_mock.add_response(url=f"{BASE_URL}/auth/refresh", json=tokens(2))
    httpx_mock.add_response(method="GET", json=PRODUCT, is_reusable=True)
    async with StorefrontClient(
        base_url=BASE_URL, auth=Login("jane@example.com", "s3cr3t!"), clock=clock
    ) as shop:
        await shop.products.get("7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11")
        await clock.sleep(3601)
        product = await shop.products.get("7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11")
    assert all_sent(httpx_mock) == [
        LOGGED_IN,
        PRODUCT_ASKED,
        REFRESHED,
        PRODUCT_ASKED.replace("acc3ss-1", "acc3ss-2"),
    ]
    assert product.sku == "BOOT-43"


@wire("storefront.logout")
async def test_logout(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(url=f"{BASE_URL}/auth/login", json=tokens(1))
    httpx_mock.add_response(method="GET", json=PRODUCT)
    httpx_mock.add_response(method="DELETE", status_code=204)
    async with StorefrontClient(
        base_url=BASE_URL, auth=Login("jane@example.com", "s3cr3t!")
    ) as shop:
        await shop.products.get("7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11")
        await shop.logout()
    assert all_sent(httpx_mock) == [LOGGED_IN, PRODUCT_ASKED, LOGGED_OUT]


@wire("storefront.products.get")
async def test_an_api_key(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=PRODUCT)
    async with StorefrontClient(base_url=BASE_URL, auth=ApiKey("k3y")) as shop:
        product = await shop.products.get("7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11")
    assert (
        sent(httpx_mock)
        == """\
GET https://shop.example/v2/products/7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11
accept: application/json
x-api-key: k3y
"""
    )
    assert product.sku == "BOOT-43"


@wire("storefront.from_env")
async def test_from_env(httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STOREFRONT_BASE_URL", BASE_URL)
    monkeypatch.setenv("STOREFRONT_EMAIL", "jane@example.com")
    monkeypatch.setenv("STOREFRONT_PASSWORD", "s3cr3t!")
    httpx_mock.add_response(json=tokens(1))
    httpx_mock.add_response(json=PRODUCT)
    async with StorefrontClient.from_env() as shop:
        product = await shop.products.get("7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11")
    assert all_sent(httpx_mock) == [LOGGED_IN, PRODUCT_ASKED]
    assert product.sku == "BOOT-43"


@wire("storefront.with_options")
async def test_with_options(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=PRODUCT)
    quick = shop.with_options(deadline=5)
    product = await quick.products.get("7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11")
    assert sent(httpx_mock) == PRODUCT_ASKED.replace("acc3ss-1", "t0ken")
    assert product.sku == "BOOT-43"


@wire("storefront.aclose")
async def test_aclose(httpx_mock: HTTPXMock) -> None:
    shop = StorefrontClient(base_url=BASE_URL, auth=Login("jane@example.com", "s3cr3t!"))
    await shop.aclose()
    with pytest.raises(ClientClosed):
        await shop.products.get("7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11")
    assert all_sent(httpx_mock) == []


@wire("storefront.products.get")
async def test_every_header(shop: StorefrontClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=PRODUCT)
    await shop.products.get("7d0b2f5e-1f0e-4e0c-9d0a-2b6f3c1a9e11")
    (request,) = httpx_mock.get_requests()
    assert dict(request.headers) == {
        "accept": "application/json",
        "accept-encoding": "gzip",
        "authorization": "Bearer t0ken",
        "host": "shop.example",
        "user-agent": f"commerce-sdk/{__version__}",
    }
