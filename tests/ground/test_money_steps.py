"""What an addition of money costs, in calls rather than in seconds."""

from __future__ import annotations

from decimal import Decimal

from commerce_sdk import Money
from tests.support.steps import counted


def test_adding_is_a_decimals_addition_and_little_more() -> None:
    one, other = Money.of("12.34", "USD"), Money.of("0.66", "USD")
    with counted("money.py", "decimals.py") as steps:
        added = one + other
    assert added == Money.of(13, "USD")
    assert steps.count <= 2, "the addition itself, and what it asks of the decimals"


def test_a_sum_costs_the_same_for_each_of_its_amounts() -> None:
    amounts = [Money.of(Decimal(number) / 100, "USD") for number in range(2000)]
    with counted("money.py", "decimals.py") as some:
        sum(amounts[:1000])
    with counted("money.py", "decimals.py") as more:
        sum(amounts)
    assert more.count - some.count == 2 * 1000
