"""Logging out: the session ends at the platform and is forgotten, or it is said that it is not."""

from __future__ import annotations

from pathlib import Path

import anyio
import anyio.lowlevel
import httpx
import pytest

from commerce_sdk import (
    ApiKey,
    AuthenticationFailed,
    Bearer,
    ClientClosed,
    DeadlineExceeded,
    InvalidRequest,
    Login,
    MemorySessionStore,
    Session,
    SessionCache,
    Unauthenticated,
)
from tests.storefront.front import (
    EMAIL,
    ID,
    PASSWORD,
    Fault,
    Front,
    answers,
    client,
    cut_after,
    cut_before,
    virtual,
)
from tests.support.issuers import FileStore

pytestmark = pytest.mark.anyio


async def test_a_logout_ends_the_session_everywhere_and_the_next_call_logs_in(
    front: Front, tmp_path: Path
) -> None:
    store = FileStore(tmp_path / "store")
    async with client(front, auth=Login(EMAIL, PASSWORD, store=store)) as shop:
        await shop.products.get(ID)
        await shop.logout()
        assert front.requests[-1].headers["authorization"] == "Bearer access-1-a7a7a7"
        assert front.refresh_tokens == {}
        assert await store.load() is None
        await shop.products.get(ID)
    assert front.asked == {"login": 2, "logout": 1, "GET product": 2}


async def test_a_session_that_is_over_is_refreshed_to_be_ended(front: Front) -> None:
    async with client(front) as shop:
        await shop.products.get(ID)
        await front.clock.sleep(3600)
        await shop.logout()
        assert front.refresh_tokens == {}
        await shop.logout()
    assert front.asked == {"login": 1, "GET product": 1, "refresh": 1, "logout": 1}


async def test_where_there_is_no_session_nothing_is_sent(front: Front) -> None:
    async with client(front) as shop:
        await shop.logout()
        assert front.requests == []
        await shop.products.get(ID)  # at once: no login was tried, so no pause follows
    assert front.asked == {"login": 1, "GET product": 1}


async def test_a_session_of_the_store_alone_is_ended(front: Front) -> None:
    login = Login(EMAIL, PASSWORD, store=MemorySessionStore())
    async with client(front, auth=login) as one, client(front, auth=login) as other:
        await one.products.get(ID)
        await other.logout()
        assert front.refresh_tokens == {}
        await one.products.get(ID)
    assert front.asked["login"] == 2


async def test_nobody_logs_in_only_to_log_out(front: Front) -> None:
    async with client(front) as shop:
        await shop.products.get(ID)
        # The platform knows nothing of the session any more.
        front.good = dict.fromkeys(front.good, 0.0)
        front.refresh_tokens = {}
        await shop.logout()
        assert front.asked == {"login": 1, "GET product": 1, "logout": 1, "refresh": 1}
        await shop.products.get(ID)
    assert front.asked["login"] == 2


@pytest.mark.parametrize("fault", [answers(500), answers(403), cut_before])
async def test_a_logout_that_fails_can_be_tried_again(front: Front, fault: Fault) -> None:
    front.faults["logout"].append(fault)
    async with client(front) as shop:
        await shop.products.get(ID)
        with pytest.raises(Exception, match=r"HTTP 500|HTTP 403|broke"):
            await shop.logout()
        await shop.products.get(ID)
        await shop.logout()
        assert front.refresh_tokens == {}
    assert front.asked == {"login": 1, "GET product": 2, "logout": 2}


async def test_a_logout_whose_answer_is_lost_is_over_when_tried_again(front: Front) -> None:
    front.faults["logout"].append(cut_after)
    async with client(front) as shop:
        await shop.products.get(ID)
        with pytest.raises(Exception, match="may have applied"):
            await shop.logout()
        await shop.logout()
        await shop.products.get(ID)
    assert front.asked["login"] == 2


async def test_a_store_that_is_gone_is_no_error_of_its_own(front: Front) -> None:
    class Gone(MemorySessionStore):
        broken = False

        async def load(self) -> str | None:
            if self.broken:
                raise ConnectionError("secret words")
            return await super().load()

    store = Gone()
    async with client(front, auth=Login(EMAIL, PASSWORD, store=store)) as shop:
        await shop.products.get(ID)
        store.broken = True
        with pytest.raises(AuthenticationFailed, match="session store failed with ConnectionError"):
            await shop.logout()


async def test_a_fixed_token_is_ended_and_an_api_key_has_no_session(front: Front) -> None:
    front.good["given"] = front.clock.time() + 60
    async with client(front, auth=Bearer("given")) as shop:
        await shop.logout()
        with pytest.raises(Unauthenticated):
            await shop.logout()
    async with client(front, auth=ApiKey("key")) as shop:
        with pytest.raises(
            InvalidRequest, match=r"^auth: log_out takes Bearer, and was given ApiKey$"
        ) as caught:
            await shop.logout()
    assert caught.value.path == "auth"
    assert front.asked == {"logout": 2}


