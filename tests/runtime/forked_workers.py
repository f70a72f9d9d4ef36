"""Three workers forked from one process that has made its client already, as pre-forking servers
do: prints, one line a worker, the pauses it drew and when it renewed its token."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

import anyio
import httpx

from commerce_sdk import AccessToken, CommerceError, Hooks, RetryPolicy, TokenCache
from commerce_sdk.sandbox import ManualClock
from tests.support.shop import BILL, shop_client
from tests.support.worlds import VirtualClock

TOKEN_CLOCK = VirtualClock(ManualClock())  # of its own, for the pauses differ
BEGAN = TOKEN_CLOCK.monotonic()
PAUSES: list[float] = []
RENEWED: list[float] = []


def source() -> AccessToken:
    RENEWED.append(TOKEN_CLOCK.monotonic() - BEGAN)
    return AccessToken("t", expires_in=3600)


CACHE = TokenCache(source)
SHOP = shop_client(
    lambda request: httpx.Response(503),
    clock=VirtualClock(ManualClock()),
    retry=RetryPolicy(),
    hooks=Hooks(retry=lambda event: PAUSES.append(event.seconds)),
)


async def work() -> None:
    with suppress(CommerceError):
        await SHOP.bills.get(BILL)
    await CACHE.header(TOKEN_CLOCK)
    await TOKEN_CLOCK.sleep(3400)
    while len(RENEWED) == 1:
        await TOKEN_CLOCK.sleep(0.01)
        await CACHE.header(TOKEN_CLOCK)


def main(backend: str) -> None:
    for _ in range(3):
        sys.stdout.flush()
        worker = os.fork()
        if not worker:
            anyio.run(work, backend=backend)
            print(*PAUSES, RENEWED[1], flush=True)
            os._exit(0)
        os.waitpid(worker, 0)


if __name__ == "__main__":
    main(sys.argv[1])
