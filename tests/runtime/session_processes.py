"""A process that uses a session: `session_processes.py HOW ISSUER STORE SECONDS`.

`share`: goes on for so long with tokens that end all the time, in tasks, by the store that others
share. `die`: dies in the middle of its first refresh. `fork`: three workers forked from one that
holds a session in its memory, each renewing it as the first one does.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import anyio

from commerce_sdk import SessionCache, defaults
from commerce_sdk.clock import SYSTEM_CLOCK
from tests.support.issuers import FileStore, Issuer

HOW, ISSUER, STORE, SECONDS = sys.argv[1:]
LIFETIME = 0.05


async def use(cache: SessionCache) -> None:
    with anyio.move_on_after(float(SECONDS)):
        while True:
            assert (await cache.header(SYSTEM_CLOCK)).startswith("Bearer access-")
            await anyio.sleep(0.003)


async def share(cache: SessionCache) -> None:
    async with anyio.create_task_group() as tasks:
        for _ in range(10):
            tasks.start_soon(use, cache)


def main() -> None:
    defaults.SESSION_RECHECK = 0.002
    issuer = Issuer(Path(ISSUER), LIFETIME)
    store = None if HOW == "fork" else FileStore(Path(STORE))
    cache = SessionCache(issuer.login, issuer.refresh, store=store)
    if HOW == "die":
        issuer.while_refreshing = lambda: os.kill(os.getpid(), signal.SIGKILL)
    if HOW == "fork":
        anyio.run(cache.header, SYSTEM_CLOCK)
        workers = [os.fork() for _ in range(3) if os.getpid() == MAIN]
        anyio.run(share, cache)
        if 0 in workers:
            os._exit(0)
        assert all(os.waitpid(worker, 0)[1] == 0 for worker in workers)
    else:
        anyio.run(share, cache)


MAIN = os.getpid()
if __name__ == "__main__":
    main()
