"""The client of Commerce Layer: where it is, who calls, and what the environment may say of both."""

from __future__ import annotations

import traceback
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    ApiKey,
    AuthenticationFailed,
    Basic,
    Bearer,
    ClientClosed,
    ClientCredentials,
    CommerceLayerClient,
    InvalidRequest,
    TokenCache,
)
from commerce_sdk.sandbox import COMMERCE_LAYER_CLIENT_ID, COMMERCE_LAYER_CLIENT_SECRET
from tests.commerce_layer.front import BASE_URL, Front, document, resource
from tests.support.commerce_layer import TOKEN_URL, LayerWorld

ID, SECRET = "client-1", "s3cr3t-c0de"
PAIR = {"client_id": ID, "client_secret": SECRET}
OTHER = "https://tokens.invalid/oauth/token"
BOTH = "give it, or client_id= with client_secret=, not both"
ALONE = "goes with client_id= and client_secret=, or ClientCredentials; leave it out"


def credentials(**settings: Any) -> ClientCredentials:
    return ClientCredentials(
        COMMERCE_LAYER_CLIENT_ID,
        COMMERCE_LAYER_CLIENT_SECRET,
        **{"token_url": TOKEN_URL, **settings},
    )


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({}, "client_id: give it with client_secret=, or give token= or auth="),
        ({"client_id": ID}, "client_secret: must be a text that is not empty"),
        ({"client_secret": SECRET}, "client_id: must be a text that is not empty"),
        ({"client_id": 1, "client_secret": SECRET}, "client_id: must be a text, not int"),
        ({**PAIR, "token": "t"}, f"token: {BOTH}"),
        ({**PAIR, "auth": Bearer("t")}, f"auth: {BOTH}"),
        ({"token": "t", "auth": Bearer("t")}, "token: give token= or auth=, one of them"),
        ({"token": "t", "token_url": OTHER}, f"token_url: {ALONE}"),
        ({"auth": lambda: "t", "token_url": OTHER}, f"token_url: {ALONE}"),
        ({**PAIR, "token_url": "http://tokens.invalid/"}, "token_url: must be https"),
        (
            {**PAIR, "base_url": "https://elsewhere.invalid/api"},
            "token_url: is needed beside base_url",
        ),
        ({**PAIR, "tier": "gold"}, "tier: must be 'lower' or 'higher'"),
        ({"auth": Basic("a@example.com", "t")}, "auth: must be ClientCredentials, Bearer, "),
        ({"auth": ApiKey("k")}, "auth: must be ClientCredentials, Bearer, "),
        (
            {"client": ID},
            "client: is no keyword of CommerceLayerClient(); did you mean client_id=?",
        ),
    ],
)
def test_settings_that_cannot_be_right(settings: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidRequest) as refused:
        CommerceLayerClient(**settings)
    assert str(refused.value).startswith(words)
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize(
    "settings",
    [
        PAIR,
        {**PAIR, "tier": "higher"},
        {**PAIR, "tier": "lower"},
        {**PAIR, "base_url": "https://elsewhere.invalid/api", "token_url": OTHER},
        {"auth": ClientCredentials(ID, SECRET)},
        {"auth": ClientCredentials(ID, SECRET), "token_url": OTHER},
        {"token": "t", "base_url": "https://elsewhere.invalid/api"},
        {"auth": TokenCache(lambda: "t")},
    ],
)
def test_settings_that_are_right(settings: dict[str, Any]) -> None:
    made = CommerceLayerClient(**settings)
    there = "https://elsewhere.invalid"
    at_home = "https://provisioning.commercelayer.io"
    assert made.origin == (there if "base_url" in settings else at_home)
    assert SECRET not in repr(made)


# --- the environment


