"""A process that uses a served storefront: `session_process.py URL STORE EMAIL PASSWORD PRODUCT`.

It reads a product for a second with tokens that end all the time, in tasks, by the store that
others share.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import anyio

from commerce_sdk import Login, StorefrontClient, Unauthenticated, defaults
from tests.support.issuers import FileStore

URL, STORE, EMAIL, PASSWORD, PRODUCT = sys.argv[1:]
SECONDS = 1.0


async def main() -> None:
    defaults.SESSION_RECHECK = 0.02
    login = Login(EMAIL, PASSWORD, store=FileStore(Path(STORE)))
    async with StorefrontClient(base_url=URL, auth=login, limiter=None) as shop:
        ends = anyio.current_time() + SECONDS

        async def use() -> None:
            while anyio.current_time() < ends:  # cut off, a refresh would be lost
                with suppress(Unauthenticated):  # the next token ended on the way, too
                    assert (await shop.products.get(PRODUCT)).product_id == PRODUCT
                await anyio.sleep(0.02)

        async with anyio.create_task_group() as tasks:
            for _ in range(5):
                tasks.start_soon(use)


if __name__ == "__main__":
    anyio.run(main)
