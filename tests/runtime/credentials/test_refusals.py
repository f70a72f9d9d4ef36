"""An issuer that refused is left alone for long; one in trouble is asked again soon. The error says
which it was, wherever it is told."""

from __future__ import annotations

import copy
import pickle

import httpx
import pytest

from commerce_sdk import (
    ApiError,
    AuthenticationFailed,
    NotFound,
    ServerError,
    SessionCache,
    TokenCache,
    Unauthenticated,
    defaults,
)
from commerce_sdk.sandbox import ManualClock
from tests.codegen.golden.shop.api.access import log_in
from tests.codegen.golden.shop.models import LoginInput
from tests.support.shop import shop
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio


class Source:
    """Fails with what it is given."""

    def __init__(self) -> None:
        self.fault: BaseException | None = AuthenticationFailed("no such user", refused=True)
        self.asked = 0

    async def __call__(self) -> str:
        self.asked += 1
        if self.fault is not None:
            raise self.fault
        return "good"


async def failure(cache: TokenCache | SessionCache, clock: VirtualClock) -> AuthenticationFailed:
    with pytest.raises(AuthenticationFailed) as caught:
        await cache.header(clock)
    return caught.value


async def test_after_a_refusal_the_issuer_is_left_alone_for_a_minute_then_longer() -> None:
    clock, source = VirtualClock(ManualClock()), Source()
    cache = TokenCache(source)
    pause, cap = defaults.RENEWAL_REFUSED_PAUSE, defaults.RENEWAL_REFUSED_PAUSE_CAP
    assert (pause, cap) == (60, 3600)
    for number in range(1, 10):
        first = await failure(cache, clock)
        assert (str(first), first.refused, source.asked) == ("no such user", True, number)
        await clock.sleep(min(pause * 2 ** (number - 1), cap) - 1)
        again = await failure(cache, clock)
        assert str(again) == "no such user; it is not asked again so soon"
        assert (again.refused, source.asked) == (True, number)
        await clock.sleep(1)
    source.fault = None
    assert await cache.header(clock) == "Bearer good"
    cache.forget("Bearer good")
    source.fault = AuthenticationFailed("no", refused=True)
    await failure(cache, clock)
    await clock.sleep(pause)
    await failure(cache, clock)
    assert source.asked == 12, "a success begins the pauses anew"


async def test_trouble_before_makes_no_refusal_longer() -> None:
    clock, source = VirtualClock(ManualClock()), Source()
    cache = TokenCache(source)
    source.fault = OSError()
    for _ in range(10):
        assert not (await failure(cache, clock)).refused
        await clock.sleep(defaults.RENEWAL_PAUSE_CAP)
    source.fault = AuthenticationFailed("no", refused=True)
    assert (await failure(cache, clock)).refused
    await clock.sleep(defaults.RENEWAL_REFUSED_PAUSE)
    source.fault = None
    assert await cache.header(clock) == "Bearer good"


def answered(status: int) -> ApiError:
    kind = {401: Unauthenticated, 404: NotFound, 500: ServerError}.get(status, ApiError)
    return kind("no", status=status)


@pytest.mark.parametrize(
    ("status", "refused"),
    [
        *((status, True) for status in (400, 401, 403, 404, 422)),
        *((status, False) for status in (408, 409, 410, 423, 429, 500, 503)),
    ],
)
async def test_what_the_issuer_answered_says_whether_it_refused(status: int, refused: bool) -> None:
    """A login through the SDK itself."""

    async def source() -> str:
        given = await core.ask(log_in.build(body=LoginInput(email="a@b.c", password="p")))
        return given.access_token or ""

    clock, cache = VirtualClock(ManualClock()), TokenCache(source)
    async with shop(
        lambda _: httpx.Response(status, json={}), cache, clock=clock, retry=None
    ) as core:
        first = await failure(cache, clock)
        assert first.refused is refused
        again = await failure(cache, clock)
    assert again.refused is refused
    assert isinstance(again.__cause__, ApiError)
    assert again.__cause__ is first.__cause__


async def test_the_repeat_keeps_no_cause_that_is_not_of_the_sdk() -> None:
    async def source() -> str:
        raise AuthenticationFailed("no") from OSError("words")

    clock, cache = VirtualClock(ManualClock()), TokenCache(source)
    assert isinstance((await failure(cache, clock)).__cause__, OSError)
    assert (await failure(cache, clock)).__cause__ is None


async def test_a_login_of_a_session_may_say_that_it_was_refused() -> None:
    clock, source = VirtualClock(ManualClock()), Source()
    cache = SessionCache(source, source)  # type: ignore[arg-type]
    for _ in range(2):
        assert (await failure(cache, clock)).refused
        await clock.sleep(defaults.RENEWAL_REFUSED_PAUSE - 1)
    assert source.asked == 1


def test_it_is_known_as_a_value() -> None:
    assert AuthenticationFailed("no").refused is False
    assert AuthenticationFailed().refused is False
    refused = AuthenticationFailed("no", refused=True)
    for one in (
        refused,
        copy.copy(refused),
        copy.deepcopy(refused),
        pickle.loads(pickle.dumps(refused)),
    ):
        assert (str(one), one.refused) == ("no", True)
    assert repr(refused) == "AuthenticationFailed('no', refused=True)"
