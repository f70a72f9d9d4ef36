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

from tests.runtime.limits.redis.trouble.troubles import TROUBLES, Scene
from tests.runtime.limits.redis.trouble.worker import LIMIT, SECONDS, Job, Seen, work
from tests.support.redis import RedisServer
from tests.support.relay import Relay

BEFORE, ALL = 3.0, 12.0
"""Seconds of calls before the trouble, and altogether."""
AWAY = 2
"""Times the limit, where Redis is gone or has forgotten, and for no longer than a window."""
PAST_DEADLINE = 0.05
USED = {True: 0.9, False: 0.25}
"""Of the limit at the least, without trouble and with any."""


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
    """Of what the windows allow, from the beginning to the end."""
    median: float
    longest: float
    """Seconds that calls waited that were sent."""
    over: float
    """Seconds past the deadline."""
    ended: Counter[str]


def broken(cell: Cell, counted: Counted) -> list[str]:
    """The promises that a cell does not keep."""
    most = LIMIT if TROUBLES[cell.trouble].keeps else AWAY * LIMIT
    found = []
    if counted.most > most:
        found.append(f"{counted.most} calls in a window, of {most}")
    if counted.most_after > LIMIT:
        found.append(f"{counted.most_after} in a window when it was over")
    if counted.over > PAST_DEADLINE:
        found.append(f"{counted.over:.2f} s past the deadline")
    if counted.used < USED[cell.trouble == "none"]:
        found.append(f"{counted.used:.0%} of the limit used")
    return found


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
                seconds=ALL,
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
    windows = (ended - begins) // SECONDS
    return Counted(
        most=most_in_a_window(moments),
        most_after=most_in_a_window([each for each in moments if each >= over + SECONDS]),
        used=sum(each < begins + windows * SECONDS for each in moments) / (LIMIT * windows),
        median=statistics.median(waits or [0.0]),
        longest=max(waits, default=0.0),
        over=max(each.over for each in seen),
        ended=sum((each.ended for each in seen), Counter[str]()),
    )


def most_in_a_window(moments: list[float], seconds: float = SECONDS) -> int:
    """Calls that came within the time of one window, at the worst."""
    moments = sorted(moments)
    most, first = 0, 0
    for last, moment in enumerate(moments):
        while moments[first] <= moment - seconds:
            first += 1
        most = max(most, last - first + 1)
    return most
