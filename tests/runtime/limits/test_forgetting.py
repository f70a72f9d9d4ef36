"""What a limit remembers is what still counts, however many accounts come and go."""

from __future__ import annotations

import weakref
from typing import Any

import pytest

from commerce_sdk import Deadline, LocalLimiter
from commerce_sdk.document.operation import RateLimit
from commerce_sdk.runtime.limits import local
from commerce_sdk.sandbox import ManualClock
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio

MINUTE = (RateLimit(limit=10, seconds=60, scope="account"),)
HOUR = (RateLimit(limit=100, seconds=3600, scope="account"),)


class Calls:
    """Calls of many accounts that go at once, and what is remembered of them, wherever that is."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._alive: weakref.WeakSet[Any] = weakref.WeakSet()
        alive = self._alive

        class Noted(local._Log):
            __slots__ = ("__weakref__",)

            def __init__(self) -> None:
                super().__init__()
                alive.add(self)

        monkeypatch.setattr(local, "_Log", Noted)
        self.clock = VirtualClock(ManualClock())
        self.limiter = LocalLimiter()

    async def begin(self, key: str, limits: tuple[RateLimit, ...] = MINUTE) -> None:
        await self.limiter.acquire({key: limits}, Deadline(1, self.clock), self.clock)

    async def end(
        self, key: str, limits: tuple[RateLimit, ...] = MINUTE, *, sent: bool = True
    ) -> None:
        await self.limiter.release({key: limits}, "", self.clock, sent=sent)

    async def one(self, key: str, limits: tuple[RateLimit, ...] = MINUTE) -> None:
        await self.begin(key, limits)
        await self.end(key, limits)

    def remembered(self) -> int:
        return len(self._alive)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    return Calls(monkeypatch)


async def test_a_hundred_thousand_accounts_are_forgotten_with_their_window(calls: Calls) -> None:
    for number in range(100_000):
        await calls.one(f"account {number}")
    assert calls.remembered() == 100_000, "each of them still counts"
    await calls.clock.sleep(59)
    await calls.one("another")
    assert calls.remembered() == 100_001
    await calls.clock.sleep(1)
    await calls.one("another")
    assert calls.remembered() == 1


async def test_while_accounts_come_and_go_those_of_a_window_are_remembered(calls: Calls) -> None:
    most = 0
    for number in range(2000):
        await calls.one(f"account {number}")
        await calls.clock.sleep(1)
        if number % 100 == 99:
            most = max(most, calls.remembered())
    assert most == 60


async def test_who_goes_on_is_remembered_and_each_for_as_long_as_its_window(calls: Calls) -> None:
    await calls.one("rare", HOUR)
    for _ in range(100):
        await calls.one("often")
        await calls.clock.sleep(30)
    assert calls.remembered() == 2
    await calls.clock.sleep(600)
    await calls.one("another")
    assert calls.remembered() == 1, "an hour after the last call, and a minute"


async def test_what_is_under_way_or_paused_is_remembered_until_it_is_not(calls: Calls) -> None:
    await calls.begin("slow")
    await calls.limiter.pause({"paused": MINUTE}, 200, calls.clock)
    for _ in range(3):
        await calls.clock.sleep(61)
        await calls.one("another")
    assert calls.remembered() == 3
    await calls.end("slow")
    await calls.clock.sleep(61)
    await calls.one("another")
    assert calls.remembered() == 1


async def test_what_was_never_sent_is_not_remembered(calls: Calls) -> None:
    for number in range(100):
        await calls.begin(f"account {number}")
        await calls.end(f"account {number}", sent=False)
    assert calls.remembered() == 0


async def test_who_comes_with_a_longer_window_is_remembered_for_that(calls: Calls) -> None:
    await calls.one("account")
    await calls.one("account", HOUR)
    await calls.clock.sleep(3599)
    await calls.one("another")
    assert calls.remembered() == 2
    await calls.clock.sleep(1)
    await calls.one("another")
    assert calls.remembered() == 1
