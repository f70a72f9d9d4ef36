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
    CommerceError,
    ConnectionFailed,
    DecodeError,
    NotFound,
    RetryPolicy,
)
from tests.runtime.http.test_sockets import free_port
from tests.shop import ShopClient
from tests.support.shop import BILL, SECRET, new_bill, shop_client

pytestmark = pytest.mark.anyio
TWICE = RetryPolicy(attempts=2, first_pause=0.001, pause_cap=0.001)
GONE = {"title": "Not Found", "code": "E17", "detail": "no such rack", "secret": "in the body"}


async def test_a_repr_says_what_the_server_said() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(404, json={"errors": [GONE]}, headers={"x-request-id": "r-1"})

    async with shop_client(answer) as shop:
        with pytest.raises(NotFound) as caught:
            await shop.racks.get("r")
    assert repr(caught.value) == (
        "NotFound('Not Found: no such rack', status=404, code='E17', request_id='r-1', "
        "operation='get_rack')"
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


CALLS: dict[str, Callable[[ShopClient, Path], Awaitable[Any]]] = {
    "get_bill": lambda shop, _: shop.bills.get(BILL),
    "create_bill": lambda shop, _: shop.bills.create(new_bill()),
    "remove_racks": lambda shop, _: shop.stands.remove_racks(),
    "list_bills": lambda shop, _: shop.bills.list().collect(),
    "print_bill": lambda shop, folder: shop.bills.download(BILL).save(folder / "bill.pdf"),
}


@pytest.mark.parametrize("operation", CALLS)
async def test_a_refused_connection_is_told_in_one_line_and_a_short_traceback(
    operation: str, tmp_path: Path
) -> None:
    port = free_port()
    async with shop_client(None, base_url=f"http://127.0.0.1:{port}/api", retry=TWICE) as shop:
        with pytest.raises(ConnectionFailed) as caught:
            await CALLS[operation](shop, tmp_path)
    assert_told_shortly(caught.value, port, operation)


def assert_told_shortly(error: ConnectionFailed, port: int, operation: str) -> None:
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

    async with shop_client(unreachable, base_url="https://shop.invalid/api") as shop:
        with pytest.raises(ConnectionFailed, match=r"shop\.invalid:443: .*after 1 attempt\)"):
            await shop.bills.get(BILL)


def test_one_attempt_is_one() -> None:
    error = ConnectionFailed("it broke", sent=False)
    error.operation = "get_bill"
    error.attempts = [
        Attempt(number=1, operation="get_bill", outcome="not sent", seconds=0.1, sent=False)
    ]
    assert str(error) == "it broke (get_bill, after 1 attempt)"
