"""Three workers forked from one process that has made its client already, as pre-forking servers
do: prints, one line a worker, the pauses it drew and when it renewed its token."""

from __future__ import annotations

import os
import sys

import anyio
import httpx

from commerce_sdk import AccessToken, CommerceError, Hooks, RetryPolicy, TokenCache
from commerce_sdk.sandbox import ManualClock
from tests.support.clients import client
from tests.support.worlds import OFFERING, VirtualClock

CLOCK = VirtualClock(ManualClock())
BEGAN = CLOCK.monotonic()
PAUSES: list[float] = []
RENEWED: list[float] = []


def source() -> AccessToken:
    RENEWED.append(CLOCK.monotonic() - BEGAN)
    return AccessToken("t", expires_in=3600)


CACHE = TokenCache(source)
COMMERCE = client(
    lambda request: httpx.Response(503),
    auth=CACHE,
    clock=CLOCK,
    retry=RetryPolicy(),
    hooks=Hooks(retry=lambda event: PAUSES.append(event.seconds)),
)


async def work() -> None:
    try:
        await COMMERCE.orders.get(OFFERING)
    except CommerceError:
        await CLOCK.sleep(3400)
    while len(RENEWED) == 1:
        await CLOCK.sleep(0.01)
        await CACHE.header(CLOCK)


def main(backend: str) -> None:
    for _ in range(3):
        sys.stdout.flush()
        worker = os.fork()
        if not worker:
            anyio.run(work, backend=backend)
            # The moments of renewal are on the clock, which the pauses moved on.
            print(*PAUSES, RENEWED[1] - RENEWED[0], flush=True)
            os._exit(0)
        os.waitpid(worker, 0)


if __name__ == "__main__":
    main(sys.argv[1])
