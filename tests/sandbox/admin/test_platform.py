"""The administration as a platform: its errors, its credentials, its limit, and what is seen from
outside."""

from __future__ import annotations

import base64
from datetime import datetime
from typing import Any

import httpx
import pytest

from commerce_sdk.sandbox import (
    ADMIN_EMAIL,
    ORGANIZATION,
    TOKEN,
    admin_platform,
    commerce_platform,
    storefront_platform,
)
from commerce_sdk.sandbox.admin.document import admin_document
from commerce_sdk.sandbox.engine import Server
from tests.sandbox.admin.beside import ORIGIN, beside, products

pytestmark = pytest.mark.anyio
SEARCH = f"/admin/v2/orgs/{ORGANIZATION}/workspaces"


@pytest.mark.parametrize(
    ("method", "path", "sent", "status", "code"),
    [
        ("GET", "/admin/nothing", {}, 404, "ADMIN-404-1"),
        ("GET", SEARCH, {}, 405, "ADMIN-405-1"),
        ("POST", SEARCH.replace(ORGANIZATION, "none"), {"json": {}}, 404, "ADMIN-404-2"),
        ("POST", SEARCH, {"content": b"{"}, 400, "ADMIN-400-24"),
        ("POST", SEARCH, {"json": []}, 400, "ADMIN-400-24"),
        ("POST", SEARCH, {"json": {}, "headers": {"Authorization": "?"}}, 401, "ADMIN-401-1"),
    ],
)
async def test_every_refusal_is_in_the_administrations_shape(
    method: str, path: str, sent: dict[str, Any], status: int, code: str
) -> None:
    async with beside() as here:
        here.client.headers["Content-Type"] = "application/json"
        answer = await here.client.request(method, path, **sent)
    assert answer.status_code == status
    (error,) = answer.json()["errors"]
    assert (error["status"], error["code"]) == (str(status), code)
    assert error.keys() == {"id", "status", "code", "title", "detail"}


@pytest.mark.parametrize(("status", "code"), [(429, "ADMIN-429-1"), (500, "ADMIN-500-1")])
async def test_scripted_failures_have_it_too(status: int, code: str) -> None:
    async with beside() as here:
        here.admin_platform.fail_next("search_workspaces", status)
        answer = await here.search({})
        assert (answer.status_code, answer.json()["errors"][0]["code"]) == (status, code)
        assert (await here.search({})).status_code == 200


@pytest.mark.parametrize(
    ("auth", "status"),
    [
        (httpx.BasicAuth(ADMIN_EMAIL, TOKEN), 200),
        (httpx.BasicAuth("who@example.com", TOKEN), 401),
        (httpx.BasicAuth(ADMIN_EMAIL, "none"), 401),
    ],
)
async def test_an_administrator_of_a_site_calls_with_address_and_token(
    auth: httpx.Auth, status: int
) -> None:
    async with beside() as here:
        answer = await here.client.post(f"{ORIGIN}{SEARCH}", json={}, auth=auth)
    assert answer.status_code == status


async def test_the_cookbooks_slip_of_a_header_lets_nobody_in() -> None:
    async with beside() as here:
        del here.client.headers["Authorization"]
        headers = {"Authentication": f"Bearer {TOKEN}"}
        answer = await here.client.post(f"{ORIGIN}{SEARCH}", json={}, headers=headers)
    assert answer.status_code == 401


async def test_it_knows_what_it_is_told_to() -> None:
    async with beside(organization="mine", tokens=["t0ken"]) as here:
        path = SEARCH.replace(ORGANIZATION, "mine")
        headers = {"Authorization": "Bearer t0ken"}
        assert (await here.client.post(path, json={}, headers=headers)).status_code == 200
        assert (await here.client.post(SEARCH, json={}, headers=headers)).status_code == 404
        assert (await here.client.post(path, json={})).status_code == 401


async def test_a_limit_is_kept_over_all_operations_and_told_in_headers() -> None:
    async with beside(limit=3) as here:
        for left in (2, 1, 0):
            answer = await (here.search({}) if left else here.entitlements("none"))
            assert answer.headers["x-ratelimit-limit"] == "3"
            assert answer.headers["x-ratelimit-remaining"] == str(left)
        over = await here.search({})
        assert (over.status_code, over.json()["errors"][0]["code"]) == (429, "ADMIN-429-1")
        assert over.headers["x-ratelimit-remaining"] == "0"
        reset = datetime.fromisoformat(over.headers["x-ratelimit-reset"])
        assert reset.timestamp() == here.clock.time() + 60
        here.clock.advance(60)
        assert (await here.search({})).status_code == 200


