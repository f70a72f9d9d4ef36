"""What the errors of more than one call say of themselves: as much as those of one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from commerce_sdk import CommerceClient, ConnectionFailed, RetryPolicy, new_item
from tests.runtime.call.test_said import assert_told_shortly
from tests.runtime.http.test_sockets import free_port
from tests.support.worlds import ACCOUNT, OFFERING

pytestmark = pytest.mark.anyio
TWICE = RetryPolicy(attempts=2, first_pause=0.001, pause_cap=0.001)

CALLS: dict[str, Callable[[CommerceClient], Awaitable[Any]]] = {
    "place_order": lambda commerce: commerce.orders.place(items=[new_item(OFFERING)]),
    "create_order": lambda commerce: commerce.orders.create(items=[new_item(OFFERING)]),
    "get_quote": lambda commerce: commerce.quotes.wait(OFFERING),
}


@pytest.mark.parametrize("operation", CALLS)
async def test_a_refused_connection_is_told_in_one_line_and_a_short_traceback(
    operation: str,
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
            await CALLS[operation](commerce)
    assert_told_shortly(caught.value, port, operation)
