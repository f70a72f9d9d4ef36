"""What is sent more than once, or looked for: pauses are on the test's own clock."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import httpx
import pytest
import pytest_asyncio
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceClient, Unprocessable, new_item
from tests.support.worlds import VirtualClock
from tests.wire.every_method import wire
from tests.wire.on_the_wire import all_sent

pytestmark = pytest.mark.asyncio

ORDER_ID = "78e519c2-2277-40dd-82b2-efb08d6290ad"
PLACED = """\
POST https://api.atlassian.com/commerce/api/v4/orders
accept: application/json
authorization: Bearer t0ken
content-length: 214
content-type: application/json
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8

{"orderId":"78e519c2-2277-40dd-82b2-efb08d6290ad","transactionAccountId":"78e855e6-731e-4819-b23e-7854aad854c8","items":[{"itemId":"O1","type":"CREATION_ORDER","offeringId":"39605741-b92f-4763-8229-7bba2d16433c"}]}
"""
LOOKED = """\
GET https://api.atlassian.com/commerce/api/v4/orders/78e519c2-2277-40dd-82b2-efb08d6290ad
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
"""


@pytest_asyncio.fixture
async def commerce(clock: VirtualClock) -> AsyncIterator[CommerceClient]:
    async with CommerceClient(
        token="t0ken", transaction_account="78e855e6-731e-4819-b23e-7854aad854c8", clock=clock
    ) as client:
        yield client


@wire("commerce.products.list")
async def test_two_pages(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    product = {"id": "1", "name": "Jira", "ari": "a", "updatedAt": 1721418338715, "version": 1}
    httpx_mock.add_response(json={"values": [{**product, "status": "ACTIVE"}], "nextId": "2"})
    httpx_mock.add_response(json={"values": [{**product, "id": "2", "status": "DRAFT"}]})
    listed = commerce.products.list()
    assert [product.status async for product in listed] == ["ACTIVE", "DRAFT"]
    assert all_sent(httpx_mock) == [
        """\
GET https://api.atlassian.com/commerce/api/v2/products
accept: application/json
authorization: Bearer t0ken
""",
        """\
