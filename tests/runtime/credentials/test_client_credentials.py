"""A client's id and secret: each host is sent its own, one call gives a token to all, and what a 401
means is said by the token's own end."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    AuthenticationFailed,
    ClientCredentials,
    CommerceError,
    DeadlineExceeded,
    Hooks,
    InvalidRequest,
    RetryPolicy,
    Unauthenticated,
    defaults,
)
from commerce_sdk.document.operation import Platform
from tests.support.reporters import of_error
from tests.support.secret_search import Search
from tests.support.shop import BILL, ShopClient, a_bill, shop_client
from tests.support.stops import STOPS, Stop
from tests.support.token_hosts import SECRET, TOKEN_URL, TwoHosts, credentials, platform_of

pytestmark = pytest.mark.anyio
TWICE = RetryPolicy(attempts=2, first_pause=0.001, pause_cap=0.002)


async def together(shop: ShopClient, calls: int = 100) -> list[CommerceError]:
    """So many calls at once; gives what they raised."""
    raised: list[CommerceError] = []

    async def one() -> None:
        try:
            await shop.bills.get(BILL)
        except CommerceError as error:
            raised.append(error)

    async with anyio.create_task_group() as tasks:
        for _ in range(calls):
            tasks.start_soon(one)
    return raised


# --- each host is sent its own


async def test_the_secret_goes_to_the_token_host_and_the_token_to_the_api() -> None:
    hosts = TwoHosts()
    async with hosts.client() as shop:
        await shop.bills.get(BILL)
    (token,) = hosts.tokens
    assert (token.method, str(token.url)) == ("POST", TOKEN_URL)
    assert token.headers["content-type"] == "application/x-www-form-urlencoded"
    assert token.headers["accept"] == "application/json"
    assert "authorization" not in token.headers
    assert hosts.asked == [
        {"grant_type": "client_credentials", "client_id": "a client", "client_secret": SECRET}
    ]
    assert hosts.sent == ["Bearer t1"]
    assert not any(SECRET in str(call.headers) + str(call.url) for call in hosts.calls)


async def test_a_token_is_asked_for_in_json_where_the_document_says_so() -> None:
    hosts = TwoHosts()
    async with hosts.client(platform=platform_of(token_request="json")) as shop:
        await shop.bills.get(BILL)
    (token,) = hosts.tokens
    assert token.headers["content-type"] == "application/json"
    assert json.loads(token.content) == {
        "grant_type": "client_credentials",
        "client_id": "a client",
        "client_secret": SECRET,
    }


async def test_what_a_secret_is_made_of_arrives_as_it_is() -> None:
    hosts, odd = TwoHosts(), "a&b=c+d é%20/?"
    async with hosts.client(ClientCredentials(odd, odd[::-1])) as shop:
        await shop.bills.get(BILL)
    (form,) = hosts.asked
    assert (form["client_id"], form["client_secret"]) == (odd, odd[::-1])


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("which", ["token", "call"])
async def test_no_redirect_takes_anything_elsewhere(which: str, status: int) -> None:
    hosts = TwoHosts()
    away = httpx.Response(status, headers={"location": "https://else.invalid/oauth/token"})
    if which == "token":
        hosts.given = lambda: away
    else:
        hosts.answered = lambda _: away
    async with hosts.client() as shop:
        with pytest.raises(CommerceError):
            await shop.bills.get(BILL)
    assert hosts.elsewhere == []
    assert len(hosts.calls) == (which == "call")


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("https://auth.invalid", "https://auth.invalid/"),
        ("https://AUTH.invalid:443/a/", "https://auth.invalid/a/"),
        ("https://auth.invalid:8443/a%20b", "https://auth.invalid:8443/a%20b"),
    ],
)
async def test_another_token_endpoint_than_the_documents(address: str, sent: str) -> None:
    hosts = TwoHosts()
    async with hosts.client(credentials(token_url=address)) as shop:
        await shop.bills.get(BILL)
    assert [str(each.url) for each in hosts.tokens] == [sent]


async def test_hooks_are_told_of_a_token_and_a_middleware_is_not() -> None:
    """What it adds may be for the API alone."""
    hosts, told, seen = TwoHosts(), list[str](), list[str]()

    async def add(call: Any, call_next: Any) -> Any:
        seen.append(call.operation)
        return await call_next({"x-key-of-the-api": "k"})

    hooks = Hooks(request=lambda event: told.append(event.operation))
    async with hosts.client(hooks=hooks, middleware=[add]) as shop:
        await shop.bills.get(BILL)
    assert told == ["get_token", "get_bill"]
    assert seen == ["get_bill"]
    assert "x-key-of-the-api" not in hosts.tokens[0].headers
    assert hosts.calls[0].headers["x-key-of-the-api"] == "k"


# --- one call for all


async def test_a_hundred_tasks_at_the_start_and_at_the_end_of_a_token_ask_once_each() -> None:
    hosts = TwoHosts()
    async with hosts.client() as shop:
        assert await together(shop) == []
        assert (len(hosts.tokens), hosts.sent) == (1, ["Bearer t1"] * 100)
        await hosts.clock.sleep(3600)
        assert await together(shop) == []
    assert (len(hosts.tokens), hosts.sent[100:]) == (2, ["Bearer t2"] * 100)


async def test_it_is_renewed_early_while_the_others_go_on_with_the_old_one() -> None:
    hosts = TwoHosts()
    async with hosts.client() as shop:
        await shop.bills.get(BILL)
        await hosts.clock.sleep(3600 - defaults.RENEWAL_EARLY / 2)
        assert await together(shop) == []
    assert len(hosts.tokens) == 2
    assert set(hosts.sent) == {"Bearer t1", "Bearer t2"}


async def test_clients_and_clones_of_one_credential_share_its_token() -> None:
    hosts, auth = TwoHosts(), credentials()
    async with hosts.client(auth) as one, hosts.client(auth) as other:
        async with anyio.create_task_group() as tasks:
            for shop in (one, other, one.with_options(deadline=5), other.for_shop("another")):
                tasks.start_soon(together, shop, 25)
        assert len(hosts.tokens) == 1
        async with hosts.client(credentials()) as apart:
            await apart.bills.get(BILL)
    assert len(hosts.tokens) == 2


async def test_what_closes_one_client_leaves_the_others_their_way_to_the_token_host() -> None:
    hosts, auth = TwoHosts(), credentials()
    async with hosts.client(auth) as other:
        async with hosts.client(auth) as one:
            await one.bills.get(BILL)
        await hosts.clock.sleep(3600)
        await other.bills.get(BILL)
    assert hosts.sent == ["Bearer t1", "Bearer t2"]


async def test_no_token_of_one_token_host_is_kept_for_another() -> None:
    hosts, auth = TwoHosts(), credentials()
    elsewhere = platform_of(token_url="https://auth.invalid/other/token")
    async with hosts.client(auth) as one, hosts.client(auth, platform=elsewhere) as other:
        await one.bills.get(BILL)
        await other.bills.get(BILL)
    assert [each.url.path for each in hosts.tokens] == ["/oauth/token", "/other/token"]
    assert hosts.sent == ["Bearer t1", "Bearer t2"]


async def test_who_asks_and_is_cancelled_leaves_it_to_the_next() -> None:
    hosts, begun = TwoHosts(), anyio.Event()

    class Slow(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.host == "auth.invalid" and not begun.is_set():
                begun.set()
                await anyio.sleep_forever()
            return hosts(request)

    kind = type("ShopClient", (ShopClient,), {"platform": platform_of()})
    auth = credentials()
    async with (
        shop_client(Slow(), kind, auth=auth, deadline=5) as one,
        shop_client(hosts, kind, auth=auth, deadline=5) as other,
        anyio.create_task_group() as tasks,
        anyio.create_task_group() as first,
    ):
        first.start_soon(one.bills.get, BILL)
        await begun.wait()
        tasks.start_soon(together, other, 10)
        await anyio.wait_all_tasks_blocked()
        first.cancel_scope.cancel()
    assert (len(hosts.tokens), hosts.sent) == (1, ["Bearer t1"] * 10)


def test_clients_in_loops_one_after_the_other_share_a_token() -> None:
    hosts, auth = TwoHosts(), credentials()

    async def once() -> None:
        async with hosts.client(auth) as shop:
            await shop.bills.get(BILL)

    anyio.run(once)
    anyio.run(once, backend="trio")
    assert (len(hosts.tokens), hosts.sent) == (1, ["Bearer t1"] * 2)


# --- what a 401 of the API means


async def test_a_live_token_that_is_answered_401_is_a_refusal_to_each_and_asks_for_none() -> None:
    hosts = TwoHosts()
    async with hosts.client(retry=TWICE) as shop:
        await shop.bills.get(BILL)
        hosts.answered = lambda _: httpx.Response(401, json={})
        raised = await together(shop)
    assert [type(error) for error in raised] == [Unauthenticated] * 100
    assert not any(error.renewable for error in raised if isinstance(error, Unauthenticated))
    assert {len(error.attempts) for error in raised} == {1}
    assert (len(hosts.tokens), len(hosts.calls)) == (1, 101)


@pytest.mark.parametrize("how", ["on its way", "while the machine slept"])
async def test_one_whose_end_has_passed_is_renewed_once(how: str) -> None:
    hosts = TwoHosts()

    def answered(request: httpx.Request) -> httpx.Response:
        if request.headers["authorization"] == "Bearer t2":
            return httpx.Response(200, json=a_bill())
        if how == "on its way":
            hosts.clock._clock.advance(3600)
        return httpx.Response(401, json={})

    hosts.answered = answered
    async with hosts.client(retry=TWICE) as shop:
        if how == "while the machine slept":
            with pytest.raises(Unauthenticated):
                await shop.bills.get(BILL)
            hosts.calls.clear()
            hosts.clock.ahead = 3600
        await shop.bills.get(BILL)
        assert hosts.sent == ["Bearer t1", "Bearer t2"]
        hosts.answered = lambda _: httpx.Response(401, json={})
        with pytest.raises(Unauthenticated):
            await shop.bills.get(BILL)
    assert (len(hosts.tokens), len(hosts.calls)) == (2, 3)


async def test_where_a_401_means_expired_a_token_is_renewed_whatever_its_end() -> None:
    hosts = TwoHosts()
    hosts.answered = lambda request: httpx.Response(
        401 if request.headers["authorization"] == "Bearer t1" else 200, json=a_bill()
    )
    async with hosts.client(platform=platform_of(unauthenticated="expired"), retry=TWICE) as shop:
        await shop.bills.get(BILL)
    assert hosts.sent == ["Bearer t1", "Bearer t2"]


@pytest.mark.parametrize(
    ("lifetime", "seconds"),
    [
        (7200, 7200),
        ("7200", 7200),
        (7200.5, 7200),
        *((odd, defaults.TOKEN_LIFETIME) for odd in (None, 0, -1, True, "soon", "nan", [], {})),
    ],
    ids=repr,
)
async def test_it_ends_when_the_token_host_says_and_never_lasts_for_ever(
    lifetime: object, seconds: float
) -> None:
    hosts = TwoHosts(lifetime)
    async with hosts.client() as shop:
        await shop.bills.get(BILL)
        await hosts.clock.sleep(seconds - defaults.RENEWAL_EARLY - 1)
        await shop.bills.get(BILL)
        assert len(hosts.tokens) == 1
        await hosts.clock.sleep(defaults.RENEWAL_EARLY + 1)
        await shop.bills.get(BILL)
    assert len(hosts.tokens) == 2


# --- what the token host answers


@pytest.mark.parametrize("status", [400, 401, 403])
@pytest.mark.parametrize(
    ("body", "said"),
    [
        (
            {"json": {"errors": [{"title": "a", "detail": "b", "code": "C", "status": 401}]}},
            "a: b (C)",
        ),
        (
            {"json": {"errors": {"title": "a", "detail": "b", "code": "C", "status": "401"}}},
            "a: b (C)",
        ),
        ({"json": {"title": "a", "detail": "b", "code": "C", "status": "401"}}, "a: b [C]"),
        ({"json": {"error": "a", "error_description": "b"}}, "a: b [a]"),
        ({"json": {"error": "a"}}, "get_token: a [a]"),
        ({"text": "no"}, "get_token: no"),
        ({"html": "<h1>no</h1>"}, "get_token"),
        ({"json": ["no"]}, "get_token"),
        ({}, "get_token"),
    ],
    ids=["array", "one object", "bare", "RFC 6749", "its code", "text", "HTML", "list", "empty"],
)
async def test_a_refusal_is_told_and_asked_for_no_more(
    body: dict[str, Any], said: str, status: int
) -> None:
    hosts = TwoHosts()
    hosts.given = lambda: httpx.Response(status, **body)
    async with hosts.client(retry=TWICE) as shop:
        raised = await together(shop, 10)
    assert [type(error) for error in raised] == [AuthenticationFailed] * 10
    first = next(error for error in raised if isinstance(error, AuthenticationFailed))
    assert first.refused
    assert str(first).startswith(f"the token host refused the client: HTTP {status} from get_token")
    assert said in str(first)
    assert (len(hosts.tokens), hosts.calls) == (1, [])


@pytest.mark.parametrize(
    "given",
    [
        httpx.Response(500, html="<h1>no</h1>"),
        httpx.Response(503, json={"errors": []}),
        httpx.Response(429, headers={"retry-after": "1"}),
    ],
    ids=lambda given: given.status_code,
)
async def test_trouble_is_no_refusal_and_is_tried_again_as_any_read_is(
    given: httpx.Response,
) -> None:
    hosts = TwoHosts()
    hosts.given = lambda: given
    async with hosts.client(retry=TWICE) as shop:
        with pytest.raises(AuthenticationFailed, match="no token could be had: ") as failed:
            await shop.bills.get(BILL)
        assert not failed.value.refused
        assert len(hosts.tokens) == 2
        hosts.given = None
        await hosts.clock.sleep(defaults.RENEWAL_FIRST_PAUSE)
        await shop.bills.get(BILL)


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        ({"access_token": "t", "token_type": "mac"}, "not of the type Bearer"),
        ({"access_token": "t", "token_type": 7}, "not of the type Bearer"),
        ({"token_type": "Bearer"}, "gave no access token"),
        ({"access_token": None}, "gave no access token"),
        ({"access_token": ""}, "gave no access token"),
        ({"access_token": 7}, "gave no access token"),
        ({"access_token": "a\nb"}, "may not hold control characters"),
        ({"errors": [{"code": "C"}]}, "gave no access token"),
        ([], "no token could be had: "),
        ("t", "no token could be had: "),
    ],
)
async def test_what_is_no_token_is_an_authentication_failure(answer: Any, complaint: str) -> None:
    hosts = TwoHosts()
    hosts.given = lambda: httpx.Response(200, json=answer)
    async with hosts.client() as shop:
        with pytest.raises(AuthenticationFailed, match=complaint) as failed:
            await shop.bills.get(BILL)
    assert not failed.value.refused
    assert hosts.calls == []


@pytest.mark.parametrize("kind", ["bearer", "Bearer", "BEARER", None, ...])
async def test_any_spelling_of_bearer_is_one(kind: Any) -> None:
    hosts = TwoHosts()
    answer = {"access_token": "t", "scope": "api", "created_at": 1, "expires_in": 7200}
    hosts.given = lambda: httpx.Response(
        200, json=answer if kind is ... else {**answer, "token_type": kind}
    )
    async with hosts.client() as shop:
        await shop.bills.get(BILL)
    assert hosts.sent == ["Bearer t"]


async def test_a_token_host_that_hangs_does_not_outlive_the_deadline() -> None:
    class Hangs(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await anyio.sleep_forever()
            raise AssertionError

    kind = type("ShopClient", (ShopClient,), {"platform": platform_of()})
    async with shop_client(Hangs(), kind, auth=credentials(), deadline=0.05) as shop:
        with pytest.raises(DeadlineExceeded, match="renewing the credential") as caught:
            await shop.bills.send(BILL)
    assert caught.value.maybe_applied is False


# --- what it is made of


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: ClientCredentials("", SECRET), "client_id: must be a text"),
        (lambda: ClientCredentials(7, SECRET), "client_id: must be a text, not int"),  # type: ignore[arg-type]
        (lambda: ClientCredentials("a", ""), "client_secret: must be a text"),
        (lambda: ClientCredentials("a", None), "client_secret: must be a text"),  # type: ignore[arg-type]
        (lambda: ClientCredentials("a", f"{SECRET}\n\x00"), "client_secret: may not hold control"),
        (lambda: credentials(token_url="http://auth.invalid/t"), "token_url: must be https"),
        (lambda: credentials(token_url="https://a:b@auth.invalid"), "token_url: must be a plain"),
        (lambda: credentials(token_url="https://auth.invalid/?a=b"), "token_url: must be a plain"),
        (lambda: credentials(token_url="auth.invalid"), "token_url: must be a plain URL"),
        (lambda: credentials(token_url=7), "token_url: is no URL"),
        (lambda: credentials(token_url=""), "token_url: must be a plain URL"),
    ],
)
def test_what_cannot_be_one_is_refused_by_name(make: Any, complaint: str) -> None:
    with pytest.raises(InvalidRequest, match=f"^{complaint}") as refused:
        make()
    assert SECRET not in str(refused.value)


@pytest.mark.parametrize(
    ("platform", "complaint"),
    [
        (platform_of(token_url=None), "token_url: is needed: the platform's document names no"),
        (platform_of(kind="api-key"), "auth: must be ClientCredentials, ApiKey"),
        (platform_of(kind="api-key", token_url=None), "auth: must be ApiKey"),
    ],
    ids=["no token host", "no bearer", "no token"],
)
async def test_a_platform_that_has_no_token_for_it_refuses_it(
    platform: Platform, complaint: str
) -> None:
    with pytest.raises(InvalidRequest) as refused:
        async with TwoHosts().client(platform=platform):
            raise AssertionError
    assert str(refused.value).startswith(complaint)


async def test_a_platform_that_names_no_token_host_takes_the_callers() -> None:
    hosts = TwoHosts()
    auth = credentials(token_url=TOKEN_URL)
    async with hosts.client(auth, platform=platform_of(token_url=None)) as shop:
        await shop.bills.get(BILL)
    assert hosts.sent == ["Bearer t1"]


async def test_what_is_none_is_told_that_it_could_be() -> None:
    with pytest.raises(InvalidRequest, match="auth: must be ClientCredentials, Bearer, "):
        async with TwoHosts().client(7):
            raise AssertionError


async def test_it_lives_in_one_process_and_shows_nothing() -> None:
    hosts, auth = TwoHosts(), credentials()
    async with hosts.client(auth) as shop:
        await shop.bills.get(BILL)
        token = shop.core.pipeline.auth
        for each in (auth, token):
            with pytest.raises(TypeError, match="make one in each process"):
                pickle.dumps(each)
        async with hosts.client(copy.copy(auth)) as other:
            await other.bills.get(BILL)
        assert (repr(auth), repr(token)) == ("ClientCredentials()", "ClientToken()")
    assert len(hosts.tokens) == 1


async def test_the_connections_to_both_hosts_close_with_the_client() -> None:
    hosts = TwoHosts()

    class Counting(httpx.MockTransport):
        closed = 0

        async def aclose(self) -> None:
            self.closed += 1

    transport = Counting(hosts)
    async with hosts.client(transport=transport) as one:
        async with hosts.client(transport=transport) as other:
            await one.bills.get(BILL)
            await other.bills.get(BILL)
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(other.with_options(deadline=1).aclose)
        assert transport.closed == 0
        await one.bills.get(BILL)
    assert transport.closed == 1


@STOPS
async def test_no_secret_comes_out_of_a_call_that_is_broken_off_as_it_waits_for_a_token(
    stop: Stop,
) -> None:
    asked: list[httpx.Request] = []

    class Hangs(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            asked.append(request)
            await anyio.sleep_forever()
            raise AssertionError

    async def watched(shop: ShopClient) -> None:
        try:
            await shop.bills.send(BILL)
        except BaseException as stopped:
            search.look("seen inside", of_error(stopped))
            raise

    search = Search([SECRET])
    kind = type("ShopClient", (ShopClient,), {"platform": platform_of()})
    async with shop_client(Hangs(), kind, auth=credentials(), deadline=5) as shop:
        try:
            await stop(shop, watched, lambda: asked != [])
        except BaseException as stopped:
            search.look("seen outside", of_error(stopped))
    assert search.places["sentry"] >= 1
    assert search.findings == []
