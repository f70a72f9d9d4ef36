"""What an entitlement shows: its price, what it hangs on, and who pays for it."""

from __future__ import annotations

import pytest

from commerce_sdk import app_on, cancel_item, change_account_item, new_item
from commerce_sdk.sandbox import ACCOUNTS
from commerce_sdk.sandbox.commerce.catalogue import OFFERINGS
from tests.sandbox.commerce.customer import (
    PREMIUM,
    STANDARD,
    Customer,
    customer,
    entitlement_of,
    usd,
    utc,
)

pytestmark = pytest.mark.anyio
APP = OFFERINGS[4].id


async def move(here: Customer, bought: str, **where: object) -> None:
    version = str((await here.entitlement(bought)).version)
    await here.order(change_account_item(bought, version, **where))  # type: ignore[arg-type]


@pytest.mark.parametrize(("account", "currency"), [(0, "USD"), (1, "JPY")])
async def test_its_pricing_plan_says_how_often_it_is_billed(account: int, currency: str) -> None:
    async with customer(account=account) as here:
        bought = await here.buy(PREMIUM, 10)
        held = await here.entitlement(bought)
        older = await here.commerce.entitlements.get_v2(bought)
        partner = await here.commerce.entitlements.partner_info(bought)
        assert held.subscription is not None
        assert held.subscription.charge_details is not None
        plan_id = held.subscription.charge_details.pricing_plan_id
        plan = await here.commerce.pricing_plans.get(str(plan_id))
        (line,) = await here.lines()
    assert (plan.offering_id, plan.currency) == (PREMIUM, currency)
    assert plan.primary_cycle is not None
    assert plan.primary_cycle.name == "MONTHLY"
    assert line.plan_obj is not None
    assert line.plan_obj.id == plan_id
    assert older.subscriptionv2 is not None
    assert older.subscriptionv2.charge_details is not None
    assert older.subscriptionv2.charge_details.pricing_plan_id == plan_id
    assert partner.subscription is not None
    assert partner.subscription.charge_details is not None
    assert partner.subscription.charge_details.pricing_plan_id == plan_id


async def test_a_relation_shows_on_both_of_its_ends() -> None:
    async with customer() as here:
        host = new_item(STANDARD, quantities={"user": 10})
        both = await here.order(host, new_item(APP, relations=[app_on(item=host)]))
        tracker, app = entitlement_of(both, 0), entitlement_of(both, 1)
        later = entitlement_of(await here.order(new_item(APP, relations=[app_on(tracker)])))
        shown = {
            each.entitlement_id: each for each in await here.commerce.entitlements.list().collect()
        }
        details = await here.entitlement(tracker)
    below = shown[tracker].relates_to_entitlements or []
    assert [each.entitlement_id for each in below] == [app, later]
    assert {each.relationship_type for each in below} == {"APP_DEPENDENCE"}
    assert shown[tracker].relates_from_entitlements == []
    for name, relation in zip((app, later), below, strict=True):
        (above,) = shown[name].relates_from_entitlements or []
        assert above.entitlement_id == tracker
        assert above.relationship_id == relation.relationship_id
        assert shown[name].relates_to_entitlements == []
    assert len(details.relates_to_entitlements or ()) == 2


async def test_an_entitlement_moves_to_another_invoice_group_and_is_billed_there() -> None:
    async with customer() as here:
        head, branch = [
            str(each.id) for each in await here.commerce.invoice_groups.list().collect()
        ]
        bought = await here.buy(PREMIUM, 10)
        await move(here, bought, invoice_group_id=branch)
        held = await here.entitlement(bought)
        listed = await here.commerce.entitlements.list(invoice_group=branch).collect()
        here.until(utc(2025, 6, 16))
        await here.set_users(bought, 15)
        here.until(utc(2025, 7, 1))
        groups = [invoice.invoice_group for invoice in await here.invoices()]
    assert (held.invoice_group_id, held.version) == (branch, 2)
    assert held.subscription is not None
    assert held.subscription.account_details is not None
    assert held.subscription.account_details.invoice_group_id == branch
    assert [each.entitlement_id for each in listed] == [bought]
    assert groups == [head, branch, branch]


async def test_a_move_can_wait_for_the_next_month() -> None:
    async with customer() as here:
        head, branch = [
            str(each.id) for each in await here.commerce.invoice_groups.list().collect()
        ]
        bought = await here.buy(PREMIUM, 10)
        await move(here, bought, invoice_group_id=branch, immediate=False)
        assert (await here.entitlement(bought)).invoice_group_id == head
        here.until(utc(2025, 7, 1))
        assert (await here.entitlement(bought)).invoice_group_id == branch
        groups = [invoice.invoice_group for invoice in await here.invoices()]
    assert groups == [head, branch]


async def test_an_entitlement_moves_to_another_account_and_what_was_billed_stays() -> None:
    async with customer() as here:
        bought = await here.buy(PREMIUM, 10)
        await move(here, bought, transaction_account_id=ACCOUNTS[2])
        here.until(utc(2025, 7, 1))
        other = here.commerce.for_account(ACCOUNTS[2])
        (kept,), (theirs,) = await here.invoices(), await other.invoices.list().collect()
        assert await here.commerce.entitlements.list().collect() == []
        (moved,) = await other.entitlements.list().collect()
        groups = [group.id for group in await other.invoice_groups.list().collect()]
    assert moved.entitlement_id == bought
    assert moved.transaction_account_id == ACCOUNTS[2]
    assert moved.invoice_group_id == theirs.invoice_group == groups[0]
    assert kept.subtotal == theirs.subtotal == usd("152.50")
    assert kept.created_at == utc(2025, 6, 1)


async def test_who_does_not_pay_for_an_entitlement_changes_nothing_of_it() -> None:
    async with customer() as here:
        bought = await here.buy(PREMIUM, 10)
        other = here.commerce.for_account(ACCOUNTS[2])
        placed = await other.orders.place(items=[cancel_item(bought, "1")])
        await placed.result(deadline=5)
        held = await here.entitlement(bought)
    assert (held.status, held.version) == ("ACTIVE", 1)
