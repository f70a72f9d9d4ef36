"""Money: an exact amount of one currency.

Amounts are decimals in the currency's major unit, exact whatever the ambient decimal context
says. On the wire some APIs speak minor units and others major ones; models convert, callers never
see it. Amounts finer than the minor unit are kept; only `.minor` refuses them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
)
from fractions import Fraction
from typing import Any, Literal

from attrs import field, frozen

from commerce_sdk.currencies import EXPONENTS
from commerce_sdk.errors import CurrencyMismatch, InvalidRequest

Unit = Literal["minor", "major"]

NO_CURRENCY = "XXX"
"""ISO 4217's code for "no currency": amounts whose currency the wire did not say."""

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,4})?", re.ASCII)
_TRAPS = [InvalidOperation, DivisionByZero, Overflow]
# Never the ambient context: a program that set six digits for itself must not change a bill.
_EXACT = Context(prec=4096, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[*_TRAPS, Inexact])
_QUOTIENT = Context(prec=50, rounding=ROUND_HALF_EVEN, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=_TRAPS)


def _rounding(rounding: str) -> Context:
    return Context(prec=4096, rounding=rounding, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=_TRAPS)


def _exact(value: Any, what: str = "an amount") -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise InvalidRequest(
            f"{what} is text, an int or a Decimal, not {type(value).__name__}"
            + (" (a float is already inexact; write '0.1')" if isinstance(value, float) else "")
        )
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise InvalidRequest(f"{what} is a plain decimal number such as '12.34'")
    number = Decimal(value)
    if not number.is_finite():
        raise InvalidRequest(f"{what} is finite")
    return number


def exponent(currency: str) -> int:
    """The digits of a currency's minor unit per ISO 4217. Raises `InvalidRequest`."""
    try:
        return EXPONENTS[currency]
    except (KeyError, TypeError):
        raise InvalidRequest(
            f"{currency!r} is no ISO 4217 currency code such as 'USD'", path="currency"
        ) from None


