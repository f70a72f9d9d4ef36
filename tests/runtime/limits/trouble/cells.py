"""A cell of the table: some processes, a trouble, and what a server counted."""

from __future__ import annotations

import asyncio
import multiprocessing
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from tests.runtime.limits.trouble.troubles import TROUBLES, Scene
from tests.runtime.limits.trouble.worker import LIMIT, SECONDS, Job, Seen, work
from tests.support.redis import RedisServer
from tests.support.relay import Relay

BEFORE, AFTER = 3.0, 5.0
"""Seconds of calls before the trouble, and after it."""


@dataclass(frozen=True)
class Cell:
    trouble: str
    processes: int
    tasks: int
    away: Literal["share", "closed"]


@dataclass(frozen=True)
class Counted:
    """What a cell came to."""

    most: int
    """In any window."""
    most_after: int
    """In any window that begins one after the trouble is over, or later."""
    used: float
    """Of what the limit allows, over all the time."""
    used_after: float
    median: float
    longest: float
    over: float
    ended: Counter[str]
    least: int
    """Calls of the process that had the fewest."""


@contextmanager
def workers(many: int) -> Iterator[list[Connection]]:
    """Processes that take a job at a time, for they are dear to start."""
    context = multiprocessing.get_context("spawn")
    ends, started = [], []
    for _ in range(many):
        here, there = context.Pipe()
        process = context.Process(target=work, args=(there,), daemon=True)
        process.start()
        ends.append(here)
        started.append(process)
    try:
        for end in ends:
            assert end.recv() == "ready"
        yield ends
    finally:
        for end in ends:
            end.send(None)
        for process in started:
            process.join(30)


def count(cell: Cell, ends: list[Connection]) -> Counted:
    """Let it happen."""
    with TemporaryDirectory() as folder:
        return asyncio.run(_count(cell, ends[: cell.processes], Path(folder)))


async def _count(cell: Cell, ends: list[Connection], folder: Path) -> Counted:
    trouble = TROUBLES[cell.trouble]
    server = RedisServer(folder, remembers=trouble.remembers)
    server.start()
    moments: list[float] = []

    async def arrives(reading: asyncio.StreamReader, writing: asyncio.StreamWriter) -> None:
        moments.append(time.monotonic())
        writing.close()

    scene = Scene(server, Relay(server.port), folder, [])
    try:
        if trouble.prepares is not None:
            await trouble.prepares(scene)
        async with scene.relay, await asyncio.start_server(arrives, "127.0.0.1", 0) as counting:
            if trouble.from_the_start:
                await trouble.befalls(scene)
            begins = time.monotonic() + 0.5
            job = Job(
                redis=f"redis://127.0.0.1:{scene.relay.port}/0",
                server=counting.sockets[0].getsockname()[1],
                away=cell.away,
                processes=cell.processes,
                tasks=cell.tasks,
                begins=begins,
                seconds=BEFORE + AFTER + 3.0,
            )
            for end in ends:
                end.send(job)
            await asyncio.sleep(begins + BEFORE - time.monotonic())
            if not trouble.from_the_start:
                await trouble.befalls(scene)
            over = time.monotonic()
            seen = [await asyncio.to_thread(end.recv) for end in ends]
            ended = begins + job.seconds
    finally:
        for each in (server, *scene.others):
            each.stop()
    return _counted(seen, moments, begins, over, ended)


def _counted(
    seen: list[Seen], moments: list[float], begins: float, over: float, ended: float
) -> Counted:
    waits = [wait for each in seen for wait in each.waits]
    after = [each for each in moments if over + SECONDS <= each <= ended]
    return Counted(
        most=most_in_a_window(moments),
        most_after=most_in_a_window(after),
        used=len(moments) / (LIMIT * (ended - begins) / SECONDS),
        used_after=len(after) / (LIMIT * (ended - over - SECONDS) / SECONDS),
        median=statistics.median(waits or [0.0]),
        longest=max(waits, default=0.0),
        over=max(each.over for each in seen),
        ended=sum((each.ended for each in seen), Counter[str]()),
        least=sorted(len(each.waits) for each in seen),
    )


def most_in_a_window(moments: list[float]) -> int:
    """Calls that came within the time of one window, at the worst."""
    moments = sorted(moments)
    most, first = 0, 0
    for last, moment in enumerate(moments):
        while moments[first] <= moment - SECONDS:
            first += 1
        most = max(most, last - first + 1)
    return most
