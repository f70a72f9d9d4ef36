"""A process that uses a served storefront: `session_process.py URL STORE EMAIL PASSWORD PRODUCT`.

It says that it is ready, and once it is told to go on reads a product with tokens that end all the
time, in tasks, by the store that others share, until it has seen some renewals there.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path

import anyio

from commerce_sdk import Login, StorefrontClient, Unauthenticated, defaults
from tests.support.issuers import FileStore

URL, STORE, EMAIL, PASSWORD, PRODUCT = sys.argv[1:]
SESSIONS = 4


async def main() -> None:
    defaults.SESSION_RECHECK = 0.02
    store, seen = FileStore(Path(STORE)), set[str]()
    login = Login(EMAIL, PASSWORD, store=store)
    print("ready", flush=True)
    sys.stdin.readline()
    async with StorefrontClient(base_url=URL, auth=login, limiter=None) as shop:

        async def use() -> None:
            while len(seen) < SESSIONS:  # cut off, a refresh would be lost
                with suppress(Unauthenticated):  # the next token ended on the way, too
                    assert (await shop.products.get(PRODUCT)).product_id == PRODUCT
                token = json.loads(await store.load() or "{}").get("access_token")
                if token is not None:
                    seen.add(token)
                await anyio.sleep(0.02)

        async with anyio.create_task_group() as tasks:
            for _ in range(5):
                tasks.start_soon(use)


if __name__ == "__main__":
    anyio.run(main)
