"""CPU of one call, one at a time and fifty at once, and of a page from end to end."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack

from benchmarks.clients import CLIENTS, Call
from benchmarks.measure import Figure, take_turns_in_cpu
from benchmarks.server import served

YARDSTICK = "httpx + json (dicts)"
Table = dict[str, dict[str, Figure]]


async def _one_by_one(call: Call, times: int) -> None:
    for _ in range(times):
        await call()


async def _at_once(call: Call, times: int, tasks: int) -> None:
    left = iter(range(times))

    async def worker() -> None:
        for _ in left:
            await call()

    await asyncio.gather(*(worker() for _ in range(tasks)))


async def _measure(base: str, rounds: int) -> Table:
    async with AsyncExitStack() as life:
        ones, pages = {}, {}
        for name, client in CLIENTS.items():
            try:
                ones[name] = await client(base, False, life)
                pages[name] = await client(base, True, life)
                await ones[name]()
                await pages[name]()
            except ImportError as missing:
                print(f"left out: {name} ({missing})")
                ones.pop(name, None)
        return {
            "one at a time": await take_turns_in_cpu(
                {n: lambda call=call: _one_by_one(call, 150) for n, call in ones.items()},  # type: ignore[misc]
                YARDSTICK,
                rounds,
            ),
            "fifty at once": await take_turns_in_cpu(
                {n: lambda call=call: _at_once(call, 500, 50) for n, call in ones.items()},  # type: ignore[misc]
                YARDSTICK,
                rounds,
            ),
            "a page of 100 orders": await take_turns_in_cpu(
                {n: lambda call=call: _one_by_one(call, 10) for n, call in pages.items()},  # type: ignore[misc]
                YARDSTICK,
                rounds,
            ),
        }


def run(rounds: int = 9) -> Table:
    with served() as base:
        return asyncio.run(_measure(base, rounds))
