"""Pauses that grow from one to the next, and the last one before an end. Pure numbers."""

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


def last_look(whole: float, took: float) -> float:
    """How long before the end of a wait of `whole` seconds the last look is to begin, where one
    takes as long as `took`."""
    return min(max(defaults.LAST_LOOK, 2 * took), whole / 10)


def next_look(
    wanted: float, *, left: float | None, whole: float | None, took: float
) -> float | None:
    """Seconds to wait before the next look: as long as `wanted`, or so that one more is taken
    right before the end. None where that was the last one."""
    if left is None or whole is None:
        return wanted
    reserve = last_look(whole, took)
    return min(wanted, left - reserve) if left > 1.5 * reserve else None
