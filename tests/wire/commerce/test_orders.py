"""Orders: placed, followed, read."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceClient, app_on, new_item, part_of_family, under_enterprise
from commerce_sdk.models import PlacedOrder
from tests.wire.every_method import wire
from tests.wire.on_the_wire import all_sent, sent

pytestmark = pytest.mark.asyncio

TOKEN = (
    '{"v":1,"platform":"commerce","account":"78e855e6-731e-4819-b23e-7854aad854c8",'
    '"order":"0aed15e5-3d09-4319-800d-d65a5e73f783","api":"v4"}'
)
ORDER: dict[str, object] = {
    "orderId": "0aed15e5-3d09-4319-800d-d65a5e73f783",
    "slug": "R-42K-N76-CYQ-ZT6",
    "transactionAccountId": "78e855e6-731e-4819-b23e-7854aad854c8",
    "invoiceGroupId": "2f100e51-b40a-4d9a-8809-63b1ffdde012",
    "items": [
        {
            "orderItemId": "0aed15e5-3d09-4319-800d-d65a5e73f783-1",
            "offeringId": "009f8789-c10c-4366-9420-f712d02a6499",
            "type": "CREATION_ORDER",
            "optedUsageOptions": None,
            "processingInfo": {
                "entitlement": {"id": "d71ec13e-301b-35bf-9808-653f5be6c256", "version": "1"},
                "status": "SUCCESS",
            },
            "updatedDate": 1721418339443,
            "relatesFromEntitlements": [],
        }
    ],
    "additionalTriggeredOrders": None,
    "metadata": None,
    "createdDate": 1721418338715,
}
ENDED = {
    "orderId": "0aed15e5-3d09-4319-800d-d65a5e73f783",
    "status": "SUCCESS",
    "successResult": ORDER,
}
STATUS_ASKED = """\
GET https://api.atlassian.com/commerce/api/v4/orders/0aed15e5-3d09-4319-800d-d65a5e73f783
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""


