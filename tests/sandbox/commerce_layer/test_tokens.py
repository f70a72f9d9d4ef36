"""Tokens, from an origin of their own, and what each origin is sent."""

from __future__ import annotations

import base64
import json
from typing import Any

import httpx
import pytest

from commerce_sdk.sandbox import COMMERCE_LAYER_CLIENT_ID, COMMERCE_LAYER_CLIENT_SECRET
from tests.sandbox.commerce_layer.callers import API, AUTH, KIND, commerce_layer, errors

pytestmark = pytest.mark.anyio


async def test_a_token_is_good_for_what_it_says_and_one_alone_until_shortly_before_its_end() -> (
    None
):
    async with commerce_layer() as here:
        first = (await here.ask_token()).json()
        assert first["token_type"] == "bearer"
        assert (first["expires_in"], first["created_at"]) == (7200, 1_750_000_000)
        claims = first["access_token"].split(".")[1]
        read = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
        assert (read["exp"], read["application"]["kind"]) == (1_750_007_200, "user")
        here.clock.advance(6299.5)
        same = (await here.ask_token()).json()
        assert same == {**first, "expires_in": 900}
        here.clock.advance(0.5)
        second = (await here.ask_token()).json()
        assert second["access_token"] != first["access_token"]
        assert second["expires_in"] == 7200
        here.clock.advance(899)
        assert await statuses(here.api, first, second) == [200, 200]
        here.clock.advance(1)
        assert await statuses(here.api, first, second) == [401, 200]
        here.behaviour.switches.token_life = 60
        here.clock.advance(7200)
        assert (await here.ask_token()).json()["expires_in"] == 60
        assert here.auth.behaviour.given == 3


async def statuses(api: httpx.AsyncClient, *tokens: dict[str, Any]) -> list[int]:
    return [
        (await api.get("/user", headers=bearer(each["access_token"]))).status_code
        for each in tokens
    ]


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize(
    ("changes", "status", "title"),
    [
        ({"client_id": "nobody"}, 401, "invalid_client"),
        ({"client_secret": "guessed"}, 401, "invalid_client"),
        ({"client_id": "", "client_secret": ""}, 401, "invalid_client"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
    ],
)
async def test_who_is_not_known_gets_none(changes: dict[str, Any], status: int, title: str) -> None:
    async with commerce_layer() as here:
        answer = await here.ask_token(**changes)
        (error,) = answer.json()["errors"]
        # A number here, where the API has a text.
        assert (answer.status_code, error["status"], error["title"]) == (status, status, title)
        assert error["code"] in ("UNAUTHORIZED", "BAD_REQUEST")
        assert here.auth.behaviour.given == 1


@pytest.mark.parametrize("kind", ["json", "form", "json-api", "text"])
async def test_a_token_is_asked_for_in_json_or_in_a_form(kind: str) -> None:
    body = {
        "grant_type": "client_credentials",
        "client_id": "mine",
        "client_secret": "s",
        "scope": "",
    }
    sent: dict[str, Any] = {
        "json": {"json": body},
        "form": {"data": body},
        "json-api": {"content": json.dumps(body), "headers": {"Content-Type": KIND}},
        "text": {"content": json.dumps(body)},
    }[kind]
    clients = {"mine": "s", COMMERCE_LAYER_CLIENT_ID: COMMERCE_LAYER_CLIENT_SECRET}
    async with commerce_layer(clients=clients) as here:
        own = (await here.ask_token()).json()["access_token"]
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=here.server)) as client:
            answer = await client.post(AUTH, **sent)
        assert answer.status_code == (415 if kind == "text" else 200)
        assert answer.json().get("access_token") != own


async def test_a_token_beside_a_client_is_refused() -> None:
    async with commerce_layer() as here:
        body = {
            "grant_type": "client_credentials",
            "client_id": COMMERCE_LAYER_CLIENT_ID,
            "client_secret": COMMERCE_LAYER_CLIENT_SECRET,
        }
        answer = await here.api.post(AUTH, json=body)
        assert (answer.status_code, errors(answer)) == (401, [("UNAUTHORIZED", None)])
        for seen in (here.auth.credentials.sent, here.platform.credentials.sent):
            seen.clear()
        assert (await here.ask_token()).status_code == 200


async def test_each_origin_takes_what_is_its_own_and_knows_what_it_was_sent() -> None:
    async with commerce_layer() as here:
        token = await here.log_in()
        await here.get("/user")
        secret = COMMERCE_LAYER_CLIENT_SECRET
        for sent in (f"Bearer {secret}", f"Basic {secret}", secret):
            answer = await here.api.get("/user", headers={"Authorization": sent})
            assert (answer.status_code, errors(answer)) == (401, [("UNAUTHORIZED", None)])
        assert here.platform.credentials.sent == {
            f"Bearer {token}": 1,
            f"Bearer {secret}": 1,
            f"Basic {secret}": 1,
            secret: 1,
        }
        assert here.auth.credentials.sent == {}
        assert here.auth.behaviour.received == {secret: 2}
        refused = await here.ask_token(client_secret=token)
        assert refused.status_code == 401
        body = {"grant_type": "client_credentials", "client_id": "x", "client_secret": "y"}
        refused = await here.api.post(AUTH, json=body)
        assert refused.status_code == 401
        assert here.auth.credentials.sent == {f"Bearer {token}": 1}
        assert here.auth.behaviour.received == {secret: 2, token: 1, "y": 1}
        assert (await here.api.post(f"{API}/oauth/token", json=body)).status_code == 404


async def test_what_the_owner_may_not_is_said_in_the_words_for_a_token_that_ended() -> None:
    async with commerce_layer() as here:
        here.behaviour.switches.forbidden = "delete_role, list_roles"
        forbidden = await here.api.get("/roles")
        assert (await here.api.get("/memberships")).status_code == 200
        here.behaviour.switches.forbidden = ""
        here.clock.advance(7200)
        ended = await here.api.get("/roles")
        assert (forbidden.status_code, forbidden.content) == (ended.status_code, ended.content)
        assert errors(ended) == [("UNAUTHORIZED", None)]
        await here.log_in()
        assert (await here.api.get("/roles")).status_code == 200


async def test_a_reset_takes_its_tokens_with_it() -> None:
    async with commerce_layer() as here:
        first = (await here.ask_token()).json()
        here.server.reset()
        assert await statuses(here.api, first) == [401]
        assert (await here.ask_token()).json() == first
        assert await statuses(here.api, first) == [200]
