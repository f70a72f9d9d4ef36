"""A customer of the sandbox on a clock of their own, whose orders take effect at once.

Prices by the catalogue, a user and month: Standard 7.75 up to 100 users and 6.25 beyond them,
Premium 15.25, with 8.25 percent of tax; in yen Premium is 1770, with 10 percent.
"""

from __future__ import annotations

import datetime
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from decimal import Decimal
from typing import Any

import httpx

from commerce_sdk import CommerceClient, Money, amend_item, cancel_item, new_item
from commerce_sdk.models import (
    ChargeQuantityInput,
    ChargingDetailsInput,
    Entitlement,
    Invoice,
    InvoiceLine,
    Order,
    TrialInput,
    UsageOptionsInput,
)
from commerce_sdk.sandbox import ACCOUNTS, QUOTES, TOKEN, YEN_QUOTE, ManualClock, Sandbox, Switches
from commerce_sdk.sandbox.commerce.catalogue import OFFERINGS

STANDARD, PREMIUM = OFFERINGS[0].id, OFFERINGS[1].id
HOUR, DAY = 3_600.0, 86_400.0


def utc(year: int, month: int, day: int, hour: int = 0) -> datetime.datetime:
    return datetime.datetime(year, month, day, hour, tzinfo=datetime.UTC)


JUNE = utc(2025, 6, 1)
"""When a customer's time begins: a month of thirty days."""


def usd(amount: str) -> Money:
    return Money.of(amount, "USD")


def yen(amount: int) -> Money:
    return Money.of(amount, "JPY")


class Customer:
    """What a customer does and sees, each in a line."""

    def __init__(
        self, commerce: CommerceClient, sandbox: Sandbox, clock: ManualClock, account: int
    ) -> None:
        self.commerce = commerce
        self.sandbox = sandbox
        self.clock = clock
        self.quote = YEN_QUOTE if account == 1 else next(iter(QUOTES.items()))
        """A quote that this customer can order: id and version."""

    @property
    def now(self) -> datetime.datetime:
        return datetime.datetime.fromtimestamp(self.clock.time(), datetime.UTC)

    def until(self, moment: datetime.datetime) -> None:
        self.clock.advance((moment - self.now).total_seconds())

    async def order(self, *items: Any, **options: Any) -> Order:
        placed = await self.commerce.orders.place(items=list(items), **options)
        return await placed.result(deadline=5)

    async def buy(self, offering: str, users: int, **options: Any) -> str:
        """Order users of an offering; the id of the entitlement."""
        return entitlement_of(
            await self.order(new_item(offering, quantities={"user": users}), **options)
        )

    async def try_out(self, offering: str, users: int, **intent: Any) -> str:
        """Order users of an offering that begins with a trial; the id of the entitlement."""
        return entitlement_of(await self.order(new_item(offering, usage=on_trial(users, **intent))))

    async def change(self, entitlement: str, offering: str, **options: Any) -> Order:
        version = str((await self.entitlement(entitlement)).version)
        return await self.order(amend_item(entitlement, version, offering, **options))

    async def set_users(self, entitlement: str, users: int, **options: Any) -> Order:
        held = await self.entitlement(entitlement)
        offering = str(held.offering_key)
        return await self.change(entitlement, offering, quantities={"user": users}, **options)

    async def cancel(self, entitlement: str, **options: Any) -> Order:
        version = str((await self.entitlement(entitlement)).version)
        return await self.order(cancel_item(entitlement, version, **options))

    async def entitlement(self, entitlement: str) -> Entitlement:
        return await self.commerce.entitlements.get(entitlement)

    async def invoices(self, **filters: Any) -> list[Invoice]:
        """The oldest first."""
        return list(reversed(await self.commerce.invoices.list(page_size=100, **filters).collect()))

    async def lines(self) -> list[InvoiceLine]:
        return [line for invoice in await self.invoices() for line in invoice.items or ()]


def entitlement_of(order: Order, number: int = 0) -> str:
    info = (order.items or [])[number].processing_info
    assert info is not None
    assert info.entitlement is not None
    return str(info.entitlement.id)


def on_trial(users: int, **intent: Any) -> UsageOptionsInput:
    """Usage options of some users that begin with a trial, or skip it."""
    quantity = ChargeQuantityInput(charge_element="user", quantity=users)
    return UsageOptionsInput(
        charging_details=ChargingDetailsInput(charge_quantities=[quantity]),
        trial=TrialInput(**intent),
    )


def period_of(line: InvoiceLine) -> tuple[Any, Any]:
    assert line.period is not None
    return line.period.start_at, line.period.end_at


def subtotals(lines: list[InvoiceLine]) -> list[Decimal]:
    return [line.subtotal.amount for line in lines if line.subtotal is not None]


def assert_adds_up(line: Any, subtotal: Money) -> None:
    """What partners reckon with: the net amount is subtotal less margins and adjustments."""
    nothing = subtotal * 0
    margins = sum((each.amount for each in line.margins or ()), start=nothing)
    adjustments = sum((each.amount for each in line.adjustments or ()), start=nothing)
    assert subtotal - margins - adjustments + line.tax == line.total


@asynccontextmanager
async def customer(began: datetime.datetime = JUNE, account: int = 0) -> AsyncIterator[Customer]:
    clock = ManualClock(began.timestamp())
    sandbox = Sandbox(clock=clock, limits=False)
    switches: Switches = sandbox.switches
    switches.pending = switches.processing = 0.0
    async with CommerceClient(
        token=TOKEN,
        transaction_account=ACCOUNTS[account],
        base_url="http://127.0.0.1/commerce/api",
        transport=httpx.ASGITransport(app=sandbox),
    ) as commerce:
        yield Customer(commerce, sandbox, clock, account)
