"""Exact numbers: decimals that no ambient decimal context has a say in."""

from __future__ import annotations

import decimal
import re
from collections.abc import Callable
from decimal import (
    ROUND_HALF_EVEN,
    Context,
    Decimal,
    DecimalException,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
    Underflow,
)
from typing import Any

from commerce_sdk.errors import InvalidRequest

NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,4})?", re.ASCII)
_DIGITS = 2000
"""Room for the longest exact result. A bound keeps one absurd number of a server's, 1E+999999999,
from taking all memory the first time somebody adds to it."""
QUOTIENT_DIGITS = 50
_ROUNDINGS = tuple(name for name in vars(decimal) if name.startswith("ROUND_"))


def _context(digits: int, rounding: str = ROUND_HALF_EVEN, *, exact: bool = False) -> Context:
    # Never the ambient context: a program that set six digits for itself must not change an amount.
    # Each setting is given, for those left out come from the process's `DefaultContext`.
    traps = [InvalidOperation, DivisionByZero, Overflow, Underflow, *([Inexact] if exact else [])]
    return Context(prec=digits, rounding=rounding, Emin=-999, Emax=999, clamp=0, traps=traps)


EXACT = _context(_DIGITS, exact=True)
_QUOTIENT = _context(QUOTIENT_DIGITS)
ADD, SUBTRACT = EXACT.add, EXACT.subtract  # looked up once: that takes as long as to add


def calculate(operation: Callable[..., Decimal], *operands: Any) -> Decimal:
    """What an operation of `EXACT` gives. Raises `InvalidRequest` where it cannot be exact."""
    try:
        return operation(*operands)
    except DecimalException:
        raise too_long() from None


def too_long() -> InvalidRequest:
    """Why an operation of `EXACT` cannot be done."""
    return InvalidRequest("the exact result has more digits than money can hold; round() earlier")


def exact(value: Any, what: str = "an amount") -> Decimal:
    """A number as somebody gave it. Raises `InvalidRequest` for a float, and for what is none."""
    # An amount may be given as text; a factor, a divisor or a weight may not.
    text = what == "an amount"
    refused = isinstance(value, bool) or not isinstance(value, int | str | Decimal)
    if refused or (isinstance(value, str) and not text):
        kinds, example = "an int or a Decimal", "Decimal('0.1')"
        if text:
            kinds, example = f"text, {kinds}", "'0.1'"
        advice = f" (a float is already inexact; write {example})"
        raise InvalidRequest(
            f"{what} is {kinds}, not {type(value).__name__}"
            + (advice if isinstance(value, float) else "")
        )
    if isinstance(value, str) and not NUMBER.fullmatch(value):
        raise InvalidRequest(f"{what} is a plain decimal number such as '12.34', not {value!r:.60}")
    if isinstance(value, Decimal) and not value.is_finite():
        raise InvalidRequest(f"{what} is finite, not {value}")
    try:
        return EXACT.create_decimal(value)
    except DecimalException:
        raise InvalidRequest(f"{what} has more digits than money can hold") from None


def scaled(number: Decimal, digits: int) -> Decimal:
    """The number with its point moved so many digits to the right."""
    return calculate(EXACT.scaleb, number, digits)


def rounded(amount: Decimal, digits: int, rounding: str) -> Decimal:
    """The amount with so many digits after its point."""
    if rounding not in _ROUNDINGS:
        raise InvalidRequest(
            f"rounding is a name of the decimal module such as ROUND_HALF_UP, not {rounding!r}"
        )
    context = _context(_DIGITS, rounding)
    return calculate(lambda: context.quantize(amount, context.scaleb(Decimal(1), -digits)))


def quotient(number: Decimal, divisor: Decimal) -> Decimal:
    """Exact where the digits end, else rounded. Raises `ZeroDivisionError`."""
    if not divisor:
        raise ZeroDivisionError("money divided by zero")
    try:
        return EXACT.divide(number, divisor)
    except Inexact:
        return calculate(_QUOTIENT.divide, number, divisor)
