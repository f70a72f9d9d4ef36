"""What an error says of itself: in a log line, in a traceback, to whoever looks at it."""

from __future__ import annotations

import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    AnswerTooLarge,
    ApiError,
    Attempt,
    CommerceClient,
    CommerceError,
    ConnectionFailed,
    DecodeError,
    NotFound,
    RetryPolicy,
    new_item,
)
from tests.runtime.test_sockets import free_port
from tests.support.clients import SECRET, client
from tests.support.worlds import ACCOUNT, OFFERING, cut_before, world

pytestmark = pytest.mark.anyio
TWICE = RetryPolicy(attempts=2, first_pause=0.001, pause_cap=0.001)
GONE = {"title": "Not Found", "code": "E17", "detail": "no such order", "secret": "in the body"}


async def test_a_repr_says_what_the_server_said() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(404, json=GONE, headers={"x-request-id": "r-1"})

    async with client(answer) as commerce:
        with pytest.raises(NotFound) as caught:
            await commerce.orders.get(OFFERING)
    assert repr(caught.value) == (
        "NotFound('Not Found: no such order', status=404, code='E17', request_id='r-1', "
        "operation='get_order')"
    )
    assert SECRET not in repr(caught.value)


def test_reprs_of_other_errors_say_what_is_known() -> None:
    assert repr(CommerceError()) == "CommerceError('')"
    assert repr(ApiError(418)) == "ApiError('', status=418)"
    error = DecodeError("no JSON", status=200, request_id="r", content=b"a body")
    assert repr(error) == "DecodeError('no JSON', status=200, request_id='r')"
    broken = ConnectionFailed("it broke", sent=True)
    broken.order_id, broken.maybe_applied = "o", True
    assert repr(broken) == "ConnectionFailed('it broke', order_id='o', maybe_applied=True)"
    assert len(repr(AnswerTooLarge("x" * 100_000))) < 1200


CALLS: dict[str, Callable[[CommerceClient, Path], Awaitable[Any]]] = {
    "get_order": lambda commerce, _: commerce.orders.get(OFFERING),
    "place_order": lambda commerce, _: commerce.orders.place(items=[new_item(OFFERING)]),
    "create_order": lambda commerce, _: commerce.orders.create(items=[new_item(OFFERING)]),
    "list_orders": lambda commerce, _: commerce.orders.list().collect(),
    "download_quote": lambda commerce, folder: commerce.quotes.download(OFFERING).save(
        folder / "quote.pdf"
    ),
    "get_quote": lambda commerce, _: commerce.quotes.wait(OFFERING),
}


@pytest.mark.parametrize("operation", CALLS)
async def test_a_refused_connection_is_told_in_one_line_and_a_short_traceback(
    operation: str, tmp_path: Path
) -> None:
    port = free_port()
    async with CommerceClient(
        token="t",
        transaction_account=ACCOUNT,
        base_url=f"http://127.0.0.1:{port}/api",
        retry=TWICE,
        limiter=None,
    ) as commerce:
        with pytest.raises(ConnectionFailed) as caught:
            await CALLS[operation](commerce, tmp_path)
    error = caught.value
    assert str(error) == (
        f"could not connect to 127.0.0.1:{port}: Connection refused ({operation}, after 2 attempts)"
    )
    shown = "".join(traceback.format_exception(error)).splitlines()
    assert len(shown) < 40, "\n".join(shown)
    assert not [line for line in shown if "site-packages" in line]
    # For whoever wants to know all the same.
    assert isinstance(error.__context__, httpx.ConnectError)


async def test_a_host_without_a_port_is_named_with_the_one_that_was_asked() -> None:
    async def unreachable(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route to host")

    async with CommerceClient(
        token="t",
        transaction_account=ACCOUNT,
        base_url="https://shop.invalid/api",
        retry=None,
        limiter=None,
        transport=httpx.MockTransport(unreachable),
    ) as commerce:
        with pytest.raises(ConnectionFailed, match=r"shop\.invalid:443: .*after 1 attempt\)"):
            await commerce.orders.get(OFFERING)


async def test_only_attempts_of_the_operation_count_and_doubt_is_told() -> None:
    async with world(retry=TWICE) as here:
        here.transport.faults["POST"].extend([cut_before, cut_before])
        with pytest.raises(ConnectionFailed) as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])
    error = caught.value
    made = [attempt.operation for attempt in error.attempts]
    assert made.count("place_order") == 2 < len(made)
    assert str(error).endswith("(place_order, after 2 attempts); the server may have applied it")


def test_one_attempt_is_one() -> None:
    error = ConnectionFailed("it broke", sent=False)
    error.operation = "get_order"
    error.attempts = [
        Attempt(number=1, operation="get_order", outcome="not sent", seconds=0.1, sent=False)
    ]
    assert str(error) == "it broke (get_order, after 1 attempt)"
