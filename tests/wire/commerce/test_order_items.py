"""The seven kinds of order items, one order each."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import (
    CommerceClient,
    amend_item,
    cancel_item,
    change_account_item,
    new_item,
    reactivate_item,
    revert_trial_item,
    transition_item,
)
from commerce_sdk.commerce.orders.items import Item
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio

ENTITLEMENT = "d71ec13e-301b-35bf-9808-653f5be6c256"
OFFERING = "009f8789-c10c-4366-9420-f712d02a6499"
INSTANT = datetime(2025, 7, 17, 9, 37, 19, tzinfo=UTC)
KINDS = [
    pytest.param(
        new_item(OFFERING, metadata={"buyer": "Zoë"}),
        '{"itemId":"O1","type":"CREATION_ORDER",'
        '"offeringId":"009f8789-c10c-4366-9420-f712d02a6499","metadata":{"buyer":"Zoë"}}',
        id="new",
    ),
    pytest.param(
        amend_item(ENTITLEMENT, "1", OFFERING, quantities={"user": 200}, immediate=False),
        '{"itemId":"O1","type":"AMENDMENT_ORDER",'
        '"entitlement":{"id":"d71ec13e-301b-35bf-9808-653f5be6c256","version":"1"},'
        '"offeringId":"009f8789-c10c-4366-9420-f712d02a6499",'
        '"optedUsageOptions":{"chargingDetails":{"chargeQuantities":'
        '[{"chargeElement":"user","quantity":200}]}},"isImmediate":false}',
        id="amend",
    ),
    pytest.param(
        cancel_item(ENTITLEMENT, "1", immediate=True),
        '{"itemId":"O1","type":"CANCELLATION_ORDER",'
        '"entitlement":{"id":"d71ec13e-301b-35bf-9808-653f5be6c256","version":"1"},'
        '"isImmediate":true}',
        id="cancel",
    ),
    pytest.param(
        reactivate_item(ENTITLEMENT, "1", OFFERING, next_billing_anchor=INSTANT),
        '{"itemId":"O1","type":"REACTIVATION_ORDER",'
        '"entitlement":{"id":"d71ec13e-301b-35bf-9808-653f5be6c256","version":"1"},'
        '"offeringId":"009f8789-c10c-4366-9420-f712d02a6499",'
        '"nextBillingAnchorTimestamp":1752745039000}',
        id="reactivate",
    ),
    pytest.param(
        change_account_item(
            ENTITLEMENT, "1", invoice_group_id="f5b07603-1330-4235-bbba-1b9d54f04882"
        ),
        '{"itemId":"O1","type":"ACCOUNT_MODIFICATION_ORDER",'
        '"entitlement":{"id":"d71ec13e-301b-35bf-9808-653f5be6c256","version":"1"},'
        '"accountModification":{"invoiceGroupId":"f5b07603-1330-4235-bbba-1b9d54f04882"}}',
        id="change_account",
    ),
    pytest.param(
        revert_trial_item(ENTITLEMENT, "1"),
        '{"itemId":"O1","type":"REVERT_TRIAL_ORDER",'
        '"entitlement":{"id":"d71ec13e-301b-35bf-9808-653f5be6c256","version":"1"}}',
        id="revert_trial",
    ),
    pytest.param(
        transition_item(
            ENTITLEMENT,
            apply_after=INSTANT,
            from_offering=OFFERING,
            to_offering="799958b5-36bb-4a3d-9289-9fd2986352a7",
        ),
        '{"itemId":"O1","type":"TRANSITION_ORDER",'
        '"entitlement":{"id":"d71ec13e-301b-35bf-9808-653f5be6c256"},'
        '"transition":{"offering":{"from":"009f8789-c10c-4366-9420-f712d02a6499",'
        '"to":"799958b5-36bb-4a3d-9289-9fd2986352a7"},"applyAfterTimestamp":1752745039000}}',
        id="transition",
    ),
]


@wire("commerce.orders.place")
@pytest.mark.parametrize(("item", "text"), KINDS)
async def test_place(
    commerce: CommerceClient, httpx_mock: HTTPXMock, item: Item, text: str
) -> None:
    httpx_mock.add_response(
        status_code=202, json={"orderId": "78e519c2-2277-40dd-82b2-efb08d6290ad"}
    )
    placed = await commerce.orders.place(
        items=[item], order_id="78e519c2-2277-40dd-82b2-efb08d6290ad"
    )
    assert sent(httpx_mock).splitlines()[-1] == (
        '{"orderId":"78e519c2-2277-40dd-82b2-efb08d6290ad",'
        '"transactionAccountId":"78e855e6-731e-4819-b23e-7854aad854c8",'
        f'"items":[{text}]}}'
    )
    assert placed.order_id == "78e519c2-2277-40dd-82b2-efb08d6290ad"
