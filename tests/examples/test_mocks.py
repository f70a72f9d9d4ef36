"""What docs/testing.md says of mocks and of this SDK."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator

import anyio
import httpx
import pytest
import respx
from pytest_httpx import HTTPXMock

from commerce_sdk import (
    AiohttpTransport,
    CommerceClient,
    CommerceError,
    ConnectionFailed,
    DeadlineExceeded,
    DecodeError,
    LocalLimiter,
    PaginationError,
    RateLimited,
    WrongEventLoop,
    new_item,
)
from commerce_sdk.sandbox import ACCOUNTS, TOKEN, ManualClock, Sandbox

ACCOUNT = ACCOUNTS[0]
OFFERING = "009f8789-c10c-4366-9420-f712d02a6499"
ORDER = {"orderId": "0aed15e5-3d09-4319-800d-d65a5e73f783", "slug": "R-1"}
ID = ORDER["orderId"]
UNEXPECTED = pytest.mark.httpx_mock(assert_all_requests_were_expected=False)


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address where nobody listens."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"


def client(**settings: object) -> CommerceClient:
    return CommerceClient(token="t0ken", transaction_account=ACCOUNT, **settings)  # type: ignore[arg-type]


@pytest.mark.asyncio
async def test_aiohttp_is_not_seen(httpx_mock: HTTPXMock, nobody: str) -> None:
    with respx.mock(assert_all_called=False):
        async with client(base_url=nobody, transport=AiohttpTransport(), retry=None) as commerce:
            with pytest.raises(ConnectionFailed, match="could not connect"):
                await commerce.orders.get(ID)
    assert httpx_mock.get_requests() == []


@pytest.mark.asyncio
async def test_respx_is_not_asked_where_it_patches_clients(nobody: str) -> None:
    with respx.mock(using="httpx", assert_all_called=False) as router:
        router.get(url__startswith=nobody).respond(json=ORDER)
        async with client(base_url=nobody, retry=None) as commerce:
            with pytest.raises(ConnectionFailed, match="could not connect"):
                await commerce.orders.get(ID)


@pytest.mark.asyncio
async def test_a_sandbox_in_process_works_beside_them(httpx_mock: HTTPXMock) -> None:
    transport = httpx.ASGITransport(app=Sandbox())
    with respx.mock(assert_all_called=False):
        async with CommerceClient(
            token=TOKEN,
            transaction_account=ACCOUNT,
            base_url="http://127.0.0.1/commerce/api",
            transport=transport,
        ) as commerce:
            assert await commerce.orders.list().collect() == []
    assert httpx_mock.get_requests() == []


@UNEXPECTED
@pytest.mark.asyncio
async def test_what_was_not_expected_is_tried_again(httpx_mock: HTTPXMock) -> None:
    said = "No response can be found for GET request"
    async with client(clock=ManualClock()) as commerce:
        with pytest.raises(ConnectionFailed, match=said):
            await commerce.orders.get(ID)
    assert len(httpx_mock.get_requests()) == 4


@UNEXPECTED
@pytest.mark.asyncio
async def test_without_retries_it_is_not(httpx_mock: HTTPXMock) -> None:
    async with client(retry=None) as commerce:
        with pytest.raises(ConnectionFailed, match="No response can be found"):
            await commerce.orders.get(ID)
    assert len(httpx_mock.get_requests()) == 1


@UNEXPECTED
@pytest.mark.asyncio
async def test_a_write_waits_for_a_look_that_was_not_expected(httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(method="POST", status_code=503)
    async with client(clock=ManualClock()) as commerce:
        with pytest.raises(DeadlineExceeded, match="No response can be found for GET request"):
            await commerce.orders.place(items=[new_item(OFFERING)])
    assert len(httpx_mock.get_requests(method="POST")) == 1


@pytest.mark.asyncio
async def test_respx_ends_a_call_that_it_did_not_expect(respx_mock: respx.Router) -> None:
    async with client() as commerce:
        with pytest.raises(AssertionError, match="not mocked"):
            await commerce.orders.get(ID)


@pytest.mark.asyncio
async def test_what_a_function_raises_goes_through() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise KeyError("no such page")

    async with client(transport=httpx.MockTransport(answer)) as commerce:
        with pytest.raises(KeyError, match="no such page"):
            await commerce.orders.get(ID)


@pytest.mark.asyncio
async def test_a_mocked_connect_error_does_not_say_that_nothing_was_sent(nobody: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    async with client(transport=httpx.MockTransport(answer), clock=ManualClock()) as commerce:
        with pytest.raises(CommerceError) as mocked:
            await commerce.orders.place(items=[new_item(OFFERING)])
    assert mocked.value.maybe_applied

    async with client(base_url=nobody, clock=ManualClock()) as commerce:
        with pytest.raises(ConnectionFailed) as real:
            await commerce.orders.place(items=[new_item(OFFERING)])
    assert real.value.maybe_applied is False


@pytest.mark.parametrize("named", ["an order", "a cursor"])
@pytest.mark.asyncio
async def test_what_does_not_belong_is_refused(httpx_mock: HTTPXMock, named: str) -> None:
    page = {"orderId": "another", "data": [ORDER], "nextId": "2"}
    httpx_mock.add_response(json=page, is_reusable=True)
    async with client(clock=ManualClock()) as commerce:
        if named == "an order":
            with pytest.raises(DecodeError):
                await commerce.orders.get(ID)
        else:
            with pytest.raises(PaginationError):
                await commerce.orders.list().collect()


async def pause_everybody(mock: HTTPXMock, **settings: object) -> None:
    mock.add_response(status_code=429, headers={"Retry-After": "30"})
    async with client(retry=None, **settings) as commerce:
        with pytest.raises(RateLimited):
            await commerce.orders.get(ID)


@pytest.mark.asyncio
async def test_a_429_pauses_the_next_test(httpx_mock: HTTPXMock) -> None:
    await pause_everybody(httpx_mock)
    async with client(deadline=5) as commerce:
        with pytest.raises(DeadlineExceeded):
            await commerce.orders.get(ID)


@pytest.mark.parametrize("of_its_own", ["clock", "none", "limiter"])
@pytest.mark.asyncio
async def test_but_not_where_limits_are_of_its_own(httpx_mock: HTTPXMock, of_its_own: str) -> None:
    def settings() -> dict[str, object]:
        if of_its_own == "clock":
            return {"clock": ManualClock()}
        return {"limiter": None if of_its_own == "none" else LocalLimiter()}

    await pause_everybody(httpx_mock, **settings())
    httpx_mock.add_response(json=ORDER)
    async with client(deadline=5, **settings()) as commerce:
        assert (await commerce.orders.get(ID)).slug == "R-1"


@pytest.mark.asyncio
async def test_more_calls_than_a_minute_has_places_for() -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=ORDER))
    async with client(transport=transport, clock=ManualClock()) as commerce:
        for _ in range(600):
            await commerce.orders.get(ID)
        with pytest.raises(DeadlineExceeded):
            await commerce.orders.get(ID)
    async with client(transport=transport, clock=ManualClock(), limiter=None) as commerce:
        for _ in range(601):
            await commerce.orders.get(ID)


def test_a_client_is_of_the_first_tests_loop() -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=ORDER))
    commerce = client(transport=transport)

    async def test() -> None:
        await commerce.orders.get(ID)

    asyncio.run(test())
    with pytest.raises(WrongEventLoop):
        asyncio.run(test())


@pytest.mark.asyncio
async def test_an_answer_that_never_comes_takes_the_machines_time() -> None:
    async def answer(request: httpx.Request) -> httpx.Response:
        await anyio.sleep_forever()
        raise AssertionError("it never comes")

    clock = ManualClock()
    transport = httpx.MockTransport(answer)
    async with client(transport=transport, clock=clock, attempt_timeout=0.01) as commerce:
        with pytest.raises(ConnectionFailed, match=r"no whole answer within 0\.01 s"):
            await commerce.orders.get(ID)
    assert clock.monotonic() > 0


@pytest.mark.asyncio
async def test_an_order_that_never_ends_takes_none() -> None:
    sandbox = Sandbox(clock=ManualClock())
    sandbox.switches.processing = 3600.0
    async with CommerceClient(
        token=TOKEN,
        transaction_account=ACCOUNT,
        base_url="http://127.0.0.1/commerce/api",
        transport=httpx.ASGITransport(app=sandbox),
        clock=sandbox.clock,  # type: ignore[arg-type]
    ) as commerce:
        placed = await commerce.orders.place(items=[new_item(OFFERING)])
        with pytest.raises(DeadlineExceeded):
            await placed.result(deadline=600)