async def test_without_a_limit_nothing_is_said_of_one() -> None:
    async with beside() as here:
        for _ in range(300):
            answer = await here.search({})
            assert answer.status_code == 200
    assert not [name for name in answer.headers if name.startswith("x-ratelimit")]


async def test_it_is_seen_from_outside_beside_commerce() -> None:
    async with beside() as here:
        await here.provision(products())
        state = (await here.client.get("/_sandbox/admin/state")).json()
        assert state["switches"] == {"provisioning": 1.0, "outcome": "COMPLETED"}
        assert state["received"] == {"provision_products": 1}
        ((asked, shown),) = state["requests"].items()
        assert (shown["id"], shown["status"], shown["order"]) == (asked, "IN_PROGRESS", None)
        assert (shown["made_at"], shown["within"]) == (here.clock.time(), 600)
        assert len(state["workspaces"]) == 7
        switched = await here.client.post("/_sandbox/admin/switches", json={"provisioning": 5})
        assert switched.json() == {"provisioning": 5, "outcome": "COMPLETED"}
        unknown = await here.client.post("/_sandbox/admin/switches", json={"outcome": "LOST"})
        assert unknown.json() == {"detail": "outcome is one of COMPLETED, FAILED."}
        failing = {"operation_id": "search_workspaces", "status": 503}
        assert (await here.client.post("/_sandbox/admin/fail-next", json=failing)).is_success
        assert (await here.search({})).status_code == 503
        assert "receipts" in (await here.client.get("/_sandbox/state")).json()
        await here.client.post("/_sandbox/reset")
        state = (await here.client.get("/_sandbox/admin/state")).json()
        assert (state["received"], state["requests"]) == ({}, {})


async def test_seeds_repeat_ids() -> None:
    async def drawn(seed: int) -> str:
        async with beside(seed=seed) as here:
            return await here.provision(products())

    assert await drawn(1) == await drawn(1) != await drawn(2)


async def test_commerce_draws_beside_it_what_it_draws_alone() -> None:
    drawn = []
    for others in ([], [admin_platform()]):
        commerce = commerce_platform()
        Server([commerce, *others], seed=3)
        commerce.behaviour.orders.seed_finished("a", 2, "a")
        drawn.append(list(commerce.behaviour.orders.held))
    assert drawn[0] == drawn[1]


def test_all_three_are_served_together() -> None:
    server = Server(
        {"": [commerce_platform(), admin_platform()], "/storefront": storefront_platform()}
    )
    assert list(server.platforms) == ["", "/admin", "/storefront"]


@pytest.mark.parametrize(
    ("wrong", "fault", "said"),
    [
        ({"sites": ["acme"]}, TypeError, "sites: a site is a Site, not 'acme'"),
        ({"tokens": "t0ken"}, ValueError, "tokens: write a list"),
    ],
)
def test_sites_and_tokens_that_are_none_are_refused(
    wrong: dict[str, Any], fault: type[Exception], said: str
) -> None:
    with pytest.raises(fault, match=said):
        admin_platform(**wrong)


def test_its_token_is_commerces() -> None:
    server = Server([commerce_platform(), admin_platform()])
    assert all(each.credentials.knows("bearer", TOKEN) for each in server.platforms.values())


def test_a_limit_leaves_the_document_as_it_was() -> None:
    admin_platform(limit=1)
    assert not any(each.limits for each in admin_document().operations.values())


@pytest.mark.parametrize(
    "credential",
    [f"Bearer {ADMIN_EMAIL}:{TOKEN}", "Basic " + base64.b64encode(TOKEN.encode()).decode()],
    ids=["a Basic credential as Bearer", "a token as Basic"],
)
async def test_a_credential_of_the_other_scheme_is_none(credential: str) -> None:
    async with beside() as here:
        answer = await here.client.post(SEARCH, json={}, headers={"Authorization": credential})
    assert answer.status_code == 401


@pytest.mark.parametrize("deep", [50, 250, 5000])
async def test_a_query_that_is_nested_deeply_is_answered(deep: int) -> None:
    query = '{"and":[' * deep + '{"searchWorkspaces":"acme"}' + "]}" * deep
    async with beside() as here:
        here.client.headers["Content-Type"] = "application/json"
        answer = await here.client.post(SEARCH, content=f'{{"query":{query}}}')
    assert answer.status_code == (200 if deep == 50 else 400)
