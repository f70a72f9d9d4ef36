"""Some cells of docs/limits_under_trouble.md, as they happen; and that the page has all."""

from __future__ import annotations

from collections.abc import Iterator
from multiprocessing.connection import Connection

import pytest

from tests.runtime.limits.redis.trouble.cells import Cell, broken, count, most_in_a_window, workers
from tests.runtime.limits.redis.trouble_table import CELLS, PAGE
from tests.support.redis import needs_redis

PROCESSES = 3


@pytest.fixture(scope="module")
def ends() -> Iterator[list[Connection]]:
    needs_redis()
    with workers(PROCESSES) as ends:
        yield ends


@pytest.mark.parametrize(
    "cell",
    [
        Cell("hung for 3 s", PROCESSES, 20, "share"),
        Cell("cut every 0.3 s", PROCESSES, 20, "closed"),
        Cell("killed, 3 s away", PROCESSES, 20, "share"),
    ],
    ids=lambda cell: cell.trouble,
)
def test_a_trouble_keeps_what_the_page_promises(cell: Cell, ends: list[Connection]) -> None:
    counted = count(cell, ends)
    assert broken(cell, counted) == [], counted


def test_the_page_has_every_cell_and_none_passes_its_limit() -> None:
    rows = [
        [part.strip() for part in line.strip("|").split("|")]
        for line in PAGE.read_text(encoding="utf-8").splitlines()
        if line.startswith("| ")
    ][1:]
    expected = [(c.trouble, f"{c.processes} × {c.tasks}", c.away) for c in CELLS]
    assert [tuple(row[:3]) for row in rows] == expected


def test_a_window_begins_at_any_moment() -> None:
    assert most_in_a_window([0.0, 1.9, 2.0, 3.8, 3.95]) == 3
