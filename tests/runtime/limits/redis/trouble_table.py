"""What limits over Redis do in each trouble. `python -m tests.runtime.limits.redis.trouble_table` writes
docs/limits_under_trouble.md, in about twenty minutes; the tests do some of it."""

from __future__ import annotations

import itertools
import sys
from pathlib import Path
from typing import Literal

from tests.runtime.limits.redis.trouble.cells import (
    PAST_DEADLINE,
    Cell,
    Counted,
    broken,
    count,
    workers,
)
from tests.runtime.limits.redis.trouble.troubles import TROUBLES
from tests.runtime.limits.redis.trouble.worker import HASTE, LIMIT, SECONDS

PAGE = Path(__file__).resolve().parents[4] / "docs" / "limits_under_trouble.md"
PROCESSES, TASKS = (1, 6), (40, 300)
AWAYS: tuple[Literal["share", "closed"], ...] = ("share", "closed")
CELLS = [Cell(*each) for each in itertools.product(TROUBLES, PROCESSES, TASKS, AWAYS)]

_INTRODUCTION = f"""\
# Limits under trouble

What a [limit over Redis](limits.md#several-processes) of {LIMIT} calls in {SECONDS} s comes to when its
Redis is in trouble, as a server counted the calls. The tasks of so many processes call for twelve
seconds, each again as soon as it may; the trouble begins after three. `make troubles` measures it all and
writes this page; it fails where a promise is not kept, and `tests/runtime/limits/redis/test_trouble_table.py` holds some
of it against what happens.

- While Redis is there, however slow, or hung and back, no window has more calls than the limit. Nor has
  one where connections are cut, where it is restarted with its memory, or fails over.
- Where it is gone, or has forgotten, no window has more than twice the limit, and none that begins a
  window after it is back has more than the limit.
- No call of a deadline of {HASTE:g} s, of which each process has one at a time, ends more than
  {PAST_DEADLINE * 1000:.0f} ms after it.

**used** is the part of the limit that calls were sent for, from the beginning to the end. **waits** are
those of calls that were sent, in seconds: the median, and the longest. **late** is how long after its
deadline a call ended at the most.

"""


def page(results: dict[Cell, Counted]) -> str:
    lines = [
        "| trouble | processes × tasks | `away=` | most in a window | used | waits | late |",
        "|---|---|---|---|---|---|---|",
    ]
    for cell, counted in results.items():
        lines.append(
            f"| {cell.trouble} | {cell.processes} × {cell.tasks} | {cell.away} | {counted.most} "
            f"| {counted.used:.0%} | {counted.median:.1f}, {counted.longest:.1f} "
            f"| {max(0.0, counted.over):.2f} |"
        )
    return _INTRODUCTION + "\n".join(lines) + "\n"


def main(names: list[str]) -> int:
    """Measures all troubles, or those named; only all of them are written."""
    cells = [cell for cell in CELLS if not names or cell.trouble in names]
    results, wrong = {}, 0
    with workers(max(PROCESSES)) as ends:
        for cell in cells:
            results[cell] = counted = count(cell, ends)
            faults = broken(cell, counted)
            wrong += bool(faults)
            print(cell, counted, "BROKEN:" if faults else "", *faults, flush=True)
    if not names:
        PAGE.write_text(page(results), encoding="utf-8")
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
