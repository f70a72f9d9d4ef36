"""Quotes and pricing changes are followed like orders."""

from __future__ import annotations

import datetime
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    Conflict,
    DeadlineExceeded,
    DecodeError,
    NotFound,
    PricingChangeFailed,
    ServerError,
)
from commerce_sdk.models import PricingChangeInput, PricingPlan
from commerce_sdk.sandbox import CATALOG_ACCOUNT, QUOTE_AT_WORK, QUOTES, ManualClock
from tests.support.clients import client
from tests.support.worlds import VirtualClock, World, world

pytestmark = pytest.mark.anyio


async def test_a_quote_is_followed_out_of_its_work() -> None:
    async with world() as here:
        waiting = await here.commerce.quotes.wait(QUOTE_AT_WORK)
        assert waiting.state is not None
        assert waiting.state.status == "CREATION_IN_PROGRESS"
        seen = [str(quote.status) async for quote in waiting.updates()]
        quote = await waiting.result()

    assert seen == ["CREATION_IN_PROGRESS", "OPEN"]
    assert quote.status == "OPEN"
    assert quote.upcoming_bills is not None


async def test_a_quote_that_nobody_works_on_is_there_at_once() -> None:
    async with world() as here:
        waiting = await here.commerce.quotes.wait(next(iter(QUOTES)))
        assert (await waiting.result(deadline=1)).status == "OPEN"
        assert not here.time.slept


@pytest.mark.parametrize("status", [None, "TELEPORTATION_IN_PROGRESS"])
async def test_a_status_that_nobody_knows_goes_on_where_it_says_so(status: str | None) -> None:
    answers = [status, status, "BRAND_NEW"]

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"id": "q", "status": answers.pop(0)})

    async with client(answer) as commerce:
        quote = await (await commerce.quotes.wait("q")).result(poll_interval=0.001)
    assert quote.status == "BRAND_NEW"


async def test_the_deadline_of_waiting_ends_it_and_the_quote_goes_on() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"id": "q", "status": "UPDATE_IN_PROGRESS"})

    async with client(answer, clock=VirtualClock(ManualClock())) as commerce:
        waiting = await commerce.quotes.wait("q")
        with pytest.raises(DeadlineExceeded, match="not over yet; it goes on, so wait again"):
            await waiting.result(deadline=1, poll_interval=0.5)


async def test_another_quote_is_not_believed() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"id": "other", "status": "OPEN"})

    async with client(answer) as commerce:
        with pytest.raises(DecodeError, match=r"another one than was asked for \(at \$.id"):
            await commerce.quotes.wait("q")


async def test_a_quote_that_is_not_there_is_not_found() -> None:
    async with world() as here:
        with pytest.raises(NotFound):
            await here.commerce.quotes.wait("q")


# -- Pricing changes -----------------------------------------------------------------------------


async def change_of(here: World, **fields: Any) -> tuple[PricingPlan, str]:
    """A draft that brings the partner's dollar plan to its end."""
    commerce = here.commerce
    products = await commerce.products.list().collect()
    (product,) = [each for each in products if each.catalog_account_id == CATALOG_ACCOUNT]
    offering = await commerce.products.offerings(str(product.id)).first()
    assert offering is not None
    plan = await commerce.offerings.pricing_plans(str(offering.id)).first()
    assert plan is not None
    ends = {"deactivate": {"pricingPlanId": plan.id, "maxNewQuoteDate": 1_760_000_000_000}}
    body = PricingChangeInput.from_dict({"changes": [ends], **fields})
    change = await commerce.pricing_changes.create(body)
    return plan, str(change.id)


@pytest.fixture
def settings() -> dict[str, Any]:
    return {"catalog_account": CATALOG_ACCOUNT}


async def test_a_pricing_change_is_executed_and_comes_into_force(settings: dict[str, Any]) -> None:
    async with world(**settings) as here:
        plan, change_id = await change_of(here)
        executed = await here.commerce.pricing_changes.execute(change_id)
        assert executed.state is not None
        assert executed.state.status == "PENDING"
        seen = [str(change.status) async for change in executed.updates(poll_interval=0.5)]
        change = await executed.result()
        after = await here.commerce.pricing_plans.get(str(plan.id))

    assert seen == ["PENDING", "PROCESSING", "COMPLETED"]
    assert change.status == "COMPLETED"
    assert after.status == "AT_NOTICE"


async def test_a_change_comes_into_force_when_it_was_asked_to(settings: dict[str, Any]) -> None:
    async with world(**settings) as here:
        _, change_id = await change_of(here)
        later = datetime.datetime.fromtimestamp(here.clock.time() + 3600, datetime.UTC)
        executed = await here.commerce.pricing_changes.execute(change_id, effective_date=later)
        began = here.clock.time()
        assert (await executed.result(deadline=7200)).status == "COMPLETED"
        assert 3600 <= here.clock.time() - began < 3660


async def test_a_change_that_fails_says_so(settings: dict[str, Any]) -> None:
    async with world(**settings) as here:
        _, change_id = await change_of(here, offeringId="another")
        executed = await here.commerce.pricing_changes.execute(change_id)
        with pytest.raises(PricingChangeFailed, match=f"{change_id} ended as FAILED") as caught:
            await executed.result()
        assert caught.value.change.status == "FAILED"
        again = await here.commerce.pricing_changes.wait(change_id)
        with pytest.raises(PricingChangeFailed):
            await again.result()


async def test_an_execution_is_never_sent_twice(settings: dict[str, Any]) -> None:
    async with world(**settings) as here:
        _, change_id = await change_of(here)
        here.sandbox.fail_next("execute_pricing_change", 503, after_applying=True)
        sent = len(here.transport.requests)
        with pytest.raises(ServerError) as caught:
            await here.commerce.pricing_changes.execute(change_id)
        assert caught.value.maybe_applied is True
        assert len(here.transport.requests) == sent + 1
        followed = await here.commerce.pricing_changes.wait(change_id)
        assert (await followed.result()).status == "COMPLETED"
        with pytest.raises(Conflict) as refused:
            await here.commerce.pricing_changes.execute(change_id)
        assert refused.value.maybe_applied is True
