"""Sessions: tokens that expire, and refresh tokens that are good once."""

from __future__ import annotations

import anyio
import pytest

from commerce_sdk.sandbox import STOREFRONT_API_KEY, STOREFRONT_CUSTOMER
from tests.sandbox.storefront.callers import BOOT, bearer, storefront

pytestmark = pytest.mark.anyio

HOUR, DAY = 3600.0, 86_400.0


async def test_a_login_gives_tokens_for_an_hour() -> None:
    async with storefront() as here:
        tokens = await here.log_in()
        assert (tokens["tokenType"], tokens["expiresIn"]) == ("Bearer", 3600)
        here.clock.advance(HOUR - 1)
        assert await here.status_with(tokens["accessToken"]) == 200
        here.clock.advance(1)
        assert await here.status_with(tokens["accessToken"]) == 401


async def test_a_wrong_user_and_a_wrong_password_are_refused_alike() -> None:
    async with storefront() as here:
        answers = [
            await here.anybody.post("/auth/login", json={"email": email, "password": password})
            for email, password in (
                (STOREFRONT_CUSTOMER.email, "wrong"),
                ("nobody@example.com", STOREFRONT_CUSTOMER.password),
            )
        ]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert answers[0].json() == answers[1].json()
    assert answers[0].json()["code"] == "LOGIN_REFUSED"


async def test_case_does_not_count_in_an_address_and_does_in_a_password() -> None:
    async with storefront() as here:
        email, password = STOREFRONT_CUSTOMER.email.upper(), STOREFRONT_CUSTOMER.password
        statuses = [
            (await here.anybody.post("/auth/login", json={"email": email, "password": each}))
            for each in (password, password.upper())
        ]
    assert [answer.status_code for answer in statuses] == [200, 401]


async def test_a_refresh_gives_other_tokens_and_goes_on() -> None:
    async with storefront() as here:
        tokens = await here.log_in()
        for _ in range(3):
            answer = await here.refresh(tokens["refreshToken"])
            assert answer.status_code == 200
            assert answer.json()["accessToken"] != tokens["accessToken"]
            assert answer.json()["refreshToken"] != tokens["refreshToken"]
            # The access token from before is good to its own end.
            assert await here.status_with(tokens["accessToken"]) == 200
            tokens = answer.json()
            assert await here.status_with(tokens["accessToken"]) == 200


async def test_a_refresh_token_that_was_used_ends_the_whole_session() -> None:
    async with storefront() as here:
        first, other = await here.log_in(), await here.log_in()
        second = (await here.refresh(first["refreshToken"])).json()
        again = await here.refresh(first["refreshToken"])
        assert (again.status_code, again.json()["code"]) == (401, "SESSION_OVER")
        assert (await here.refresh(second["refreshToken"])).status_code == 401
        for tokens in (first, second):
            assert await here.status_with(tokens["accessToken"]) == 401
        assert await here.status_with(other["accessToken"]) == 200


async def test_a_switch_lets_a_session_outlive_it() -> None:
    async with storefront() as here:
        here.shop.switches.on_reuse = "refuse"
        first = await here.log_in()
        second = (await here.refresh(first["refreshToken"])).json()
        assert (await here.refresh(first["refreshToken"])).status_code == 401
        assert (await here.refresh(second["refreshToken"])).status_code == 200


async def test_of_many_refreshes_at_once_one_goes_through() -> None:
    async with storefront() as here:
        token = (await here.log_in())["refreshToken"]
        statuses = []

        async def refresh() -> None:
            statuses.append((await here.refresh(token)).status_code)

        async with anyio.create_task_group() as tasks:
            for _ in range(20):
                tasks.start_soon(refresh)
    assert sorted(statuses) == [200] + 19 * [401]


@pytest.mark.parametrize(("remember", "days"), [(False, 1), (True, 30)])
async def test_a_refresh_token_lasts_a_day_or_thirty_and_each_anew(
    remember: bool, days: int
) -> None:
    async with storefront() as here:
        tokens = await here.log_in(remember=remember)
        late = await here.log_in(remember=remember)
        here.clock.advance(days * DAY - 1)
        answer = await here.refresh(tokens["refreshToken"])
        assert answer.status_code == 200
        here.clock.advance(1)
        assert (await here.refresh(late["refreshToken"])).status_code == 401
        here.clock.advance(days * DAY - 2)
        assert (await here.refresh(answer.json()["refreshToken"])).status_code == 200


async def test_a_logout_revokes_both_tokens_and_no_other_session() -> None:
    async with storefront() as here:
        first, other = await here.log_in(), await here.log_in()
        second = (await here.refresh(first["refreshToken"])).json()
        headers = bearer(second["accessToken"])
        answer = await here.anybody.delete("/auth/logout", headers=headers)
        assert (answer.status_code, answer.content) == (204, b"")
        assert (await here.refresh(second["refreshToken"])).status_code == 401
        for tokens in (first, second):
            assert await here.status_with(tokens["accessToken"]) == 401
        again = await here.anybody.delete("/auth/logout", headers=headers)
        assert again.status_code == 401
        assert (await here.refresh(other["refreshToken"])).status_code == 200


async def test_an_api_key_is_an_administrators_and_has_no_session() -> None:
    async with storefront() as here:
        key = {"X-API-Key": STOREFRONT_API_KEY}
        order = await here.placed((BOOT, 1))
        seen = await here.anybody.get(f"/orders/{order['orderId']}", headers=key)
        changed = await here.anybody.patch(f"/products/{BOOT}", json={"stock": 3}, headers=key)
        ended = await here.anybody.delete("/auth/logout", headers=key)
        wrong = await here.anybody.get("/orders", headers={"X-API-Key": "wrong"})
    answers = (seen, changed, ended, wrong)
    assert [answer.status_code for answer in answers] == [200, 200, 401, 401]


async def test_a_token_that_was_issued_from_outside_is_revoked_too() -> None:
    async with storefront() as here:
        here.platform.credentials.issue("bearer", "mine", account=STOREFRONT_CUSTOMER.id)
        assert await here.status_with("mine") == 200
        answer = await here.anybody.delete("/auth/logout", headers=bearer("mine"))
        assert answer.status_code == 204
        assert await here.status_with("mine") == 401
        here.platform.credentials.issue("bearer", "nobody's")
        assert await here.status_with("nobody's") == 403


async def test_sessions_are_open_that_can_be_gone_on_with() -> None:
    async with storefront() as here:
        here.clock.advance(DAY)
        assert here.shop.state()["sessions"] == 0
        first, _, remembered = [await here.log_in(remember=each) for each in (False, False, True)]
        await here.refresh(first["refreshToken"])
        assert here.shop.state()["sessions"] == 3
        await here.refresh(first["refreshToken"])
        assert here.shop.state()["sessions"] == 2
        here.clock.advance(DAY)
        assert here.shop.state()["sessions"] == 1
        await here.refresh(remembered["refreshToken"])
        assert here.shop.state()["sessions"] == 1


async def test_switches_say_how_long_tokens_last() -> None:
    async with storefront() as here:
        here.shop.switches.access_token = 10.0
        here.shop.switches.refresh_token = 20.0
        tokens = await here.log_in()
        assert tokens["expiresIn"] == 10
        here.clock.advance(10)
        assert await here.status_with(tokens["accessToken"]) == 401
        here.clock.advance(10)
        assert (await here.refresh(tokens["refreshToken"])).status_code == 401
