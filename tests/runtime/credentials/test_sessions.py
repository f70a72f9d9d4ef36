"""Sessions whose refresh token is good once: one renewal for all, also of processes that share a
store, and no session is ever burnt, whoever is cancelled, killed, forked or late."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    AuthenticationFailed,
    ClientClosed,
    CommerceError,
    InvalidRequest,
    MemorySessionStore,
    RetryPolicy,
    Session,
    SessionCache,
    defaults,
)
from commerce_sdk.sandbox import ManualClock
from tests.codegen.golden.shop.api.access import log_in, refresh_login
from tests.codegen.golden.shop.api.bills import list_bills
from tests.codegen.golden.shop.models import LoginInput, RefreshInput
from tests.conftest import ROOT
from tests.pages.blocks import blocks_of
from tests.support.issuers import FileStore, Issuer
from tests.support.metronome import metronome
from tests.support.parallel_clock import ParallelClock
from tests.support.redis import RedisServer
from tests.support.shop import SECRET, shop
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio
ONCE_MORE = RetryPolicy(first_pause=0.001, pause_cap=0.002)


@pytest.fixture
def issuer(tmp_path: Path) -> Issuer:
    return Issuer(tmp_path / "issuer")


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "store")


def virtual() -> VirtualClock:
    return VirtualClock(ManualClock())


async def together(cache: SessionCache, clock: VirtualClock, times: int = 100) -> Counter[str]:
    headers: Counter[str] = Counter()

    async def one() -> None:
        headers[await cache.header(clock)] += 1

    async with anyio.create_task_group() as tasks:
        for _ in range(times):
            tasks.start_soon(one)
    return headers


# --- one process


async def test_a_hundred_tasks_log_in_once_and_refresh_once(issuer: Issuer) -> None:
    clock = virtual()
    cache = SessionCache(issuer.login, issuer.refresh)
    assert await together(cache, clock) == {"Bearer access-1": 100}
    await clock.sleep(3600)
    assert await together(cache, clock) == {"Bearer access-2": 100}
    await clock.sleep(3600)
    assert await together(cache, clock) == {"Bearer access-3": 100}
    assert (issuer.logins, issuer.used) == (1, ["refresh-1", "refresh-2"])


async def test_a_session_is_renewed_early_while_the_others_go_on(issuer: Issuer) -> None:
    clock = virtual()
    cache = SessionCache(issuer.login, issuer.refresh)
    await cache.header(clock)
    await clock.sleep(3600 - defaults.RENEWAL_EARLY / 2)
    assert await together(cache, clock) == {"Bearer access-1": 99, "Bearer access-2": 1}
    assert issuer.used == ["refresh-1"]


async def test_calls_of_a_client_that_logs_in_through_itself() -> None:
    """The login takes no credential, so that the client whose credential it brings can make it."""
    seen: list[tuple[str, str]] = []
    good = {"1": "Bearer access-1"}

    def answer(request: httpx.Request) -> httpx.Response:
        header = request.headers.get("authorization", "none")
        seen.append((request.url.path.rsplit("/", 1)[1], header))
        if "login" in request.url.path:
            number = len([path for path, _ in seen if path != "bills"])
            good["1"] = f"Bearer access-{number}"
            tokens = {"accessToken": f"access-{number}", "refreshToken": f"refresh-{number}"}
            return httpx.Response(200, json={**tokens, "expiresIn": 3600})
        return httpx.Response(200 if header == good["1"] else 401, json={})

    async def login() -> Session:
        given = await core.ask(log_in.build(body=LoginInput(email="a@b.c", password="p")))
        return Session(given.access_token or "", given.refresh_token, given.expires_in)

    async def refresh(refresh_token: str) -> Session:
        given = await core.ask(refresh_login.build(body=RefreshInput(refresh_token=refresh_token)))
        return Session(given.access_token or "", given.refresh_token, given.expires_in)

    clock = virtual()
    auth = SessionCache(login, refresh)
    async with shop(answer, auth, clock=clock, deadline=None, retry=ONCE_MORE) as core:
        await core.ask(list_bills.build())
        await clock.sleep(3600)
        async with anyio.create_task_group() as tasks:
            for _ in range(100):
                tasks.start_soon(core.ask, list_bills.build())
    assert seen[:3] == [("login", "none"), ("bills", "Bearer access-1"), ("refresh", "none")]
    assert seen[3:] == [("bills", "Bearer access-2")] * 100


async def test_a_refresh_token_is_out_of_the_store_before_it_is_used_and_the_new_one_in_it_after(
    issuer: Issuer, store: FileStore
) -> None:
    clock = virtual()
    kept: list[str] = []

    def look() -> None:
        kept.append(store.path.read_text())

    issuer.while_refreshing = look
    cache = SessionCache(issuer.login, issuer.refresh, store=store)
    for number in range(1, 4):
        assert await cache.header(clock) == f"Bearer access-{number}"
        text = await store.load()
        assert text is not None
        assert f'"refresh-{number}"' in text
        await clock.sleep(3600)
    assert len(kept) == 2
    assert not any("refresh-" in text for text in kept)
    assert ["access-1" in kept[0], "access-2" in kept[1]] == [True, True]


@pytest.mark.parametrize("how", ["lost", "refused", "nonsense"])
async def test_a_refresh_that_brings_nothing_is_followed_by_a_login(
    issuer: Issuer, store: FileStore, how: str
) -> None:
    clock = virtual()
    sent: list[str] = []

    async def refresh(refresh_token: str) -> Any:
        sent.append(str(refresh_token))
        if how == "lost":
            await issuer.refresh(refresh_token)
            raise ConnectionError(SECRET)
        if how == "refused":
            return await issuer.refresh("revoked")
        return {"access_token": SECRET}

    cache = SessionCache(issuer.login, refresh, store=store)
    await cache.header(clock)
    await clock.sleep(3600)
    header = await cache.header(clock)
    await clock.sleep(3600)
    assert await cache.header(clock) != header
    assert issuer.logins == 3
    assert len(sent) == len(set(sent)) == 2
    assert issuer.burnt == []


async def test_where_no_session_can_be_had_it_says_so_without_a_secret(
    issuer: Issuer, store: FileStore
) -> None:
    clock = virtual()
    asked: list[str] = []
    works = True

    async def login() -> Session:
        asked.append("login")
        if not works:
            raise OSError(SECRET)
        return await issuer.login()

    async def refresh(refresh_token: str) -> Session:
        asked.append(refresh_token)
        raise OSError(SECRET)

    cache = SessionCache(login, refresh, store=store)
    await cache.header(clock)
    works = False
    await clock.sleep(3600 - defaults.RENEWAL_EARLY / 2)
    assert await together(cache, clock) == {"Bearer access-1": 100}, "it is good for a while yet"
    assert asked == ["login", "refresh-1", "login"]
    text = await store.load()
    assert text is not None
    assert json.loads(text).keys() == {"access_token", "ends_at"}
    await clock.sleep(defaults.RENEWAL_EARLY)
    with pytest.raises(AuthenticationFailed) as failed:
        await cache.header(clock)
    assert SECRET not in str(failed.value)
    assert asked == ["login", "refresh-1", "login", "login"]
    works = True
    await clock.sleep(defaults.RENEWAL_PAUSE_CAP)
    assert await cache.header(clock) == "Bearer access-2"


async def test_a_session_without_a_refresh_token_is_followed_by_a_login() -> None:
    clock, logins = virtual(), 0

    async def login() -> Session:
        nonlocal logins
        logins += 1
        return Session(f"t{logins}", expires_in=60)

    async def refresh(refresh_token: str) -> Session:
        raise AssertionError("there is none")

    cache = SessionCache(login, refresh)
    assert await cache.header(clock) == "Bearer t1"
    await clock.sleep(60)
    assert await cache.header(clock) == "Bearer t2"


async def test_who_refreshes_and_is_cancelled_leaves_the_others_a_login(
    issuer: Issuer, store: FileStore
) -> None:
    clock, begun = virtual(), anyio.Event()

    async def refresh(refresh_token: str) -> Session:
        await issuer.refresh(refresh_token)
        begun.set()
        await anyio.sleep_forever()
        raise AssertionError

    cache = SessionCache(issuer.login, refresh, store=store)
    await cache.header(clock)
    await clock.sleep(3600)
    headers: list[str] = []

    async def one() -> None:
        headers.append(await cache.header(clock))

    async with anyio.create_task_group() as tasks, anyio.create_task_group() as first:
        first.start_soon(one)
        await begun.wait()
        for _ in range(10):
            tasks.start_soon(one)
        await anyio.wait_all_tasks_blocked()
        first.cancel_scope.cancel()
    assert headers == ["Bearer access-3"] * 10
    assert clock.slept == [3600], "nobody waited for what never comes"
    assert (issuer.logins, issuer.burnt) == (2, [])


async def test_a_refused_token_is_renewed_by_its_refresh_token(
    issuer: Issuer, store: FileStore
) -> None:
    clock = virtual()
    caches = [SessionCache(issuer.login, issuer.refresh, store=store) for _ in range(2)]
    for cache in caches:
        assert await cache.header(clock) == "Bearer access-1"
    for cache in caches:
        cache.forget("Bearer access-1")
        assert await cache.header(clock) == "Bearer access-2"
    assert (issuer.logins, issuer.used) == (1, ["refresh-1"])


# --- several that share a store


async def test_what_another_has_stored_is_used(issuer: Issuer, store: FileStore) -> None:
    clock = virtual()
    caches = [SessionCache(issuer.login, issuer.refresh, store=store) for _ in range(3)]
    for number in range(1, 5):
        assert {await cache.header(clock) for cache in caches} == {f"Bearer access-{number}"}
        await clock.sleep(3600)
    assert (issuer.logins, len(issuer.used), issuer.burnt) == (1, 3, [])


async def test_many_at_once_of_many_processes_renew_once(issuer: Issuer, store: FileStore) -> None:
    async with ParallelClock() as clock:
        caches = [SessionCache(issuer.login, issuer.refresh, store=store) for _ in range(10)]
        for number in range(1, 4):
            headers: Counter[str] = Counter()

            async def one(cache: SessionCache, into: Counter[str]) -> None:
                into[await cache.header(clock)] += 1

            async with anyio.create_task_group() as tasks:
                for cache in caches * 10:
                    tasks.start_soon(one, cache, headers)
            assert headers == {f"Bearer access-{number}": 100}
            await clock.sleep(3600)
    assert (issuer.logins, len(issuer.used), issuer.burnt) == (1, 2, [])


async def test_who_is_late_uses_what_the_winner_stored(issuer: Issuer, store: FileStore) -> None:
    begun, may_go_on, headers = anyio.Event(), anyio.Event(), []

    async def slow(refresh_token: str) -> Session:
        session = await issuer.refresh(refresh_token)
        begun.set()
        await may_go_on.wait()
        return session

    async with ParallelClock() as clock:
        late = SessionCache(issuer.login, slow, store=store)
        winner = SessionCache(issuer.login, issuer.refresh, store=store)
        await late.header(clock)
        await clock.sleep(3600)

        async def one() -> None:
            headers.append(await late.header(clock))

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(one)
            await begun.wait()
            began = clock.monotonic()
            headers.append(await winner.header(clock))
            assert clock.monotonic() - began >= defaults.SESSION_PATIENCE
            may_go_on.set()
    assert headers == ["Bearer access-3"] * 2
    assert (issuer.logins, issuer.burnt) == (2, [])


def start(how: str, issuer: Issuer, store: FileStore, used: int) -> subprocess.Popen[bytes]:
    script = ROOT / "tests" / "runtime" / "credentials" / "session_processes.py"
    command = [sys.executable, script, how, issuer.path, store.path, str(used)]
    path = [str(ROOT), *sys.path]
    return subprocess.Popen(command, env={"PYTHONPATH": ":".join(path)}, cwd=ROOT)


def test_processes_that_share_a_store_burn_no_session(issuer: Issuer, store: FileStore) -> None:
    running = [start("share", issuer, store, 30) for _ in range(3)]
    assert [process.wait(120) for process in running] == [0, 0, 0]
    assert issuer.burnt == []
    assert issuer.logins == 1
    assert len(issuer.used) >= 30


async def test_a_process_that_is_killed_in_the_middle_of_a_refresh_burns_none(
    issuer: Issuer, store: FileStore
) -> None:
    killed = start("die", issuer, store, 2)
    assert await anyio.to_thread.run_sync(killed.wait) == -9
    assert issuer.used == ["refresh-1"]
    async with ParallelClock() as clock:
        cache = SessionCache(issuer.login, issuer.refresh, store=store)
        clock.manual.advance(10**9)  # by now the token of the one that died has ended
        assert await cache.header(clock) == "Bearer access-3"
    assert (issuer.logins, issuer.burnt) == (2, [])


def test_forked_workers_do_not_use_the_refresh_token_of_the_first(
    issuer: Issuer, store: FileStore
) -> None:
    assert start("fork", issuer, store, 12).wait(120) == 0
    assert issuer.burnt == []
    assert issuer.logins == 4


# --- the end of a session, and what is no session


async def test_after_a_logout_nothing_is_kept_and_the_next_call_logs_in(
    issuer: Issuer, store: FileStore
) -> None:
    clock = virtual()
    cache = SessionCache(issuer.login, issuer.refresh, store=store)
    await cache.logout()
    await cache.header(clock)
    await cache.logout()
    assert await store.load() is None
    assert await cache.header(clock) == "Bearer access-2"
    assert (issuer.logins, issuer.used) == (2, [])


async def test_a_logout_in_the_middle_of_a_refresh_is_not_undone_by_it(
    issuer: Issuer, store: FileStore
) -> None:
    clock = virtual()

    async def refresh(refresh_token: str) -> Session:
        session = await issuer.refresh(refresh_token)
        await cache.logout()
        return session

    cache = SessionCache(issuer.login, refresh, store=store)
    await cache.header(clock)
    await clock.sleep(3600)
    with pytest.raises(AuthenticationFailed, match="ended while it was renewed"):
        await cache.header(clock)
    assert await store.load() is None
    assert issuer.logins == 1


class LateAnswer:
    """A store whose answer to a load, or to the swap that ends a renewal, is held back once."""

    def __init__(self, store: FileStore, what: str) -> None:
        self._store = store
        self._what: str | None = what
        self.given, self.may_arrive = anyio.Event(), anyio.Event()

    async def _arrive(self, what: str) -> None:
        if self._what == what:
            self._what = None
            self.given.set()
            await self.may_arrive.wait()

    async def load(self) -> str | None:
        text = await self._store.load()
        await self._arrive("load")
        return text

    async def swap(self, expected: str | None, new: str | None) -> bool:
        done = await self._store.swap(expected, new)
        if new is not None and "renewal" not in new:
            await self._arrive("swap")
        return done


async def hear(into: list[object], ask: Callable[[Any], Any], of: Any) -> None:
    """What somebody is told."""
    try:
        into.append(await ask(of))
    except CommerceError as failure:
        into.append(failure)


@pytest.mark.parametrize("late", ["swap", "load"])
async def test_a_token_that_was_logged_out_as_it_came_is_not_used(
    issuer: Issuer, store: FileStore, late: str
) -> None:
    """The store has done what it was asked, and its answer is on the way."""
    clock = virtual()
    if late == "load":
        await SessionCache(issuer.login, issuer.refresh, store=store).header(clock)
    held_back = LateAnswer(store, late)
    cache = SessionCache(issuer.login, issuer.refresh, store=held_back)
    heard: list[object] = []
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(hear, heard, cache.header, clock)
        await held_back.given.wait()
        await cache.logout()
        held_back.may_arrive.set()
    assert [str(failure) for failure in heard] == ["the session was ended while it was renewed"]
    assert await store.load() is None
    await clock.sleep(defaults.RENEWAL_PAUSE_CAP)
    assert await cache.header(clock) == "Bearer access-2"


async def test_what_is_found_in_the_middle_of_a_logout_is_not_used_after_it(
    issuer: Issuer, store: FileStore
) -> None:
    clock, looking, may_clear = virtual(), anyio.Event(), anyio.Event()

    class SlowToClear(FileStore):
        async def swap(self, expected: str | None, new: str | None) -> bool:
            if new is None:
                looking.set()
                await may_clear.wait()
            return await super().swap(expected, new)

    await SessionCache(issuer.login, issuer.refresh, store=store).header(clock)
    cache = SessionCache(issuer.login, issuer.refresh, store=SlowToClear(store.path))
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(cache.logout)
        await looking.wait()
        assert await cache.header(clock) == "Bearer access-1", "it is not over yet"
        may_clear.set()
    assert await cache.header(clock) == "Bearer access-2"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "[]",
        '{"access_token": 7}',
        '{"v": 2}',
        '{"access_token": "a\\nb"}',
        '{"access_token": " "}',
        '{"access_token": "é"}',
        '{"access_token": "a", "refresh_token": ""}',
        '{"refresh_token": "a\\u0000"}',
        '{"more": ' + "[" * 100_000,
    ],
)
async def test_a_text_that_is_no_session_is_replaced(
    issuer: Issuer, store: FileStore, text: str
) -> None:
    await store.swap(None, text)
    cache = SessionCache(issuer.login, issuer.refresh, store=store)
    assert await cache.header(virtual()) == "Bearer access-1"


class Away:
    """A store that cannot be reached."""

    async def load(self) -> str | None:
        raise OSError(SECRET)

    async def swap(self, expected: str | None, new: str | None) -> bool:
        raise OSError(SECRET)


async def test_a_store_that_is_away_is_a_credential_that_cannot_be_had(issuer: Issuer) -> None:
    cache = SessionCache(issuer.login, issuer.refresh, store=Away())
    with pytest.raises(AuthenticationFailed, match="OSError") as failed:
        await cache.header(virtual())
    assert SECRET not in str(failed.value)
    assert issuer.logins == 0


class Stuck:
    """A store that hangs in some of its swaps, before they have been made or after."""

    def __init__(self, store: FileStore, stuck: set[int], made: bool) -> None:
        self.store = store
        self.load = store.load
        self.stuck, self.made = stuck, made
        self.swaps = 0
        self.hangs = anyio.Event()

    async def swap(self, expected: str | None, new: str | None) -> bool:
        self.swaps += 1
        if self.swaps not in self.stuck:
            return await self.store.swap(expected, new)
        if self.made:
            await self.store.swap(expected, new)
        self.hangs.set()
        await anyio.sleep_forever()
        raise AssertionError


async def cut_short(cache: SessionCache, clock: VirtualClock, stuck: Stuck) -> None:
    """Cancel a renewal that hangs in the store."""
    with anyio.fail_after(60):
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(cache.header, clock)
            await stuck.hangs.wait()
            tasks.cancel_scope.cancel()


@pytest.mark.leaps
@pytest.mark.parametrize("made", [False, True])
@pytest.mark.parametrize("first", [1, 2])
async def test_a_store_that_hangs_holds_nobody_who_is_cancelled(
    issuer: Issuer, store: FileStore, first: int, made: bool
) -> None:
    clock = virtual()
    stuck = Stuck(store, {first, first + 1}, made)  # also where it is left what was got so far
    cache = SessionCache(issuer.login, issuer.refresh, store=stuck)
    async with metronome() as taken:
        await cut_short(cache, clock, stuck)
    assert taken.seconds < 3
    await cache.header(clock)
    assert clock.slept == [], "it waits for no renewal that it knows to be over"
    await clock.sleep(3600)
    await cache.header(clock)
    assert issuer.burnt == []


@pytest.mark.parametrize("made", [False, True])
async def test_what_a_renewal_has_got_is_stored_also_where_it_is_cancelled(
    issuer: Issuer, store: FileStore, made: bool
) -> None:
    clock, stuck = virtual(), Stuck(store, {2}, made)
    await cut_short(SessionCache(issuer.login, issuer.refresh, store=stuck), clock, stuck)
    assert issuer.logins == 1
    other = SessionCache(issuer.login, issuer.refresh, store=store)
    assert await other.header(clock) == "Bearer access-1"
    await clock.sleep(3600)
    assert await other.header(clock) == "Bearer access-2"
    assert (issuer.logins, issuer.used) == (1, ["refresh-1"])


async def test_a_refresh_token_that_was_taken_out_and_not_used_goes_back(
    issuer: Issuer, store: FileStore
) -> None:
    clock, stuck = virtual(), Stuck(store, {1}, made=True)
    other = SessionCache(issuer.login, issuer.refresh, store=store)
    await other.header(clock)
    await clock.sleep(3600)
    await cut_short(SessionCache(issuer.login, issuer.refresh, store=stuck), clock, stuck)
    assert await other.header(clock) == "Bearer access-2"
    assert (issuer.logins, issuer.used) == (1, ["refresh-1"])


@pytest.mark.leaps
async def test_a_store_that_hangs_does_not_hold_a_client_that_closes(
    issuer: Issuer, store: FileStore
) -> None:
    stuck = Stuck(store, {2, 3}, made=False)
    auth = SessionCache(issuer.login, issuer.refresh, store=stuck)
    heard: list[object] = []
    async with (
        metronome() as taken,
        shop(lambda _: httpx.Response(200, json={}), auth) as core,
        anyio.create_task_group() as tasks,
    ):
        tasks.start_soon(hear, heard, core.ask, list_bills.build())
        await stuck.hangs.wait()
        await core.aclose(0)
    assert [type(failure) for failure in heard] == [ClientClosed]
    assert taken.seconds < 3


def test_processes_that_share_a_store_that_dies_in_the_middle_burn_no_session(
    issuer: Issuer, store: FileStore
) -> None:
    running = [start("flaky", issuer, store, 10) for _ in range(2)]
    assert [process.wait(120) for process in running] == [0, 0]
    assert issuer.burnt == []
    assert len(issuer.used) >= 10


class Gives:
    """A store that gives back another thing than was put there."""

    def __init__(self, store: FileStore, give: Callable[[str], Any]) -> None:
        self.swap = store.swap
        self._store, self._give = store, give

    async def load(self) -> Any:
        text = await self._store.load()
        return None if text is None else self._give(text)


async def test_a_store_may_give_bytes(issuer: Issuer, store: FileStore) -> None:
    clock, other = virtual(), Gives(store, str.encode)
    for number in range(1, 3):
        for _ in range(2):
            cache = SessionCache(issuer.login, issuer.refresh, store=other)
            assert await cache.header(clock) == f"Bearer access-{number}"
        await clock.sleep(3600)
    assert (issuer.logins, issuer.used) == (1, ["refresh-1"])
    await cache.logout()
    assert await store.load() is None


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (5, "the session store gave int; expected a text, bytes or None"),
        ({"access_token": SECRET}, "the session store gave dict; expected"),
        (SECRET.encode("utf-16"), "the session store gave bytes, not in UTF-8"),
    ],
)
async def test_a_store_that_gives_anything_else_is_told_so(
    issuer: Issuer, store: FileStore, given: Any, complaint: str
) -> None:
    await store.swap(None, "kept")
    cache = SessionCache(issuer.login, issuer.refresh, store=Gives(store, lambda _: given))
    for ask in (lambda: cache.header(virtual()), cache.logout):
        with pytest.raises(AuthenticationFailed) as failed:
            await ask()
        assert str(failed.value).startswith(complaint)
        assert SECRET not in str(failed.value)
    assert issuer.logins == 0


@pytest.mark.parametrize("anyio_backend", ["asyncio"])  # redis-py knows no other
async def test_the_store_of_the_docs_over_redis_as_it_comes(issuer: Issuer, tmp_path: Path) -> None:
    from redis.asyncio import Redis

    server = RedisServer(tmp_path)
    (block,) = (each.code for each in blocks_of("docs/service.md") if "RedisSessions" in each.code)
    server.start()
    try:
        async with Redis.from_url(server.url) as redis:
            scope: dict[str, Any] = {"redis": redis}
            exec(block, scope)
            clock = virtual()
            for number in range(1, 4):
                for _ in range(2):
                    store = scope["RedisSessions"]("jane")
                    cache = SessionCache(issuer.login, issuer.refresh, store=store)
                    assert await cache.header(clock) == f"Bearer access-{number}"
                await clock.sleep(3600)
            assert await scope["RedisSessions"]("joe").load() is None
            await cache.logout()
            assert await redis.keys() == []
    finally:
        server.stop()
    assert (issuer.logins, issuer.used, issuer.burnt) == (1, ["refresh-1", "refresh-2"], [])


async def test_a_store_that_swaps_nothing_is_not_asked_for_ever(
    issuer: Issuer, store: FileStore
) -> None:
    await store.swap(None, "kept")
    cache = SessionCache(issuer.login, issuer.refresh, store=Gives(store, str.upper))
    with pytest.raises(AuthenticationFailed, match="never swaps what it gives"):
        await cache.header(virtual())
    assert issuer.logins == 0


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: Session(""), "access_token: must be a text"),
        (lambda: Session("a\n"), "access_token: may not hold control"),
        (lambda: Session("a", ""), "refresh_token: must be a text"),
        (lambda: Session("a", "r", 0), "expires_in: must be seconds above zero"),
        (lambda: SessionCache(None, print), "login: must be an async function"),  # type: ignore[arg-type]
        (lambda: SessionCache(print, None), "refresh: must be an async function"),  # type: ignore[arg-type]
        (lambda: SessionCache(print, print, store=7), "store: must be a SessionStore"),  # type: ignore[arg-type]
        (
            lambda: SessionCache(print, print, store=MemorySessionStore),  # type: ignore[arg-type]
            "store: must be a SessionStore",
        ),
    ],
)
def test_what_cannot_be_right_is_refused_by_name(make: Any, complaint: str) -> None:
    with pytest.raises(InvalidRequest, match=complaint):
        make()


async def test_no_token_shows(issuer: Issuer) -> None:
    cache = SessionCache(issuer.login, issuer.refresh, name="billing")
    assert repr(cache) == "SessionCache(name='billing')"
    assert cache.identity == "name: billing"
    assert repr(Session(SECRET, SECRET, 5)) == "Session(expires_in=5)"
    await cache.header(virtual())
    assert "access-1" not in repr(vars(cache)) + repr(vars(cache._store))
    assert repr(await cache._store.load()) == "…"