def set_to(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(f"COMMERCE_LAYER_{name}", value)


A_CLIENT = {"CLIENT_ID": COMMERCE_LAYER_CLIENT_ID, "CLIENT_SECRET": COMMERCE_LAYER_CLIENT_SECRET}
ANOTHER = {"CLIENT_ID": "x", "CLIENT_SECRET": "x"}


def asks() -> Front:
    """A token host and an API in one, which answers any token."""

    def answered(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            token = {"access_token": "t0", "token_type": "bearer", "expires_in": 7200}
            return httpx.Response(200, json=token)
        return document(resource("users", "u1"))

    return Front(answered)


async def sent_by(front: Front, **settings: Any) -> list[tuple[str, str]]:
    """What a client of the environment sends to read who asks: where, and as whom."""
    layer = CommerceLayerClient.from_env(
        transport=httpx.MockTransport(front), clock=front.clock, limiter=None, **settings
    )
    async with layer:
        await layer.user.get()
    said = [each.headers.get("authorization", each.content.decode()) for each in front.requests]
    return [(str(each.url), who) for each, who in zip(front.requests, said, strict=True)]


HOME = "https://provisioning.commercelayer.io/api/user"
HOME_TOKENS = "https://auth.commercelayer.io/oauth/token"


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("variables", "settings", "places", "who"),
    [
        (A_CLIENT, {}, [HOME_TOKENS, HOME], COMMERCE_LAYER_CLIENT_ID),
        ({**A_CLIENT, "TOKEN_URL": ""}, {}, [HOME_TOKENS, HOME], COMMERCE_LAYER_CLIENT_ID),
        ({**A_CLIENT, "TOKEN_URL": OTHER}, {}, [OTHER, HOME], COMMERCE_LAYER_CLIENT_ID),
        (
            {**A_CLIENT, "TOKEN_URL": OTHER, "BASE_URL": BASE_URL},
            {},
            [OTHER, f"{BASE_URL}/user"],
            COMMERCE_LAYER_CLIENT_ID,
        ),
        (
            {**A_CLIENT, "TOKEN_URL": "https://not.invalid/", "BASE_URL": "https://not.invalid"},
            {"token_url": OTHER, "base_url": BASE_URL},
            [OTHER, f"{BASE_URL}/user"],
            COMMERCE_LAYER_CLIENT_ID,
        ),
        ({**ANOTHER, "TOKEN_URL": OTHER}, PAIR, [OTHER, HOME], ID),
        (
            {**ANOTHER, "TOKEN_URL": OTHER},
            {"auth": lambda: ClientCredentials(ID, SECRET)},
            [HOME_TOKENS, HOME],
            ID,
        ),
        ({"TOKEN": "t1"}, {}, [HOME], "Bearer t1"),
        ({**ANOTHER, "TOKEN_URL": OTHER}, {"token": "t1"}, [HOME], "Bearer t1"),
    ],
)
async def test_what_the_environment_says_and_settings_win(
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    settings: dict[str, Any],
    places: list[str],
    who: str,
) -> None:
    set_to(monkeypatch, **variables)
    made = {name: each() if name == "auth" else each for name, each in settings.items()}
    sent = await sent_by(asks(), **made)
    assert [place for place, _ in sent] == places
    assert who in sent[0][1]


@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({}, "COMMERCE_LAYER_CLIENT_ID: is not set in the environment; set "),
        ({"CLIENT_ID": "x"}, "COMMERCE_LAYER_CLIENT_SECRET: is not set in the environment, though"),
        (
            {**A_CLIENT, "TOKEN": "t"},
            "COMMERCE_LAYER_TOKEN: is set beside COMMERCE_LAYER_CLIENT_ID and "
            "COMMERCE_LAYER_CLIENT_SECRET; set one of them",
        ),
        ({"TOKEN": "t", "TOKEN_URL": OTHER}, f"token_url: {ALONE}"),
        ({**A_CLIENT, "BASE_URL": "https://elsewhere.invalid"}, "token_url: is needed beside"),
    ],
)
def test_an_environment_that_cannot_be_right(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], words: str
) -> None:
    set_to(monkeypatch, **variables)
    with pytest.raises(InvalidRequest) as refused:
        CommerceLayerClient.from_env()
    assert str(refused.value).startswith(words)


# --- who shares what


@pytest.mark.anyio
async def test_a_clone_has_the_token_of_the_first(here: LayerWorld) -> None:
    layer = await here.client()
    await layer.user.get()
    await layer.with_options(deadline=5, retry=None).user.get()
    assert here.token_calls == 1


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("own", "settings"), [({}, {}), ({"token_url": OTHER}, {"token_url": TOKEN_URL})]
)
async def test_clients_of_one_credential_share_its_token(
    here: LayerWorld, own: dict[str, Any], settings: dict[str, Any]
) -> None:
    shared = credentials(**own)
    first = await here.client(auth=shared, **settings)
    second = await here.client(auth=shared, **settings)
    await first.user.get()
    await second.user.get()
    await first.aclose()
    await second.user.get()
    assert here.token_calls == 1


@pytest.mark.anyio
async def test_clients_of_two_credentials_do_not(here: LayerWorld) -> None:
    for _ in range(2):
        await (await here.client()).user.get()
    assert here.token_calls == 2


@pytest.mark.anyio
async def test_closing_closes_the_ways_to_both_hosts(here: LayerWorld) -> None:
    layer = await here.client()
    await layer.user.get()
    clone = layer.with_options(deadline=5)
    await layer.aclose()
    assert here.transport.closed
    for each in (layer, clone):
        with pytest.raises(ClientClosed):
            await each.user.get()
    assert here.token_calls == 1


@pytest.mark.anyio
async def test_each_secret_goes_to_its_own_host_alone(here: LayerWorld) -> None:
    layer = await here.client()
    await layer.organizations.list().collect()
    token, *others = here.transport.requests
    assert str(token.url) == TOKEN_URL
    assert "authorization" not in token.headers
    assert COMMERCE_LAYER_CLIENT_SECRET in token.content.decode()
    for each in others:
        assert each.url.host == "127.0.0.1"
        assert COMMERCE_LAYER_CLIENT_SECRET not in f"{each.url}{each.headers}{each.content!r}"


# --- nothing secret is shown


@pytest.mark.anyio
async def test_a_client_that_is_refused_says_so_and_shows_no_secret(here: LayerWorld) -> None:
    layer = await here.client(**PAIR, token_url=TOKEN_URL)
    with pytest.raises(AuthenticationFailed, match="the token host refused the client") as refused:
        await layer.user.get()
    assert refused.value.refused
    shown = "".join(
        traceback.TracebackException.from_exception(refused.value, capture_locals=True).format()
    )
    assert SECRET not in shown
    assert (here.token_calls, here.asked) == (1, [])


@pytest.mark.parametrize("settings", [{"tier": "gold"}, {"deadline": -1}, {"token": "t"}])
def test_a_setting_that_is_refused_shows_no_secret(settings: dict[str, Any]) -> None:
    with pytest.raises(InvalidRequest) as refused:
        CommerceLayerClient(**PAIR, token_url="https://s3cr3t-c0de.invalid", **settings)
    refused.value.__traceback__ = refused.value.__traceback__.tb_next  # type: ignore[union-attr]
    shown = "".join(
        traceback.TracebackException.from_exception(refused.value, capture_locals=True).format()
    )
    assert SECRET not in shown
