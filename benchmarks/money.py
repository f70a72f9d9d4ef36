"""Adding money, beside the decimals that it is made of."""

from __future__ import annotations

import time
from decimal import Decimal

from benchmarks.measure import Figure, take_turns

YARDSTICK = "Decimal"
TIMES = 20_000


def run(rounds: int = 51) -> dict[str, Figure]:
    from commerce_sdk import Money

    one, other = Decimal("12.34"), Decimal("56.78")
    mine, yours = Money.of(one, "USD"), Money.of(other, "USD")

    def decimals() -> None:
        for _ in range(TIMES):
            one + other

    def money() -> None:
        for _ in range(TIMES):
            mine + yours

    return take_turns({YARDSTICK: decimals, "Money": money}, YARDSTICK, rounds, time.process_time)
