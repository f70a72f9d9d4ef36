"""Nobody who called before a logout brings a session back: calls that are on their way, wait for a
connection, a limit or a pause, or for a renewal."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    AuthenticationFailed,
    CommerceError,
    LocalLimiter,
    Login,
    MemorySessionStore,
    RetryPolicy,
    StorefrontClient,
    Unauthenticated,
)
from tests.storefront.front import EMAIL, ID, PASSWORD, Front, answers, client, virtual

pytestmark = pytest.mark.anyio


class Held(Front):
    """Holds what is asked for products until it is told to go on."""

    def __init__(self) -> None:
        super().__init__(virtual())
        self.answers["GET product"] = {"productId": ID}
        self.holds = True
        self.came = 0
        self.go_on = anyio.Event()
        self.before_answer: Callable[[str], Awaitable[None]] | None = None

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        name = self._name(request)
        if name == "GET product":
            self.came += 1
            if self.holds:
                await self.go_on.wait()
        reply = await super().__call__(request)
        if self.before_answer is not None:
            await self.before_answer(name)
        return reply


class Calls:
    """Calls in tasks of their own, and how each ended."""

    def __init__(self, tasks: anyio.abc.TaskGroup) -> None:
        self._tasks = tasks
        self.ends: list[CommerceError | None] = []

    async def begin(self, shop: StorefrontClient, times: int = 1) -> None:
        for _ in range(times):
            self._tasks.start_soon(self._one, shop)
        await anyio.wait_all_tasks_blocked()

    async def _one(self, shop: StorefrontClient) -> None:
        try:
            await shop.products.get(ID)
            self.ends.append(None)
        except CommerceError as error:
            self.ends.append(error)


@pytest.fixture
async def held() -> Held:
    return Held()


async def with_a_session(held: Held, shop: StorefrontClient) -> None:
    held.holds = False
    await shop.products.get(ID)
    held.holds, held.came = True, 0


async def test_calls_on_their_way_are_refused_and_bring_nothing_back(held: Held) -> None:
    store = MemorySessionStore()
    async with client(held, auth=Login(EMAIL, PASSWORD, store=store)) as shop:
        await with_a_session(held, shop)
        async with anyio.create_task_group() as tasks:
            calls = Calls(tasks)
            await calls.begin(shop, 3)
            await shop.logout()
            held.go_on.set()
        assert [type(end) for end in calls.ends] == [Unauthenticated] * 3
        assert not any(getattr(end, "renewable", None) for end in calls.ends)
        assert await store.load() is None
        assert held.refresh_tokens == {}
        assert held.asked == {"login": 1, "logout": 1, "GET product": 4}
        await shop.products.get(ID)
    assert held.asked["login"] == 2


async def test_one_that_is_refused_before_the_logout_is_answered_brings_nothing_back(
    held: Held,
) -> None:
    ends: list[CommerceError | None] = []
    async with client(held) as shop:
        await with_a_session(held, shop)
        async with anyio.create_task_group() as tasks:
            calls = Calls(tasks)
            await calls.begin(shop)

            async def refuse_first(name: str) -> None:
                if name == "logout":
                    held.before_answer, held.holds = None, False
                    await calls.begin(shop)
                    held.go_on.set()
                    await anyio.wait_all_tasks_blocked()
                    ends.extend(calls.ends)

            held.before_answer = refuse_first
            await shop.logout()
        assert len(ends) == 2
        assert isinstance(ends[0], AuthenticationFailed)
        assert isinstance(ends[1], Unauthenticated)
        assert held.refresh_tokens == {}
    assert held.asked["login"] == 1


async def test_a_call_of_the_former_session_does_not_go_on_with_the_next(held: Held) -> None:
    async with client(held) as shop:
        await with_a_session(held, shop)
        async with anyio.create_task_group() as tasks:
            calls = Calls(tasks)
            await calls.begin(shop)
            await shop.logout()
            held.good["ended"] = 0.0  # so that the next token has another name
            held.holds = False
            await shop.products.get(ID)
            held.go_on.set()
        assert [type(end) for end in calls.ends] == [Unauthenticated]
        assert held.asked["login"] == 2
        await shop.products.get(ID)
    assert held.asked["login"] == 2


async def test_calls_that_wait_for_a_connection_bring_nothing_back(held: Held) -> None:
    async with client(held, max_connections=2) as shop:
        await with_a_session(held, shop)
        async with anyio.create_task_group() as tasks:
            calls = Calls(tasks)
            await calls.begin(shop)
            auth: Any = shop._core.pipeline.auth
            await calls.begin(shop, 3)
            assert held.came == 2
            await auth.logout()
            held.good = {}  # it was ended at the platform as well
            held.go_on.set()
        assert [type(end) for end in calls.ends] == [Unauthenticated] * 4
        assert not any(getattr(end, "renewable", None) for end in calls.ends)
    assert held.asked["login"] == 1


async def test_calls_that_wait_for_a_limit_bring_nothing_back() -> None:
    held = Held()
    held.holds = False
    async with client(held, limiter=LocalLimiter(), deadline=200) as shop:
        sleep = held.clock.sleep

        async def leave_first(seconds: float) -> None:
            held.clock.sleep = sleep  # type: ignore[method-assign]
            auth: Any = shop._core.pipeline.auth
            await auth.logout()
            await sleep(seconds)

        held.clock.sleep = leave_first  # type: ignore[method-assign]

        async def ask_until_one_waits() -> None:
            for _ in range(1001):
                await shop.products.get(ID)

        with pytest.raises(AuthenticationFailed, match="ended while this call was under way"):
            await ask_until_one_waits()
        assert held.asked["login"] == 1
        await shop.products.get(ID)
    assert held.asked["login"] == 2


async def test_a_call_in_a_pause_brings_nothing_back(held: Held) -> None:
    held.holds = False
    async with client(held, retry=RetryPolicy(first_pause=1, pause_cap=1)) as shop:
        await shop.products.get(ID)
        sleep = held.clock.sleep

        async def leave_first(seconds: float) -> None:
            held.clock.sleep = sleep  # type: ignore[method-assign]
            await shop.logout()
            await sleep(seconds)

        held.faults["GET product"].append(answers(503))
        held.clock.sleep = leave_first  # type: ignore[method-assign]
        with pytest.raises(AuthenticationFailed, match="ended while this call was under way"):
            await shop.products.get(ID)
    assert held.asked == {"login": 1, "logout": 1, "GET product": 2}


async def test_after_a_logout_that_failed_calls_go_on(held: Held) -> None:
    held.faults["logout"].append(answers(500))
    async with client(held) as shop:
        await with_a_session(held, shop)
        async with anyio.create_task_group() as tasks:
            calls = Calls(tasks)
            await calls.begin(shop)
            with pytest.raises(CommerceError, match="HTTP 500"):
                await shop.logout()
            held.good = dict.fromkeys(held.good, 0.0)
            held.go_on.set()
        assert calls.ends == [None]
    assert held.asked == {"login": 1, "logout": 1, "refresh": 1, "GET product": 3}


async def test_two_logouts_at_once_end_the_session(held: Held) -> None:
    async with client(held) as shop:
        await with_a_session(held, shop)
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(shop.logout)
            tasks.start_soon(shop.logout)
        assert held.refresh_tokens == {}
    assert held.asked["login"] == 1


@pytest.mark.parametrize("times", [1, 3])
async def test_calls_that_wait_for_a_renewal_fail_and_the_next_one_logs_in_at_once(
    held: Held, times: int
) -> None:
    held.holds = False
    refreshing, go_on = anyio.Event(), anyio.Event()

    async def hold(name: str) -> None:
        if name == "refresh":
            refreshing.set()
            await go_on.wait()

    async with client(held) as shop:
        await shop.products.get(ID)
        await held.clock.sleep(3600)
        held.before_answer = hold
        auth: Any = shop._core.pipeline.auth
        async with anyio.create_task_group() as tasks:
            calls = Calls(tasks)
            await calls.begin(shop, times)
            assert refreshing.is_set()
            await auth.logout()
            go_on.set()
        assert [type(end) for end in calls.ends] == [AuthenticationFailed] * times
        assert held.asked["login"] == 1
        await shop.products.get(ID)
    assert held.asked["login"] == 2