GET https://api.atlassian.com/commerce/api/v2/products?start-id=2
accept: application/json
authorization: Bearer t0ken
""",
    ]


@wire("commerce.orders.status")
async def test_a_read_is_asked_again_after_a_503(
    commerce: CommerceClient, httpx_mock: HTTPXMock, clock: VirtualClock
) -> None:
    httpx_mock.add_response(status_code=503, headers={"Retry-After": "7"})
    httpx_mock.add_response(json={"orderId": ORDER_ID, "status": "PENDING"})
    state = await commerce.orders.status(ORDER_ID)
    assert all_sent(httpx_mock) == [LOOKED, LOOKED]
    assert clock.slept == [7]
    assert state.status == "PENDING"


@wire("commerce.orders.place")
async def test_an_order_of_an_unclear_answer_is_found(
    commerce: CommerceClient, httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_exception(httpx.ReadTimeout("no answer"), method="POST")
    httpx_mock.add_response(method="GET", json={"orderId": ORDER_ID, "status": "PROCESSING"})
    placed = await commerce.orders.place(
        items=[new_item("39605741-b92f-4763-8229-7bba2d16433c")], order_id=ORDER_ID
    )
    assert all_sent(httpx_mock) == [PLACED, LOOKED]
    assert placed.state
    assert placed.state.status == "PROCESSING"


@wire("commerce.orders.place")
async def test_an_order_that_two_looks_do_not_find_is_sent_again(
    commerce: CommerceClient, httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_exception(httpx.ReadTimeout("no answer"), method="POST")
    httpx_mock.add_response(method="GET", status_code=404)
    httpx_mock.add_response(method="GET", status_code=404)
    httpx_mock.add_response(method="POST", status_code=202, json={"orderId": ORDER_ID})
    placed = await commerce.orders.place(
        items=[new_item("39605741-b92f-4763-8229-7bba2d16433c")], order_id=ORDER_ID
    )
    assert all_sent(httpx_mock) == [PLACED, LOOKED, LOOKED, PLACED]
    assert placed.order_id == ORDER_ID


@wire("commerce.orders.place")
async def test_an_order_that_was_kept_is_looked_for_first(
    commerce: CommerceClient, httpx_mock: HTTPXMock
) -> None:
    kept = commerce.orders.prepare(
        items=[new_item("39605741-b92f-4763-8229-7bba2d16433c")], order_id=ORDER_ID
    ).to_json()
    httpx_mock.add_response(method="GET", json={"orderId": ORDER_ID, "status": "SUCCESS"})
    placed = await commerce.orders.place(kept)
    assert all_sent(httpx_mock) == [LOOKED]
    assert placed.already_placed


@wire("commerce.orders.place")
async def test_a_refusal_is_believed_once_nothing_is_found(
    commerce: CommerceClient, httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_response(
        method="POST",
        status_code=422,
        json={
            "title": "Invalid parameter: trial",
            "code": "parameter_invalid",
            "detail": "Invalid value :123123",
            "id": "uuid",
            "status": "422",
        },
    )
    httpx_mock.add_response(method="GET", status_code=404)
    with pytest.raises(Unprocessable) as refused:
        await commerce.orders.place(
            items=[new_item("39605741-b92f-4763-8229-7bba2d16433c")], order_id=ORDER_ID
        )
    assert all_sent(httpx_mock) == [PLACED, LOOKED]
    assert refused.value.code == "parameter_invalid"


@wire("commerce.orders.place")
async def test_a_quote_is_ordered_once_by_the_id_that_everybody_gives_it(
    commerce: CommerceClient, httpx_mock: HTTPXMock
) -> None:
    httpx_mock.add_response(method="GET", status_code=404)
    httpx_mock.add_response(
        method="POST", status_code=202, json={"orderId": "2ad1fb92-0de6-53c6-b059-f3947c9991aa"}
    )
    placed = await commerce.orders.place(
        quote_id="c9c33dfb-7cc6-42dc-8243-4abe82128f16", quote_version=3
    )
    assert all_sent(httpx_mock) == [
        """\
GET https://api.atlassian.com/commerce/api/v4/orders/2ad1fb92-0de6-53c6-b059-f3947c9991aa
accept: application/json
authorization: Bearer t0ken
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8
""",
        """\
POST https://api.atlassian.com/commerce/api/v4/orders
accept: application/json
authorization: Bearer t0ken
content-length: 195
content-type: application/json
x-transaction-account: 78e855e6-731e-4819-b23e-7854aad854c8

{"orderId":"2ad1fb92-0de6-53c6-b059-f3947c9991aa","transactionAccountId":"78e855e6-731e-4819-b23e-7854aad854c8","quote":{"id":"c9c33dfb-7cc6-42dc-8243-4abe82128f16","version":3},"source":"QUOTE"}
""",
    ]
    assert placed.already_placed is False


@wire("commerce.OrderHandle.result")
async def test_an_order_is_followed_to_its_end(
    commerce: CommerceClient, httpx_mock: HTTPXMock, clock: VirtualClock
) -> None:
    for status in ("PENDING", "PROCESSING", "SUCCESS"):
        httpx_mock.add_response(json={"orderId": ORDER_ID, "status": status})
    item = {"processingInfo": {"status": "SUCCESS"}}
    httpx_mock.add_response(
        json={"orderId": ORDER_ID, "items": [item], "createdDate": 1721418338715}
    )
    placed = commerce.orders.follow(
        '{"v":1,"platform":"commerce","account":"78e855e6-731e-4819-b23e-7854aad854c8",'
        f'"order":"{ORDER_ID}","api":"v4"}}'
    )
    order = await placed.result(deadline=60, poll_interval=5)
    assert all_sent(httpx_mock) == [LOOKED, LOOKED, LOOKED, LOOKED.replace("/v4/", "/v2/")]
    assert clock.slept == [5, 5]
    assert order.created_date == datetime(2024, 7, 19, 19, 45, 38, 715000, tzinfo=UTC)
