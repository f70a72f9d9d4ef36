"""What a line costs: one calculation in whole minor units for quotes and for invoices.

The net amount is `subtotal` less margin and adjustment; with the tax on it, it is the total.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import Any

from commerce_sdk.sandbox.commerce.catalogue import MARGIN_PERCENT, PRICES, TAX_PERCENT
from commerce_sdk.sandbox.commerce.plans import Plan

Json = Mapping[str, Any]
_EXPONENTS = {"USD": 2, "JPY": 0}
_DEFAULT_TIERS = ({"floor": 1, "unitAmount": 500},)
Number = int | float


@dataclass(frozen=True)
class Price:
    """What one line costs, in whole minor units. `subtotal` is before all that lowers it."""

    currency: str
    quantity: int
    subtotal: int
    margin: int
    adjustment: int
    tax: int

    @property
    def net(self) -> int:
        return self.subtotal - self.margin - self.adjustment

    @property
    def total(self) -> int:
        return self.net + self.tax

    @property
    def tax_percent(self) -> Number:
        return exact(Decimal(TAX_PERCENT[self.currency]))


def price(plan: Plan, currency: str, *, with_margin: bool) -> Price:
    """The price of a month by the catalogue; what it does not know costs 5.00 (or 500 yen)."""
    listed = _listed(plan, currency)
    return _price(currency, plan.quantity, listed, credit=0, with_margin=with_margin)


def price_of_change(
    paid: Plan, plan: Plan, left: Fraction, currency: str, *, with_margin: bool
) -> Price | None:
    """What a change costs for the part of a month that is left; None where it costs nothing.

    More of the same offering costs what is more. Of another offering all is billed, and what was
    paid for the rest of the month is taken off as an adjustment.
    """
    before, after = _listed(paid, currency), _listed(plan, currency)
    if after <= before:
        return None
    if plan.offering == paid.offering:
        more, due, credit = plan.quantity - paid.quantity, after - before, 0
    else:
        more, due, credit = plan.quantity, after, before
    # round() of a fraction is exact, half to even.
    due, credit = round(due * left), round(credit * left)
    cost = _price(currency, more, due, credit=credit, with_margin=with_margin)
    return cost if cost.total else None


def kind_of_change(before: Plan, after: Plan, currency: str) -> str:
    """What kind of sale a change is: by what a month costs before and after it."""
    was, will = _listed(before, currency), _listed(after, currency)
    return "UPGRADE" if will > was else "DOWNGRADE" if will < was else "NA"


def _price(currency: str, quantity: int, subtotal: int, *, credit: int, with_margin: bool) -> Price:
    margin = _percent(subtotal - credit, MARGIN_PERCENT) if with_margin else 0
    tax = _percent(subtotal - credit - margin, TAX_PERCENT[currency])
    return Price(currency, quantity, subtotal, margin, credit, tax)


def _listed(plan: Plan, currency: str) -> int:
    return graduated(PRICES.get(plan.offering, {}).get(currency, _DEFAULT_TIERS), plan.quantity)


def graduated(tiers: Sequence[Json], quantity: int) -> int:
    """What a quantity costs when each part of it is paid by the tier that it falls into."""
    amount = Decimal(0)
    for tier in tiers:
        within = min(quantity, tier.get("ceiling") or quantity) - tier["floor"] + 1
        if within > 0:
            each = tier.get("unitAmountDecimal") or tier.get("unitAmount") or 0
            amount += within * Decimal(each) + (tier.get("flatAmount") or 0)
    return _whole(amount)


def in_major(minor: int, currency: str) -> Number:
    """Minor units as the decimal number that invoices write."""
    return exact(Decimal(minor).scaleb(-_EXPONENTS[currency]))


def exact(number: Decimal) -> Number:
    """A number as JSON writes it; the few digits of these fit a float exactly."""
    return int(number) if number == int(number) else float(number)


def _percent(amount: int, percent: str) -> int:
    return _whole(amount * Decimal(percent) / 100)


def _whole(amount: Decimal) -> int:
    return int(amount.to_integral_value(ROUND_HALF_EVEN))


def parts_of(cost: Price, amount: Callable[[int], Number], subtotal: str) -> Json:
    """The amounts of a line as quotes and invoices write them.

    `amount` turns minor units into what they write, `subtotal` is their name for it.
    """
    percent, tax = exact(Decimal(MARGIN_PERCENT)), cost.tax_percent
    margin = {"amount": amount(cost.margin), "percent": percent, "type": "PARTNER"}
    credit = {"amount": amount(cost.adjustment), "type": "UPGRADE_CREDIT"}
    taxes = {"tax": amount(cost.tax), "taxPercent": tax, "taxAmountLabel": "Sales tax"}
    return {
        subtotal: amount(cost.subtotal),
        "margins": [{**margin, "blended": False}] if cost.margin else [],
        "adjustments": [{**credit, "reason": "Paid before"}] if cost.adjustment else [],
        "tax": amount(cost.tax),
        "taxPercent": tax,
        "taxItems": [taxes],
        "total": amount(cost.total),
    }
