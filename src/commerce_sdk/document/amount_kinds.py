"""How a request's amounts are written to the wire: in the unit that the document says, as a number,
a whole number or decimal text."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from commerce_sdk.document.kinds import Scope, refuse
from commerce_sdk.errors import CurrencyMismatch, DecodeError, InvalidRequest
from commerce_sdk.money import Money, Unit, from_wire, to_wire
from commerce_sdk.value import Value


class Amount(Value, frozen=True):
    """Money, on the wire a bare number in `unit`."""

    unit: Unit

    def write(self, value: Any, path: str, currency: str | None) -> Any:
        if not isinstance(value, Money):
            raise refuse("Money (write Money.of('12.34', 'USD'))", value, path)
        if currency is not None and value.currency != currency:
            raise CurrencyMismatch(
                f"{path}: the amount is in {value.currency}, the request is for {currency}"
            )
        try:
            return self._number(value, to_wire(value, self.unit))
        except InvalidRequest as fault:
            raise InvalidRequest(str(fault), path=path) from None

    def _number(self, money: Money, number: int | Decimal) -> Any:
        return number

    def read(self, value: Any, scope: Scope) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return value
        return from_wire(value, scope.currency, self.unit)


class WholeAmount(Amount, frozen=True):
    """Money, on the wire a whole number of units that fits `bits`."""

    bits: int = 64

    def _number(self, money: Money, number: int | Decimal) -> Any:
        whole = int(number)
        if whole != number:
            raise InvalidRequest(f"{money} is no whole number of {self.unit} units; round it first")
        if not -(1 << self.bits - 1) <= whole < 1 << self.bits - 1:
            raise InvalidRequest(f"{money} is more than {self.bits} bits can hold")
        return whole


class AmountText(Amount, frozen=True):
    """Money, on the wire decimal text in `unit` with at most `places` decimals."""

    places: int | None = None

    def _number(self, money: Money, number: int | Decimal) -> Any:
        text = f"{Decimal(number):f}"
        if self.places is None:
            return text
        before, _, decimals = text.partition(".")
        digits = len(decimals.rstrip("0"))
        if digits > self.places:
            raise InvalidRequest(
                f"{money} has {digits} decimals of a {self.unit} unit, {self.places} can be sent"
            )
        # More places than the document has are none too many where they hold nothing.
        return f"{before}.{decimals[: self.places]}" if decimals else before

    def read(self, value: Any, scope: Scope) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return from_wire(value, scope.currency, self.unit)
        except DecodeError:
            return value
