"""The storefront's coupons. That there are any is published, and nothing more: all of this is a
guess."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from commerce_sdk.sandbox.engine.refusal import Problem, Refusal

PERCENT_COUPON = "TEN-PERCENT"
AMOUNT_COUPON = "FIVE-OFF"
EXPIRED_COUPON = "LAST-YEAR"

Coupon = Callable[[int, str], int | None]
"""What is taken off a subtotal of a currency, in its smallest unit; None where it is not for it."""


def _percent(percent: int) -> Coupon:
    # Half a unit is rounded up.
    return lambda subtotal, currency: (subtotal * percent + 50) // 100


def _amount(by_currency: Mapping[str, int]) -> Coupon:
    def off(subtotal: int, currency: str) -> int | None:
        amount = by_currency.get(currency)
        return amount if amount is None else min(amount, subtotal)

    return off


COUPONS: Mapping[str, Coupon] = {
    PERCENT_COUPON: _percent(10),
    AMOUNT_COUPON: _amount({"USD": 500, "JPY": 500}),
    EXPIRED_COUPON: lambda subtotal, currency: None,
}


def discount(code: str | None, subtotal: int, currency: str) -> int | None:
    """What a coupon takes off; None without one. Raises `Refusal` 422 for one that does not."""
    if code is None:
        return None
    off = COUPONS[code](subtotal, currency) if code in COUPONS else None
    if off is None:
        problem = Problem("is no coupon for this order", "COUPON_INVALID", field="coupon")
        detail = "The coupon is not known, is over, or is not for this currency."
        raise Refusal(422, "COUPON_INVALID", detail, problems=[problem])
    return off
