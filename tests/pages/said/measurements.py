"""What pages say of the measurements, which stand in docs/benchmarks.md."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tests.pages.facts import (
    measured,
)
from tests.pages.said.entry import Numbers

MEASURED: Mapping[tuple[str, str], Callable[[], Numbers]] = {
    ("README.md", "A call takes about five sixths of the CPU of hand-written httpx"): lambda: [
        measured("A call", "commerce-sdk", 0)
    ],
    ("README.md", "fifty at once two fifths"): lambda: [
        AT_ONCE,
        measured("A call", "commerce-sdk", 1),
    ],
    ("docs/service.md", "for about two thirds of the CPU of a call"): lambda: [
        measured("A call", "commerce-sdk, aiohttp", 0) / measured("A call", "commerce-sdk", 0)
    ],
}
"""What pages say of the measurements, in round numbers."""

NEAR = 0.05
AT_ONCE = 50

COMPARED: Sequence[tuple[str, str, Callable[[], bool]]] = [
    (
        "README.md",
        "to read a page and its main fields takes less time than `…` of it",
        lambda: (
            measured("Reading a page of 100", "commerce-sdk, main fields read", 0)
            < measured("Reading a page of 100", "json.loads (dicts)", 0)
        ),
    ),
    (
        "README.md",
        "no page holds up the event loop",
        lambda: measured("Reading a page of 100", "4.9 MB", 1) < SOON,
    ),
]
"""What pages say of the measurements without numbers."""

SOON = 10
"""Milliseconds for which nobody calls a loop held up."""
