"""Tokens that run out: one renewal for all, early, and no stampede when it fails."""

from __future__ import annotations

import random
from collections import Counter

import anyio
import httpx
import pytest

from commerce_sdk import (
    AccessToken,
    AuthenticationFailed,
    DeadlineExceeded,
    InvalidRequest,
    RetryPolicy,
    TokenCache,
    defaults,
)
from commerce_sdk.sandbox import ManualClock
from tests.support.shop import BILL, SECRET, ShopClient, a_bill, shop_client
from tests.support.shop_kinds import AtOnce
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio


class Issuer:
    """Gives tokens that are good for an hour, or fails."""

    def __init__(self, clock: VirtualClock, lifetime: float | None = 3600) -> None:
        self.clock = clock
        self.lifetime = lifetime
        self.asked: list[float] = []
        self.fails = False

    async def __call__(self) -> AccessToken:
        self.asked.append(self.clock.monotonic())
        for _ in range(3):
            await anyio.lowlevel.checkpoint()
        if self.fails:
            raise OSError(SECRET)
        return AccessToken(f"t{len(self.asked)}", expires_in=self.lifetime)


class Platform:
    """Takes any token, and counts them."""

    def __init__(self) -> None:
        self.seen: Counter[str] = Counter()
        self.refused: set[str] = set()

    def __call__(self, request: httpx.Request) -> httpx.Response:
        header = request.headers["authorization"]
        self.seen[header] += 1
        return httpx.Response(401 if header in self.refused else 200, json=a_bill())


async def together(shop: ShopClient, calls: int = 100) -> list[BaseException]:
    """So many calls at once; gives what they raised."""
    raised: list[BaseException] = []

    async def one() -> None:
        try:
            await shop.bills.get(BILL)
        except AuthenticationFailed as error:
            raised.append(error)

    async with anyio.create_task_group() as tasks:
        for _ in range(calls):
            tasks.start_soon(one)
    return raised


async def test_a_hundred_tasks_at_the_end_of_a_token_renew_it_once() -> None:
    clock = VirtualClock(ManualClock())
    issuer, platform = Issuer(clock), Platform()
    async with shop_client(platform, auth=issuer, clock=clock) as shop:
        await together(shop)
        assert platform.seen == {"Bearer t1": 100}
        await clock.sleep(3600)
        await together(shop)
    assert platform.seen == {"Bearer t1": 100, "Bearer t2": 100}
    assert len(issuer.asked) == 2


async def test_a_token_is_renewed_early_while_the_others_go_on_with_the_old_one() -> None:
    clock = VirtualClock(ManualClock())
    issuer, platform = Issuer(clock), Platform()
    async with shop_client(platform, auth=issuer, clock=clock) as shop:
        await shop.bills.get(BILL)
        await clock.sleep(3600 - defaults.RENEWAL_EARLY - 1)
        await together(shop)
        assert len(issuer.asked) == 1
        await clock.sleep(defaults.RENEWAL_EARLY / 2 + 1)
        await together(shop)
    assert len(issuer.asked) == 2
    assert platform.seen["Bearer t1"] == 1 + 100 + 99
    assert platform.seen["Bearer t2"] == 1


async def test_processes_do_not_renew_at_the_same_moment() -> None:
    moments = set()
    for seed in range(20):
        clock = VirtualClock(ManualClock())
        cache = TokenCache(Issuer(clock))
        cache._chance = random.Random(seed)
        await cache.header(clock)
        before = await cache.header(clock)
        while await cache.header(clock) == before:
            await clock.sleep(1)
        moments.add(clock.monotonic() - 1_750_000_000)
    assert len(moments) > 10
    assert min(moments) >= 3600 - defaults.RENEWAL_EARLY
    assert max(moments) <= 3600 - defaults.RENEWAL_EARLY / 2 + 1


@pytest.mark.parametrize("lifetime", [0.5, 5, 60])
async def test_a_token_of_a_short_life_is_used_for_at_least_half_of_it(lifetime: float) -> None:
    clock = VirtualClock(ManualClock())
    issuer = Issuer(clock, lifetime)
    cache = TokenCache(issuer)
    for _ in range(100):
        await cache.header(clock)
        await clock.sleep(lifetime / 10)
    assert 10 <= len(issuer.asked) <= 20


