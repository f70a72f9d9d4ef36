"""Of several pauses that a server asks for, the longest holds, whichever was asked for last."""

from __future__ import annotations

import anyio
import httpx
import pytest

from commerce_sdk import DeadlineExceeded, LocalLimiter, RateLimited
from commerce_sdk.sandbox import ManualClock
from tests.support.shop import BILL, a_bill, shop_client
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio

LONG, SHORT = 30, 2
LEFT = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(SHORT)}


class Held(httpx.AsyncBaseTransport):
    """Holds what is asked at first until all of it is there, then answers one after the other in
    the order of `answers`; whoever asks later is answered at once."""

    def __init__(self, clock: VirtualClock, *answers: httpx.Response) -> None:
        self._clock = clock
        self._answers = list(answers)
        self._waiting = len(answers)
        self._all = anyio.Event()
        self.moments: list[float] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.moments.append(self._clock.monotonic())
        if len(self.moments) > self._waiting:
            return httpx.Response(200, json=a_bill())
        if len(self.moments) == self._waiting:
            self._all.set()
        await self._all.wait()
        return self._answers.pop(0)


def refusal(seconds: int) -> httpx.Response:
    return httpx.Response(429, headers={"Retry-After": str(seconds)})


def spent() -> httpx.Response:
    return httpx.Response(200, headers=LEFT, json=a_bill())


@pytest.mark.parametrize("first", ["long", "short"])
@pytest.mark.parametrize("short", [refusal(SHORT), spent()], ids=["a 429", "nothing left"])
async def test_a_shorter_pause_cuts_no_longer_one(first: str, short: httpx.Response) -> None:
    clock = VirtualClock(ManualClock())
    answers = [refusal(LONG), short] if first == "long" else [short, refusal(LONG)]
    server = Held(clock, *answers)
    refused = 0

    async def ask() -> None:
        nonlocal refused
        try:
            await shop.bills.get(BILL)
        except RateLimited:
            refused += 1

    async with shop_client(server, clock=clock, limiter=LocalLimiter(), deadline=None) as shop:
        async with anyio.create_task_group() as tasks:
            for _ in range(2):
                tasks.start_soon(ask)
        assert refused == (2 if short.status_code == 429 else 1)
        began = clock.monotonic()
        with pytest.raises(DeadlineExceeded):
            await shop.with_options(deadline=LONG - 1).bills.get(BILL)
        await shop.bills.get(BILL)
    assert server.moments[-1] - began == LONG
