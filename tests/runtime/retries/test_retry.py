"""Trying again: what the server asks for, jumping clocks, storms, and what is spent on it."""

from __future__ import annotations

import random
import statistics
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    ApiError,
    ConnectionFailed,
    DeadlineExceeded,
    Hooks,
    InvalidRequest,
    LocalLimiter,
    RateLimited,
    RetryPolicy,
    ServerError,
    defaults,
)
from commerce_sdk.runtime.call.exchange import Reply
from commerce_sdk.runtime.retries.policy import RetryQuota
from commerce_sdk.sandbox import ManualClock
from tests.support.parallel_clock import ParallelClock
from tests.support.shop import BILL, a_bill, shop_client
from tests.support.shop_world import shop_world
from tests.support.worlds import VirtualClock, draw_from, refused

pytestmark = pytest.mark.anyio

NOW = 1_750_000_000.0  # Sun, 15 Jun 2025 15:06:40 GMT


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", 0.0),
        ("7", 7.0),
        (" 7 ", 7.0),
        ("1.5", 1.5),
        ("Sun, 15 Jun 2025 15:06:47 GMT", 7.0),
        ("Sunday, 15-Jun-25 15:06:47 GMT", 7.0),
        ("Sun, 15 Jun 2025 15:06:47 -0000", 7.0),
        ("Sun, 15 Jun 2025 17:06:47 +0200", 7.0),
        ("Sun, 15 Jun 2025 15:00:00 GMT", 0.0),
        ("", None),
        ("-5", None),
        ("soon", None),
        ("1e3", None),
        ("nan", None),
        ("٣", None),
        ("Sun, 99 Jun 2025 15:06:47 GMT", None),
        ("Sun, 15 Jun 99999 15:06:47 GMT", None),
    ],
)
def test_every_form_of_retry_after(header: str, seconds: float | None) -> None:
    assert Reply(status=429, headers={"retry-after": header}).retry_after(NOW) == seconds


@pytest.mark.parametrize(
    ("date", "seconds"),
    [
        ("Sun, 15 Jun 2025 15:06:40 GMT", 7.0),
        ("Sun, 15 Jun 2025 14:06:40 GMT", 3607.0),
        ("Sunday, 15-Jun-25 15:06:40 GMT", 7.0),
        ("Sun, 15 Jun 2025 16:00:00 GMT", 0.0),
        ("", 107.0),
        ("today", 107.0),
    ],
)
def test_a_date_is_measured_by_the_clock_of_the_server_that_gave_it(
    date: str, seconds: float
) -> None:
    until = {"retry-after": "Sun, 15 Jun 2025 15:06:47 GMT", "date": date}
    assert Reply(status=503, headers=until).retry_after(NOW - 100) == seconds
    assert Reply(status=503, headers={"retry-after": "7", "date": date}).retry_after(NOW) == 7


def test_a_reply_without_retry_after_asks_for_nothing() -> None:
    assert Reply(status=429, headers={}).retry_after(NOW) is None


def test_the_first_pauses_of_many_clients_are_spread_over_their_whole_range() -> None:
    policy, chance = RetryPolicy(first_pause=1, pause_cap=6), random.Random(5)
    for failures, bound in ((1, 1), (2, 2), (3, 4), (4, 6), (5, 6), (60, 6)):
        pauses = [policy.pause(failures, None, chance) or 0.0 for _ in range(4000)]
        assert max(pauses) <= bound
        assert min(pauses) < bound * 0.02
        assert statistics.mean(pauses) == pytest.approx(bound / 2, rel=0.05)
        assert statistics.pstdev(pauses) == pytest.approx(bound / 12**0.5, rel=0.05)


class JumpingClock(VirtualClock):
    """The machine's date is set back and forth while it runs."""

    def __init__(self, clock: ManualClock) -> None:
        super().__init__(clock)
        self._chance = random.Random(3)

    def time(self) -> float:
        return super().time() + self._chance.choice([-86_400.0, 0.0, 86_400.0 * 365])