@wire("commerce.orders.prepare")
async def test_prepare_sends_nothing(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    container = new_item("009f8789-c10c-4366-9420-f712d02a6499")
    jira = new_item(
        "799958b5-36bb-4a3d-9289-9fd2986352a7",
        quantities={"user": 100},
        relations=[
            part_of_family(item=container),
            under_enterprise("58146793-4749-4db3-8c36-0cd59aa10b50"),
        ],
    )
    prepared = commerce.orders.prepare(
        items=[container, jira],
        order_id="78e519c2-2277-40dd-82b2-efb08d6290ad",
        invoice_group_id="f5b07603-1330-4235-bbba-1b9d54f04882",
        metadata={"provisionRequestId": "bb8c5447-c7d3-4aaf-8897-ab28370a753b"},
    )
    assert prepared.to_json() == (
        b'{"orderId":"78e519c2-2277-40dd-82b2-efb08d6290ad",'
        b'"transactionAccountId":"78e855e6-731e-4819-b23e-7854aad854c8",'
        b'"metadata":{"provisionRequestId":"bb8c5447-c7d3-4aaf-8897-ab28370a753b"},'
        b'"invoiceGroupId":"f5b07603-1330-4235-bbba-1b9d54f04882",'
        b'"items":['
        b'{"itemId":"O1","type":"CREATION_ORDER",'
        b'"offeringId":"009f8789-c10c-4366-9420-f712d02a6499"},'
        b'{"itemId":"O2","type":"CREATION_ORDER",'
        b'"offeringId":"799958b5-36bb-4a3d-9289-9fd2986352a7",'
        b'"optedUsageOptions":{"chargingDetails":{"chargeQuantities":'
        b'[{"chargeElement":"user","quantity":100}]}},'
        b'"relatesFromEntitlements":['
        b'{"relationshipType":"FAMILY_CONTAINER","itemId":"O1","referenceType":"ORDER_ITEM"},'
        b'{"relationshipType":"ENTERPRISE","entitlementId":"58146793-4749-4db3-8c36-0cd59aa10b50",'
        b'"referenceType":"ENTITLEMENT"}]}]}'
    )
    assert all_sent(httpx_mock) == []


@wire("commerce.orders.place")
async def test_place(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        status_code=202,
        json={
            "orderId": "78e519c2-2277-40dd-82b2-efb08d6290ad",
            "statusUrl": "https://api.atlassian.com/commerce/api/v4/orders/78e519c2-2277-40dd-82b2-efb08d6290ad",
        },
    )
    placed = await commerce.orders.place(
        items=[
            new_item(
                "39605741-b92f-4763-8229-7bba2d16433c",
                quantities={"user": 100},
                relations=[under_enterprise("1036832a-8660-4293-9178-3a12b19bc67c")],
            )
        ],
        order_id="78e519c2-2277-40dd-82b2-efb08d6290ad",
        invoice_group_id="f5b07603-1330-4235-bbba-1b9d54f04882",
        metadata={"provisionRequestId": "07fb4851-986a-438d-8749-e2c07851c6ca"},
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://api.atlassian.com/commerce/api/v4/orders
accept: application/json
authorization: Bearer t0ken
content-length: 593
content-type: application/json
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8

{"orderId":"78e519c2-2277-40dd-82b2-efb08d6290ad","transactionAccountId":"78e855e6-731e-4819-b23e-7854aad854c8","metadata":{"provisionRequestId":"07fb4851-986a-438d-8749-e2c07851c6ca"},"invoiceGroupId":"f5b07603-1330-4235-bbba-1b9d54f04882","items":[{"itemId":"O1","type":"CREATION_ORDER","offeringId":"39605741-b92f-4763-8229-7bba2d16433c","optedUsageOptions":{"chargingDetails":{"chargeQuantities":[{"chargeElement":"user","quantity":100}]}},"relatesFromEntitlements":[{"relationshipType":"ENTERPRISE","entitlementId":"1036832a-8660-4293-9178-3a12b19bc67c","referenceType":"ENTITLEMENT"}]}]}
"""
    )
    assert placed.order_id == "78e519c2-2277-40dd-82b2-efb08d6290ad"
    assert placed.status_url == (
        "https://api.atlassian.com/commerce/api/v4/orders/78e519c2-2277-40dd-82b2-efb08d6290ad"
    )
    assert placed.already_placed is False


@wire("commerce.orders.create")
async def test_create(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        status_code=201,
        json={
            "orderId": "ff34629f-cc52-4fae-a8e3-364257229805",
            "slug": "R-42K-N7M-D5T-4XD",
            "items": [
                {
                    "itemId": "O1",
                    "orderItemId": "ff34629f-cc52-4fae-a8e3-364257229805-1",
                    "triggeredByOrderItem": None,
                    "processingInfo": None,
                    "metadata": None,
                }
            ],
            "transactionAccountId": "78e855e6-731e-4819-b23e-7854aad854c8",
            "invoiceGroupId": "2f100e51-b40a-4d9a-8809-63b1ffdde012",
            "additionalTriggeredOrders": None,
            "metadata": None,
        },
    )
    billing = datetime(2025, 7, 17, 9, 37, 19, tzinfo=UTC)
    placed = await commerce.orders.create(
        items=[
            new_item(
                "3198373c-f623-445a-be6d-da924f4161d2",
                quantities={"agent": 100},
                pricing_plan_id="99eb1387-befd-47bc-a2e6-9e66eb086281",
                skip_trial=True,
                ends_at=billing,
                promotion_codes=["PROMO_CODE"],
                relations=[app_on("d71ec13e-301b-35bf-9808-653f5be6c256")],
                next_billing_anchor=billing,
            )
        ],
        order_id="ff34629f-cc52-4fae-a8e3-364257229805",
        invoice_group_id="2f100e51-b40a-4d9a-8809-63b1ffdde012",
        metadata={"provisionRequestId": "6664d179-c5e8-4f6a-9f45-8a9f0756440"},
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://api.atlassian.com/commerce/api/v2/orders
accept: application/json
authorization: Bearer t0ken
content-length: 869
content-type: application/json
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8

{"orderId":"ff34629f-cc52-4fae-a8e3-364257229805","transactionAccountId":"78e855e6-731e-4819-b23e-7854aad854c8","metadata":{"provisionRequestId":"6664d179-c5e8-4f6a-9f45-8a9f0756440"},"invoiceGroupId":"2f100e51-b40a-4d9a-8809-63b1ffdde012","items":[{"itemId":"O1","type":"CREATION_ORDER","offeringId":"3198373c-f623-445a-be6d-da924f4161d2","optedUsageOptions":{"trial":{"skipTrial":true},"chargingDetails":{"pricingPlanId":"99eb1387-befd-47bc-a2e6-9e66eb086281","chargeQuantities":[{"chargeElement":"agent","quantity":100}]},"effectiveTime":{"endsAt":{"type":"TIMESTAMP","endTimestamp":1752745039000}}},"nextBillingAnchorTimestamp":1752745039000,"promotions":[{"promotionDefinition":{"promotionCode":"PROMO_CODE"}}],"relatesFromEntitlements":[{"relationshipType":"APP_DEPENDENCE","entitlementId":"d71ec13e-301b-35bf-9808-653f5be6c256","referenceType":"ENTITLEMENT"}]}]}
"""
    )
    assert isinstance(placed.answer, PlacedOrder)
    assert placed.answer.slug == "R-42K-N7M-D5T-4XD"


@wire("commerce.orders.resume")
async def test_resume(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=ENDED)
    placed = await commerce.orders.resume(TOKEN)
    assert sent(httpx_mock) == STATUS_ASKED
    assert placed.ended
    assert placed.token == TOKEN


@wire("commerce.orders.follow", "commerce.OrderHandle.refresh")
async def test_follow_asks_when_the_handle_is_asked(
    commerce: CommerceClient, httpx_mock: HTTPXMock
) -> None:
    placed = commerce.orders.follow(TOKEN)
    assert all_sent(httpx_mock) == []

    httpx_mock.add_response(
        json={"orderId": "0aed15e5-3d09-4319-800d-d65a5e73f783", "status": "PENDING"}
    )
    state = await placed.refresh()
    assert sent(httpx_mock) == STATUS_ASKED
    assert state.status == "PENDING"


@wire("commerce.OrderHandle.result")
async def test_result(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=ENDED)
    order = await commerce.orders.follow(TOKEN).result()
    assert sent(httpx_mock) == STATUS_ASKED
    assert order.created_date == datetime(2024, 7, 19, 19, 45, 38, 715000, tzinfo=UTC)


@wire("commerce.OrderHandle.updates")
async def test_updates(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=ENDED)
    placed = commerce.orders.follow(TOKEN)
    assert [str(state.status) async for state in placed.updates()] == ["SUCCESS"]
    assert sent(httpx_mock) == STATUS_ASKED


@wire("commerce.orders.wait_all")
async def test_wait_all(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=ENDED)
    async with commerce.orders.wait_all([commerce.orders.follow(TOKEN)]) as done:
        orders = [await placed.result() async for placed in done]
    assert sent(httpx_mock) == STATUS_ASKED
    assert [order.slug for order in orders] == ["R-42K-N76-CYQ-ZT6"]


@wire("commerce.orders.get")
async def test_get(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=ORDER)
    order = await commerce.orders.get("0aed15e5-3d09-4319-800d-d65a5e73f783")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/orders/0aed15e5-3d09-4319-800d-d65a5e73f783
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""
    )
    assert order.created_date == datetime(2024, 7, 19, 19, 45, 38, 715000, tzinfo=UTC)


