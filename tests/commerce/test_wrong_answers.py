"""An answer about another thing than was asked for is not believed, and the error says what any does."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from commerce_sdk import CommerceClient, CommerceError, DecodeError
from commerce_sdk.errors import WrongAnswer
from commerce_sdk.models import PricingChangeUpdateInput, PricingPlanUpdateInput
from tests.support.clients import client
from tests.support.worlds import ACCOUNT

pytestmark = pytest.mark.anyio
ID, OTHER = "0aed15e5-3d09-4319-800d-d65a5e73f783", "78e519c2-2277-40dd-82b2-efb08d6290ad"

READS: dict[str, Callable[[CommerceClient], Awaitable[Any]]] = {
    "orders": lambda c: c.orders.get(ID),
    "status": lambda c: c.orders.status(ID),
    "an item": lambda c: c.orders.get_by_item(ID, ID),
    "quotes": lambda c: c.quotes.get(ID),
    "invoices": lambda c: c.invoices.get(ID),
    "invoice_groups": lambda c: c.invoice_groups.get(ID),
    "credit_notes": lambda c: c.credit_notes.get(ID),
    "products": lambda c: c.products.get(ID),
    "offerings": lambda c: c.offerings.get(ID),
    "pricing_plans": lambda c: c.pricing_plans.get(ID),
    "pricing_changes": lambda c: c.pricing_changes.get(ID),
    "entitlements": lambda c: c.entitlements.get(ID),
}
WRITES: dict[str, Callable[[CommerceClient], Awaitable[Any]]] = {
    "pricing_plans.update": lambda c: c.pricing_plans.update(
        ID, PricingPlanUpdateInput(primary_cycle_id="ANNUAL"), currency="USD"
    ),
    "pricing_changes.update": lambda c: c.pricing_changes.update(
        ID, PricingChangeUpdateInput(description="x")
    ),
    "pricing_changes.execute": lambda c: c.pricing_changes.execute(ID),
}


def answering(answered: str) -> CommerceClient:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json=dict.fromkeys(("id", "orderId", "entitlementId"), answered))

    return client(answer, catalog_account=ACCOUNT)


@pytest.mark.parametrize("what", [*READS, *WRITES])
async def test_an_answer_about_another_is_refused(what: str) -> None:
    async with answering(OTHER) as commerce:
        with pytest.raises(DecodeError, match="about another one") as caught:
            await {**READS, **WRITES}[what](commerce)
    error: CommerceError = caught.value
    assert error.operation
    assert [attempt.status for attempt in error.attempts] == [200]
    assert error.maybe_applied is (True if what in WRITES else None)


@pytest.mark.parametrize("what", [*READS, *WRITES])
async def test_the_right_answer_is_believed_whatever_the_case_of_its_letters(what: str) -> None:
    async with answering(ID.upper()) as commerce:
        assert await {**READS, **WRITES}[what](commerce) is not None


async def test_a_change_that_was_executed_in_place_of_this_may_not_be_all() -> None:
    answer = httpx.Response(202, json={"id": OTHER})
    async with client(lambda request: answer, catalog_account=ACCOUNT) as commerce:
        with pytest.raises(WrongAnswer) as caught:
            await commerce.pricing_changes.execute(ID)
    assert caught.value.maybe_applied is True
    assert caught.value.operation == "execute_pricing_change"
    assert [attempt.number for attempt in caught.value.attempts] == [1]
