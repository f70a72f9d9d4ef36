"""A subscription is billed month after month, and for what is added in between."""

from __future__ import annotations

from typing import Any

import pytest

from commerce_sdk import Money, app_on, new_item, reactivate_item
from commerce_sdk.sandbox.commerce.catalogue import OFFERINGS
from tests.sandbox.commerce.customer import (
    DAY,
    HOUR,
    PREMIUM,
    STANDARD,
    assert_adds_up,
    customer,
    entitlement_of,
    period_of,
    usd,
    utc,
    yen,
)

pytestmark = pytest.mark.anyio
MAY_BE_BILLED_FOR = 1_200  # cycles


def sale(line: Any) -> str:
    return str(line.sale_transition_details.sale_transition_type)


async def test_each_month_is_billed_once_when_it_begins() -> None:
    async with customer() as here:
        bought = await here.buy(PREMIUM, 10)
        here.clock.advance(30 * DAY - 1)
        assert len(await here.invoices()) == 1
        here.clock.advance(1)
        first, second = await here.invoices()
        held = await here.entitlement(bought)

    # 10 * 15.25 = 152.50; 8.25 % of it is 12.58125, so 12.58.
    for invoice in (first, second):
        amounts = (invoice.subtotal, invoice.tax, invoice.total)
        assert amounts == (usd("152.50"), usd("12.58"), usd("165.08"))
    (line,), (renewal,) = first.items or [], second.items or []
    assert period_of(line) == (utc(2025, 6, 1), utc(2025, 7, 1))
    assert period_of(renewal) == (utc(2025, 7, 1), utc(2025, 8, 1))
    assert (sale(line), sale(renewal)) == ("NEW", "RENEW")
    assert (line.proration, renewal.proration) == (False, False)
    assert second.created_at == utc(2025, 7, 1)
    assert renewal.entitlement_id == bought
    assert held.subscription is not None
    billing = held.subscription.billing_period_details
    assert billing is not None
    assert billing.billing_anchor_timestamp == utc(2025, 6, 1)
    assert billing.next_billing_timestamp == utc(2025, 8, 1)
    assert held.version == 1


async def test_a_jump_over_three_months_bills_the_three_that_began() -> None:
    async with customer() as here:
        await here.buy(PREMIUM, 10)
        here.until(utc(2025, 9, 1, hour=5))
        began = [period_of(line)[0] for line in await here.lines()]
        paid = await here.invoices(status="PAID")
    assert began == [utc(2025, month, 1) for month in (6, 7, 8, 9)]
    assert len(paid) == 4


async def test_a_renewal_is_paid_an_hour_after_its_cycle_began() -> None:
    async with customer() as here:
        await here.buy(PREMIUM, 1)
        here.until(utc(2025, 7, 1))
        (unpaid,) = await here.invoices(status="UNPAID")
        here.clock.advance(HOUR)
        assert await here.invoices(status="UNPAID") == []
        paid = await here.commerce.invoices.get(str(unpaid.id))
    assert (unpaid.status, paid.status) == ("OPEN", "PAID")
    assert paid.paid_at == utc(2025, 7, 1, hour=1)


async def test_what_began_on_the_31st_comes_back_to_it() -> None:
    async with customer(utc(2025, 1, 31)) as here:
        await here.buy(PREMIUM, 1)
        here.until(utc(2025, 4, 30))
        began = [period_of(line)[0] for line in await here.lines()]
    days = [(1, 31), (2, 28), (3, 31), (4, 30)]
    assert began == [utc(2025, month, day) for month, day in days]


async def test_what_renews_at_once_for_one_group_is_on_one_invoice() -> None:
    app = OFFERINGS[4].id
    async with customer() as here:
        host = new_item(STANDARD, quantities={"user": 10})
        await here.order(
            host, new_item(app, quantities={"user": 10}, relations=[app_on(item=host)])
        )
        branch = str((await here.commerce.invoice_groups.list().collect())[1].id)
        await here.buy(STANDARD, 10, invoice_group_id=branch)
        here.until(utc(2025, 7, 1))
        sizes = [(each.invoice_group, len(each.items or ())) for each in await here.invoices()]
        of_branch = await here.invoices(invoice_group=branch)
    head = sizes[0][0]
    assert head != branch
    assert sizes == [(head, 2), (branch, 1), (head, 2), (branch, 1)]
    assert len(of_branch) == 2