async def test_a_clock_that_jumps_changes_neither_pauses_nor_deadlines() -> None:
    for seed in range(50):
        clock = JumpingClock(ManualClock())
        answers = iter([503, 429, 503, 200])

        def answer(request: httpx.Request, answers: Any = answers) -> httpx.Response:
            code = next(answers)
            headers = {"retry-after": "3"} if code == 429 else {}
            return httpx.Response(code, headers=headers, json=a_bill())

        async with shop_client(
            answer, clock=clock, retry=RetryPolicy(), deadline=30, limiter=LocalLimiter()
        ) as shop:
            draw_from(shop, seed)
            assert await shop.bills.get(BILL)
        assert 3 <= sum(clock.slept) <= 3 + 0.5 + 2
    clock = JumpingClock(ManualClock())
    async with shop_client(
        lambda request: httpx.Response(503), clock=clock, retry=RetryPolicy(attempts=99), deadline=9
    ) as shop:
        with pytest.raises(ServerError):
            await shop.bills.get(BILL)
    assert sum(clock.slept) < 9


async def test_a_date_that_a_jumping_clock_makes_absurd_is_not_waited_for() -> None:
    clock = VirtualClock(ManualClock())
    headers = {"retry-after": "Sun, 15 Jun 2036 15:06:47 GMT"}
    async with shop_client(
        lambda request: httpx.Response(429, headers=headers),
        clock=clock,
        retry=RetryPolicy(),
        deadline=None,
    ) as shop:
        with pytest.raises(RateLimited):
            await shop.bills.get(BILL)
    assert clock.slept == []


async def test_a_storm_of_refusals_pauses_everyone_once() -> None:
    """Fifty calls are under way when the platform refuses them all; none of the hundred behind
    them goes before the pause is over, and nobody is refused twice."""
    clock = ParallelClock()
    stormy, gate, times = True, anyio.Event(), []

    async def answer(request: httpx.Request) -> httpx.Response:
        times.append(clock.monotonic())
        if len(times) <= 50:
            await gate.wait()
            return httpx.Response(429, headers={"retry-after": "20"})
        assert not stormy
        return httpx.Response(200, json={"rows": []})

    known = anyio.Event()
    hooks = Hooks(retry=lambda event: known.set())
    settings: dict[str, Any] = {"limiter": LocalLimiter(), "retry": RetryPolicy(), "hooks": hooks}
    async with (
        clock,
        shop_client(answer, clock=clock, deadline=None, **settings) as shop,
        anyio.create_task_group() as tasks,
    ):
        for _ in range(50):
            tasks.start_soon(shop.goods.visits().collect)
        await anyio.wait_all_tasks_blocked()
        assert len(times) == 50
        stormy = False
        gate.set()
        await known.wait()
        for _ in range(100):
            tasks.start_soon(shop.goods.visits().collect)
    began = times[0]
    assert len(times) == 50 + 150
    assert all(each - began >= 20 for each in times[50:])
    assert clock.monotonic() - began < 21


def test_a_quota_is_spent_and_comes_back_bit_by_bit() -> None:
    quota = RetryQuota(capacity=2 * defaults.RETRY_COST)
    assert [quota.take(), quota.take(), quota.take()] == [True, True, False]
    for _ in range(defaults.RETRY_COST - 1):
        quota.succeeded()
    assert not quota.take()
    quota.succeeded()
    assert quota.take()
    for _ in range(1000):
        quota.succeeded()
    assert [quota.take(), quota.take(), quota.take()] == [True, True, False]


