"""A store that several users' sessions come to: what is kept for one is never used for another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import anyio
import pytest

from commerce_sdk import AuthenticationFailed, InvalidRequest, Session, SessionCache
from tests.support.issuers import FileStore, Issuer
from tests.support.parallel_clock import ParallelClock
from tests.support.worlds import VirtualClock
from commerce_sdk.sandbox import ManualClock

pytestmark = pytest.mark.anyio


@pytest.fixture
def issuer(tmp_path: Path) -> Issuer:
    return Issuer(tmp_path / "issuer")


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "store")


def virtual() -> VirtualClock:
    return VirtualClock(ManualClock())


async def kept(store: FileStore) -> dict[str, Any]:
    return dict(json.loads(await store.load() or "{}"))


async def refuses() -> Session:
    raise AuthenticationFailed("no", refused=True)


@pytest.mark.parametrize(("first", "second"), [("a", "b"), (None, "b"), ("a", None)])
async def test_what_is_kept_for_another_is_as_none_and_replaced(
    issuer: Issuer, store: FileStore, first: str | None, second: str | None
) -> None:
    clock = virtual()
    one = SessionCache(issuer.login, issuer.refresh, store=store, owner=first)
    other = SessionCache(issuer.login, issuer.refresh, store=store, owner=second)
    assert await one.header(clock) == "Bearer access-1"
    assert await other.header(clock) == "Bearer access-2"
    assert (await kept(store)).get("owner") == second
    await clock.sleep(3600)
    assert await one.header(clock) == "Bearer access-3", "by a login of its own"
    assert (issuer.logins, issuer.used) == (3, [])


async def test_caches_of_one_owner_share(issuer: Issuer, store: FileStore) -> None:
    clock = virtual()
    asked: list[str] = []

    async def owner() -> str:
        asked.append("owner")
        return "a"

    caches = [
        SessionCache(issuer.login, issuer.refresh, store=store, owner=given)
        for given in ("a", owner, owner)
    ]
    for number in (1, 2, 3):
        assert {await cache.header(clock) for cache in caches} == {f"Bearer access-{number}"}
        await clock.sleep(3600)
    assert issuer.logins == 1
    assert asked == ["owner"] * 2, "once for each"


async def test_a_login_that_fails_leaves_the_session_of_the_other(
    issuer: Issuer, store: FileStore
) -> None:
    clock = virtual()
    one = SessionCache(issuer.login, issuer.refresh, store=store, owner="a")
    await one.header(clock)
    before = await store.load()
    other = SessionCache(refuses, issuer.refresh, store=store, owner="b")
    for _ in range(2):
        with pytest.raises(AuthenticationFailed, match="no"):
            await other.header(clock)
    leaves = SessionCache(issuer.login, issuer.refresh, store=store, owner="b")
    with leaves.without_login(), pytest.raises(AuthenticationFailed, match="no session to go on"):
        await leaves.header(clock)
    await other.logout()
    assert await store.load() == before
    await clock.sleep(3600)
    assert await one.header(clock) == "Bearer access-2"
    assert issuer.used == ["refresh-1"]


async def test_while_another_logs_in_the_session_goes_on(issuer: Issuer, store: FileStore) -> None:
    begun, may_go_on = anyio.Event(), anyio.Event()

    async def slow() -> Session:
        begun.set()
        await may_go_on.wait()
        return await issuer.login()

    clock = virtual()
    await SessionCache(issuer.login, issuer.refresh, store=store, owner="a").header(clock)
    other = SessionCache(slow, issuer.refresh, store=store, owner="b")
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(other.header, clock)
        await begun.wait()
        late = SessionCache(issuer.login, issuer.refresh, store=store, owner="a")
        assert await late.header(clock) == "Bearer access-1"
        may_go_on.set()
    assert await other.header(clock) == "Bearer access-2"


async def test_two_owners_at_once_log_in_once_each(issuer: Issuer, store: FileStore) -> None:
    async def slow() -> Session:
        await clock.sleep(1)
        return await issuer.login()

    async with ParallelClock() as clock:
        caches = [SessionCache(slow, issuer.refresh, store=store, owner=o) for o in "aabb"]
        headers: list[str] = []

        async def one(cache: SessionCache) -> None:
            headers.append(await cache.header(clock))

        async with anyio.create_task_group() as tasks:
            for cache in caches * 5:
                tasks.start_soon(one, cache)
    assert len(headers) == 20
    assert issuer.logins <= 4


async def test_a_logout_ends_ones_own_renewal_and_no_others(
    issuer: Issuer, store: FileStore
) -> None:
    """B logs in while A's session is kept, and is logged out in the middle of that."""
    clock = virtual()

    async def login() -> Session:
        session = await issuer.login()
        await SessionCache(refuses, issuer.refresh, store=store, owner="c").logout()
        await other.logout()
        return session

    one = SessionCache(issuer.login, issuer.refresh, store=store, owner="a")
    await one.header(clock)
    before = await store.load()
    other = SessionCache(login, issuer.refresh, store=store, owner="b")
    with pytest.raises(AuthenticationFailed, match="ended while it was renewed"):
        await other.header(clock)
    assert await store.load() == before
    assert issuer.logins == 2


async def test_a_logout_over_nothing_ends_no_login_of_another(
    issuer: Issuer, store: FileStore
) -> None:
    async def login() -> Session:
        for owner in ("b", None):
            await SessionCache(refuses, issuer.refresh, store=store, owner=owner).logout()
        return await issuer.login()

    cache = SessionCache(login, issuer.refresh, store=store, owner="a")
    assert await cache.header(virtual()) == "Bearer access-1"
    await cache.logout()
    assert await store.load() is None


@pytest.mark.parametrize("text", ['{"access_token":"t","refresh_token":"r"}'])
async def test_what_was_kept_without_a_mark_stays_readable_without_an_owner(
    issuer: Issuer, store: FileStore, text: str
) -> None:
    await store.swap(None, text)
    cache = SessionCache(issuer.login, issuer.refresh, store=store)
    assert await cache.header(virtual()) == "Bearer t"
    assert await store.load() == text


@pytest.mark.parametrize("owner", ["", 5, b"a"])
def test_what_can_be_no_owner_is_refused(issuer: Issuer, owner: Any) -> None:
    with pytest.raises(InvalidRequest, match="owner: must be a text that is not empty") as caught:
        SessionCache(issuer.login, issuer.refresh, owner=owner)
    assert caught.value.path == "owner"


async def test_an_owner_that_cannot_be_had_is_a_credential_that_cannot(issuer: Issuer) -> None:
    async def owner() -> Any:
        return None

    cache = SessionCache(issuer.login, issuer.refresh, owner=owner)
    with pytest.raises(AuthenticationFailed, match="owner gave NoneType"):
        await cache.header(virtual())
    with pytest.raises(AuthenticationFailed, match="owner gave NoneType"):
        await cache.logout()
