"""What ends is billed no more; the first paid month is given back, later ones are not."""

from __future__ import annotations

import pytest

from commerce_sdk import Money, NotFound, reactivate_item
from commerce_sdk.models import CreditNote, Invoice
from commerce_sdk.sandbox import ACCOUNTS
from tests.sandbox.commerce.customer import (
    PREMIUM,
    Customer,
    customer,
    usd,
    utc,
    yen,
)

pytestmark = pytest.mark.anyio


async def notes_on(here: Customer, invoice: Invoice, entitlement: str) -> list[CreditNote]:
    summary = await here.commerce.credit_notes.summary(str(invoice.id), entitlement)
    return summary.credit_notes_issued or []


def amounts(note: CreditNote) -> tuple[Money | None, Money | None, Money | None]:
    (line,) = note.items or []
    return line.subtotal, line.tax, line.total


async def test_the_first_paid_month_is_given_back_with_all_that_was_added_to_it() -> None:
    async with customer() as here:
        bought = await here.buy(PREMIUM, 10)
        here.until(utc(2025, 6, 16))
        await here.set_users(bought, 15)
        here.until(utc(2025, 6, 20))
        await here.cancel(bought)
        invoices = await here.invoices()
        notes = [note for each in invoices for note in await notes_on(here, each, bought)]
        read = [await here.commerce.credit_notes.get(str(note.id)) for note in notes]
        held = await here.entitlement(bought)
        here.until(utc(2025, 9, 1))
        assert len(await here.invoices()) == 2

    # 152.50 and 12.58 of tax; 38.12 and 3.14.
    assert [amounts(note) for note in notes] == [
        (usd("152.50"), usd("12.58"), usd("165.08")),
        (usd("38.12"), usd("3.14"), usd("41.26")),
    ]
    assert read == notes
    assert [note.invoice for note in notes] == [invoice.id for invoice in invoices]
    assert {str(note.reason) for note in notes} == {"refund_cancelled_purchase"}
    assert notes[0].created_at == utc(2025, 6, 20)
    assert held.status == "INACTIVE"
    assert held.subscription is not None
    assert held.subscription.end_timestamp == utc(2025, 6, 20)


async def test_a_later_month_is_not_given_back() -> None:
    async with customer() as here:
        bought = await here.buy(PREMIUM, 10)
        here.until(utc(2025, 7, 2))
        await here.cancel(bought)
        invoices = await here.invoices()
        notes = [note for each in invoices for note in await notes_on(here, each, bought)]
        here.until(utc(2025, 9, 1))
        assert len(await here.invoices()) == len(invoices) == 2
        held = await here.entitlement(bought)
    assert notes == []
    assert held.status == "INACTIVE"


async def test_the_first_month_after_a_trial_is_the_first_paid_one() -> None:
    async with customer(account=1) as here:
        bought = await here.try_out(PREMIUM, 3)
        here.until(utc(2025, 7, 10))
        await here.cancel(bought)
        (invoice,) = await here.invoices()
        (note,) = await notes_on(here, invoice, bought)
        with pytest.raises(NotFound):
            await here.commerce.for_account(ACCOUNTS[0]).credit_notes.get(str(note.id))
    # 3 * 1770 and 10 %
    assert amounts(note) == (yen(5310), yen(531), yen(5841))


async def test_what_ends_with_its_month_is_used_until_then_and_not_given_back() -> None:
    async with customer() as here:
        bought = await here.buy(PREMIUM, 10)
        here.until(utc(2025, 6, 16))
        order = await here.cancel(bought, immediate=False)
        before = await here.entitlement(bought)
        here.until(utc(2025, 7, 1))
        after = await here.entitlement(bought)
        (invoice,) = await here.invoices()
        notes = await notes_on(here, invoice, bought)
    info = (order.items or [])[0].processing_info
    assert info is not None
    assert info.transition_time == "NEXT_CYCLE"
    assert (before.status, after.status) == ("ACTIVE", "INACTIVE")
    for held in (before, after):
        assert held.subscription is not None
        assert held.subscription.end_timestamp == utc(2025, 7, 1)
        assert held.subscription.billing_period_details is not None
        assert held.subscription.billing_period_details.next_billing_timestamp is None
    assert notes == []


async def test_what_was_to_end_with_its_month_can_be_kept() -> None:
    async with customer() as here:
        bought = await here.buy(PREMIUM, 10)
        await here.cancel(bought, immediate=False)
        version = str((await here.entitlement(bought)).version)
        await here.order(reactivate_item(bought, version, PREMIUM))
        assert len(await here.invoices()) == 1
        here.until(utc(2025, 7, 1))
        held = await here.entitlement(bought)
        assert len(await here.invoices()) == 2
    assert held.status == "ACTIVE"
    assert held.subscription is not None
    assert held.subscription.end_timestamp is None


async def test_what_is_given_back_is_what_was_paid_to_the_cent() -> None:
    async with customer() as here:
        quote, version = here.quote
        placed = await here.commerce.orders.place(quote_id=quote, quote_version=version)
        await placed.result(deadline=5)
        (invoice,) = await here.invoices()
        bought = str((invoice.items or [])[0].entitlement_id)
        await here.cancel(bought)
        (note,) = await notes_on(here, invoice, bought)
    # 100 * 7.75 + 150 * 6.25 = 1712.50 less 5 % of margin (85.62), and 8.25 % of tax.
    assert amounts(note) == (usd("1626.88"), usd("134.22"), usd("1761.10"))
