"""Security schemes: each in its place, for each operation its own, and tokens that end."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from commerce_sdk import ApiKey, Basic, Bearer, Unauthenticated
from commerce_sdk.sandbox.engine import Call, Document, ManualClock, Platform, Server
from tests.sandbox.engine.serving import (
    Asked,
    a_document,
    asking,
    doing,
    one_server,
    shop_on_engine,
)
from tests.support.shop import BILL, SECRET
from tests.support.shop_platform import CLERK, PASSWORD, TOKEN_LIFE, shop_platform

pytestmark = pytest.mark.anyio
SCHEMES = {
    "token": {"type": "http", "scheme": "bearer"},
    "pair": {"type": "http", "scheme": "basic"},
    "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
}
KNOWN = {"token": ["t"], "pair": ["ada:pässword"], "key": ["k"]}
PAIR = base64.b64encode("ada:pässword".encode()).decode()
SENT: dict[str, dict[str, str]] = {
    "token": {"Authorization": "Bearer t"},
    "pair": {"Authorization": f"basic {PAIR}"},
    "key": {"X-Key": "k"},
}


def guarded(security: Any, of_operation: dict[str, Any] | None = None) -> Document:
    components = {"securitySchemes": SCHEMES}
    return a_document("/a", of_operation or {}, security=security, components=components)


async def status_of(server: Server, headers: dict[str, str]) -> int:
    async with asking(server, headers=headers) as client:
        return (await client.get("/a")).status_code


@pytest.mark.parametrize("scheme", SCHEMES)
async def test_a_scheme_takes_its_own_credential_in_its_own_place(scheme: str) -> None:
    server = one_server(guarded([{scheme: []}]), Asked(), credentials=KNOWN)
    for other, headers in SENT.items():
        assert await status_of(server, headers) == (204 if other == scheme else 401)
    assert await status_of(server, {}) == 401


async def test_a_token_of_a_clients_credentials_goes_as_a_bearers() -> None:
    flow = {"tokenUrl": "https://auth.invalid/token", "scopes": {}, "x-token-request": "json"}
    schemes = {"client": {"type": "oauth2", "flows": {"clientCredentials": flow}}}
    security, components = [{"client": []}], {"securitySchemes": schemes}
    document = a_document("/a", {}, security=security, components=components)
    server = one_server(document, Asked(), credentials={"client": ["t"]})
    assert [await status_of(server, each) for each in SENT.values()] == [204, 401, 401]
    async with asking(server) as client:
        assert (await client.get("/a")).headers["www-authenticate"] == "Bearer"


async def test_any_of_several_schemes_will_do_and_an_operation_has_its_own() -> None:
    either = one_server(guarded([{"token": []}, {"pair": []}]), Asked(), credentials=KNOWN)
    assert [await status_of(either, each) for each in SENT.values()] == [204, 204, 401]
    own = guarded([{"token": []}], {"security": [{"key": []}]})
    server = one_server(own, Asked(), credentials=KNOWN)
    assert [await status_of(server, each) for each in SENT.values()] == [401, 401, 204]


@pytest.mark.parametrize("document", [guarded([]), guarded([{"key": []}], {"security": []})])
async def test_what_takes_none_is_asked_with_none(document: Document) -> None:
    behaviour = Asked()
    assert await status_of(one_server(document, behaviour), {}) == 204
    assert behaviour.calls[0].credential is None


@pytest.mark.parametrize(
    "value", ["", "Bearer", "Bearer x", "Digest t", "Basic !!", "Basic /w==", f"Bearer {PAIR}"]
)
async def test_what_cannot_be_read_is_unknown(value: str) -> None:
    document = guarded([{"token": []}, {"pair": []}])
    server = one_server(document, Asked(), credentials=KNOWN)
    async with asking(server, headers={"Authorization": value}) as client:
        answer = await client.get("/a")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


async def test_a_call_knows_what_it_came_with_and_whose_it_is() -> None:
    behaviour = Asked()
    known = {"token": {"t": "acme"}}
    server = one_server(guarded([{"token": []}]), behaviour, credentials=known)
    await status_of(server, SENT["token"])
    credential = behaviour.calls[0].credential
    assert credential is not None
    assert (credential.scheme, credential.value, credential.account) == ("token", "t", "acme")


def test_a_scheme_that_the_document_does_not_have_is_an_error_at_once() -> None:
    with pytest.raises(ValueError, match="'bearer' is no security scheme; there are token, pair"):
        one_server(guarded([]), Asked(), credentials={"bearer": ["t"]})


# --- as the SDK sends them


@pytest.mark.parametrize(
    ("auth", "may"),
    [
        (Bearer(SECRET), True),
        (Basic(CLERK, PASSWORD), True),
        (Basic(CLERK, "other"), False),
        (Bearer(PASSWORD), False),
    ],
    ids=["token", "pair", "another pair", "another token"],
)
async def test_the_sdks_credentials_are_known(auth: Any, may: bool) -> None:
    async with shop_on_engine(auth=auth) as (platform, shop, _):
        if may:
            assert (await shop.bills.get(BILL)).id == BILL
        else:
            with pytest.raises(Unauthenticated):
                await shop.bills.get(BILL)
        assert platform.calls["get_bill"] == may


async def test_an_api_key_is_for_its_operations_alone() -> None:
    async with shop_on_engine(auth=ApiKey(SECRET)) as (_, shop, _):
        assert (await shop.access.stock()).count == 9


async def test_a_login_gives_a_token_that_ends() -> None:
    clock = ManualClock()
    server = Server(shop_platform(limits=False), clock=clock)
    login = {"email": CLERK, "password": PASSWORD}
    async with asking(server) as client:
        assert (
            await client.post("/api/v1/login", json={**login, "password": ""})
        ).status_code == 401
        given = (await client.post("/api/v1/login", json=login)).json()
        headers = {"Authorization": f"Bearer {given['accessToken']}", "X-shop": "corner"}
        seen = []
        for _ in range(2):
            seen.append((await client.get(f"/api/v1/bills/{BILL}", headers=headers)).status_code)
            clock.advance(TOKEN_LIFE)
        body = {"refreshToken": given["refreshToken"]}
        for _ in range(2):
            seen.append((await client.post("/api/v1/login/refresh", json=body)).status_code)
    assert seen == [200, 401, 200, 401]


async def test_a_credential_that_is_revoked_is_known_no_more() -> None:
    platform = Platform(guarded([{"key": []}]), lambda world: Asked(), credentials=KNOWN)
    server = Server(platform)
    assert await status_of(server, SENT["key"]) == 204
    platform.credentials.revoke("key", "k")
    assert await status_of(server, SENT["key"]) == 401
    server.reset()
    assert await status_of(server, SENT["key"]) == 204


async def test_what_callers_showed_is_counted_known_or_not() -> None:
    server = one_server(guarded([{"token": []}]), Asked(), credentials=KNOWN)
    for headers in (SENT["token"], SENT["token"], SENT["pair"], SENT["key"]):
        await status_of(server, headers)
    (platform,) = server.platforms.values()
    assert platform.credentials.sent == {"Bearer t": 2, f"basic {PAIR}": 1}


async def test_what_an_owner_may_not_is_said_in_the_words_for_an_unknown_credential() -> None:
    def forbid(call: Call) -> Any:
        raise call.credentials.refusal(call.operation.security)

    document = guarded([{"token": []}])
    server = one_server(document, doing(document, forbid), credentials=KNOWN)
    async with asking(server) as client:
        known, unknown = [
            await client.get("/a", headers={"Authorization": each}) for each in ("Bearer t", "x")
        ]
    assert (known.status_code, known.content) == (unknown.status_code, unknown.content)
    assert known.headers["www-authenticate"] == unknown.headers["www-authenticate"] == "Bearer"
