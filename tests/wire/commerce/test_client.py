"""The client itself: its credential, its accounts, its settings; and what goes with every request."""

from __future__ import annotations

from datetime import UTC, datetime

import httpx
import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import Basic, ClientClosed, CommerceClient, __version__, new_item
from tests.wire.every_method import wire
from tests.wire.on_the_wire import all_sent, sent

pytestmark = pytest.mark.asyncio

GROUP = {
    "id": "2f100e51-b40a-4d9a-8809-63b1ffdde012",
    "version": 1,
    "currency": "USD",
    "createdAt": 1721418338715,
    "updatedAt": 1721418338715,
}


@wire("commerce.from_env")
async def test_from_env(httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMERCE_TOKEN", "t0ken")
    monkeypatch.setenv("COMMERCE_TRANSACTION_ACCOUNT", "78e855e6-731e-4819-b23e-7854aad854c8")
    httpx_mock.add_response(json=GROUP)
    async with CommerceClient.from_env() as commerce:
        group = await commerce.invoice_groups.get("2f100e51-b40a-4d9a-8809-63b1ffdde012")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/invoice-groups/2f100e51-b40a-4d9a-8809-63b1ffdde012
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""
    )
    assert group.created_at == datetime(2024, 7, 19, 19, 45, 38, 715000, tzinfo=UTC)


@wire("commerce.from_env")
async def test_from_env_with_an_email_is_basic(
    httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMERCE_TOKEN", "t0ken")
    monkeypatch.setenv("COMMERCE_EMAIL", "admin@acme.example")
    monkeypatch.setenv("COMMERCE_BASE_URL", "https://commerce.acme.example/api/")
    httpx_mock.add_response(json={"productIds": []})
    async with CommerceClient.from_env() as commerce:
        opt_outs = await commerce.products.partner_opt_outs()
    assert (
        sent(httpx_mock)
        == """\
GET https://commerce.acme.example/api/v1/product-ignore-rule/promotion-type/partner
accept: application/json
authorization: Basic YWRtaW5AYWNtZS5leGFtcGxlOnQwa2Vu
"""
    )
    assert opt_outs.product_ids == []


@wire("commerce.for_account")
async def test_for_account_places_as_the_cookbook_does(
    commerce: CommerceClient, httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_response(
        status_code=201,
        json={
            "orderId": "78e519c2-2277-40dd-82b2-efb08d6290ad",
            "slug": "R-42K-N76-CYQ-ZT6",
            "items": [],
            "transactionAccountId": "2666852d-2296-4c24-a999-8949db3bbf1f",
            "invoiceGroupId": "f5b07603-1330-4235-bbba-1b9d54f04882",
            "additionalTriggeredOrders": None,
            "metadata": {"provisionRequestId": "07fb4851-986a-438d-8749-e2c07851c6ca"},
        },
    )
    other = commerce.for_account("2666852d-2296-4c24-a999-8949db3bbf1f")
    placed = await other.orders.create(
        items=[new_item("39605741-b92f-4763-8229-7bba2d16433c")],
        order_id="78e519c2-2277-40dd-82b2-efb08d6290ad",
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://api.atlassian.com/commerce/api/v2/orders
accept: application/json
authorization: Bearer t0ken
content-length: 214
content-type: application/json
x-transaction-account: 2666852d-2296-4c24-a999-8949db3bbf1f

{"orderId":"78e519c2-2277-40dd-82b2-efb08d6290ad","transactionAccountId":"2666852d-2296-4c24-a999-8949db3bbf1f","items":[{"itemId":"O1","type":"CREATION_ORDER","offeringId":"39605741-b92f-4763-8229-7bba2d16433c"}]}
"""
    )
    assert placed.account == "2666852d-2296-4c24-a999-8949db3bbf1f"


@wire("commerce.for_account")
async def test_for_account_of_the_catalogue(
    commerce: CommerceClient, httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_response(status_code=204)
    catalogue = commerce.for_account(catalog_account="c47a")
    await catalogue.pricing_plans.delete("8c1ffdde-3c1d-41a1-a43d-26bd81079e9e")
    assert (
        sent(httpx_mock)
        == """\
DELETE https://api.atlassian.com/commerce/api/v1/pricing-plans/8c1ffdde-3c1d-41a1-a43d-26bd81079e9e
accept: application/json
authorization: Bearer t0ken
x-catalog-account: c47a
"""
    )
    assert catalogue.transaction_account == "78e855e6-731e-4819-b23e-7854aad854c8"


@wire("commerce.with_options")
async def test_with_options_asks_the_same(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=GROUP)
    patient = commerce.with_options(deadline=600, attempt_timeout=120)
    group = await patient.invoice_groups.get("2f100e51-b40a-4d9a-8809-63b1ffdde012")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/invoice-groups/2f100e51-b40a-4d9a-8809-63b1ffdde012
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""
    )
    assert group.currency == "USD"


@wire("commerce.aclose")
async def test_aclose_ends_the_sending(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    await commerce.aclose()
    with pytest.raises(ClientClosed):
        await commerce.invoice_groups.get("2f100e51-b40a-4d9a-8809-63b1ffdde012")
    assert all_sent(httpx_mock) == []


@wire("commerce.orders.create")
async def test_the_shape_of_errors_is_asked_for_in_the_query(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        status_code=201, json={"orderId": "78e519c2-2277-40dd-82b2-efb08d6290ad", "items": []}
    )
    async with CommerceClient(
        token="t0ken",
        transaction_account="78e855e6-731e-4819-b23e-7854aad854c8",
        error_response_version="v2",
    ) as commerce:
        placed = await commerce.orders.create(
            items=[new_item("39605741-b92f-4763-8229-7bba2d16433c")],
            order_id="78e519c2-2277-40dd-82b2-efb08d6290ad",
        )
    assert (
        sent(httpx_mock)
        == """\
POST https://api.atlassian.com/commerce/api/v2/orders?errorResponseVersion=v2
accept: application/json
authorization: Bearer t0ken
content-length: 214
content-type: application/json
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8

{"orderId":"78e519c2-2277-40dd-82b2-efb08d6290ad","transactionAccountId":"78e855e6-731e-4819-b23e-7854aad854c8","items":[{"itemId":"O1","type":"CREATION_ORDER","offeringId":"39605741-b92f-4763-8229-7bba2d16433c"}]}
"""
    )
    assert placed.order_id == "78e519c2-2277-40dd-82b2-efb08d6290ad"


@wire("commerce.products.partner_opt_outs")
async def test_every_header(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"productIds": []})
    async with CommerceClient(auth=Basic("admin@acme.example", "t0ken")) as commerce:
        await commerce.products.partner_opt_outs()
    request = httpx_mock.get_request()
    assert request is not None
    assert request.headers == httpx.Headers(
        {
            "Host": "api.atlassian.com",
            "User-Agent": f"commerce-sdk/{__version__}",
            "Accept": "application/json",
            "Accept-Encoding": "gzip",
            "Authorization": "Basic YWRtaW5AYWNtZS5leGFtcGxlOnQwa2Vu",
        }
    )
