"""An answer of one of Commerce's changes of prices that is not about all that was asked for."""

from __future__ import annotations

import httpx
import pytest

from commerce_sdk.errors import WrongAnswer
from tests.support.clients import client
from tests.support.every_call import ID
from tests.support.worlds import ACCOUNT

pytestmark = pytest.mark.anyio


async def test_a_change_that_was_executed_in_place_of_this_may_not_be_all() -> None:
    answer = httpx.Response(202, json={"id": ACCOUNT})
    async with client(lambda request: answer, catalog_account=ACCOUNT) as commerce:
        with pytest.raises(WrongAnswer) as caught:
            await commerce.pricing_changes.execute(ID)
    assert caught.value.maybe_applied is True
    assert caught.value.operation == "execute_pricing_change"
    assert [attempt.number for attempt in caught.value.attempts] == [1]
