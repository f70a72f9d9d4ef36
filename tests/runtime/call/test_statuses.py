"""Each status by itself: the class of its error, whether a read is tried again, and what is known
of a write that was answered so."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    ApiError,
    BadRequest,
    CommerceError,
    Conflict,
    Locked,
    NotAcceptable,
    NotFound,
    PartialFailure,
    PermissionDenied,
    RateLimited,
    RetryPolicy,
    ServerError,
    Unauthenticated,
    Unprocessable,
    UnsupportedMediaType,
)
from commerce_sdk.sandbox import ManualClock
from tests.support.shop import BILL, ShopClient, shop_client
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio

TRIES = 3
NAMED = {
    207: PartialFailure,
    400: BadRequest,
    401: Unauthenticated,
    403: PermissionDenied,
    404: NotFound,
    406: NotAcceptable,
    409: Conflict,
    415: UnsupportedMediaType,
    422: Unprocessable,
    423: Locked,
    429: RateLimited,
}
OTHERS = (
    *(100, 101, 102, 103, 199, 300, 301, 302, 303, 304, 305, 307, 308, 399),
    *(402, 405, 407, 408, 410, 411, 412, 413, 414, 416, 417, 418, 421, 424, 425, 426, 428),
    *(431, 444, 451, 499, 600, 999),
)
"""Those without a class of their own."""
OF_SERVERS = (
    *(500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511),
    *(520, 521, 522, 523, 524, 525, 526, 527, 529, 530, 598, 599),
)
CLASSES: dict[int, type[ApiError]] = {
    **NAMED,
    **dict.fromkeys(OTHERS, ApiError),
    **dict.fromkeys(OF_SERVERS, ServerError),
}
PASSES = {408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524}
"""Those that another try may get over."""
BEFORE_IT_ACTS = {400, 401, 403, 404, 405, 415, 422, 429}
"""What a server answers before it acts: then a write was surely not applied."""

EACH = pytest.mark.parametrize("status", sorted(CLASSES))


async def raised(
    status: int, call: Callable[[ShopClient], Awaitable[Any]], content: bytes = b""
) -> tuple[ApiError, int]:
    """The error of a call that is always answered with a status, and how often it was sent."""
    sent = 0

    def answer(request: httpx.Request) -> httpx.Response:
        nonlocal sent
        sent += 1
        return httpx.Response(status, content=content)

    settings: dict[str, Any] = {"retry": RetryPolicy(attempts=TRIES), "deadline": None}
    async with shop_client(answer, clock=VirtualClock(ManualClock()), **settings) as shop:
        with pytest.raises(CommerceError) as caught:
            await call(shop)
    assert isinstance(caught.value, ApiError)
    return caught.value, sent


@EACH
async def test_of_a_read(status: int) -> None:
    error, sent = await raised(status, lambda shop: shop.bills.get(BILL))
    assert type(error) is CLASSES[status]
    assert error.status == status
    assert str(error).startswith(f"HTTP {status} from get_bill")
    assert sent == (TRIES if status in PASSES else 1)
    assert [each.outcome for each in error.attempts] == [f"status {status}"] * sent
    assert [each.status for each in error.attempts] == [status] * sent
    assert error.maybe_applied is None


@EACH
async def test_of_a_write_that_may_not_be_repeated(status: int) -> None:
    error, sent = await raised(status, lambda shop: shop.bills.send(BILL))
    assert type(error) is CLASSES[status]
    assert sent == (TRIES if status == 429 else 1), "only a 429 surely did nothing and passes"
    assert error.maybe_applied is (status not in BEFORE_IT_ACTS)
    assert ("the server may have applied it" in str(error)) is bool(error.maybe_applied)


@EACH
async def test_what_is_no_document_is_kept_and_not_told(status: int) -> None:
    error, _ = await raised(status, lambda shop: shop.bills.get(BILL), b"<html>a teapot</html>")
    assert (error.title, error.detail, error.code, error.problems) == (None, None, None, ())
    assert error.body == "<html>a teapot</html>"
    assert "teapot" not in str(error)


@pytest.mark.parametrize(("status", "header"), [(406, "Accept"), (415, "Content-Type")])
async def test_a_refusal_of_the_clients_own_header_says_which(status: int, header: str) -> None:
    error, _ = await raised(status, lambda shop: shop.bills.send(BILL))
    assert f"\n  the client's own header {header} was refused; does a middleware" in str(error)


async def test_a_policy_of_the_callers_own_says_what_passes() -> None:
    sent: list[int] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(1)
        return httpx.Response(418)

    settings: dict[str, Any] = {"retry": RetryPolicy(attempts=TRIES).with_statuses({418})}
    async with shop_client(answer, clock=VirtualClock(ManualClock()), **settings) as shop:
        with pytest.raises(ApiError):
            await shop.bills.get(BILL)
    assert len(sent) == TRIES
