from collections.abc import AsyncIterator

import httpx
import pytest
import pytest_asyncio
import respx

from commerce_sdk import CommerceClient, Unprocessable
from commerce_sdk.sandbox import ManualClock

from .buying import buy

API = "https://api.atlassian.com/commerce/api"
ACCOUNT = "78e855e6-731e-4819-b23e-7854aad854c8"
OFFERING = "009f8789-c10c-4366-9420-f712d02a6499"
ORDER = "0aed15e5-3d09-4319-800d-d65a5e73f783"
BOUGHT = {"orderId": ORDER, "slug": "R-1", "items": [{"itemId": "O1"}]}
DONE = {"orderId": ORDER, "status": "SUCCESS", "successResult": BOUGHT}


@pytest_asyncio.fixture
async def commerce() -> AsyncIterator[CommerceClient]:
    async with CommerceClient(
        token="a token", transaction_account=ACCOUNT, clock=ManualClock()
    ) as client:
        yield client


@pytest.mark.asyncio
@pytest.mark.respx(base_url=API)
async def test_a_server_that_is_busy(commerce: CommerceClient, respx_mock: respx.Router) -> None:
    answers = [
        httpx.Response(429, headers={"Retry-After": "30"}),
        httpx.Response(202, json={"orderId": ORDER}),
    ]
    sent: list[bytes] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request.content)
        return answers[len(sent) - 1]

    respx_mock.post("/v4/orders").mock(side_effect=answer)
    respx_mock.get(f"/v4/orders/{ORDER}").respond(json=DONE)

    assert await buy(commerce, ORDER, OFFERING, users=5) == "R-1"

    assert sent == [sent[0]] * 2


@pytest.mark.asyncio
@pytest.mark.respx(base_url=API)
async def test_a_refusal(commerce: CommerceClient, respx_mock: respx.Router) -> None:
    respx_mock.post("/v4/orders").respond(422, json={"detail": "not for sale"})
    respx_mock.get(f"/v4/orders/{ORDER}").respond(404)

    with pytest.raises(Unprocessable, match="not for sale"):
        await buy(commerce, ORDER, OFFERING, users=5)