async def test_a_renewal_that_fails_is_no_stampede() -> None:
    clock = VirtualClock(ManualClock())
    issuer, platform = Issuer(clock), Platform()
    issuer.fails = True
    async with shop_client(platform, auth=issuer, clock=clock) as shop:
        raised = await together(shop)
        assert len(raised) == 100
        assert len(issuer.asked) == 1
        assert not any(SECRET in str(error) for error in raised)
        assert "the token source failed with OSError" in str(raised[0])
        assert all(error.maybe_applied is None for error in raised)

        # Asked again now and then, ever more rarely, while a service goes on trying.
        for _ in range(600):
            await together(shop, calls=3)
            await clock.sleep(1)
        pauses = [b - a for a, b in zip(issuer.asked, issuer.asked[1:], strict=False)]
        assert len(issuer.asked) < 30
        assert pauses[0] <= 2
        assert max(pauses) <= defaults.RENEWAL_PAUSE_CAP + 1
        assert min(pauses[-5:]) >= defaults.RENEWAL_PAUSE_CAP / 2

        issuer.fails = False
        await clock.sleep(defaults.RENEWAL_PAUSE_CAP)
        assert await together(shop) == []
        issuer.fails = True
        await clock.sleep(3600)
        await together(shop)
        asked = len(issuer.asked)
        await clock.sleep(defaults.RENEWAL_FIRST_PAUSE)
        await together(shop)
        assert len(issuer.asked) == asked + 1, "a success begins the pauses anew"


async def test_an_early_renewal_that_fails_costs_nothing_while_the_token_is_good() -> None:
    clock = VirtualClock(ManualClock())
    issuer, platform = Issuer(clock), Platform()
    async with shop_client(platform, auth=issuer, clock=clock) as shop:
        await shop.bills.get(BILL)
        issuer.fails = True
        await clock.sleep(3600 - defaults.RENEWAL_EARLY / 2)
        assert await together(shop) == []
        assert len(issuer.asked) == 2
        await clock.sleep(defaults.RENEWAL_EARLY / 2)
        assert len(await together(shop)) == 100


async def test_who_renews_and_is_cancelled_leaves_it_to_the_next() -> None:
    clock = VirtualClock(ManualClock())
    begun = anyio.Event()
    asked = 0

    async def source() -> str:
        nonlocal asked
        asked += 1
        if asked == 1:
            begun.set()
            await anyio.sleep_forever()
        return "good"

    cache, headers = TokenCache(source), []

    async def one() -> None:
        headers.append(await cache.header(clock))

    async with anyio.create_task_group() as tasks, anyio.create_task_group() as first:
        first.start_soon(one)
        await begun.wait()
        for _ in range(10):
            tasks.start_soon(one)
        await anyio.wait_all_tasks_blocked()
        first.cancel_scope.cancel()
    assert headers == ["Bearer good"] * 10
    assert asked == 2
    assert cache._renewals == {}


async def test_a_source_that_hangs_does_not_outlive_the_deadline() -> None:
    async with shop_client(Platform(), auth=anyio.sleep_forever, deadline=0.05) as shop:  # type: ignore[arg-type]
        with pytest.raises(DeadlineExceeded, match="renewing the credential") as caught:
            await shop.bills.send(BILL)
    assert caught.value.maybe_applied is False
    assert caught.value.spent["auth"] > 0
    assert [attempt.sent for attempt in caught.value.attempts] == [False]


async def test_a_source_that_hangs_is_a_failure_after_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(defaults, "RENEWAL_TIMEOUT", 0.01)
    async with shop_client(Platform(), auth=anyio.sleep_forever, deadline=5) as shop:  # type: ignore[arg-type]
        with pytest.raises(AuthenticationFailed, match="failed with TimeoutError"):
            await shop.bills.get(BILL)


