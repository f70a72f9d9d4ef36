"""Rounds that take turns, and what to say of them. Only ratios within one run mean anything."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One candidate's median, and its ratio to the yardstick: median, least and most."""

    value: float
    ratio: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{self.ratio:.2f} × ({self.least:.2f}-{self.most:.2f})"


def figures(rounds: Mapping[str, list[float]], yardstick: str) -> dict[str, Figure]:
    found = {}
    for name, values in rounds.items():
        ratios = [a / b for a, b in zip(values, rounds[yardstick], strict=True)]
        found[name] = Figure(
            statistics.median(values), statistics.median(ratios), min(ratios), max(ratios)
        )
    return found


def take_turns(
    candidates: Mapping[str, Callable[[], object]],
    yardstick: str,
    rounds: int,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, Figure]:
    """Time functions in turn; the first round warms up and does not count."""
    times: dict[str, list[float]] = {name: [] for name in candidates}
    # What is there already is walked by no collection: its size is nothing of the candidates'.
    gc.freeze()
    for number in range(rounds + 1):
        for name, run in candidates.items():
            gc.collect()
            began = clock()
            kept = run()
            taken = clock() - began
            del kept
            if number:
                times[name].append(taken)
    gc.unfreeze()
    return figures(times, yardstick)


async def take_turns_in_cpu(
    candidates: Mapping[str, Callable[[], Awaitable[object]]], yardstick: str, rounds: int
) -> dict[str, Figure]:
    """The CPU time of this process for coroutines in turn."""
    times: dict[str, list[float]] = {name: [] for name in candidates}
    for number in range(rounds + 1):
        for name, run in candidates.items():
            gc.collect()
            began = time.process_time()
            await run()
            taken = time.process_time() - began
            if number:
                times[name].append(taken)
    return figures(times, yardstick)
