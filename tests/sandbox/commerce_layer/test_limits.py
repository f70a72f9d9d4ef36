"""The published limits: by address, in windows that slide, and blocking who goes on."""

from __future__ import annotations

import pytest

from tests.sandbox.commerce_layer.callers import Here, commerce_layer, errors

pytestmark = pytest.mark.anyio


async def reads(here: Here, count: int, path: str = "/user") -> list[int]:
    return [(await here.api.get(path)).status_code for _ in range(count)]


async def test_a_burst_of_reads_of_one_kind_is_fifty_in_ten_seconds() -> None:
    async with commerce_layer(limits=True) as here:
        assert await reads(here, 25) == [200] * 25
        here.clock.advance(6)
        assert await reads(here, 25) == [200] * 25
        answer = await here.api.get("/user")
        assert (answer.status_code, errors(answer)) == (429, [("TOO_MANY_REQUESTS", None)])
        assert "retry-after" not in answer.headers
        assert answer.headers["x-ratelimit-interval"] == "60"
        # Another kind has its own; the window slides: no minute begins.
        assert await reads(here, 1, "/roles") == [200]
        here.clock.advance(4.5)
        assert await reads(here, 24) == [200] * 24


async def test_who_goes_on_stays_blocked_until_the_rate_has_fallen() -> None:
    async with commerce_layer(limits=True) as here:
        await reads(here, 50)
        for _ in range(12):
            here.clock.advance(1)
            assert set(await reads(here, 10)) == {429}
        here.clock.advance(6)
        assert await reads(here, 1) == [200]


@pytest.mark.parametrize(("tier", "limit"), [(None, 200), ("lower", 200), ("higher", 1000)])
async def test_all_reads_of_an_address_count_together(tier: str | None, limit: int) -> None:
    async with commerce_layer(limits=True, tier=tier) as here:
        paths = ("/user", "/roles", "/memberships", "/organizations", "/versions", "/permissions")
        seen = []
        for number in range(limit + 1):
            if not number % 40:
                here.clock.advance(1.6)
            seen.append(await here.api.get(paths[number % len(paths)]))
        assert {each.status_code for each in seen[:-1]} == {200}
        assert seen[-1].status_code == 429
        left = [int(each.headers["x-ratelimit-remaining"]) for each in seen]
        assert left == [*range(limit - 1, -1, -1), 0]
        assert {each.headers["x-ratelimit-limit"] for each in seen} == {str(limit)}
        assert (await here.send("POST", "/roles", {})).status_code == 422


async def test_writes_of_every_method_count_together() -> None:
    async with commerce_layer(limits=True) as here:

        async def written(type: str) -> list[int]:
            path, answers = f"/{type}/none", []
            for method, where in (("PATCH", path), ("DELETE", path), ("POST", f"/{type}")):
                answers.append((await here.send(method, where, {})).status_code)
            return answers

        for _ in range(16):
            assert await written("memberships") == [422, 404, 422]
        assert await written("memberships") == [422, 404, 429]
        assert await written("identity_providers") == [422, 404, 422]
        assert await reads(here, 1, "/memberships") == [200]


async def test_every_answer_counts_also_one_that_lets_nobody_in() -> None:
    async with commerce_layer(limits=True) as here:
        unknown = {"Authorization": "Bearer x"}
        answers = [
            await here.api.get("/user", headers=unknown),
            await here.api.get("/roles/none"),
            await here.api.get("/roles?sort=colour"),
        ]
        here.platform.fail_next("get_user", 503)
        answers.append(await here.api.get("/user"))
        assert [each.status_code for each in answers] == [401, 404, 400, 503]
        left = [each.headers["x-ratelimit-remaining"] for each in answers]
        assert left == ["199", "198", "197", "196"]


async def test_tokens_are_asked_for_thirty_times_in_a_minute() -> None:
    async with commerce_layer(limits=True) as here:
        statuses = [(await here.ask_token()).status_code for _ in range(30)]
        assert statuses == [200] * 29 + [429]
        here.clock.advance(59)
        refused = await here.ask_token()
        assert refused.json()["errors"][0]["status"] == 429
        here.clock.advance(1)
        answer = await here.ask_token()
        assert answer.status_code == 200
        assert answer.headers["x-ratelimit-limit"] == "30"
        assert await reads(here, 1) == [200]
