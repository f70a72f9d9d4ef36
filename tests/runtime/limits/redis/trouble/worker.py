"""One of the processes that share a limit: its tasks call as soon as they may."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Literal

from commerce_sdk import ConnectionFailed, DeadlineExceeded, RedisLimiter
from commerce_sdk.clock import SystemClock
from commerce_sdk.document.operation import RateLimit
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.limits.local import Buckets
from tests.support.metronome import metronome

LIMIT, SECONDS = 100, 2
BUCKETS: Buckets = {"k": (RateLimit(limit=LIMIT, seconds=SECONDS, scope="credential"),)}
HASTE = 1.0
"""Seconds that the one task of each process has that does not wait for as long as it takes."""


@dataclass(frozen=True)
class Job:
    redis: str
    server: int
    away: Literal["share", "closed"]
    processes: int
    tasks: int
    begins: float
    seconds: float
    """From `begins`, on the machine's monotonic clock."""


@dataclass
class Seen:
    """What became of the calls of a process."""

    waits: list[float] = field(default_factory=list)
    over: float = 0.0
    """By how much the deadline was missed at the most, in the time that the process had."""
    ended: Counter[str] = field(default_factory=Counter)


def work(jobs: Connection) -> None:
    """The process: a job at a time."""
    jobs.send("ready")
    while (job := jobs.recv()) is not None:
        jobs.send(asyncio.run(_do(job)))


async def _do(job: Job) -> Seen:
    clock, seen = SystemClock(), Seen()

    async def call(limiter: RedisLimiter, seconds: float | None) -> None:
        began = time.monotonic()
        try:
            place = await limiter.acquire(BUCKETS, Deadline(seconds, clock), clock)
        except (DeadlineExceeded, ConnectionFailed) as refusal:
            seen.ended[type(refusal).__name__] += 1
            return
        seen.waits.append(time.monotonic() - began)
        try:
            reading, writing = await asyncio.open_connection("127.0.0.1", job.server)
            await reading.read()
            writing.close()
            seen.ended["sent"] += 1
        finally:
            await limiter.release(BUCKETS, place, clock, sent=True)

    async def calls(limiter: RedisLimiter) -> None:
        while True:
            await call(limiter, None)
            if job.away == "closed":
                await asyncio.sleep(0.05)

    async def hasty_calls(limiter: RedisLimiter) -> None:
        while True:
            async with metronome() as taken:
                await call(limiter, HASTE)
            seen.over = max(seen.over, taken.seconds - HASTE)
            await asyncio.sleep(0.05)

    limiter = RedisLimiter(job.redis, away=job.away, processes=job.processes)
    await asyncio.sleep(job.begins - time.monotonic())
    async with limiter, asyncio.TaskGroup() as tasks:
        running = [tasks.create_task(calls(limiter)) for _ in range(job.tasks)]
        running.append(tasks.create_task(hasty_calls(limiter)))
        await asyncio.sleep(job.begins + job.seconds - time.monotonic())
        for each in running:
            each.cancel()
    return seen
