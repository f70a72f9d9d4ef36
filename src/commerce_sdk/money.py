"""Money: an exact amount of one currency.

Amounts are decimals in the currency's major unit, exact whatever the ambient decimal context
says. On the wire some APIs speak minor units and others major ones; models convert, callers never
see it. Amounts finer than the minor unit are kept; only `.minor` refuses them.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal, DecimalException
from functools import total_ordering
from typing import Any, Literal, overload

from commerce_sdk.currencies import EXPONENTS
from commerce_sdk.decimals import (
    ADD,
    EXACT,
    NUMBER,
    SUBTRACT,
    calculate,
    exact,
    quotient,
    rounded,
    scaled,
    too_long,
)
from commerce_sdk.errors import CurrencyMismatch, DecodeError, InvalidRequest

Unit = Literal["minor", "major"]

NO_CURRENCY = "XXX"
"""ISO 4217's code for "no currency": amounts whose currency the wire did not say."""


def _factor(value: Any, what: str) -> Decimal | None:
    # Text and money are for Python's own TypeError: to multiply them makes no sense.
    return None if isinstance(value, Money | str) else exact(value, what)


def exponent(currency: str) -> int:
    """The digits of a currency's minor unit per ISO 4217. Raises `InvalidRequest`."""
    return EXPONENTS[_code(currency)]


def _code(currency: Any) -> str:
    # A member of a text enum is turned into its text: its hash is that of its name.
    code = str.__str__(currency) if isinstance(currency, str) else None
    if code is not None and code in EXPONENTS:
        return code
    hint = f"; write {code.upper()!r}" if code is not None and code.upper() in EXPONENTS else ""
    raise InvalidRequest(
        f"{currency!r:.60} is no ISO 4217 currency code such as 'USD'{hint}", path="currency"
    )


class _Parts:
    """Money that is being made. It becomes `Money` once it is whole, and stays as it is then: to
    set a part of what lets nobody set any takes many times as long."""

    __slots__ = ("amount", "currency", "unit")

    amount: Decimal
    currency: str
    unit: Unit


