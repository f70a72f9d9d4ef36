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
    Conflict,
    ConnectionFailed,
    DeadlineExceeded,
    Hooks,
    InvalidRequest,
    LocalLimiter,
    RateLimited,
    RetryPolicy,
    ServerError,
    defaults,
    new_item,
)
from commerce_sdk.runtime.call import Reply
from commerce_sdk.runtime.retry import RetryQuota
from commerce_sdk.sandbox import QUOTES, ManualClock
from tests.support.clients import client
from tests.support.parallel_clock import ParallelClock
from tests.support.worlds import (
    ACCOUNT,
    OFFERING,
    VirtualClock,
    cut_after,
    draw_from,
    refused,
    world,
)

pytestmark = pytest.mark.anyio

QUOTE = next(iter(QUOTES))
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
            return httpx.Response(code, headers=headers, json={"orderId": OFFERING})

        async with client(
            answer, clock=clock, retry=RetryPolicy(), deadline=30, limiter=LocalLimiter()
        ) as commerce:
            draw_from(commerce, seed)
            assert await commerce.orders.get(OFFERING)
        assert 3 <= sum(clock.slept) <= 3 + 0.5 + 2
    clock = JumpingClock(ManualClock())
    async with client(
        lambda request: httpx.Response(503), clock=clock, retry=RetryPolicy(attempts=99), deadline=9
    ) as commerce:
        with pytest.raises(ServerError):
            await commerce.orders.get(OFFERING)
    assert sum(clock.slept) < 9


async def test_a_date_that_a_jumping_clock_makes_absurd_is_not_waited_for() -> None:
    clock = VirtualClock(ManualClock())
    headers = {"retry-after": "Sun, 15 Jun 2036 15:06:47 GMT"}
    async with client(
        lambda request: httpx.Response(429, headers=headers),
        clock=clock,
        retry=RetryPolicy(),
        deadline=None,
    ) as commerce:
        with pytest.raises(RateLimited):
            await commerce.orders.get(OFFERING)
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
        return httpx.Response(200, json={"orderId": OFFERING})

    known = anyio.Event()
    hooks = Hooks(retry=lambda event: known.set())
    settings: dict[str, Any] = {"limiter": LocalLimiter(), "retry": RetryPolicy(), "hooks": hooks}
    async with (
        clock,
        client(answer, clock=clock, deadline=None, **settings) as commerce,
        anyio.create_task_group() as tasks,
    ):
        for _ in range(50):
            tasks.start_soon(commerce.orders.get, OFFERING)
        await anyio.wait_all_tasks_blocked()
        assert len(times) == 50
        stormy = False
        gate.set()
        await known.wait()
        for _ in range(100):
            tasks.start_soon(commerce.orders.get, OFFERING)
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
    async with world(deadline=None) as here:
        here.commerce._core.connection.quota = RetryQuota(capacity=0)
        here.transport.faults["GET"].append(refused)
        with pytest.raises(ConnectionFailed, match="could not connect"):
            await here.commerce.quotes.get(QUOTE)
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
    async with world(deadline=40, retry=RetryPolicy(attempts=9)) as here:
        here.sandbox.fail_next("get_quote", 429, headers={"Retry-After": "25"}, times=9)
        with pytest.raises((DeadlineExceeded, RateLimited)) as caught:
            await here.commerce.quotes.get(QUOTE)
    assert [attempt.outcome for attempt in caught.value.attempts] == ["status 429"] * 2


async def test_each_pause_is_kept_and_nobody_who_did_not_ask_is_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with world(limiter=None, deadline=None) as here:
        here.sandbox.fail_next("get_quote", 503, times=3)
        assert await here.commerce.quotes.get(QUOTE)
        assert len(here.time.slept) == 3
        assert all(
            0 < each <= bound for each, bound in zip(here.time.slept, (0.5, 1, 2), strict=True)
        )
        here.time.slept.clear()
        here.sandbox.fail_next("get_quote", 429, headers={"Retry-After": "60"})
        assert await here.commerce.quotes.get(QUOTE)
        assert here.time.slept == [60.0]
    assert not [record for record in caplog.records if record.levelname == "ERROR"]


async def test_looks_after_an_order_come_at_growing_intervals_until_the_deadline() -> None:
    async with world(retry=RetryPolicy(attempts=4), deadline=None) as here:
        here.sandbox.fail_next("place_order", 409)
        with pytest.raises(Conflict):
            await here.commerce.orders.place(items=[new_item(OFFERING)])
        assert here.time.slept == [1.0, 1.5, 2.25]
    async with world(deadline=20) as here:
        here.sandbox.switches.visible_after = 500.0
        here.sandbox.switches.on_duplicate = "conflict"
        here.transport.faults["POST"].append(cut_after)
        began = here.clock.time()
        with pytest.raises(DeadlineExceeded, match="waiting for it to show") as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])
        assert here.clock.time() - began == pytest.approx(20)
        assert caught.value.maybe_applied is True
        assert isinstance(caught.value.__cause__, Conflict)


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
        async with client(
            lambda request, code=code: httpx.Response(code, headers=headers, json={"id": QUOTE}),
            clock=clock,
            limiter=LocalLimiter(),
        ) as commerce:
            if code == 200:
                assert await commerce.quotes.get(QUOTE)
            else:
                with pytest.raises(RateLimited):
                    await commerce.quotes.get(QUOTE)


PASSING = {408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524}
LASTING = {302, 400, 401, 403, 404, 405, 409, 410, 415, 418, 422, 423, 498, 501, 505, 525, 526, 599}


@pytest.mark.parametrize("code", sorted(PASSING | LASTING))
async def test_a_read_is_tried_again_after_what_may_pass_and_after_nothing_else(code: int) -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(code if len(sent) == 1 else 200, json={"orderId": OFFERING})

    clock = VirtualClock(ManualClock())
    async with client(answer, clock=clock, retry=RetryPolicy()) as commerce:
        if code in PASSING:
            assert (await commerce.orders.get(OFFERING)).order_id == OFFERING
        else:
            with pytest.raises(ApiError):
                await commerce.orders.get(OFFERING)
    assert len(sent) == 1 + (code in PASSING)


@pytest.mark.parametrize("code", sorted(PASSING - {429}))
async def test_a_write_without_a_key_is_not_sent_again_after_them(code: int) -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(code)

    clock = VirtualClock(ManualClock())
    async with client(
        answer, clock=clock, retry=RetryPolicy(), catalog_account=ACCOUNT
    ) as commerce:
        with pytest.raises(ApiError) as caught:
            await commerce.pricing_plans.delete("a plan")
    assert len(sent) == 1
    assert caught.value.maybe_applied is True