async def test_clients_that_share_a_cache_share_its_token() -> None:
    clock = VirtualClock(ManualClock())
    issuer, platform = Issuer(clock, None), Platform()
    cache = TokenCache(issuer)
    async with (
        shop_client(platform, auth=cache, clock=clock) as one,
        shop_client(platform, auth=cache, clock=clock) as other,
    ):
        await one.bills.get(BILL)
        await other.for_shop("another").bills.get(BILL)
        await clock.sleep(10**9)
        await one.bills.get(BILL)
    assert platform.seen == {"Bearer t1": 3}


async def test_a_refused_token_is_renewed_once_by_all_that_had_it() -> None:
    clock = VirtualClock(ManualClock())
    issuer, platform = Issuer(clock), Platform()
    platform.refused = {"Bearer t1"}
    async with shop_client(platform, AtOnce, auth=issuer, clock=clock) as shop:
        with pytest.raises(Exception, match="401"):
            await shop.bills.get(BILL)
        assert await together(shop) == []
    assert platform.seen == {"Bearer t1": 1, "Bearer t2": 100}


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: AccessToken("a\nb"), "auth: may not hold control characters"),
        (lambda: AccessToken(""), "auth: must be a text"),
        (lambda: AccessToken("t", expires_in=0), "expires_in: must be seconds above zero"),
        (lambda: AccessToken("t", expires_in="60"), "expires_in: must be seconds above zero"),
        (lambda: TokenCache("t"), "source: must be a function"),
    ],
    ids=["line break", "empty", "no life", "text", "no function"],
)
def test_what_cannot_be_a_token_is_refused_by_name(make: object, complaint: str) -> None:
    with pytest.raises(InvalidRequest, match=complaint):
        make()  # type: ignore[operator]


async def test_a_source_that_gives_nonsense_is_an_authentication_failure() -> None:
    for given in (None, 5, b"t", "", f"{SECRET}\n"):
        async with shop_client(Platform(), auth=lambda given=given: given) as shop:
            with pytest.raises(AuthenticationFailed, match="auth: ") as caught:
                await shop.bills.get(BILL)
            assert SECRET not in str(caught.value)


def test_no_token_shows() -> None:
    cache = TokenCache(lambda: SECRET, name="billing")
    assert repr(cache) == "TokenCache(name='billing')"
    assert SECRET not in repr(AccessToken(SECRET, expires_in=5))


async def test_an_outage_of_days_is_got_over() -> None:
    clock = VirtualClock(ManualClock())
    issuer = Issuer(clock)
    issuer.fails = True
    cache = TokenCache(issuer)
    for _ in range(2000):
        with pytest.raises(AuthenticationFailed):
            await cache.header(clock)
        await clock.sleep(defaults.RENEWAL_PAUSE_CAP)
    issuer.fails = False
    assert await cache.header(clock) == "Bearer t2001"


async def test_a_late_refusal_of_an_old_token_leaves_the_new_one() -> None:
    clock = VirtualClock(ManualClock())
    issuer = Issuer(clock)
    cache = TokenCache(issuer)
    old = await cache.header(clock)
    cache.forget(old)
    cache.forget(old)
    new = await cache.header(clock)
    cache.forget(old)
    assert await cache.header(clock) == new == "Bearer t2"


async def test_after_its_first_failure_the_issuer_is_left_alone_for_a_second_at_most() -> None:
    clock = VirtualClock(ManualClock())
    issuer = Issuer(clock)
    issuer.fails = True
    cache = TokenCache(issuer)
    with pytest.raises(AuthenticationFailed):
        await cache.header(clock)
    issuer.fails = False
    await clock.sleep(0.49)
    with pytest.raises(AuthenticationFailed, match="not asked again so soon"):
        await cache.header(clock)
    await clock.sleep(0.51)
    assert await cache.header(clock) == "Bearer t2"


async def test_a_read_whose_credential_cannot_be_had_is_not_tried_again() -> None:
    clock = VirtualClock(ManualClock())
    issuer = Issuer(clock)
    issuer.fails = True
    slept = clock.monotonic()
    async with shop_client(
        lambda request: httpx.Response(200), auth=issuer, retry=RetryPolicy(), clock=clock
    ) as shop:
        with pytest.raises(AuthenticationFailed) as caught:
            await shop.bills.get(BILL)
    assert len(caught.value.attempts) == 1
    assert clock.monotonic() == slept
