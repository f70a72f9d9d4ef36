"""Runs every benchmark and writes docs/benchmarks.md with its plot."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks import calls, decode, files, followed, growth, imports, json_api, money
from benchmarks.measure import Figure

DOCS = Path(__file__).resolve().parent.parent / "docs"

_HEAD = """\
# Benchmarks

Written by `make bench`, which measures the SDK side by side with what it stands in for, on
loopback, taking turns in one run. Only the ratios mean anything: × is the median of the rounds'
ratios to the first row, with the least and the most in brackets. The machine: {machine}.

openapi-python-client and openapi-generator are what those generators make of the same document.

![CPU of a call against httpx](benchmarks.svg)
"""


def _table(head: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    head = list(head)
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _figures(found: Mapping[str, Figure], unit: float, name: str) -> str:
    rows = [(who, f"{each.value * unit:.2f}", each) for who, each in found.items()]
    return _table(["", name, "×"], rows)


def _calls(found: calls.Table) -> str:
    names = list(found["one at a time"])
    rows = [[name, *(found[what][name] for what in found)] for name in names]
    return _table(["CPU of this process, ×", *found], rows)


def _grown(found: Mapping[str, growth.Curve]) -> str:
    rows = []
    for name, curve in found.items():
        sizes = ", ".join(f"{size:,}" for size in curve.sizes)
        each = ", ".join(f"{number:.1f}" for number in curve.microseconds)
        rows.append((name, sizes, each, f"{curve.slope:.2f}"))
    return _table(["one of them", "of so many", "µs of CPU", "slope"], rows)


def growth_of() -> list[str]:
    """The parts of the page that say how cost grows."""
    kept = growth.memory()
    return [
        "## Growth\n",
        "What one of many costs, at each number of them. The slope is the exponent that all of "
        "them together grow by: 1 where twice as many cost twice as much. Calls keep their limits, "
        "and are answered at once within the process. Python's collector of cycles walks through "
        "all tasks that wait.\n",
        _grown(growth.run()),
        f"Each call is of another account, {growth.PER_SECOND} in a second of a virtual clock, so "
        "that those of the last minute count:\n",
        _table(
            ["calls, and accounts", *(f"{size:,}" for size in kept)],
            [("MB over idle", *(f"{mb:.1f}" for mb in kept.values()))],
        ),
    ]


def files_and_money() -> list[str]:
    """The parts of the page about files, and about money."""
    return [
        f"## A file of {files.MB:.0f} MB\n",
        "What comes over loopback in a second; × is of the time.\n",
        _table(
            ["", "MB/s", "×"],
            [(who, f"{files.MB / each.value:.0f}", each) for who, each in files.run().items()],
        ),
        "## Adding money\n",
        _figures(money.run(), 1e9 / money.TIMES, "ns"),
    ]


def _plot(found: calls.Table) -> None:
    import matplotlib

    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "benchmarks"
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(1, len(found), figsize=(12, 3.2), sharey=True)
    for axis, (title, each) in zip(axes, found.items(), strict=True):
        names = list(each)[::-1]
        bars = axis.barh(names, [each[name].ratio for name in names], color="#9aa7b5")
        for bar, name in zip(bars, names, strict=True):
            if name.startswith("commerce-sdk"):
                bar.set_color("#1f6feb")
        axis.axvline(1, color="black", linewidth=0.8)
        axis.set_title(f"{title}, httpx + json = 1")
    figure.tight_layout()
    figure.savefig(DOCS / "benchmarks.svg", metadata={"Date": None})


def main() -> None:
    cpu = calls.run()
    gaps = decode.gaps()
    kept = decode.memory()
    many = followed.run()
    imported = imports.run()
    machine = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    parts = [
        _HEAD.format(machine=machine),
        "## A call\n",
        _calls(cpu),
        "## Reading a page of 100 orders with 5 items each\n",
        _figures(decode.run(), 1000, "ms"),
        "The longest time for which another task of the loop did not get its turn meanwhile:\n",
        _table(
            ["page", "ms (median)", "ms (worst)"],
            [(size, f"{median:.1f}", f"{worst:.1f}") for size, (median, worst) in gaps.items()],
        ),
        "## Reading a page of 25 resources with two includes\n",
        "Memberships of JSON:API, each with a role of its own, and the organization that they "
        "share. Every field of that is read once, or for each row.\n",
        _figures(json_api.run(), 1000, "ms"),
        "## Memory of 10,000 orders kept\n",
        _table(
            ["", "MiB", "×"],
            [(k, f"{v:.0f}", f"{v / kept['msgspec']:.2f} ×") for k, v in kept.items()],
        ),
        "## Importing\n",
        "In an environment without httpx's command line. The SDK loads httpx when a client is "
        "made, so that row stands beside httpx's own client.\n",
        _table(
            ["", "ms over an empty program", "×"],
            [(name, f"{ms:.0f}", f"{ratio:.2f} ×") for name, (ms, ratio) in imported.items()],
        ),
        f"## {many.orders:,} orders followed at once, on a virtual clock\n",
        f"{many.megabytes:.0f} MB over idle; {many.looks:,} looks, at most "
        f"{many.most_in_a_window} in any minute (the limit is {followed.LIMIT}); from an order's "
        f"end until it was known {many.median_lag_in_rounds:.2f} rounds (median), "
        f"{many.worst_lag_in_rounds:.2f} (worst). In a round the limit lets every order be asked "
        "for once.\n",
        *growth_of(),
        *files_and_money(),
    ]
    text = "\n".join(parts)
    (DOCS / "benchmarks.md").write_text(text, encoding="utf-8")
    _plot(cpu)
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