@total_ordering
class Money(_Parts):
    """An exact amount of one currency; an immutable value.

    `amount` is in major units (12.34 is twelve dollars and thirty-four cents). Without a currency
    (`XXX`) it is the wire's own number in the wire's own `unit`, mixes with nothing, and becomes
    real by `.in_currency(code)`. `unit` has a meaning there only; with a currency it is "major".
    """

    __slots__ = ()

    def __init__(self, *_: object, **__: object) -> None:
        raise InvalidRequest(
            "make it with Money.of('12.34', 'USD') or Money.from_minor(1234, 'USD')"
        )

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("money is a value; calculate another one", name=name, obj=self)

    def __delattr__(self, name: str) -> None:
        raise AttributeError("money is a value; it cannot lose a part", name=name, obj=self)

    @classmethod
    def of(cls, amount: str | int | Decimal, currency: str) -> Money:
        """An amount in major units. Raises `InvalidRequest` for a float, bool, NaN or infinity,
        and for a code that ISO 4217 does not know."""
        return _make(exact(amount), _code(currency))

    @classmethod
    def from_minor(cls, minor: str | int | Decimal, currency: str) -> Money:
        """An amount in minor units, whole or finer: 1234 is USD 12.34, JPY 1234, BHD 1.234.
        Raises `InvalidRequest` as `of` does."""
        number, code = exact(minor), _code(currency)
        if code == NO_CURRENCY:
            return _make(number, code, "minor")
        return _make(scaled(number, -EXPONENTS[code]), code)

    @classmethod
    def zero(cls, currency: str) -> Money:
        """Nothing, of a currency: what a sum starts from."""
        return cls.of(0, currency)

    @property
    def minor(self) -> int:
        """The amount in whole minor units. Raises `InvalidRequest` where it is finer, and where
        there is neither a currency nor a number that was read in minor units."""
        number = self.amount if self._minor_as_read() else scaled(self.amount, self._exponent())
        whole = int(number)
        if whole != number:
            raise InvalidRequest(f"{self} is finer than the minor unit; round() it first")
        return whole

    def _minor_as_read(self) -> bool:
        return self.currency == NO_CURRENCY and self.unit == "minor"

    def _exponent(self) -> int:
        if self.currency == NO_CURRENCY:
            raise InvalidRequest(f"{self} has no minor unit; give it one with in_currency(code)")
        return EXPONENTS[self.currency]

    def in_currency(self, currency: str) -> Money:
        """The same amount of a currency that the wire did not say. Raises `CurrencyMismatch` for
        money that has another one, `InvalidRequest` for a code that ISO 4217 does not know."""
        code = _code(currency)
        if self.currency != NO_CURRENCY:
            if self.currency == code:
                return self
            raise CurrencyMismatch(f"{self} is no {code}; the SDK does not exchange money")
        make = Money.from_minor if self.unit == "minor" else Money.of
        return make(self.amount, code)

    # --- arithmetic

    def _goes_with(self, other: object, doing: str) -> bool:
        """Is it money of the same currency? False of what may know itself how to go on."""
        if isinstance(other, int | float | Decimal):
            raise TypeError(
                f"cannot {doing} money and a plain {type(other).__name__}, which has no currency; "
                f"write Money.of(…, {self.currency!r})"
            )
        if not isinstance(other, Money):
            return False
        if self.currency == NO_CURRENCY or other.currency == NO_CURRENCY:
            raise CurrencyMismatch(
                f"cannot {doing} an amount without a currency; use in_currency(code)"
            )
        if self.currency != other.currency:
            raise CurrencyMismatch(f"cannot {doing} {self.currency} and {other.currency}")
        return True

    def __add__(self, other: Money) -> Money:
        # Written out, with what nearly all amounts are first: sums of many thousands come this way.
        currency = self.currency
        if (
            type(other) is not Money or currency != other.currency or currency == NO_CURRENCY
        ) and not self._goes_with(other, "add"):
            return NotImplemented
        made: Any = _Parts()
        try:
            made.amount = ADD(self.amount, other.amount)
        except DecimalException:
            raise too_long() from None
        made.currency = currency
        made.unit = "major"
        made.__class__ = Money
        return made  # type: ignore[no-any-return]

    def __radd__(self, other: Literal[0]) -> Money:
        # sum() starts from a plain 0.
        is_start = type(other) is int and other == 0
        return NotImplemented if not is_start and not self._goes_with(other, "add") else self

    def __sub__(self, other: Money) -> Money:
        if not self._goes_with(other, "subtract"):
            return NotImplemented
        return _make(calculate(SUBTRACT, self.amount, other.amount), self.currency)

    def __mul__(self, factor: int | Decimal) -> Money:
        number = _factor(factor, "a factor")
        if number is None:
            return NotImplemented
        return _make(calculate(EXACT.multiply, self.amount, number), self.currency, self.unit)

    __rmul__ = __mul__

    @overload
    def __truediv__(self, divisor: Money) -> Decimal: ...
    @overload
    def __truediv__(self, divisor: int | Decimal) -> Money: ...
    def __truediv__(self, divisor: Money | int | Decimal) -> Money | Decimal:
        """By a number: money. By money of the same currency: their ratio as a `Decimal`.

        Exact where the decimal digits end, else rounded half-even at 50 digits. Raises
        `ZeroDivisionError`.
        """
        if isinstance(divisor, Money):
            self._goes_with(divisor, "divide")
            return quotient(self.amount, divisor.amount)
        number = _factor(divisor, "a divisor")
        if number is None:
            return NotImplemented
        return _make(quotient(self.amount, number), self.currency, self.unit)

    def __neg__(self) -> Money:
        return _make(EXACT.minus(self.amount), self.currency, self.unit)

    def __pos__(self) -> Money:
        return self

    def __abs__(self) -> Money:
        return _make(self.amount.copy_abs(), self.currency, self.unit)

    def __bool__(self) -> bool:
        return bool(self.amount)

    def round(self, *, rounding: str = ROUND_HALF_EVEN) -> Money:
        """Rounded to whole minor units, half to even unless `rounding` (a name of the decimal
        module) says otherwise. Raises `InvalidRequest` for another name, and for an amount
        without a currency that stands in major units."""
        digits = 0 if self._minor_as_read() else self._exponent()
        return _make(rounded(self.amount, digits, rounding), self.currency, self.unit)

    def __round__(self, ndigits: int | None = None) -> Money:
        if ndigits is None:
            return self.round()
        if isinstance(ndigits, bool) or not isinstance(ndigits, int):
            raise InvalidRequest(f"round() takes a whole number of digits, not {ndigits!r}")
        amount = rounded(self.amount, ndigits, ROUND_HALF_EVEN)
        return _make(amount, self.currency, self.unit)

    def allocate(self, weights: Sequence[int | Decimal]) -> list[Money]:
        """Split into whole minor units by weights, losing none.

        Each share gets its exact part rounded toward zero; what is left over goes, a unit each,
        to the largest remainders, earlier ones first. Raises `InvalidRequest` for an amount finer
        than the minor unit, no weights, a negative one, or only zeros.
        """
        if not isinstance(weights, Sequence) or isinstance(weights, str | bytes | bytearray):
            raise InvalidRequest("weights are a list of numbers such as [1, 1, 1]")
        from fractions import Fraction

        numbers = [Fraction(exact(weight, "a weight")) for weight in weights]
        whole = sum(numbers)
        if not numbers or any(number < 0 for number in numbers) or not whole:
            raise InvalidRequest("weights are at least one number above zero and none below")
        total = self.minor
        sign = -1 if total < 0 else 1
        parts = [abs(total) * number / whole for number in numbers]
        shares = [int(part) for part in parts]
        by_remainder = sorted(range(len(parts)), key=lambda index: shares[index] - parts[index])
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

    def __lt__(self, other: Money) -> bool:
        if not self._goes_with(other, "compare"):
            return NotImplemented
        return self.amount < other.amount

    def __str__(self) -> str:
        if self.currency == NO_CURRENCY:
            note = " (minor units)" if self.unit == "minor" else ""
            return f"{self.currency} {self.amount:f}{note}"
        whole = rounded(self.amount, EXPONENTS[self.currency], ROUND_HALF_EVEN)
        return f"{self.currency} {whole if whole == self.amount else self.amount:f}"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __repr__(self) -> str:
        make = "from_minor" if self.unit == "minor" else "of"
        return f"Money.{make}('{self.amount:f}', {self.currency!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _make, (self.amount, self.currency, self.unit)


