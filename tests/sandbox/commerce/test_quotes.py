"""Quotes: what they say is what is billed; each is ordered once, and in its time."""

from __future__ import annotations

import uuid
from typing import Any

import httpx
import pytest

from commerce_sdk import CommerceError, OrderFailed
from commerce_sdk.models import Invoice, Quote
from commerce_sdk.sandbox import TOKEN, YEN_QUOTE
from commerce_sdk.sandbox.commerce.catalogue import failure_for
from tests.sandbox.commerce.customer import (
    DAY,
    PREMIUM,
    Customer,
    assert_adds_up,
    customer,
    entitlement_of,
    usd,
    utc,
    yen,
)

pytestmark = pytest.mark.anyio


async def ordered(here: Customer, **options: Any) -> Any:
    quote, version = here.quote
    placed = await here.commerce.orders.place(quote_id=quote, quote_version=version, **options)
    return await placed.result(deadline=5)


async def status(here: Customer) -> Any:
    return (await here.commerce.quotes.get(here.quote[0])).status


async def refusal(here: Customer, **options: Any) -> CommerceError:
    with pytest.raises(CommerceError) as caught:
        await ordered(here, **options)
    return caught.value


def line_amounts(quote: Quote) -> list[tuple[Any, ...]]:
    assert quote.upcoming_bills is not None
    return [
        (line.sub_total, [each.amount for each in line.margins or ()], line.tax, line.total)
        for line in quote.upcoming_bills.lines or ()
    ]


def billed_amounts(invoice: Invoice) -> list[tuple[Any, ...]]:
    return [
        (line.subtotal, [each.amount for each in line.margins or ()], line.tax, line.total)
        for line in invoice.items or ()
    ]


async def test_the_amounts_of_a_quote_are_those_that_partners_reckon_with() -> None:
    async with customer() as here:
        quote = await here.commerce.quotes.get(here.quote[0])
    assert line_amounts(quote) == [
        # 100 * 7.75 + 150 * 6.25; 5 % are 85.625, half to even 85.62; 8.25 % of what is left
        (usd("1712.50"), [usd("85.62")], usd("134.22"), usd("1761.10")),
        # 10.00 for the first ten and 15 * 5.75
        (usd("96.25"), [usd("4.81")], usd("7.54"), usd("98.98")),
    ]
    bills = quote.upcoming_bills
    assert bills is not None
    assert (bills.sub_total, bills.tax) == (usd("1808.75"), usd("141.76"))
    assert bills.total == usd("1860.08")
    for line in bills.lines or ():
        assert line.sub_total is not None
        assert_adds_up(line, line.sub_total)
        assert line.period is not None
        # As if it were accepted when its bills were worked out, a day before the sandbox began.
        assert line.period.starts_at == utc(2025, 5, 31)
        assert line.period.ends_at == utc(2025, 6, 30)


async def test_the_amounts_of_a_quote_in_yen_are_whole_yen() -> None:
    async with customer(account=1) as here:
        quote = await here.commerce.quotes.get(YEN_QUOTE[0])
    # 100 * 900 + 233 * 725 = 258925; 5 % are 12946.25; 10 % of 245979 are 24597.9.
    assert line_amounts(quote) == [(yen(258925), [yen(12946)], yen(24598), yen(270577))]


@pytest.mark.parametrize("account", [0, 1])
async def test_what_a_quote_said_is_billed(account: int) -> None:
    async with customer(account=account) as here:
        quote = await here.commerce.quotes.get(here.quote[0])
        await ordered(here)
        (invoice,) = await here.invoices()
        here.until(utc(2025, 7, 1))
        _, renewal = await here.invoices()
    bills = quote.upcoming_bills
    assert bills is not None
    assert billed_amounts(invoice) == line_amounts(quote) == billed_amounts(renewal)
    for bill in (invoice, renewal):
        assert (bill.subtotal, bill.tax, bill.total) == (bills.sub_total, bills.tax, bills.total)
    for line in invoice.items or ():
        assert line.subtotal is not None
        assert_adds_up(line, line.subtotal)


async def test_what_was_bought_by_quote_is_changed_at_its_margin() -> None:
    async with customer() as here:
        order = await ordered(here)
        here.until(utc(2025, 6, 16))
        await here.change(entitlement_of(order), PREMIUM, quantities={"user": 250})
        line = (await here.lines())[-1]
    # Half of 250 * 15.25 less half of the 1712.50 that were paid is 1050.00; 5 % of it are 52.50;
    # 8.25 % of 997.50 are 82.29375.
    assert line.subtotal == usd("1906.25")
    assert [each.amount for each in line.adjustments or ()] == [usd("856.25")]
    assert [each.amount for each in line.margins or ()] == [usd("52.50")]
    assert (line.tax, line.total) == (usd("82.29"), usd("1079.79"))


