"""A file from a server on loopback: what comes in a second, read and saved."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import httpx

from benchmarks.measure import Figure, figures
from benchmarks.server import FILE_BYTES, served

YARDSTICK = "httpx, read"
INVOICE = "IN-001-002-003"
MB = FILE_BYTES / 1e6


async def _measure(base: str, rounds: int, folder: Path) -> dict[str, Figure]:
    from commerce_sdk import AiohttpTransport, CommerceClient

    async with AsyncExitStack() as life:
        raw = await life.enter_async_context(httpx.AsyncClient(timeout=60))

        async def read_raw() -> None:
            async with raw.stream("GET", f"{base}/v1/invoices/{INVOICE}/download") as response:
                async for _ in response.aiter_raw():
                    pass

        candidates: dict[str, Callable[[], Awaitable[object]]] = {YARDSTICK: read_raw}
        ways = {"commerce-sdk": None, "commerce-sdk, aiohttp": AiohttpTransport()}
        for name, transport in ways.items():
            commerce = await life.enter_async_context(
                CommerceClient(
                    token="t",
                    transaction_account="a",
                    base_url=base,
                    transport=transport,
                    limiter=None,
                )
            )

            async def read(commerce: CommerceClient = commerce) -> None:
                async with commerce.invoices.download(INVOICE) as parts:
                    async for _ in parts:
                        pass

            async def save(commerce: CommerceClient = commerce) -> None:
                await commerce.invoices.download(INVOICE).save(folder / "invoice.pdf")

            candidates |= {f"{name}, read": read, f"{name}, saved": save}
        seconds: dict[str, list[float]] = {name: [] for name in candidates}
        for number in range(rounds + 1):
            for name, run in candidates.items():
                began = time.perf_counter()
                await run()
                taken = time.perf_counter() - began
                if number:
                    seconds[name].append(taken)
        return figures(seconds, YARDSTICK)


def run(rounds: int = 9) -> dict[str, Figure]:
    with served() as base, tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measure(base, rounds, Path(folder)))


if __name__ == "__main__":
    for name, figure in run().items():
        print(f"{name}: {MB / figure.value:.0f} MB/s, {figure} the time")
