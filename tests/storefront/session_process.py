"""A process that uses a served storefront: `session_process.py URL STORE EMAIL PASSWORD PRODUCT`.

It reads a product, with tokens that end all the time, in tasks, by the store that others share, until
it has seen what is kept change several times.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import anyio

from commerce_sdk import Login, StorefrontClient, Unauthenticated, defaults
from tests.support.issuers import FileStore

URL, STORE, EMAIL, PASSWORD, PRODUCT = sys.argv[1:]
STATES = 10
"""Of what is kept; a refresh makes two at the most, so that there are three refreshes at the least."""


async def main() -> None:
    defaults.SESSION_RECHECK = 0.02
    kept = FileStore(Path(STORE))
    login = Login(EMAIL, PASSWORD, store=kept)
    async with StorefrontClient(base_url=URL, auth=login, limiter=None) as shop:
        seen: set[str | None] = set()

        async def use() -> None:
            while len(seen) < STATES:  # cut off, a refresh would be lost
                seen.add(await kept.load())
                with suppress(Unauthenticated):  # the next token ended on the way, too
                    assert (await shop.products.get(PRODUCT)).product_id == PRODUCT
                await anyio.sleep(0.02)

        async with anyio.create_task_group() as tasks:
            for _ in range(5):
                tasks.start_soon(use)


if __name__ == "__main__":
    anyio.run(main)
