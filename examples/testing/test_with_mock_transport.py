from collections.abc import Callable

import httpx
import pytest

from commerce_sdk import CommerceClient, ServerError
from commerce_sdk.sandbox import ManualClock

from .buying import bought

ACCOUNT = "78e855e6-731e-4819-b23e-7854aad854c8"
Answer = Callable[[httpx.Request], httpx.Response]


@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def client(answer: Answer) -> CommerceClient:
    return CommerceClient(
        token="a token",
        transaction_account=ACCOUNT,
        transport=httpx.MockTransport(answer),
        clock=ManualClock(),
    )


@pytest.mark.anyio
async def test_two_pages() -> None:
    pages = {
        None: {"data": [{"slug": "R-1"}], "nextId": "2"},
        "2": {"data": [{"slug": "R-2"}], "nextId": None},
    }

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=pages[request.url.params.get("start-id")])

    async with client(answer) as commerce:
        assert await bought(commerce) == ["R-1", "R-2"]


@pytest.mark.anyio
async def test_an_outage() -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(503)

    async with client(answer) as commerce:
        with pytest.raises(ServerError):
            await bought(commerce)
    assert len(asked) == 4
