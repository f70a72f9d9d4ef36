"""A store is for one user: a session that another left there is neither used nor ended."""

from __future__ import annotations

import hashlib
import threading
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    AuthenticationFailed,
    Login,
    MemorySessionStore,
    StorefrontClient,
    Unauthenticated,
    defaults,
)
from tests.storefront.front import (
    BASE_URL,
    EMAIL,
    ID,
    PASSWORD,
    Front,
    answers,
    client,
    cut_before,
)

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("other", [(EMAIL, "wrong"), ("mallory@example.com", "zzz")])
async def test_another_login_is_not_served_with_the_session_of_the_first(
    front: Front, other: tuple[str, str]
) -> None:
    store = MemorySessionStore()
    async with client(front, auth=Login(EMAIL, PASSWORD, store=store)) as shop:
        await shop.products.get(ID)
        before = await store.load()
        async with client(front, auth=Login(*other, store=store)) as another:
            await another.logout()
            with pytest.raises(AuthenticationFailed, match="refused the login"):
                await another.products.get(ID)
            await another.logout()
        assert (front.asked["login"], front.asked["logout"], front.asked["refresh"]) == (2, 0, 0)
        assert await store.load() == before
        await shop.products.get(ID)
        await shop.logout()
        assert await store.load() is None
    assert front.refresh_tokens == {}


async def test_another_user_logs_in_and_takes_the_place(front: Front) -> None:
    store = MemorySessionStore()
    async with client(front, auth=Login(EMAIL, PASSWORD, store=store)) as shop:
        await shop.products.get(ID)
    async with client(front, auth=Login("b@example.com", PASSWORD, store=store)) as other:
        await other.products.get(ID)
    assert (front.asked["login"], front.asked["refresh"]) == (2, 0)
    assert "access-2" in str(await store.load())


async def test_a_session_of_another_address_is_not_sent_there(front: Front) -> None:
    login = Login(EMAIL, PASSWORD, store=MemorySessionStore())

    async def anywhere(request: httpx.Request) -> httpx.Response:
        address = str(request.url).replace("/v3/", "/v2/")
        headers = dict(request.headers)
        return await front(
            httpx.Request(request.method, address, headers=headers, content=request.content)
        )

    for number, address in enumerate(
        (BASE_URL, "http://127.0.0.2/v2", "http://127.0.0.2:81/v2", "http://127.0.0.2:81/v3"), 1
    ):
        for same in (address, f"{address}/"):
            transport = httpx.MockTransport(anywhere)
            async with StorefrontClient(
                base_url=same, auth=login, transport=transport, clock=front.clock
            ) as shop:
                await shop.products.get(ID)
        assert front.asked["login"] == number


@pytest.mark.parametrize(
    "same", ["https://SHOP.example.com/v2", "https://shop.example.com.:443/v2/"]
)
async def test_an_address_written_otherwise_is_the_same_one(front: Front, same: str) -> None:
    login = Login(EMAIL, PASSWORD, store=MemorySessionStore())

    async def anywhere(request: httpx.Request) -> httpx.Response:
        address = request.url.copy_with(scheme="http", host="127.0.0.1", port=None)
        headers = dict(request.headers)
        return await front(
            httpx.Request(request.method, address, headers=headers, content=request.content)
        )

    for address in ("https://shop.example.com/v2", same):
        transport = httpx.MockTransport(anywhere)
        async with StorefrontClient(
            base_url=address, auth=login, transport=transport, clock=front.clock
        ) as shop:
            await shop.products.get(ID)
    assert front.asked["login"] == 1


async def test_the_mark_is_a_slow_hash_made_once_off_the_event_loop(
    front: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[int, Any]] = []
    scrypt = hashlib.scrypt

    def spied(password: bytes, **given: Any) -> bytes:
        made.append((threading.get_ident(), given))
        return scrypt(password, **given)

    monkeypatch.setattr(hashlib, "scrypt", spied)
    async with client(front) as shop:
        await shop.products.get(ID)
        await shop.logout()
    assert made == [], "nobody shares a store of the client's own"
    store = MemorySessionStore()
    async with client(front, auth=Login(EMAIL.upper(), PASSWORD, store=store)) as shop:
        for _ in range(3):
            await shop.products.get(ID)
            await shop.logout()
        await shop.products.get(ID)
    ((thread, given),) = made
    assert thread != threading.get_ident()
    assert (given["n"], given["r"], given["p"]) == (2**14, 8, 1)
    text = str(await store.load())
    assert scrypt(PASSWORD.encode(), **given).hex() in text
    assert PASSWORD not in text
    async with client(front, auth=Login(EMAIL, PASSWORD, store=store)) as same:
        await same.products.get(ID)
    assert front.asked["login"] == 5


async def test_a_refused_login_is_asked_again_after_a_minute_and_says_that_it_was(
    front: Front,
) -> None:
    async with client(front, auth=Login(EMAIL, "wrong")) as shop:
        for number in (1, 2):
            for _ in range(5):
                with pytest.raises(AuthenticationFailed, match="refused the login") as caught:
                    await shop.products.get(ID)
                assert caught.value.refused
                assert isinstance(caught.value.__cause__, Unauthenticated)
                await front.clock.sleep(10)
            assert front.asked == {"login": number}
            await front.clock.sleep(10)
        await front.clock.sleep(defaults.RENEWAL_REFUSED_PAUSE)


@pytest.mark.parametrize("status", [400, 403, 404, 422])
async def test_other_refusals_are_such_too(front: Front, status: int) -> None:
    front.faults["login"].append(answers(status))
    async with client(front) as shop:
        with pytest.raises(
            AuthenticationFailed, match=f"refused the login: HTTP {status}"
        ) as first:
            await shop.products.get(ID)
    assert first.value.refused


@pytest.mark.parametrize("fault", [answers(503), cut_before, answers(429)])
async def test_an_outage_is_no_refusal(front: Front, fault: Any) -> None:
    front.faults["login"] += [fault] * 4
    async with client(front, retry=None) as shop:
        with pytest.raises(AuthenticationFailed, match="the login failed") as caught:
            await shop.products.get(ID)
        assert not caught.value.refused
        front.faults.clear()
        await front.clock.sleep(defaults.RENEWAL_FIRST_PAUSE)
        await shop.products.get(ID)
