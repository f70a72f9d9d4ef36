"""Sessions by e-mail address and password: begun, gone on with and ended by the platform's own
operations, once for all who wait, and never burnt."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    AuthenticationFailed,
    InvalidRequest,
    Login,
    MemorySessionStore,
    RedisLimiter,
    RetryPolicy,
    StorefrontClient,
    Unauthenticated,
    defaults,
)
from tests.storefront.front import (
    BASE_URL,
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


async def together(shop: StorefrontClient, times: int = 100) -> list[BaseException | None]:
    ends: list[BaseException | None] = []

    async def one() -> None:
        try:
            await shop.products.get(ID)
            ends.append(None)
        except AuthenticationFailed as error:
            ends.append(error)

    async with anyio.create_task_group() as tasks:
        for _ in range(times):
            tasks.start_soon(one)
    return ends


def headers(front: Front, name: str) -> list[str | None]:
    path = {"login": "/v2/auth/login", "product": f"/v2/products/{ID}"}[name]
    return [r.headers.get("authorization") for r in front.requests if r.url.path == path]


# --- what goes out


async def test_a_login_goes_out_without_a_credential_and_with_no_default(front: Front) -> None:
    async with client(front) as shop:
        await shop.products.get(ID)
    assert front.requests[0].content == f'{{"email":"{EMAIL}","password":"{PASSWORD}"}}'.encode()
    assert headers(front, "login") == [None]
    assert headers(front, "product") == ["Bearer access-1-a7a7a7"]


async def test_to_be_remembered_goes_out_where_it_was_asked_for(front: Front) -> None:
    async with client(front, auth=Login(EMAIL, PASSWORD, remember=True)) as shop:
        await shop.products.get(ID)
    assert json.loads(front.requests[0].content)["remember"] is True


async def test_a_hundred_tasks_log_in_once_and_refresh_once(front: Front) -> None:
    async with client(front) as shop:
        for number in (1, 2, 3):
            assert await together(shop) == [None] * 100
            assert headers(front, "product")[-100:] == [f"Bearer access-{number}-a7a7a7"] * 100
            await front.clock.sleep(3600)
    assert (front.asked["login"], front.asked["refresh"]) == (1, 2)
    assert all("authorization" not in r.headers for r in front.requests if "auth" in r.url.path)
    assert front.burnt == []


async def test_a_refresh_token_that_met_a_429_is_sent_again_as_often_as_the_policy_says(
    front: Front,
) -> None:
    async with client(front, retry=RetryPolicy(attempts=3)) as shop:
        await shop.products.get(ID)
        front.good.clear()
        front.faults["refresh"] += [answers(429)] * 3
        await shop.products.get(ID)
        sent = [r.content for r in front.requests if r.url.path.endswith("/refresh")]
        assert (len(sent), len(set(sent)), front.asked["login"]) == (3, 1, 2)
        front.good.clear()
        front.faults["refresh"].append(answers(429))
        await shop.products.get(ID)
    assert (front.asked["refresh"], front.asked["login"]) == (5, 2)


async def test_a_token_that_the_platform_refuses_is_refreshed_once(front: Front) -> None:
    async with client(front) as shop:
        await shop.products.get(ID)
        front.good = dict.fromkeys(front.good, 0.0)
        assert await together(shop) == [None] * 100
    assert (front.asked["login"], front.asked["refresh"]) == (1, 1)


# --- a refresh that brings nothing


@pytest.mark.parametrize(
    "fault", [cut_after, cut_before, answers(401), answers(500), answers(200), answers(400)]
)
async def test_a_refresh_that_is_lost_or_refused_is_one_login(front: Front, fault: Fault) -> None:
    async with client(front) as shop:
        await shop.products.get(ID)
        await front.clock.sleep(3600)
        front.faults["refresh"].append(fault)
        assert await together(shop) == [None] * 100
    assert (front.asked["login"], front.asked["refresh"]) == (2, 1)
    assert front.burnt == []


@pytest.mark.parametrize("odd", [None, ..., "", 5])
async def test_without_a_refresh_token_the_next_session_is_a_login(front: Front, odd: Any) -> None:
    front.tokens = {"refreshToken": odd}
    async with client(front) as shop:
        await shop.products.get(ID)
        await front.clock.sleep(3600)
        await shop.products.get(ID)
    assert (front.asked["login"], front.asked["refresh"]) == (2, 0)


@pytest.mark.parametrize("odd", [None, ..., 0, -1, "soon", True, [], 10**400])
async def test_a_token_of_no_known_life_is_used_until_it_is_refused(front: Front, odd: Any) -> None:
    front.tokens = {"expiresIn": odd}
    async with client(front) as shop:
        await shop.products.get(ID)
        await front.clock.sleep(3600)
        await shop.products.get(ID)
    assert (front.asked["login"], front.asked["refresh"]) == (1, 1)
    assert headers(front, "product")[1:] == ["Bearer access-1-a7a7a7", "Bearer access-2-a7a7a7"]


@pytest.mark.parametrize(
    ("odd", "says"),
    [
        ({"tokenType": "mac"}, "not of the type Bearer"),
        ({"tokenType": 5}, "not of the type Bearer"),
        ({"accessToken": ...}, "no access token"),
        ({"accessToken": None}, "no access token"),
        ({"accessToken": "a\nb"}, "access_token: may not hold control characters"),
    ],
)
async def test_tokens_that_cannot_be_used(front: Front, odd: dict[str, Any], says: str) -> None:
    front.tokens = odd
    async with client(front) as shop:
        with pytest.raises(AuthenticationFailed, match=f"login failed: .*{says}"):
            await shop.products.get(ID)
    assert front.asked == {"login": 1}


@pytest.mark.parametrize("kind", ["bearer", "BEARER", ...])
async def test_the_type_of_a_token_is_bearer_in_any_case(front: Front, kind: Any) -> None:
    front.tokens = {"tokenType": kind}
    async with client(front) as shop:
        await shop.products.get(ID)


# --- a refused login


async def test_a_wrong_password_is_tried_once_for_all_who_wait(front: Front) -> None:
    async with client(front, auth=Login(EMAIL, "wr0ng-pl4nted")) as shop:
        ends = await together(shop)
        assert len(ends) == 100
        assert front.asked == {"login": 1}
        assert all("the platform refused the login: HTTP 401" in str(end) for end in ends)
        assert isinstance(ends[0].__cause__ if ends[0] else None, Unauthenticated)
        with pytest.raises(AuthenticationFailed, match="not asked again so soon"):
            await shop.products.get(ID)
        await front.clock.sleep(defaults.RENEWAL_REFUSED_PAUSE)
        with pytest.raises(AuthenticationFailed, match="refused the login"):
            await shop.products.get(ID)
        assert front.asked == {"login": 2}


async def test_a_login_in_passing_trouble_is_tried_again(front: Front) -> None:
    front.faults["login"] += [answers(503), cut_before]
    async with client(front) as shop:
        await shop.products.get(ID)
    assert front.asked["login"] == 3


async def test_a_login_that_fails_for_good_says_with_what(front: Front) -> None:
    front.faults["login"] += [answers(503, message="try later")] * 4
    async with client(front) as shop:
        with pytest.raises(AuthenticationFailed, match=r"the login failed: HTTP 503.*try later"):
            await shop.products.get(ID)
    assert front.asked == {"login": 4}


# --- a store


async def test_the_rotated_token_is_in_the_store_before_it_is_used(tmp_path: Path) -> None:
    front = Front(virtual())
    front.answers["GET product"] = {"productId": ID}
    store = FileStore(tmp_path / "store")
    seen: list[tuple[str, bool]] = []

    def look(request: httpx.Request) -> None:
        name = request.url.path.rsplit("/", 1)[1]
        newest = f"refresh-{len(front.good)}-"
        seen.append((name, newest in store.path.read_text()))

    front.on_request = look
    async with client(front, auth=Login(EMAIL, PASSWORD, store=store)) as shop:
        await shop.products.get(ID)
        await front.clock.sleep(3600)
        await shop.products.get(ID)
    assert seen == [("login", False), (ID, True), ("refresh", False), (ID, True)]


async def test_a_client_goes_on_with_the_session_of_another(front: Front) -> None:
    store = MemorySessionStore()
    login = Login(EMAIL, PASSWORD, store=store)
    async with client(front, auth=login) as one, client(front, auth=login) as other:
        await one.products.get(ID)
        await other.products.get(ID)
        await front.clock.sleep(3600)
        async with anyio.create_task_group() as tasks:
            for shop in (one, other) * 20:
                tasks.start_soon(shop.products.get, ID)
    assert (front.asked["login"], front.asked["refresh"]) == (1, 1)
    assert front.burnt == []


# --- what a login is


@pytest.mark.parametrize(
    ("given", "path"),
    [
        (("", PASSWORD), "email"),
        ((" ", PASSWORD), "email"),
        ((5, PASSWORD), "email"),
        (("a\nb", PASSWORD), "email"),
        ((EMAIL, ""), "password"),
        ((EMAIL, None), "password"),
        ((EMAIL, b"bytes"), "password"),
        ((EMAIL, "half \ud800"), "password"),
        ((EMAIL, PASSWORD, "yes"), "remember"),
    ],
)
def test_what_can_be_no_login_is_refused_where_it_is_made(given: Any, path: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        Login(*given)
    assert caught.value.path == path


@pytest.mark.parametrize("password", ["x", " ", " around ", "späße\n", "a" * 1000])
async def test_a_password_goes_out_as_it_is(front: Front, password: str) -> None:
    async with client(front, auth=Login(EMAIL, password)) as shop:
        with pytest.raises(AuthenticationFailed):
            await shop.products.get(ID)
    assert json.loads(front.requests[0].content)["password"] == password


def test_limits_know_the_user_in_every_process_and_no_secret() -> None:
    def identity(email: str, password: str) -> str:
        shop = StorefrontClient(base_url=BASE_URL, auth=Login(email, password))
        found = shop._core.pipeline.auth.identity
        assert found is not None
        return found

    assert identity(EMAIL, "one") == identity(EMAIL.upper(), "two") != identity("b@c.d", "one")
    assert EMAIL not in identity(EMAIL, PASSWORD)
    # So that a limit may be kept over processes without more.
    limiter = RedisLimiter("redis://127.0.0.1:1", processes=4)
    assert StorefrontClient(base_url=BASE_URL, auth=Login(EMAIL, PASSWORD), limiter=limiter)


def test_a_login_is_a_value_and_shows_nothing() -> None:
    login = Login(EMAIL, PASSWORD, remember=True)
    assert login == pickle.loads(pickle.dumps(login)) != Login(EMAIL, "other", remember=True)
    assert repr(login) == "Login(remember=True)"
    with pytest.raises(AttributeError):
        login.password = "x"  # type: ignore[misc]
