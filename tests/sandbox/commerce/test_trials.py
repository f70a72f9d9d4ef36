"""A trial is used without being billed; what follows it is as its order says."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from commerce_sdk import amend_item, new_item, reactivate_item, revert_trial_item
from commerce_sdk.models import Entitlement
from tests.sandbox.commerce.customer import (
    PREMIUM,
    STANDARD,
    Customer,
    customer,
    entitlement_of,
    on_trial,
    period_of,
    usd,
    utc,
)

pytestmark = pytest.mark.anyio
TRIAL_ENDS = utc(2025, 6, 15)
"""Fourteen days, which is what the offerings of the catalogue say."""


async def try_premium(here: Customer, bought: str, **intent: Any) -> None:
    """Begin a trial of another offering than the one that is paid."""
    version = str((await here.entitlement(bought)).version)
    await here.order(amend_item(bought, version, PREMIUM, usage=on_trial(10, **intent)))


async def revert(here: Customer, bought: str) -> Entitlement:
    version = str((await here.entitlement(bought)).version)
    await here.order(revert_trial_item(bought, version))
    return await here.entitlement(bought)


def next_billing(held: Entitlement) -> datetime.datetime | int | None:
    assert held.subscription is not None
    assert held.subscription.billing_period_details is not None
    return held.subscription.billing_period_details.next_billing_timestamp


def trial_of(held: Entitlement) -> Any:
    assert held.subscription is not None
    return held.subscription.trial


async def test_nothing_is_billed_while_a_trial_lasts_and_the_entitlement_shows_it() -> None:
    async with customer() as here:
        offering = await here.commerce.offerings.get(PREMIUM)
        bought = await here.try_out(PREMIUM, 10)
        here.clock.advance((TRIAL_ENDS - here.now).total_seconds() - 1)
        held = await here.entitlement(bought)
        partner = await here.commerce.entitlements.partner_info(bought)
        assert await here.invoices() == []
        plan = await here.commerce.pricing_plans.get(str(trial_of(held).pricing_plan_id))

    assert held.status == "ACTIVE"
    trial = trial_of(held)
    assert (trial.start_timestamp, trial.end_timestamp) == (utc(2025, 6, 1), TRIAL_ENDS)
    assert offering.trial is not None
    assert offering.trial.length_days == 14
    assert (trial.offering_id, plan.offering_id) == (PREMIUM, PREMIUM)
    assert held.order is not None
    assert trial.order_id == held.order.id
    assert trial.end_behaviour == "BILLING_PLAN"
    assert next_billing(held) == TRIAL_ENDS
    assert partner.subscription is not None
    assert partner.subscription.trial == trial


@pytest.mark.parametrize("intent", [{}, {"behaviour_at_end_of_trial": "CONVERT_TO_PAID"}], ids=str)
async def test_a_trial_becomes_paid_when_it_ends(intent: dict[str, str]) -> None:
    async with customer() as here:
        bought = await here.try_out(PREMIUM, 10, skip_trial=False, **intent)
        here.until(TRIAL_ENDS)
        (line,) = await here.lines()
        held = await here.entitlement(bought)
        here.until(utc(2025, 7, 15))
        _, renewal = await here.lines()

    # 10 * 15.25
    assert (line.subtotal, line.proration) == (usd("152.50"), False)
    assert period_of(line) == (TRIAL_ENDS, utc(2025, 7, 15))
    assert period_of(renewal) == (utc(2025, 7, 15), utc(2025, 8, 15))
    assert line.entitlement_id == bought
    assert (held.status, held.version) == ("ACTIVE", 2)
    assert trial_of(held) is None
    assert next_billing(held) == utc(2025, 7, 15)


@pytest.mark.parametrize("end", ["CANCEL", "REVERT_TRIAL"])
async def test_a_trial_can_end_in_nothing(end: str) -> None:
    async with customer() as here:
        bought = await here.try_out(PREMIUM, 10, behaviour_at_end_of_trial=end)
        trying = await here.entitlement(bought)
        here.until(TRIAL_ENDS)
        held = await here.entitlement(bought)
        here.until(utc(2025, 12, 1))
        assert await here.invoices() == []
    assert held.status == "INACTIVE"
    assert held.subscription is not None
    assert held.subscription.status == "CANCELLED"
    assert held.subscription.end_timestamp == TRIAL_ENDS
    assert trial_of(trying).end_timestamp == TRIAL_ENDS
    assert next_billing(trying) is next_billing(held) is None


async def test_one_offering_can_be_tried_before_another_is_paid() -> None:
    async with customer() as here:
        usage = on_trial(10, offering_id=PREMIUM)
        order = await here.order(new_item(STANDARD, usage=usage))
        trying = await here.entitlement(entitlement_of(order))
        here.until(TRIAL_ENDS)
        paying = await here.entitlement(entitlement_of(order))
        (line,) = await here.lines()
    assert (trying.offering_key, paying.offering_key) == (PREMIUM, STANDARD)
    # 10 * 7.75
    assert line.subtotal == usd("77.50")


async def test_a_trial_ends_when_its_order_says() -> None:
    async with customer() as here:
        bought = await here.try_out(PREMIUM, 10, end_timestamp=utc(2025, 6, 4))
        shown = trial_of(await here.entitlement(bought))
        here.until(utc(2025, 6, 4))
        (line,) = await here.lines()
    assert shown.end_timestamp == utc(2025, 6, 4)
    assert period_of(line) == (utc(2025, 6, 4), utc(2025, 7, 4))


async def test_a_trial_that_is_to_end_before_it_began_is_none() -> None:
    async with customer() as here:
        bought = await here.try_out(PREMIUM, 10, end_timestamp=utc(2025, 5, 1))
        (line,) = await here.lines()
        held = await here.entitlement(bought)
    assert trial_of(held) is None
    assert period_of(line) == (utc(2025, 6, 1), utc(2025, 7, 1))


async def test_a_trial_that_is_skipped_is_billed_from_the_start() -> None:
    async with customer() as here:
        bought = await here.try_out(PREMIUM, 10, skip_trial=True)
        (line,) = await here.lines()
        held = await here.entitlement(bought)
    assert trial_of(held) is None
    assert period_of(line) == (utc(2025, 6, 1), utc(2025, 7, 1))


async def test_who_changes_a_trial_is_billed_the_change_when_it_ends() -> None:
    async with customer() as here:
        bought = await here.try_out(PREMIUM, 10)
        here.until(utc(2025, 6, 8))
        await here.set_users(bought, 20)
        assert await here.invoices() == []
        held = await here.entitlement(bought)
        here.until(TRIAL_ENDS)
        (line,) = await here.lines()
    assert trial_of(held).end_timestamp == TRIAL_ENDS
    # 20 * 15.25
    assert (line.quantity, line.subtotal) == (20, usd("305.00"))


async def test_who_skips_a_trial_that_runs_is_billed_from_then_on() -> None:
    async with customer() as here:
        bought = await here.try_out(PREMIUM, 10)
        here.until(utc(2025, 6, 8))
        await here.change(bought, PREMIUM, usage=on_trial(10, skip_trial=True))
        (line,) = await here.lines()
        held = await here.entitlement(bought)
    assert trial_of(held) is None
    assert period_of(line) == (utc(2025, 6, 8), utc(2025, 7, 8))
    assert line.subtotal == usd("152.50")


async def test_a_trial_that_is_reverted_leaves_nothing() -> None:
    async with customer() as here:
        bought = await here.try_out(PREMIUM, 10)
        here.until(utc(2025, 6, 8))
        held = await revert(here, bought)
        here.until(utc(2025, 8, 1))
        assert await here.invoices() == []
    assert (held.status, held.version) == ("INACTIVE", 2)
    assert trial_of(held) is None


@pytest.mark.parametrize(("immediate", "ends"), [(None, utc(2025, 6, 8)), (False, TRIAL_ENDS)])
async def test_a_cancelled_trial_is_never_billed(
    immediate: bool | None, ends: datetime.datetime
) -> None:
    async with customer() as here:
        bought = await here.try_out(PREMIUM, 10)
        here.until(utc(2025, 6, 8))
        await here.cancel(bought, immediate=immediate)
        here.until(utc(2025, 8, 1))
        held = await here.entitlement(bought)
        assert await here.invoices() == []
    assert held.status == "INACTIVE"
    assert held.subscription is not None
    assert held.subscription.end_timestamp == ends


async def test_a_paid_entitlement_goes_on_being_billed_while_it_tries_something_better() -> None:
    async with customer() as here:
        bought = await here.buy(STANDARD, 10)
        here.until(utc(2025, 6, 24))
        await try_premium(here, bought, end_timestamp=utc(2025, 7, 9))
        trying = await here.entitlement(bought)
        here.until(utc(2025, 7, 8))
        first, renewal = await here.lines()

    assert trying.offering_key == trial_of(trying).offering_id == PREMIUM
    assert trying.subscription is not None
    assert trying.subscription.charge_details is not None
    assert trying.subscription.charge_details.offering_id == STANDARD
    assert next_billing(trying) == utc(2025, 7, 1)
    # 10 * 7.75
    assert first.subtotal == renewal.subtotal == usd("77.50")


@pytest.mark.parametrize(
    ("ends", "billed"),
    [
        # 152.50 * 23 / 31 = 113.145…, with 57.50 of what was paid taken off
        (utc(2025, 7, 9), ["77.50", "77.50", "113.15"]),
        (utc(2025, 7, 1), ["77.50", "152.50"]),
    ],
)
async def test_months_and_the_end_of_a_trial_come_in_their_order(
    ends: datetime.datetime, billed: list[str]
) -> None:
    async with customer() as here:
        bought = await here.buy(STANDARD, 10)
        await try_premium(here, bought, end_timestamp=ends)
        here.until(utc(2025, 7, 20))
        lines = await here.lines()
    assert [line.subtotal for line in lines] == [usd(amount) for amount in billed]
    assert lines[-1].offering_key == PREMIUM


@pytest.mark.parametrize(
    ("end", "status", "offering", "lines"),
    [
        ("CONVERT_TO_PAID", "ACTIVE", PREMIUM, 2),
        ("REVERT_TRIAL", "ACTIVE", STANDARD, 1),
        ("CANCEL", "INACTIVE", STANDARD, 1),
    ],
)
async def test_what_was_tried_beside_what_is_paid_ends_as_its_order_says(
    end: str, status: str, offering: str, lines: int
) -> None:
    async with customer() as here:
        bought = await here.buy(STANDARD, 10)
        await try_premium(
            here, bought, end_timestamp=utc(2025, 6, 16), behaviour_at_end_of_trial=end
        )
        here.until(utc(2025, 6, 16))
        held = await here.entitlement(bought)
        billed = await here.lines()
    assert (held.status, held.offering_key, len(billed)) == (status, offering, lines)
    if end == "CONVERT_TO_PAID":
        # Half of 152.50, less half of the 77.50 that were paid.
        assert billed[-1].subtotal == usd("76.25")
        assert [each.amount for each in billed[-1].adjustments or ()] == [usd("38.75")]


async def test_what_was_tried_beside_what_is_paid_can_be_reverted() -> None:
    async with customer() as here:
        bought = await here.buy(STANDARD, 10)
        await try_premium(here, bought)
        held = await revert(here, bought)
        here.until(utc(2025, 6, 20))
        assert len(await here.invoices()) == 1
    assert (held.status, held.offering_key) == ("ACTIVE", STANDARD)


async def test_what_comes_back_can_begin_with_a_trial() -> None:
    async with customer() as here:
        bought = await here.try_out(PREMIUM, 10, behaviour_at_end_of_trial="CANCEL")
        here.until(utc(2025, 7, 1))
        version = str((await here.entitlement(bought)).version)
        await here.order(reactivate_item(bought, version, PREMIUM, usage=on_trial(10)))
        held = await here.entitlement(bought)
        assert await here.invoices() == []
        here.until(utc(2025, 7, 15))
        (line,) = await here.lines()
    assert held.status == "ACTIVE"
    assert trial_of(held).end_timestamp == utc(2025, 7, 15)
    assert period_of(line) == (utc(2025, 7, 15), utc(2025, 8, 15))