@wire("commerce.orders.get_by_item")
async def test_get_by_item(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=ORDER)
    order = await commerce.orders.get_by_item(
        "0aed15e5-3d09-4319-800d-d65a5e73f783", "0aed15e5-3d09-4319-800d-d65a5e73f783-1"
    )
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/orders/0aed15e5-3d09-4319-800d-d65a5e73f783/orderItem/0aed15e5-3d09-4319-800d-d65a5e73f783-1
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""
    )
    assert order.items
    assert order.items[0].order_item_id == "0aed15e5-3d09-4319-800d-d65a5e73f783-1"


@wire("commerce.orders.status")
async def test_status(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        json={"orderId": "0aed15e5-3d09-4319-800d-d65a5e73f783", "status": "PROCESSING"}
    )
    state = await commerce.orders.status("0aed15e5-3d09-4319-800d-d65a5e73f783")
    assert sent(httpx_mock) == STATUS_ASKED
    assert state.status == "PROCESSING"


@wire("commerce.orders.list")
async def test_list(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json={"data": [ORDER], "nextId": None})
    listed = commerce.orders.list(
        page_size=50, invoice_group="2f100e51-b40a-4d9a-8809-63b1ffdde012"
    )
    assert [order.slug async for order in listed] == ["R-42K-N76-CYQ-ZT6"]
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/commerce/api/v2/orders?page-size=50&invoice-group=2f100e51-b40a-4d9a-8809-63b1ffdde012
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""
    )


@wire("commerce.orders.preview")
async def test_preview(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=ORDER)
    order = await commerce.orders.preview(
        "c9c33dfb-7cc6-42dc-8243-4abe82128f16",
        3,
        order_intent_id="ff34629f-cc52-4fae-a8e3-364257229805",
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://api.atlassian.com/commerce/api/v2/order-intent/preview
accept: application/json
authorization: Bearer t0ken
content-length: 201
content-type: application/json
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8

{"orderIntentId":"ff34629f-cc52-4fae-a8e3-364257229805","source":"QUOTE","quote":{"id":"c9c33dfb-7cc6-42dc-8243-4abe82128f16","version":3},"transactionAccountId":"78e855e6-731e-4819-b23e-7854aad854c8"}
"""
    )
    assert order.created_date == datetime(2024, 7, 19, 19, 45, 38, 715000, tzinfo=UTC)