async def test_a_quota_that_is_used_up_says_what_failed_and_places_nothing_twice() -> None:
    async with shop_world(deadline=None) as here:
        here.shop._core.pipeline.quota = RetryQuota(capacity=0)
        here.transport.faults["GET"].append(refused)
        with pytest.raises(ConnectionFailed, match="could not connect"):
            await here.shop.bills.get(BILL)
        assert len(here.transport.requests) == 1


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ({"attempts": 0}, "retry.attempts: must be a whole number above zero"),
        ({"attempts": True}, "retry.attempts: must be a whole number above zero"),
        ({"attempts": 2.5}, "retry.attempts: must be a whole number above zero"),
        ({"first_pause": 0}, "retry.first_pause: must be seconds above zero"),
        ({"first_pause": "1"}, "retry.first_pause: must be seconds above zero"),
        ({"pause_cap": -1}, "retry.pause_cap: must be seconds above zero"),
        ({"pause_cap": float("nan")}, "retry.pause_cap: must be seconds above zero"),
        ({"retry_after_cap": 0}, "retry.retry_after_cap: must be seconds above zero"),
        ({"statuses": 503}, "retry.statuses: must be a set of statuses"),
    ],
    ids=str,
)
def test_a_policy_that_cannot_be_is_refused_by_name(
    settings: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(InvalidRequest, match=complaint):
        RetryPolicy(**settings)


async def test_the_error_of_a_deadline_says_where_the_time_went() -> None:
    async with shop_world(deadline=40, retry=RetryPolicy(attempts=9)) as here:
        here.server.fail_next(429, headers={"Retry-After": "25"}, times=9)
        with pytest.raises((DeadlineExceeded, RateLimited)) as caught:
            await here.shop.bills.get(BILL)
    assert [attempt.outcome for attempt in caught.value.attempts] == ["status 429"] * 2


async def test_each_pause_is_kept_and_nobody_who_did_not_ask_is_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with shop_world(limiter=None, deadline=None) as here:
        here.server.fail_next(503, times=3)
        assert await here.shop.bills.get(BILL)
        assert len(here.time.slept) == 3
        assert all(
            0 < each <= bound for each, bound in zip(here.time.slept, (0.5, 1, 2), strict=True)
        )
        here.time.slept.clear()
        here.server.fail_next(429, headers={"Retry-After": "60"})
        assert await here.shop.bills.get(BILL)
        assert here.time.slept == [60.0]
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


def test_what_is_not_named_stays_as_it_was() -> None:
    policy = RetryPolicy(first_pause=2, pause_cap=9)
    assert policy.with_pauses(first=3) == RetryPolicy(first_pause=3, pause_cap=9)
    assert policy.with_pauses(cap=3) == RetryPolicy(first_pause=2, pause_cap=3)
    assert policy.with_statuses([503]).statuses == frozenset({503})
    assert policy.with_attempts(7) == RetryPolicy(attempts=7, first_pause=2, pause_cap=9)


def test_pauses_stay_at_their_cap_however_long_it_goes_on() -> None:
    chance = random.Random(1)
    policy = RetryPolicy(attempts=10_000, first_pause=0.5, pause_cap=8)
    assert all((policy.pause(failures, None, chance) or 0.0) <= 8 for failures in (1100, 9999))


@pytest.mark.parametrize("number", ["9" * 400, "9" * 5000])
async def test_an_absurd_number_in_a_limits_header_is_no_crash(number: str) -> None:
    headers = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": number, "retry-after": number}
    clock = VirtualClock(ManualClock())
    for code in (200, 429):
        async with shop_client(
            lambda request, code=code: httpx.Response(code, headers=headers, json=a_bill()),
            clock=clock,
            limiter=LocalLimiter(),
        ) as shop:
            if code == 200:
                assert await shop.bills.get(BILL)
            else:
                with pytest.raises(RateLimited):
                    await shop.bills.get(BILL)


PASSING = {408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524}
LASTING = {
    302,
    400,
    401,
    403,
    404,
    405,
    406,
    409,
    410,
    415,
    418,
    422,
    423,
    498,
    501,
    505,
    525,
    526,
    599,
}


@pytest.mark.parametrize("code", sorted(PASSING | LASTING))
async def test_a_read_is_tried_again_after_what_may_pass_and_after_nothing_else(code: int) -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(code if len(sent) == 1 else 200, json=a_bill())

    clock = VirtualClock(ManualClock())
    async with shop_client(answer, clock=clock, retry=RetryPolicy()) as shop:
        if code in PASSING:
            assert (await shop.bills.get(BILL)).id == BILL
        else:
            with pytest.raises(ApiError):
                await shop.bills.get(BILL)
    assert len(sent) == 1 + (code in PASSING)


@pytest.mark.parametrize("code", sorted(PASSING - {429}))
async def test_a_write_without_a_key_is_not_sent_again_after_them(code: int) -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(code)

    clock = VirtualClock(ManualClock())
    async with shop_client(answer, clock=clock, retry=RetryPolicy()) as shop:
        with pytest.raises(ApiError) as caught:
            await shop.stands.remove_racks()
    assert len(sent) == 1
    assert caught.value.maybe_applied is True
