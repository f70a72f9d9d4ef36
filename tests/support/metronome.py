"""How long something takes a loop, whatever else the machine has to do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio

BEAT = 0.01


class Metronome:
    """Counts beats in the loop that it measures: while the machine has no time for the loop, no beat
    is heard, so what is bounded by beats is bounded on a slow machine as well."""

    def __init__(self) -> None:
        self.seconds = 0.0

    async def beat(self) -> None:
        while True:
            await anyio.sleep(BEAT)
            self.seconds += BEAT


@asynccontextmanager
async def metronome() -> AsyncIterator[Metronome]:
    """Measures its block."""
    measured = Metronome()
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(measured.beat)
        yield measured
        tasks.cancel_scope.cancel()
