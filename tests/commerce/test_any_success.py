"""What was asked for is done when the platform answers any 2xx, whichever its document names."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from commerce_sdk import ApiError, CommerceClient, DecodeError, new_item
from tests.support.clients import client
from tests.support.worlds import ACCOUNT, OFFERING

pytestmark = pytest.mark.anyio

ID = "0aed15e5-3d09-4319-800d-d65a5e73f783"
STATUSES = [200, 201, 202, 203, 206, 226]
PDF = b"%PDF-1.7"

Use = Callable[[CommerceClient], Awaitable[Any]]


async def get(commerce: CommerceClient) -> str:
    return str((await commerce.orders.get(ID)).order_id)


async def collect(commerce: CommerceClient) -> list[str]:
    return [str(order.order_id) for order in await commerce.orders.list().collect()]


async def delete(commerce: CommerceClient) -> object:
    return await commerce.pricing_plans.delete(ID)  # type: ignore[func-returns-value]


async def download(commerce: CommerceClient) -> bytes:
    async with commerce.invoices.download(ID) as parts:
        return b"".join([part async for part in parts])


READS: list[tuple[Use, bytes, object]] = [
    (get, json.dumps({"orderId": ID}).encode(), ID),
    (collect, json.dumps({"data": [{"orderId": ID}]}).encode(), [ID]),
    (delete, b"", None),
    (delete, b"null", None),
    (delete, b"OK", None),
]


def answering(status: int, content: bytes, media: str = "application/json") -> CommerceClient:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, content=content, headers={"content-type": media})

    return client(answer, catalog_account=ACCOUNT)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(("use", "content", "wanted"), READS)
async def test_any_2xx_is_a_success(use: Use, content: bytes, wanted: object, status: int) -> None:
    async with answering(status, content) as commerce:
        assert await use(commerce) == wanted


@pytest.mark.parametrize("status", [each for each in STATUSES if each != 204])
async def test_a_download_is_read_as_the_document_says(status: int) -> None:
    async with answering(status, PDF, "application/pdf") as commerce:
        assert await download(commerce) == PDF


@pytest.mark.parametrize("status", STATUSES)
async def test_an_order_is_sent_once_and_placed_whatever_the_2xx(status: int) -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(status, json={"orderId": json.loads(request.content)["orderId"]})

    async with client(answer) as commerce:
        first, second = (commerce.orders.prepare(items=[new_item(OFFERING)]) for _ in range(2))
        placed = await commerce.orders.place(first)
        created = await commerce.orders.create(second)

    assert (placed.order_id, created.order_id) == (first.order_id, second.order_id)
    assert [request.content for request in sent] == [first.body, second.body]


@pytest.mark.parametrize("status", [200, 202, 204])
@pytest.mark.parametrize("content", [b"", b"null", b"[]", b"OK"])
@pytest.mark.parametrize("use", [get, collect, download])
async def test_an_answer_without_what_was_promised_is_no_success(
    use: Use, content: bytes, status: int
) -> None:
    async with answering(status, content) as commerce:
        with pytest.raises(DecodeError) as caught:
            await use(commerce)
    assert caught.value.status == status


async def test_a_partial_success_stays_an_error_also_where_nothing_is_promised() -> None:
    async with answering(207, b"[]") as commerce:
        for use in (get, collect, delete, download):
            with pytest.raises(ApiError) as caught:
                await use(commerce)
            assert caught.value.status == 207
