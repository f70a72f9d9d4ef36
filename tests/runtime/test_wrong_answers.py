"""An answer about another thing than was asked for is not believed, and the error says what any does."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from commerce_sdk import CommerceError, DecodeError
from tests.support.every_call import ID
from tests.support.platforms import PLATFORMS, Subject

pytestmark = pytest.mark.anyio
OTHER = "78e519c2-2277-40dd-82b2-efb08d6290ad"

ABOUT_ONE = {
    "commerce": (
        *("get_order", "get_order_status", "get_order_item", "get_quote", "get_invoice"),
        *("get_invoice_group", "get_credit_note", "get_product", "get_offering"),
        *("get_pricing_plan", "get_pricing_change", "get_entitlement"),
        *("update_pricing_plan", "update_pricing_change", "execute_pricing_change"),
    ),
    "storefront": ("get_product", "update_product", "get_order", "update_order_status"),
    "admin": (),  # the id of a provisioning's state is not the one that it was asked for by
}
"""The operations whose answer says what it is about."""
CALLS = [(platform, name) for platform in PLATFORMS for name in ABOUT_ONE[platform.name]]
IDS = [f"{platform.name}, {name}" for platform, name in CALLS]
NAMES = ("id", "orderId", "entitlementId", "productId")


async def answered(platform: Subject, name: str, about: str) -> Any:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.method)
        document = {**dict.fromkeys(NAMES, about), "status": "cancelled"}
        return httpx.Response(200, json=document)

    async with platform.client(httpx.MockTransport(answer), name) as client:
        try:
            return await platform.calls[name](client, ID)
        finally:
            assert asked.count(platform.operations[name].method) == 1


@pytest.mark.parametrize(("platform", "name"), CALLS, ids=IDS)
async def test_an_answer_about_another_is_refused(platform: Subject, name: str) -> None:
    with pytest.raises(DecodeError, match="about another one") as caught:
        await answered(platform, name, OTHER)
    error: CommerceError = caught.value
    assert error.operation == name
    assert {attempt.status for attempt in error.attempts} == {200}
    assert error.maybe_applied is (True if name in platform.writes() else None)


@pytest.mark.parametrize(("platform", "name"), CALLS, ids=IDS)
async def test_the_right_answer_is_believed_whatever_the_case_of_its_letters(
    platform: Subject, name: str
) -> None:
    assert await answered(platform, name, ID.upper()) is not None
