"""The storefront as a platform: its errors, its limits, its users, and what is seen from outside."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, strategies as st

from commerce_sdk.sandbox import (
    STOREFRONT_ADMIN,
    STOREFRONT_CUSTOMER,
    STOREFRONT_USERS,
    ManualClock,
    StorefrontUser,
    commerce_platform,
    storefront_platform,
)
from commerce_sdk.sandbox.engine import Server
from commerce_sdk.sandbox.storefront.amounts import DIGITS, in_major, in_minor
from commerce_sdk.sandbox.storefront.document import storefront_document
from tests.sandbox.storefront.callers import BOOT, asking, problems, storefront

pytestmark = pytest.mark.anyio

JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("method", "path", "sent", "status", "code"),
    [
        ("GET", "/nothing", {}, 404, "NOT_FOUND"),
        ("PUT", "/orders", {}, 405, "METHOD_NOT_ALLOWED"),
        ("GET", "/orders?page=0", {}, 400, "BAD_REQUEST"),
        ("GET", "/products?pageSize=101", {}, 400, "BAD_REQUEST"),
        ("GET", "/products?sort=colour", {}, 400, "BAD_REQUEST"),
        ("POST", "/orders", {"content": b"{", "headers": JSON}, 400, "BAD_REQUEST"),
        ("POST", "/orders", {"content": b"<a/>"}, 415, "UNSUPPORTED_MEDIA_TYPE"),
        ("POST", "/auth/login", {"json": {"email": "a"}}, 400, "BAD_REQUEST"),
    ],
)
async def test_what_the_engine_refuses_is_said_in_the_storefronts_shape(
    method: str, path: str, sent: dict[str, Any], status: int, code: str
) -> None:
    async with storefront() as here:
        answer = await here.jane.request(method, path, **sent)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["message"]
    assert answer.json().keys() <= {"code", "message", "details"}
    for detail in answer.json().get("details", ()):
        assert detail.keys() == {"field", "message", "code"}


@pytest.mark.parametrize(("status", "code"), [(503, "UNAVAILABLE"), (502, "BAD_GATEWAY")])
async def test_scripted_failures_have_it_too(status: int, code: str) -> None:
    async with storefront() as here:
        here.platform.fail_next("get_product", status)
        answer = await here.jane.get(f"/products/{BOOT}")
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert (await here.jane.get(f"/products/{BOOT}")).status_code == 200


@pytest.mark.parametrize(
    ("method", "path"),
    [
        (operation.method, operation.path.format(productId=BOOT, orderId=BOOT))
        for operation in storefront_document().operations.values()
        if operation.security and all(operation.security)
    ],
)
async def test_nobody_is_let_in_without_a_credential(method: str, path: str) -> None:
    async with storefront() as here:
        answers = [
            await here.anybody.request(method, path, headers=headers)
            for headers in ({}, {"Authorization": "Bearer none"})
        ]
    for answer in answers:
        assert (answer.status_code, answer.json()["code"]) == (401, "UNAUTHORIZED")
        assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("tier", [None, "standard"])
async def test_a_thousand_calls_a_minute_are_answered_by_credential(tier: str | None) -> None:
    async with storefront(limits=True, tier=tier) as here:
        path = f"/products/{BOOT}"
        statuses = [(await here.jane.get(path)).status_code for _ in range(1000)]
        assert set(statuses) == {200}
        over = await here.jane.get(path)
        assert (over.status_code, over.json()["code"]) == (429, "RATE_LIMITED")
        assert over.headers["retry-after"] == "60"
        assert (await here.john.get(path)).status_code == 200
        here.clock.advance(60)
        assert (await here.jane.get(path)).status_code == 200


async def test_an_enterprise_has_more_of_them() -> None:
    async with storefront(limits=True, tier="enterprise") as here:
        statuses = [(await here.jane.get(f"/products/{BOOT}")).status_code for _ in range(1500)]
    assert set(statuses) == {200}


async def test_seeds_repeat_ids_and_tokens() -> None:
    async def drawn(seed: int) -> list[Any]:
        async with storefront(seed=seed) as here:
            order = (await here.placed())["orderId"]
            return [order, (await here.add())["productId"], await here.log_in()]

    first, again, other = await drawn(1), await drawn(1), await drawn(2)
    assert first == again
    assert first[0] != other[0]
    assert first[2] != other[2]


async def test_users_of_ones_own_log_in_alone() -> None:
    own = StorefrontUser(str(uuid.UUID(int=7)), "ada@example.com", "w0rd", is_administrator=True)
    async with storefront(users=(*STOREFRONT_USERS, own), api_keys=["k"]) as here:
        token = (await here.log_in(own))["accessToken"]
        headers = {"Authorization": f"Bearer {token}"}
        answer = await here.anybody.patch(f"/products/{BOOT}", json={"stock": 1}, headers=headers)
        assert answer.status_code == 200
        known = await here.anybody.get("/orders", headers={"X-API-Key": "k"})
        usual = await here.anybody.get("/orders", headers={"X-API-Key": "sandbox-api-key"})
        assert (known.status_code, usual.status_code) == (200, 401)
    assert "w0rd" not in repr(own)


@pytest.mark.parametrize(
    ("wrong", "fault", "said"),
    [
        ({"users": ["jane"]}, TypeError, "users: a user is a StorefrontUser, not 'jane'"),
        ({"users": [STOREFRONT_ADMIN, STOREFRONT_ADMIN]}, ValueError, "is there already"),
        (
            {"users": [STOREFRONT_ADMIN, replace(STOREFRONT_CUSTOMER, email="ADMIN@example.com")]},
            ValueError,
            "ADMIN@example.com is there already",
        ),
        ({"users": [replace(STOREFRONT_ADMIN, id="7")]}, ValueError, "users: '7' is no UUID"),
        ({"api_keys": "key"}, ValueError, "api_keys: write a list"),
        ({"tier": "gold"}, ValueError, "tier: 'gold' is none of the document's"),
    ],
)
def test_users_and_keys_that_are_none_are_refused(
    wrong: dict[str, Any], fault: type[Exception], said: str
) -> None:
    with pytest.raises(fault, match=said):
        storefront_platform(**wrong)


async def test_it_is_seen_from_outside_beside_commerce() -> None:
    clock = ManualClock()
    server = Server({"": commerce_platform(), "/storefront": storefront_platform()}, clock=clock)
    async with asking(server) as raw:
        outside = "http://127.0.0.1:1/_sandbox"
        login = {"email": STOREFRONT_ADMIN.email, "password": STOREFRONT_ADMIN.password}
        tokens = (await raw.post("/auth/login", json=login)).json()
        own = (await raw.get(f"{outside}/storefront/state")).json()
        assert own["sessions"] == 1
        assert own["stock"]["BOOT-1"] == 12
        assert own["switches"] == {
            "access_token": 3600,
            "refresh_token": 86_400,
            "remembered": 30 * 86_400,
            "on_reuse": "end",
        }
        assert tokens["refreshToken"] not in str(own)
        assert (await raw.get(f"{outside}/state")).json().keys() == {
            *("switches", "orders", "receipts")
        }
        switched = await raw.post(
            f"{outside}/storefront/switches", json={"access_token": 5, "on_reuse": "refuse"}
        )
        assert switched.json()["on_reuse"] == "refuse"
        assert (await raw.post("/auth/login", json=login)).json()["expiresIn"] == 5
        failing = {"operation_id": "log_in", "status": 500}
        assert (await raw.post(f"{outside}/storefront/fail-next", json=failing)).is_success
        failed = await raw.post("/auth/login", json=login)
        assert (failed.status_code, failed.json()["code"]) == (500, "INTERNAL_SERVER_ERROR")
        await raw.post(f"{outside}/reset")
        assert (await raw.get(f"{outside}/storefront/state")).json()["sessions"] == 0


async def test_an_odd_body_is_refused_by_its_fields() -> None:
    async with storefront() as here:
        answer = await here.admin.post("/products", json={"sku": 1, "active": None})
    assert answer.status_code == 400
    assert {field for field, _ in problems(answer)} == {
        *("sku", "active", "name", "price", "currency", "stock", "category")
    }


@given(
    st.integers(0, 10**15 - 1),
    st.sampled_from(["USD", *DIGITS]),
)
def test_an_amount_of_fifteen_digits_is_the_same_in_both_units(minor: int, currency: str) -> None:
    assert in_minor(in_major(minor, currency), currency) == minor