async def test_a_preview_says_what_each_line_of_the_quote_will_be() -> None:
    async with customer() as here:
        quote = await here.commerce.quotes.get(here.quote[0])
        preview = await here.commerce.orders.preview(*here.quote)
        assert await here.commerce.orders.list().collect() == []
    said = {
        item.quote_line_item_details_reference.quote_line_item_id: info.sale_transition_type
        for item in preview.items or ()
        if item.quote_line_item_details_reference and (info := item.processing_info)
    }
    assert said == {line.line_item_id: "NEW" for line in quote.line_items or ()}
    assert len(said) == 2


async def test_a_quote_is_open_to_its_end_and_stale_from_then_on() -> None:
    async with customer() as here:
        quote = await here.commerce.quotes.get(here.quote[0])
        assert quote.expires_at == utc(2025, 6, 30)
        here.clock.advance(29 * DAY - 1)
        assert await status(here) == "OPEN"
        await here.commerce.orders.preview(*here.quote)
        here.clock.advance(1)
        stale = await here.commerce.quotes.get(here.quote[0])
        open_ones = await here.commerce.quotes.list(status="OPEN").collect()
        with pytest.raises(CommerceError, match="quote_not_open"):
            await here.commerce.orders.preview(*here.quote)
        assert "quote_not_open" in str(await refusal(here))
        assert not here.sandbox.orders.held
    assert stale.status == "STALE"
    assert stale.stale_reason is not None
    assert stale.stale_reason.expires_at == utc(2025, 6, 30)
    assert quote.id not in [each.id for each in open_ones]


async def test_a_quote_that_was_ordered_in_time_does_not_expire() -> None:
    async with customer() as here:
        await ordered(here)
        here.clock.advance(60 * DAY)
        assert await status(here) == "ACCEPTED"


@pytest.mark.parametrize("account", [0, 1])
@pytest.mark.parametrize("wait", [0.0, 2.0, 5.0], ids=["at once", "in work", "done"])
async def test_a_quote_is_ordered_once(account: int, wait: float) -> None:
    async with customer(account=account) as here:
        here.sandbox.switches.pending, here.sandbox.switches.processing = 1.0, 3.0
        quote, version = here.quote
        first = await here.commerce.orders.place(quote_id=quote, quote_version=version)
        here.clock.advance(wait)
        refused = await refusal(here, order_id=str(uuid.uuid4()))
        again = await here.commerce.orders.place(quote_id=quote, quote_version=version)
        here.clock.advance(5)
        assert await status(here) == "ACCEPTED"
        assert len(await here.invoices()) == 1
        with pytest.raises(CommerceError, match="quote_not_open"):
            await here.commerce.orders.preview(quote, version)
    assert "quote_not_open" in str(refused)
    assert again.order_id == first.order_id
    assert list(here.sandbox.orders.held) == [first.order_id]


async def test_the_same_bytes_are_the_same_order() -> None:
    async with customer() as here:
        quote, version = here.quote
        prepared = here.commerce.orders.prepare(quote_id=quote, quote_version=version)
        transport = httpx.ASGITransport(app=here.sandbox)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            answers = [
                # As a program sends them that does not look first, as the SDK does.
                await client.post(
                    "/commerce/api/v4/orders",
                    content=prepared.to_json(),
                    headers={
                        "Authorization": f"Bearer {TOKEN}",
                        "Content-Type": "application/json",
                    },
                )
                for _ in range(2)
            ]
        assert len(await here.invoices()) == 1
    assert [each.status_code for each in answers] == [202, 202]
    assert list(here.sandbox.orders.held) == [prepared.order_id]


async def test_a_quote_whose_order_failed_can_be_ordered_again() -> None:
    async with customer() as here:
        quote, version = here.quote
        prepared = here.commerce.orders.prepare(quote_id=quote, quote_version=version)
        here.sandbox.fail_order(prepared.order_id, failure_for("O1"))
        with pytest.raises(OrderFailed):
            await ordered(here)
        assert await status(here) == "OPEN"
        await ordered(here, retry_of=prepared.order_id)
        assert await status(here) == "ACCEPTED"
        (invoice,) = await here.invoices()
    assert invoice.total == usd("1860.08")
