"""Amounts: numbers in a currency's main unit on the wire, whole numbers of its smallest here.

A JSON number is read as a float, which tells apart all amounts of fifteen digits, and not all that
are longer. So an amount goes out as the number that it is, and a longer one is refused.
"""

from __future__ import annotations

from decimal import Decimal

DIGITS = {
    **dict.fromkeys(("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF"), 0),
    **dict.fromkeys(("UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
    **dict.fromkeys(("CLF", "UYW"), 4),
}
"""The decimals of currencies that do not have two, by ISO 4217."""

_MOST = 10**15 - 1


class AmountRefused(ValueError):
    """Says in words what an amount has too many of."""


def in_minor(number: float, currency: str) -> int:
    """An amount in the smallest unit of its currency. Raises `AmountRefused`."""
    amount, digits = Decimal(repr(number)), DIGITS.get(currency, 2)
    if amount and amount.adjusted() + digits >= 15:
        raise AmountRefused("has more than fifteen digits")
    minor = amount.scaleb(digits)
    if minor != int(minor):
        raise AmountRefused(f"has more decimals than the {digits} of {currency}")
    return int(minor)


def in_major(minor: int, currency: str) -> float:
    """An amount as a JSON number, exactly. Raises `AmountRefused`."""
    if abs(minor) > _MOST:
        raise AmountRefused("has more than fifteen digits")
    major = Decimal(minor).scaleb(-DIGITS.get(currency, 2))
    return int(major) if major == int(major) else float(major)
