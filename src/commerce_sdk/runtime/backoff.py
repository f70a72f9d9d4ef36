"""Pauses that grow from one to the next."""

from __future__ import annotations

from commerce_sdk import defaults

_MOST_STEPS = 500
"""Any pause is at its cap by then; a power without a bound overflows, after a day of waiting."""


def grown(first: float, factor: float, steps: int, cap: float) -> float:
    """`first`, multiplied by `factor` so many times; never above `cap`."""
    return min(cap, first * factor ** min(steps, _MOST_STEPS))


def look_interval(looks: int, cap: float = defaults.POLL_INTERVAL_CAP) -> float:
    """Seconds to wait after so many looks at something that goes on."""
    return grown(defaults.POLL_INTERVAL, defaults.POLL_GROWTH, looks - 1, cap)