async def test_users_that_are_added_are_billed_for_what_is_left_of_the_month() -> None:
    async with customer() as here:
        bought = await here.buy(PREMIUM, 10)
        here.until(utc(2025, 6, 16))
        order = await here.set_users(bought, 15)
        _, added = await here.invoices()
        here.until(utc(2025, 7, 1))
        renewal = (await here.lines())[-1]

    # 5 more for 15 of 30 days: 5 * 15.25 / 2 = 38.125, half to even 38.12; tax 3.1449, so 3.14.
    assert (added.subtotal, added.tax, added.total) == (usd("38.12"), usd("3.14"), usd("41.26"))
    (line,) = added.items or []
    assert (line.quantity, line.proration, sale(line)) == (5, True, "UPGRADE")
    assert period_of(line) == (utc(2025, 6, 16), utc(2025, 7, 1))
    assert line.order_id == order.order_id
    assert line.order_item_id == (order.items or [])[0].order_item_id
    # 15 * 15.25
    assert (renewal.quantity, renewal.subtotal) == (15, usd("228.75"))


async def test_added_users_fall_into_the_tiers_that_they_reach() -> None:
    async with customer() as here:
        bought = await here.buy(STANDARD, 90)
        here.until(utc(2025, 6, 16))
        await here.set_users(bought, 110)
        line = (await here.lines())[-1]
    # Ten at 7.75 and ten at 6.25 are 140.00 a month, 70.00 for half of it; tax 5.775 is even at 5.78.
    assert (line.quantity, line.subtotal, line.tax) == (20, usd("70.00"), usd("5.78"))
    assert line.total == usd("75.78")


async def test_yen_are_prorated_in_whole_yen() -> None:
    async with customer(account=1) as here:
        bought = await here.buy(PREMIUM, 3)
        here.until(utc(2025, 6, 16))
        await here.set_users(bought, 4)
        first, line = await here.lines()
    # 3 * 1770 and 10 %; then half of 1770, of which 10 % are 88.5, half to even 88.
    assert (first.subtotal, first.tax, first.total) == (yen(5310), yen(531), yen(5841))
    assert (line.subtotal, line.tax, line.total) == (yen(885), yen(88), yen(973))


async def test_fewer_users_give_nothing_back_and_cost_less_from_the_next_month() -> None:
    async with customer() as here:
        bought = await here.buy(PREMIUM, 10)
        here.until(utc(2025, 6, 16))
        await here.set_users(bought, 4)
        assert len(await here.invoices()) == 1
        held = await here.entitlement(bought)
        here.until(utc(2025, 7, 1))
        first, renewal = await here.lines()
        credited = await here.commerce.credit_notes.summary(
            str((await here.invoices())[0].id), bought
        )
    assert [each.quantity for each in held.opted_quantities or ()] == [4]
    # 4 * 15.25
    assert (renewal.quantity, renewal.subtotal) == (4, usd("61.00"))
    assert first.quantity == 10
    assert credited.credit_notes_issued == []


async def test_only_what_exceeds_the_most_of_the_month_is_billed() -> None:
    async with customer() as here:
        bought = await here.buy(PREMIUM, 10)
        here.until(utc(2025, 6, 16))
        for users in (15, 12, 15, 16):
            await here.set_users(bought, users)
        lines = await here.lines()
    # 5 more, nothing, nothing, 1 more: 15.25 / 2 = 7.625, half to even 7.62.
    assert [line.quantity for line in lines] == [10, 5, 1]
    assert lines[-1].subtotal == usd("7.62")


async def test_a_change_of_nothing_but_words_costs_nothing() -> None:
    async with customer() as here:
        bought = await here.buy(PREMIUM, 10)
        here.until(utc(2025, 6, 16))
        await here.change(bought, PREMIUM)
        assert len(await here.invoices()) == 1
        held = await here.entitlement(bought)
    assert [each.quantity for each in held.opted_quantities or ()] == [10]


