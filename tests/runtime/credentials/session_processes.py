"""A process that uses a session: `session_processes.py HOW ISSUER STORE USED`.

`share`: goes on with tokens that end all the time, in tasks, by the store that others share, until
so many refresh tokens have been used. `die`: dies in the middle of its first refresh. `fork`: three workers forked from one that
holds a session in its memory, each renewing it as the first one does.
`flaky`: as `share`, by a store that fails or hangs now and then, before it has done what it was
asked or after.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from contextlib import suppress
from pathlib import Path

import anyio

from commerce_sdk import AuthenticationFailed, SessionCache, defaults
from commerce_sdk.clock import SYSTEM_CLOCK
from tests.support.issuers import FileStore, Issuer

HOW, ISSUER, STORE, USED = sys.argv[1:]
LIFETIME = 0.05


class Flaky(FileStore):
    async def swap(self, expected: str | None, new: str | None) -> bool:
        await self._trouble()
        done = await super().swap(expected, new)
        await self._trouble()
        return done

    async def load(self) -> str | None:
        await self._trouble()
        return await super().load()

    async def _trouble(self) -> None:
        chance = random.random()
        if chance < 0.04:
            raise ConnectionError
        if chance < 0.08:
            await anyio.sleep_forever()


async def use_what_there_is(cache: SessionCache) -> None:
    """Each call has a deadline, and no session for some."""
    with suppress(AuthenticationFailed), anyio.move_on_after(0.03):
        await use(cache)


async def use(cache: SessionCache) -> None:
    assert (await cache.header(SYSTEM_CLOCK)).startswith("Bearer access-")


async def share(cache: SessionCache, issuer: Issuer) -> None:
    one = use_what_there_is if HOW == "flaky" else use

    async def go_on() -> None:
        """Ends between two calls: who is cancelled while an answer is under way has lost that
        session."""
        while len(issuer.used) < int(USED):
            await one(cache)
            await anyio.sleep(0.003)

    async with anyio.create_task_group() as tasks:
        for _ in range(10):
            tasks.start_soon(go_on)


def main() -> None:
    defaults.SESSION_RECHECK = 0.002
    issuer = Issuer(Path(ISSUER), LIFETIME)
    if HOW == "flaky":
        defaults.SESSION_GRACE = defaults.RENEWAL_FIRST_PAUSE = defaults.RENEWAL_PAUSE_CAP = 0.02
        defaults.SESSION_PATIENCE = 0.1
    kind = Flaky if HOW == "flaky" else FileStore
    store = None if HOW == "fork" else kind(Path(STORE))
    cache = SessionCache(issuer.login, issuer.refresh, store=store)
    if HOW == "die":
        issuer.while_refreshing = lambda: os.kill(os.getpid(), signal.SIGKILL)
    if HOW == "fork":
        anyio.run(cache.header, SYSTEM_CLOCK)
        workers = [os.fork() for _ in range(3) if os.getpid() == MAIN]
        anyio.run(share, cache, issuer)
        if 0 in workers:
            os._exit(0)
        assert all(os.waitpid(worker, 0)[1] == 0 for worker in workers)
    else:
        anyio.run(share, cache, issuer)


MAIN = os.getpid()
if __name__ == "__main__":
    main()