@frozen(init=False, eq=False, repr=False)
class Money:
    """An exact amount of one currency; an immutable value.

    `amount` is in major units (12.34 is twelve dollars and thirty-four cents). Without a currency
    (`XXX`) it is the wire's own number in the wire's own `unit`, mixes with nothing, and becomes
    real by `.in_currency(code)`.
    """

    amount: Decimal
    currency: str
    unit: Unit = field(default="major")

    def __init__(self, *_: object, **__: object) -> None:
        raise InvalidRequest(
            "make it with Money.of('12.34', 'USD') or Money.from_minor(1234, 'USD')"
        )

    @classmethod
    def of(cls, amount: str | int | Decimal, currency: str) -> Money:
        """An amount in major units. Raises `InvalidRequest` for a float, bool, NaN or infinity,
        and for a code that ISO 4217 does not know."""
        exponent(currency)
        return _make(_exact(amount), currency)

    @classmethod
    def from_minor(cls, minor: str | int | Decimal, currency: str) -> Money:
        """An amount in minor units: 1234 is USD 12.34, JPY 1234, BHD 1.234."""
        return _make(_scaled(_exact(minor), -exponent(currency)), currency)

    @classmethod
    def zero(cls, currency: str) -> Money:
        """Nothing, of a currency."""
        return cls.of(0, currency)

    @property
    def minor(self) -> int:
        """The amount in whole minor units. Raises `InvalidRequest` where it is finer."""
        scaled = self._minor()
        whole = int(scaled)
        if whole != scaled:
            raise InvalidRequest(f"{self} is finer than the minor unit; round() it first")
        return whole

    def _minor(self) -> Decimal:
        if self.currency != NO_CURRENCY:
            return _scaled(self.amount, exponent(self.currency))
        if self.unit == "minor":
            return self.amount
        raise InvalidRequest(f"{self} has no minor unit; give it one with in_currency(code)")

    def in_currency(self, currency: str) -> Money:
        """The same amount of a currency that the wire did not say. Raises `CurrencyMismatch` for
        money that has another one."""
        if self.currency != NO_CURRENCY:
            if self.currency == currency:
                return self
            raise CurrencyMismatch(f"{self} is no {currency}; the SDK does not exchange money")
        if self.unit == "minor":
            return Money.from_minor(self.amount, currency)
        return Money.of(self.amount, currency)

    # --- arithmetic

    def _same(self, other: Money, doing: str) -> None:
        if self.currency == NO_CURRENCY or other.currency == NO_CURRENCY:
            raise CurrencyMismatch(
                f"cannot {doing} an amount without a currency; use in_currency(code)"
            )
        if self.currency != other.currency:
            raise CurrencyMismatch(f"cannot {doing} {self.currency} and {other.currency}")

    def __add__(self, other: object) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        self._same(other, "add")
        return _make(_EXACT.add(self.amount, other.amount), self.currency)

    def __radd__(self, other: object) -> Money:
        # sum() starts from a plain 0.
        return self if other == 0 and not isinstance(other, bool) else NotImplemented

    def __sub__(self, other: object) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        self._same(other, "subtract")
        return _make(_EXACT.subtract(self.amount, other.amount), self.currency)

    def __mul__(self, factor: object) -> Money:
        if isinstance(factor, Money):
            return NotImplemented
        number = _exact(factor, "a factor") if not isinstance(factor, str) else None
        if number is None:
            return NotImplemented
        return _make(_EXACT.multiply(self.amount, number), self.currency, self.unit)

    __rmul__ = __mul__

    def __truediv__(self, divisor: Any) -> Any:
        """By a number: money, exact where it ends within 50 digits, else rounded half-even there.
        By money of the same currency: their ratio as a `Decimal`."""
        if isinstance(divisor, Money):
            self._same(divisor, "divide")
            number = divisor.amount
        elif isinstance(divisor, str):
            return NotImplemented
        else:
            number = _exact(divisor, "a divisor")
        if not number:
            raise ZeroDivisionError("money divided by zero")
        quotient = _QUOTIENT.divide(self.amount, number)
        if isinstance(divisor, Money):
            return quotient
        return _make(quotient, self.currency, self.unit)

    def __neg__(self) -> Money:
        return _make(_EXACT.minus(self.amount), self.currency, self.unit)

    def __pos__(self) -> Money:
        return self

    def __abs__(self) -> Money:
        return _make(self.amount.copy_abs(), self.currency, self.unit)

    def __bool__(self) -> bool:
        return bool(self.amount)

    def round(self, *, rounding: str = ROUND_HALF_EVEN) -> Money:
        """Rounded to whole minor units, half to even unless `rounding` (a name of the decimal
        module) says otherwise."""
        digits = exponent(self.currency)
        step = Decimal(1).scaleb(-digits)
        return _make(_rounding(rounding).quantize(self.amount, step), self.currency)

    def __round__(self, ndigits: int | None = None) -> Money:
        if ndigits is None:
            return self.round()
        step = Decimal(1).scaleb(-ndigits)
        return _make(_rounding(ROUND_HALF_EVEN).quantize(self.amount, step), self.currency)

    def allocate(self, weights: Sequence[int | Decimal]) -> list[Money]:
        """Split into whole minor units by weights, losing none.

        Each share gets its exact part rounded toward zero; what is left over goes, a unit each,
        to the largest remainders, earlier ones first. Raises `InvalidRequest` for an amount finer
        than the minor unit, no weights, a negative one, or only zeros.
        """
        numbers = [Fraction(_exact(weight, "a weight")) for weight in weights]
        whole = sum(numbers)
        if not numbers or any(number < 0 for number in numbers) or not whole:
            raise InvalidRequest("weights are at least one number above zero and none below")
        total = self.minor
        sign = -1 if total < 0 else 1
        exact = [abs(total) * number / whole for number in numbers]
        shares = [int(part) for part in exact]
        by_remainder = sorted(range(len(exact)), key=lambda index: shares[index] - exact[index])
        for index in by_remainder[: abs(total) - sum(shares)]:
            shares[index] += 1
        return [Money.from_minor(sign * share, self.currency) for share in shares]

    # --- comparison and text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[str, str, Decimal]:
        return (self.currency, self.unit, self.amount)

    def _compared(self, other: object) -> tuple[Decimal, Decimal] | None:
        if not isinstance(other, Money):
            return None
        self._same(other, "compare")
        return self.amount, other.amount

    def __lt__(self, other: object) -> bool:
        pair = self._compared(other)
        return pair[0] < pair[1] if pair else NotImplemented

    def __le__(self, other: object) -> bool:
        pair = self._compared(other)
        return pair[0] <= pair[1] if pair else NotImplemented

    def __gt__(self, other: object) -> bool:
        pair = self._compared(other)
        return pair[0] > pair[1] if pair else NotImplemented

    def __ge__(self, other: object) -> bool:
        pair = self._compared(other)
        return pair[0] >= pair[1] if pair else NotImplemented

    def __str__(self) -> str:
        amount = self.amount
        if self.currency != NO_CURRENCY:
            step = Decimal(1).scaleb(-EXPONENTS[self.currency])
            whole = _rounding(ROUND_HALF_EVEN).quantize(amount, step)
            amount = whole if whole == amount else amount
        return f"{self.currency} {amount:f}"

    def __repr__(self) -> str:
        tail = ", unit='minor'" if self.unit == "minor" else ""
        return f"Money.of('{self.amount:f}', {self.currency!r}{tail})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _make, (self.amount, self.currency, self.unit)


def _make(amount: Decimal, currency: str, unit: Unit = "major") -> Money:
    money = object.__new__(Money)
    object.__setattr__(money, "amount", amount)
    object.__setattr__(money, "currency", currency)
    object.__setattr__(money, "unit", unit)
    return money


def _scaled(number: Decimal, digits: int) -> Decimal:
    return _EXACT.scaleb(number, digits)


def from_wire(number: int | Decimal, currency: str | None, unit: Unit) -> Money:
    """Money from a wire number in `unit`. Without a currency that ISO 4217 knows, the amount
    reads as `XXX` and keeps number and unit."""
    amount = Decimal(number)
    if currency is None or currency == NO_CURRENCY or currency not in EXPONENTS:
        return _make(amount, NO_CURRENCY, unit)
    return _make(_scaled(amount, -EXPONENTS[currency]) if unit == "minor" else amount, currency)


def to_wire(money: Money, unit: Unit) -> int | Decimal:
    """The wire number of money in `unit`, exact; whole minor units as an int.

    Raises `InvalidRequest` for an amount without a currency that was read in the other unit.
    """
    number = money.amount
    if money.currency == NO_CURRENCY:
        if money.unit != unit:
            raise InvalidRequest(f"{money} has no currency to convert it by")
    elif unit == "minor":
        number = _scaled(number, EXPONENTS[money.currency])
    return int(number) if unit == "minor" and number == number.to_integral_value() else number
