"""A process that uses a served storefront: `session_process.py URL STORE SECONDS`.

It goes on for so long with tokens that end all the time, in tasks, by the store that others share.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import anyio

from commerce_sdk import StorefrontClient, Unauthenticated, defaults
from commerce_sdk.sandbox import STOREFRONT_CUSTOMER
from tests.support.issuers import FileStore
from tests.support.storefront import BOOT, login_of

URL, STORE, SECONDS = sys.argv[1:]


async def main() -> None:
    defaults.SESSION_RECHECK = 0.002
    login = login_of(STOREFRONT_CUSTOMER, store=FileStore(Path(STORE)))
    async with StorefrontClient(base_url=URL, auth=login, limiter=None) as shop:
        ends = anyio.current_time() + float(SECONDS)

        async def use() -> None:
            while anyio.current_time() < ends:  # cut off, a refresh would be lost
                with suppress(Unauthenticated):  # the next token ended on the way, too
                    assert (await shop.products.get(BOOT)).product_id == BOOT
                await anyio.sleep(0.01)

        async with anyio.create_task_group() as tasks:
            for _ in range(5):
                tasks.start_soon(use)


if __name__ == "__main__":
    anyio.run(main)