def _make(amount: Decimal, currency: str, unit: Unit = "major") -> Money:
    made: Any = _Parts()
    made.amount = amount if amount else amount.copy_abs()
    made.currency = currency
    made.unit = unit
    made.__class__ = Money
    return made  # type: ignore[no-any-return]


def from_wire(number: int | Decimal | str, currency: str | None, unit: Unit) -> Money:
    """Money from a wire number, or one in text, in `unit`.

    Without a currency that ISO 4217 knows, it reads as `XXX` and keeps number and unit. Raises
    `DecodeError` for text that is no number, for a float or a bool, and for a number that is not
    finite, or so long that it can be no money.
    """
    if isinstance(number, bool) or not isinstance(number, int | str | Decimal):
        raise DecodeError("an amount of money should stand here, no exact number came")
    if isinstance(number, str) and not NUMBER.fullmatch(number):
        raise DecodeError("an amount of money should stand here, other text came")
    try:
        amount = EXACT.create_decimal(number)
        if not amount.is_finite():
            raise DecodeError(f"an amount of money should stand here, {amount} came")
        if currency is None or currency == NO_CURRENCY or currency not in EXPONENTS:
            return _make(amount, NO_CURRENCY, unit)
        if unit == "minor":
            amount = EXACT.scaleb(amount, -EXPONENTS[currency])
    except DecimalException:
        raise DecodeError("an amount of money has more digits than money can hold") from None
    return _make(amount, currency)


def to_wire(money: Money, unit: Unit) -> int | Decimal:
    """The wire number of money in `unit`, exact; whole minor units as an int.

    Raises `InvalidRequest` for an amount without a currency that was read in the other unit.
    """
    number = money.amount
    if money.currency == NO_CURRENCY:
        if money.unit != unit:
            raise InvalidRequest(f"{money} has no currency to convert it by")
    elif unit == "minor":
        number = scaled(number, EXPONENTS[money.currency])
    if unit == "minor":
        whole = int(number)
        return whole if whole == number else number
    return number
