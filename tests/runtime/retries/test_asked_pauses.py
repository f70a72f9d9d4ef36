"""How long a server's Retry-After counts: at least as long as it says, and never as no pause."""

from __future__ import annotations

import random
from email.utils import formatdate
from itertools import pairwise
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    ApiError,
    LocalLimiter,
    RateLimited,
    RetryPolicy,
    ServerError,
    defaults,
)
from commerce_sdk.sandbox import ManualClock
from tests.support.shop import BILL, a_bill, shop_client
from tests.support.worlds import VirtualClock, draw_from

pytestmark = pytest.mark.anyio

NOW = VirtualClock(ManualClock()).time()
NO_TIME = ["0", "0.0", "0.001", formatdate(NOW, usegmt=True), formatdate(NOW - 86_400, usegmt=True)]


@pytest.mark.parametrize("code", [429, 503])
@pytest.mark.parametrize("header", NO_TIME)
async def test_tries_are_not_burnt_at_one_instant(code: int, header: str) -> None:
    for limiter in (None, LocalLimiter()):
        clock, times = VirtualClock(ManualClock()), []

        def answer(request: httpx.Request, clock: Any = clock, times: Any = times) -> Any:
            times.append(clock.monotonic())
            return httpx.Response(code, headers={"retry-after": header})

        async with shop_client(answer, clock=clock, retry=RetryPolicy(), limiter=limiter) as shop:
            draw_from(shop, 7)
            with pytest.raises(RateLimited if code == 429 else ServerError) as caught:
                await shop.bills.get(BILL)
        pauses = [after - before for before, after in pairwise(times)]
        assert len(pauses) == 3
        assert all(pause > 0.01 for pause in pauses)
        if code == 429 and limiter is not None:
            assert all(pause >= defaults.LIMIT_PAUSE for pause in pauses)
        said = float(header) if header[0] == "0" else 0.0
        assert caught.value.retry_after == said, "the error says what the server said"


def test_a_time_shorter_than_the_first_pause_is_what_is_waited_at_least() -> None:
    chance = random.Random(1)
    policy = RetryPolicy(first_pause=1, pause_cap=8)
    for asked, failures, bound in ((0.0, 1, 1), (0.0, 4, 8), (0.9, 1, 1), (0.9, 3, 4)):
        error = ApiError(503, retry_after=asked)
        pauses = [policy.pause(failures, error, chance) for _ in range(500)]
        assert all(pause is not None and asked <= pause <= bound for pause in pauses)
        assert len(set(pauses)) > 10, "spread, as without a Retry-After"


def test_a_longer_time_is_waited_to_the_second() -> None:
    policy = RetryPolicy(first_pause=1, retry_after_cap=10)
    for asked, pause in ((1, 1), (1.5, 1.5), (10, 10), (10.5, None)):
        error = ApiError(503, retry_after=asked)
        assert policy.pause(4, error, random.Random(1)) == pause
    strict = RetryPolicy(first_pause=8, retry_after_cap=2)
    assert strict.pause(1, ApiError(503, retry_after=3), random.Random(1)) is None


@pytest.mark.parametrize("header", NO_TIME)
async def test_a_refusal_that_names_no_time_holds_back_those_behind_it(header: str) -> None:
    clock, times = VirtualClock(ManualClock()), []

    def answer(request: httpx.Request) -> httpx.Response:
        times.append(clock.monotonic())
        headers = {"retry-after": header}
        code = 429 if len(times) == 1 else 200
        return httpx.Response(code, headers=headers, json=a_bill())

    async with shop_client(answer, clock=clock, limiter=LocalLimiter()) as shop:
        with pytest.raises(RateLimited):
            await shop.bills.get(BILL)
        await shop.bills.get(BILL)
    assert times[1] - times[0] == pytest.approx(defaults.LIMIT_PAUSE)
