"""What a line costs: one calculation in minor units for quotes and for invoices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

from commerce_sdk.sandbox.commerce.catalogue import MARGIN_PERCENT, PRICES, TAX_PERCENT

Json = Mapping[str, Any]
_EXPONENTS = {"USD": 2, "JPY": 0}
_DEFAULT_TIERS = ({"floor": 1, "unitAmount": 500},)
Number = int | float


@dataclass(frozen=True)
class Price:
    """What one line costs, in whole minor units."""

    currency: str
    quantity: int
    list_price: int
    margin: int
    tax: int

    @property
    def subtotal(self) -> int:
        return self.list_price - self.margin

    @property
    def total(self) -> int:
        return self.subtotal + self.tax

    @property
    def tax_percent(self) -> Number:
        return exact(Decimal(TAX_PERCENT[self.currency]))

    def major(self, minor: int) -> Number:
        """An amount of this line as invoices write it."""
        return in_major(minor, self.currency)


def price(offering: str, quantity: int, currency: str, *, with_margin: bool) -> Price:
    """The price of a quantity by the catalogue; what it does not know costs 5.00 (or 500 yen)."""
    tiers = PRICES.get(offering, {}).get(currency, _DEFAULT_TIERS)
    listed = graduated(tiers, quantity)
    margin = _percent(listed, MARGIN_PERCENT) if with_margin else 0
    return Price(
        currency, quantity, listed, margin, _percent(listed - margin, TAX_PERCENT[currency])
    )


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