async def test_a_session_cache_of_the_callers_own_is_ended_too(front: Front) -> None:
    front.good["given"] = front.clock.time() + 60

    async def login() -> Session:
        return Session("given")

    async def refresh(refresh_token: str) -> Session:
        raise AssertionError

    cache = SessionCache(login, refresh)
    async with client(front, auth=cache) as shop:
        await shop.products.get(ID)
        await shop.logout()
        await shop.logout()
    assert front.asked == {"GET product": 1, "logout": 1}


# --- where the refresh that it takes brings nothing


@pytest.mark.parametrize("fault", [answers(503), answers(429), cut_before, cut_after])
async def test_a_session_that_cannot_be_refreshed_is_not_called_ended(
    front: Front, fault: Fault
) -> None:
    async with client(front, retry=None) as shop:
        await shop.products.get(ID)
        await front.clock.sleep(3600)
        front.faults["refresh"].append(fault)
        with pytest.raises(AuthenticationFailed, match="could not be refreshed, to be ended"):
            await shop.logout()
    assert front.asked == {"login": 1, "GET product": 1, "refresh": 1}


async def test_a_refresh_token_that_was_surely_not_used_is_kept_to_end_the_session(
    front: Front,
) -> None:
    store = MemorySessionStore()
    async with client(front, auth=Login(EMAIL, PASSWORD, store=store), retry=None) as shop:
        await shop.products.get(ID)
        await front.clock.sleep(3600)
        front.faults["refresh"].append(answers(429))
        with pytest.raises(AuthenticationFailed):
            await shop.logout()
        await front.clock.sleep(60)
        await shop.logout()
        assert front.refresh_tokens == {}
        assert await store.load() is None
    assert (front.asked["login"], front.asked["logout"], front.burnt) == (1, 1, [])


async def test_a_refresh_token_that_was_surely_not_used_outlives_an_outage(front: Front) -> None:
    async with client(front, retry=None) as shop:
        await shop.products.get(ID)
        await front.clock.sleep(3600)
        front.faults["refresh"].append(answers(429))
        front.faults["login"].append(answers(503))
        with pytest.raises(AuthenticationFailed, match="503"):
            await shop.products.get(ID)
        await front.clock.sleep(60)
        await shop.products.get(ID)
    assert (front.asked["login"], front.asked["refresh"], front.burnt) == (2, 2, [])


async def test_a_logout_does_not_lift_the_pause_after_a_refused_login(front: Front) -> None:
    front.faults["login"] += [answers(401)] * 5
    async with client(front) as shop:
        for _ in range(5):
            with pytest.raises(AuthenticationFailed):
                await shop.products.get(ID)
            await shop.logout()
    assert front.asked == {"login": 1}


# --- a store in its way


class Stuck(MemorySessionStore):
    """Never swaps anything for nothing: hangs, or says no."""

    def __init__(self, *, hangs: bool) -> None:
        super().__init__()
        self.hangs = hangs
        self.asked = 0

    async def swap(self, expected: str | None, new: str | None) -> bool:
        if new is not None:
            return await super().swap(expected, new)
        self.asked += 1
        if self.hangs:
            await anyio.sleep_forever()
        return False


async def test_a_logout_that_waits_for_its_store_ends_at_the_deadline(front: Front) -> None:
    login = Login(EMAIL, PASSWORD, store=Stuck(hangs=True))
    async with client(front, auth=login) as shop:
        await shop.products.get(ID)
        with pytest.raises(DeadlineExceeded, match="asking the session store"):
            await shop.with_options(deadline=0.05).logout()


async def test_closing_cuts_a_logout_that_waits_for_its_store(front: Front) -> None:
    login = Login(EMAIL, PASSWORD, store=Stuck(hangs=True))
    shop = client(front, auth=login)
    await shop.products.get(ID)
    async with anyio.create_task_group() as tasks:

        async def log_out() -> None:
            with pytest.raises(ClientClosed):
                await shop.logout()

        tasks.start_soon(log_out)
        await anyio.wait_all_tasks_blocked()
        await shop.aclose(grace=0.0)


async def test_a_store_that_never_swaps_is_told_and_not_asked_for_ever(front: Front) -> None:
    store = Stuck(hangs=False)
    async with client(front, auth=Login(EMAIL, PASSWORD, store=store)) as shop:
        await shop.products.get(ID)
        with pytest.raises(AuthenticationFailed, match="never swaps what it gives"):
            await shop.logout()
    assert store.asked < 10


# --- the options of a clone


class Slow(Front):
    """Takes a second for a login."""

    async def __call__(self, request: httpx.Request) -> httpx.Response:
        if "login" in str(request.url):
            await anyio.lowlevel.checkpoint()
            await self.clock.sleep(1.0)
        return await super().__call__(request)


async def test_a_login_lasts_as_long_as_the_call_that_waits_for_it() -> None:
    front = Slow(virtual())
    front.answers["GET product"] = {"productId": ID}
    async with client(front, deadline=0.5) as shop:
        assert (await shop.with_options(deadline=30).products.get(ID)).product_id == ID
