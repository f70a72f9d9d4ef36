"""Where a text should stand something else may come; who follows goes on, or is told in words."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from commerce_sdk import OrderFailed
from commerce_sdk.sandbox import ManualClock
from tests.support.clients import client
from tests.support.every_call import EVERY_CALL, FOLLOWED, ID
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio

ODD: list[Any] = [5, True, [], ["FAIL"], {"a": 1}, 1.5]


async def followed(name: str, *answers: dict[str, Any]) -> Any:
    script = list(answers)

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=script.pop(0) if len(script) > 1 else script[0])

    async with client(answer, clock=VirtualClock(ManualClock())) as commerce:
        return await {**EVERY_CALL, **FOLLOWED}[name](commerce, ID)


@pytest.mark.parametrize("odd", ODD, ids=repr)
async def test_a_quote_whose_status_is_no_text_is_waited_for(odd: Any) -> None:
    quote = await followed("a quote", {"id": ID, "status": odd}, {"id": ID, "status": "APPROVED"})
    assert quote.status == "APPROVED"


@pytest.mark.parametrize("odd", ODD, ids=repr)
async def test_an_order_fails_with_reasons_that_are_no_text(odd: Any) -> None:
    item = {"itemId": odd, "errors": [{"message": odd, "errorCode": odd, "field": odd}]}
    error = {"title": odd, "detail": odd, "code": odd, "items": [item]}
    with pytest.raises(OrderFailed) as caught:
        await followed("an order", {"orderId": ID, "status": "FAILED", "error": error})
    assert str(caught.value).startswith(f"order {ID} failed")


@pytest.mark.parametrize("odd", ODD, ids=repr)
async def test_items_whose_texts_are_none_are_followed(odd: Any) -> None:
    def state(status: Any) -> dict[str, Any]:
        item = {
            "itemId": odd,
            "orderItemId": odd,
            "reasonCode": odd,
            "processingInfo": {"status": status},
            "quoteLineItemDetailsReference": {"quoteId": odd, "version": odd},
        }
        order = {"orderId": ID, "items": [item]}
        return {"orderId": ID, "status": "SYNC_ORDER", "successResult": order}

    with pytest.raises(OrderFailed, match="1 of 1 items failed") as caught:
        await followed("an order", state(odd), state("FAIL"))
    assert str(caught.value)
    assert caught.value.problems[0].item is None