async def test_a_better_offering_is_billed_less_what_was_paid_for_the_rest() -> None:
    async with customer() as here:
        bought = await here.buy(STANDARD, 10)
        here.until(utc(2025, 6, 16))
        order = await here.change(bought, PREMIUM, quantities={"user": 10})
        line = (await here.lines())[-1]
        held = await here.entitlement(bought)
    # Half of 152.50 less half of 77.50: 76.25 - 38.75 = 37.50; tax 3.09375, so 3.09.
    assert (line.subtotal, line.tax, line.total) == (usd("76.25"), usd("3.09"), usd("40.59"))
    assert [each.amount for each in line.adjustments or ()] == [usd("38.75")]
    assert line.subtotal is not None
    assert_adds_up(line, line.subtotal)
    assert line.offering_key == held.offering_key == PREMIUM
    info = (order.items or [])[0].processing_info
    assert info is not None
    assert info.sale_transition_type == "UPGRADE"


@pytest.mark.parametrize(
    ("offering", "users", "kind"),
    [
        (PREMIUM, 11, "UPGRADE"),
        (PREMIUM, 9, "DOWNGRADE"),
        (STANDARD, 10, "DOWNGRADE"),
        (PREMIUM, 10, "NA"),
    ],
)
async def test_an_order_says_what_kind_of_sale_it_was(offering: str, users: int, kind: str) -> None:
    async with customer() as here:
        bought = await here.order(new_item(PREMIUM, quantities={"user": 10}))
        changed = await here.change(entitlement_of(bought), offering, quantities={"user": users})
    kinds = [
        info.sale_transition_type
        for order in (bought, changed)
        for item in order.items or ()
        if (info := item.processing_info)
    ]
    assert kinds == ["NEW", kind]


async def test_a_change_can_wait_for_the_next_month() -> None:
    async with customer() as here:
        bought = await here.buy(STANDARD, 10)
        here.until(utc(2025, 6, 16))
        order = await here.change(bought, PREMIUM, quantities={"user": 20}, immediate=False)
        before = await here.entitlement(bought)
        assert len(await here.invoices()) == 1
        here.until(utc(2025, 7, 1))
        after = await here.entitlement(bought)
        line = (await here.lines())[-1]
    assert (before.offering_key, after.offering_key) == (STANDARD, PREMIUM)
    assert (before.version, after.version) == (2, 3)
    # 20 * 15.25, for the whole of the month
    assert (line.quantity, line.subtotal, line.proration) == (20, usd("305.00"), False)
    info = (order.items or [])[0].processing_info
    assert info is not None
    assert info.transition_time == "NEXT_CYCLE"


async def test_what_comes_back_begins_a_month_of_its_own() -> None:
    async with customer() as here:
        bought = await here.buy(PREMIUM, 10)
        here.until(utc(2025, 7, 10))
        await here.cancel(bought)
        here.until(utc(2025, 9, 5))
        assert len(await here.invoices()) == 2
        version = str((await here.entitlement(bought)).version)
        await here.order(reactivate_item(bought, version, PREMIUM, quantities={"user": 2}))
        held = await here.entitlement(bought)
        line = (await here.lines())[-1]
    assert held.status == "ACTIVE"
    assert period_of(line) == (utc(2025, 9, 5), utc(2025, 10, 5))
    assert line.subtotal == usd("30.50")


async def test_the_longest_jump_is_bounded_work() -> None:
    began = utc(2025, 6, 1)
    async with customer(began) as here:
        bought = await here.buy(PREMIUM, 1)
        here.clock.advance(1_000_000)  # eleven days
        assert len(await here.invoices()) == 1
        here.clock.advance(300 * 365 * DAY)
        lines = await here.lines()
        held = await here.entitlement(bought)
        await here.set_users(bought, 5)
        assert len(await here.invoices()) == MAY_BE_BILLED_FOR
    assert len(lines) == MAY_BE_BILLED_FOR
    assert period_of(lines[-1])[1] == began.replace(year=2125)
    assert held.subscription is not None
    assert held.subscription.billing_period_details is not None
    assert held.subscription.billing_period_details.next_billing_timestamp is None


async def test_amounts_are_exact_at_any_instant() -> None:
    """A million users for a part of a month that no binary fraction is."""
    async with customer() as here:
        bought = await here.buy(PREMIUM, 1)
        here.clock.advance(7 * DAY + 7 * HOUR)
        await here.set_users(bought, 1_000_001)
        line = (await here.lines())[-1]
    # 30 days are 720 hours, of which 545 are left: 1525000000 * 545 / 720 cents are
    # 1154340277.7…, so 1154340278.
    assert line.subtotal == Money.from_minor(1_154_340_278, "USD")
