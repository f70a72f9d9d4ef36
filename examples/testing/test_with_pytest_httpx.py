import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from pytest_httpx import HTTPXMock

from commerce_sdk import CommerceClient
from commerce_sdk.sandbox import ManualClock

from .buying import bought, buy

API = "https://api.atlassian.com/commerce/api"
ACCOUNT = "78e855e6-731e-4819-b23e-7854aad854c8"
OFFERING = "009f8789-c10c-4366-9420-f712d02a6499"
ORDER = "0aed15e5-3d09-4319-800d-d65a5e73f783"
PENDING = {"orderId": ORDER, "status": "PENDING"}
BOUGHT = {"orderId": ORDER, "slug": "R-1", "items": [{"itemId": "O1"}]}
DONE = {"orderId": ORDER, "status": "SUCCESS", "successResult": BOUGHT}


@pytest_asyncio.fixture
async def commerce() -> AsyncIterator[CommerceClient]:
    async with CommerceClient(
        token="a token", transaction_account=ACCOUNT, clock=ManualClock()
    ) as client:
        yield client


@pytest.mark.asyncio
async def test_what_is_sent(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    taken_in = {"orderId": ORDER}
    httpx_mock.add_response(method="POST", url=f"{API}/v4/orders", status_code=202, json=taken_in)
    httpx_mock.add_response(method="GET", url=f"{API}/v4/orders/{ORDER}", json=PENDING)
    httpx_mock.add_response(method="GET", url=f"{API}/v4/orders/{ORDER}", json=DONE)

    assert await buy(commerce, ORDER, OFFERING, users=5) == "R-1"

    sent = httpx_mock.get_requests()[0]
    (item,) = json.loads(sent.content)["items"]
    assert item["offeringId"] == OFFERING
    assert sent.headers["X-Transaction-Account"] == ACCOUNT


@pytest.mark.asyncio
async def test_a_lost_answer(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(method="POST", url=f"{API}/v4/orders", status_code=503)
    httpx_mock.add_response(
        method="GET", url=f"{API}/v4/orders/{ORDER}", json=DONE, is_reusable=True
    )

    assert await buy(commerce, ORDER, OFFERING, users=5) == "R-1"

    assert len(httpx_mock.get_requests(method="POST")) == 1


@pytest.mark.asyncio
async def test_two_pages(commerce: CommerceClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(url=f"{API}/v2/orders", json={"data": [{"slug": "R-1"}], "nextId": "2"})
    httpx_mock.add_response(
        url=f"{API}/v2/orders?start-id=2", json={"data": [{"slug": "R-2"}], "nextId": None}
    )

    assert await bought(commerce) == ["R-1", "R-2"]
