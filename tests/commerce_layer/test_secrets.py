"""No secret of Commerce Layer comes out: the client's, its token, those of API credentials and of
identity providers, and what a list is filtered by; from a platform and a token host that echo what
they are sent, in all that a person or a crash reporter sees."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    ClientCredentials,
    CommerceError,
    CommerceLayerClient,
    DecodeError,
    InvalidRequest,
    NotLoaded,
)
from commerce_sdk.commerce_layer.models import IdentityProviderInput, IdentityProviderUpdateInput
from tests.support import echoes
from tests.support.echoes import Answer, Echoes
from tests.support.every_call import ID
from tests.support.reporters import EveryLogger, of_error, of_value
from tests.support.secret_search import TRANSPORTS, Search, Watched, caught
from tests.support.stops import STOPS, Stop

pytestmark = pytest.mark.anyio

CLIENT, SECRET = "pl4nted-client", "pl4nted s3cret/" + "a7" * 20
TOKEN = "b9" * 40
OWN, OF_PROVIDER = "pl4nted-0wn" + "c8" * 20, 'pl4nted "pr0vider' + "d9" * 20
FILTER = "f1ltered-by@example.com"
"""No credential, and yet no word of logs, events and errors; a frame may hold it, as it holds ids."""
PIECES = ["pl4nted", "a7a7a7a7", "b9b9b9b9", "c8c8c8c8", "d9d9d9d9"]
PROVIDER = {
    "name": "n",
    "client_id": "c",
    "client_secret": OF_PROVIDER,
    "issuer": "https://idp.example.com",
    "domains": "example.com",
    "token_url": "https://idp.example.com/token",
    "authorize_url": "https://idp.example.com/authorize",
    "jwks_url": "https://idp.example.com/jwks",
}
CALLS: dict[str, Callable[[CommerceLayerClient], Awaitable[Any]]] = {
    "get": lambda c: c.api_credentials.get(ID),
    "list": lambda c: c.memberships.list(where={"user_email_eq": FILTER}).collect(),
    "create": lambda c: c.identity_providers.create(**PROVIDER),
    "update": lambda c: c.identity_providers.update(ID, client_secret=OF_PROVIDER),
}


def resource(kind: str) -> dict[str, Any]:
    attributes = {"name": "shown", "client_secret": OWN}
    return {"type": kind, "id": ID, "attributes": attributes, "relationships": {}}


ANSWERS: dict[str, Answer] = {
    **{str(status): echoes.problem(status) for status in (401, 422)},
    "escaped": echoes.problem(422, escaped=True),
    "a page": echoes.page(200),
    "another type": echoes.of({"data": resource("webhooks")}),
    "another id": echoes.of({"data": {**resource("api_credentials"), "id": "another"}}),
    "an odd shape": echoes.of({"data": {"id": ID, "attributes": [OWN]}}),
    "a cut": echoes.cut,
}


def issue(sent: str) -> bytes:
    content = json.dumps({"access_token": TOKEN, "expires_in": 3600, "echo": sent})
    return echoes.message(200, content.encode(), "application/json", f"x-echo: {sent}")


@pytest.fixture
def server() -> Iterator[Echoes]:
    with Echoes() as running:
        running.shows_bodies, running.issue = True, issue
        yield running


def client(server: Echoes, make: Any = lambda: None, **settings: Any) -> CommerceLayerClient:
    url = f"http://127.0.0.1:{server.port}"
    auth = ClientCredentials(CLIENT, SECRET, token_url=f"{url}/token")
    given = {"auth": auth, "retry": None, "limiter": None, "deadline": 5, **settings}
    return CommerceLayerClient(base_url=f"{url}/api", transport=make(), **given)


def _shown(error: BaseException) -> Iterator[tuple[str, str]]:
    """All of an error, but for the first bytes of an answer that cannot be read, which are kept for
    a look by hand."""
    is_unread = isinstance(error, DecodeError)
    return ((how, text) for how, text in of_error(error) if not is_unread or how != "attributes")


async def failure(call: Callable[[Any], Awaitable[Any]], layer: Any) -> BaseException | None:
    try:
        await call(layer)
    except CommerceError as error:
        return error
    return None


@TRANSPORTS
async def test_no_secret_comes_out_of_what_fails(
    server: Echoes, make: Callable[[], httpx.AsyncBaseTransport | None]
) -> None:
    search, filters = Search(PIECES), Search([FILTER[:8]])
    watched, asked, failed = Watched(search), Watched(filters), 0
    with EveryLogger() as logs:
        for answer, server.answer in ANSWERS.items():
            for name, call in CALLS.items():
                hooks = asked.hooks if name == "list" else watched.hooks
                async with client(server, make, hooks=hooks) as layer:
                    error = await failure(call, layer)
                    failed += error is not None
                    what = f"{name}, {answer}"
                    if error is not None:
                        search.look(what, _shown(error))
                        filters.look(what, _told(error))
                    watched.look_at(what, layer)
    watched.look_back("told", logs)
    asked.look_back("told", logs)
    assert failed == len(CALLS) * len(ANSWERS)
    assert any(TOKEN in each for each in server.echoed)
    assert search.places["log of commerce_sdk"] >= failed
    assert search.findings == []
    assert filters.findings == []


async def test_no_secret_of_an_answer_comes_out_but_by_its_own_name(server: Echoes) -> None:
    search = Search(PIECES)
    watched = Watched(search)
    with EveryLogger() as logs:
        async with client(server, hooks=watched.hooks) as layer:
            server.answer = echoes.of({"data": resource("api_credentials")})
            credential = await layer.api_credentials.get(ID)
            listed = {"data": [resource("identity_providers")], "meta": {"page_count": 1}}
            server.answer = echoes.of(listed)
            providers = await layer.identity_providers.list().collect()
            pages = [page async for page in layer.identity_providers.list().pages()]
            server.answer = echoes.of({"data": resource("identity_providers")})
            handle = await layer.identity_providers.wait_verified(ID)
            linked = {"role": {"data": {"type": "roles", "id": "r"}}}
            role = {"type": "roles", "id": "r", "relationships": {"api_credentials": {"data": []}}}
            role["relationships"]["api_credentials"]["data"] = [  # type: ignore[index]
                {"type": "api_credentials", "id": ID}
            ]
            about = {**resource("api_credentials"), "relationships": linked}
            server.answer = echoes.of({"data": about, "included": [role]})
            graph = await layer.api_credentials.get(ID, include=["role"])
            assert graph.role is not None
            assert not isinstance(graph.role, NotLoaded)
            assert graph.role.api_credentials == [graph]
            shown = [credential, *providers, *pages, handle, handle.state, graph, graph.role]
            shown += [pickle.loads(pickle.dumps(each)) for each in (credential, graph.role)]
            shown += [copy.deepcopy(graph), graph.role.api_credentials, {"found": credential}]
            search.look_at("shown", *shown)
            watched.look_at("client", layer)
    watched.look_back("told", logs)
    assert search.findings == []
    for each in (credential, *providers, graph):
        assert "shown" in repr(each)
        assert each.client_secret == OWN
        search.look_at("by itself", [each.client_secret])
        assert each.to_dict()["attributes"]["client_secret"] == OWN
    assert search.findings == []


async def test_no_secret_of_a_request_comes_out(server: Echoes) -> None:
    search = Search(PIECES)
    given = [IdentityProviderInput(**PROVIDER), IdentityProviderUpdateInput(id=ID)]
    given += [IdentityProviderUpdateInput(id=ID, client_secret=OF_PROVIDER)]
    for each in (*given, *pickle.loads(pickle.dumps(given)), *copy.deepcopy(given)):
        search.look("a request", of_value(each))
    async with client(server) as layer:
        for wrong in ({"client_secret": [OF_PROVIDER]}, {"domains": 7}, {"metadata": OF_PROVIDER}):
            with pytest.raises(InvalidRequest) as refused:
                await layer.identity_providers.create(**{**PROVIDER, **wrong})
            search.look("refused", _told(refused.value))
        for where in ({"client_secret_eq": OF_PROVIDER}, {"user_email": FILTER}, {"x": FILTER}):
            for namespace in (layer.identity_providers, layer.api_credentials, layer.memberships):
                with pytest.raises(InvalidRequest) as refused:
                    namespace.list(where=where)
                search.look("a filter", _told(refused.value))
    assert search.findings == []
    assert server.echoed == set(), "nothing was sent"


def _told(error: BaseException) -> Iterator[tuple[str, str]]:
    """What is told of an error, but for what shows the lines of this file too."""
    return ((how, text) for how, text in of_error(error) if how in ("str", "repr"))


REFUSED_TOKENS: dict[str, Answer] = {
    **{f"an error of {status}": echoes.problem(status) for status in (401, 500)},
    "an escaped error": echoes.problem(401, escaped=True),
    "a page of success": echoes.page(200),
    "another kind of token": echoes.of({"access_token": TOKEN, "token_type": "mac"}),
    "no token": echoes.of({"token": TOKEN}),
    "no HTTP": echoes.no_http,
}


@TRANSPORTS
async def test_no_secret_comes_out_where_there_is_no_token(
    server: Echoes, make: Callable[[], httpx.AsyncBaseTransport | None]
) -> None:
    search = Search(PIECES)
    watched = Watched(search)
    for given, server.issue in REFUSED_TOKENS.items():
        with EveryLogger() as logs:
            async with client(server, make, hooks=watched.hooks) as layer:
                search.look(given, of_error(await caught(CALLS["create"], layer)))
                watched.look_at(given, layer)
        watched.look_back(given, logs)
    assert server.echoed == set()
    assert search.findings == []


@TRANSPORTS
@STOPS
async def test_no_secret_comes_out_of_a_call_that_is_broken_off(
    server: Echoes, make: Callable[[], httpx.AsyncBaseTransport | None], stop: Stop
) -> None:
    search, stalled = Search(PIECES), server.stalled
    server.answer = echoes.silent

    async def watched(layer: Any) -> None:
        try:
            await CALLS["create"](layer)
        except BaseException as stopped:
            search.look("seen inside", of_error(stopped))
            raise

    async with client(server, make) as layer:
        try:
            await stop(layer, watched, lambda: server.stalled > stalled)
        except BaseException as stopped:
            search.look("seen outside", of_error(stopped))
    assert search.places["sentry"] >= 1
    assert search.findings == []
