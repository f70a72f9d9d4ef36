"""Whatever comes in, from the server, the environment or the program: the right result or a
`CommerceError`, and no write that was sent and not refused is called unapplied."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest
from hypothesis import example, given, strategies as st

from commerce_sdk import (
    AccessToken,
    Basic,
    Bearer,
    CommerceClient,
    CommerceError,
    InvalidRequest,
    Login,
    RetryPolicy,
    TokenCache,
    new_item,
)
from tests.support.every_call import EVERY_CALL, ID
from tests.support.odd_answers import (
    Server,
    answers,
    bounded,
    check,
    check_error,
    outcome,
    outcome_of,
)
from tests.support.platforms import PLATFORMS, Subject
from tests.support.worlds import ACCOUNT

COMMERCE = PLATFORMS[0]
CALLS = [(platform, name) for platform in PLATFORMS for name in platform.calls]
FOLLOWED = [(platform, name) for platform in PLATFORMS for name in platform.followed]


def by_name(value: object) -> str:
    return value.name if isinstance(value, Subject) else str(value)


@pytest.mark.parametrize("platform", PLATFORMS, ids=by_name)
def test_every_operation_is_here(platform: Subject) -> None:
    assert set(platform.calls) == set(platform.operations)
    assert set(platform.followed) == set(platform.follows)
    assert all(platform.answers_of(name) for name in platform.operations)


# --- what a server may answer


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize(("platform", "name"), CALLS, ids=by_name)
def test_whatever_a_server_answers(platform: Subject, name: str, backend: str) -> None:
    @bounded(20 if backend == "asyncio" else 3)
    @given(st.lists(answers(platform, name), min_size=1, max_size=3))
    def run(script: list[Callable[[], httpx.Response]]) -> None:
        server = Server([*platform.answered.get(name, ()), *script])
        check(platform, name, outcome(platform, name, server, backend), server)

    run()


@pytest.mark.parametrize(("platform", "name"), FOLLOWED, ids=by_name)
def test_whatever_a_server_answers_who_follows(platform: Subject, name: str) -> None:
    either = st.one_of(*(answers(platform, each) for each in platform.follows[name]))

    @bounded(50)
    @given(st.lists(either, min_size=1, max_size=4))
    def run(script: list[Callable[[], httpx.Response]]) -> None:
        server = Server([*platform.answered.get(name, ()), *script])
        check(platform, name, outcome(platform, name, server, "asyncio"), server)

    run()


# --- what a program may give

TEXTS = st.text(st.characters(exclude_categories=()), max_size=12) | st.sampled_from(
    ["", ".", "..", "\ud800", "a\0b", "\n", "é", "a" * 70_000, "/", "%2e", "?", "#", ID, "\udcff"]
)
ANYTHING = TEXTS | st.sampled_from(
    [None, True, 0, 1, -1, 10**400, 1.5, float("nan"), float("inf"), b"x", [], {}, object(), 1j]
)


@pytest.mark.parametrize(("platform", "name"), CALLS, ids=by_name)
def test_whatever_stands_where_an_id_should(platform: Subject, name: str) -> None:
    @bounded(15)
    @given(ANYTHING)
    def run(given_: Any) -> None:
        server = Server([lambda: httpx.Response(404)])
        result = outcome(platform, name, server, "asyncio", given_)
        if isinstance(result, CommerceError):
            check_error(result)
            assert server.sent or isinstance(result, InvalidRequest)

    run()


@bounded(300)
@given(
    TEXTS
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
        max_leaves=5,
    ).map(json.dumps)
    | st.fixed_dictionaries(
        {
            name: ANYTHING.filter(lambda v: isinstance(v, str | int | list | None))
            for name in ("v", "platform", "account", "order", "api")
        }
    ).map(lambda d: json.dumps({**d, "v": 1, "platform": "commerce", "account": ACCOUNT}))
    | ANYTHING
)
def test_whatever_stands_where_a_token_should(token: Any) -> None:
    server = Server([lambda: httpx.Response(404)])
    result = outcome_of(lambda c: c.orders.resume(token), COMMERCE, "", server, "asyncio")
    assert isinstance(result, CommerceError)
    check_error(result)


SETTINGS: dict[str, st.SearchStrategy[Any]] = {
    "token": ANYTHING,
    "transaction_account": ANYTHING,
    "catalog_account": ANYTHING,
    "error_response_version": ANYTHING,
    "deadline": ANYTHING,
    "attempt_timeout": ANYTHING,
    "retry": ANYTHING,
    "limiter": ANYTHING,
    "max_connections": ANYTHING,
    "hooks": ANYTHING,
    "base_url": ANYTHING
    | st.tuples(st.sampled_from(["https://", "http://", "//", ""]), TEXTS, TEXTS).map("".join),
    "auth": ANYTHING
    | st.builds(lambda value: lambda: value, ANYTHING)
    | st.builds(lambda value: TokenCache(lambda: value), ANYTHING),
}


@bounded(300)
@given(st.sampled_from(sorted(SETTINGS)).flatmap(lambda n: st.tuples(st.just(n), SETTINGS[n])))
def test_whatever_a_setting_is(setting: tuple[str, Any]) -> None:
    name, value = setting
    given_: dict[str, Any] = {"token": "t", "transaction_account": ACCOUNT}
    if name == "auth":
        del given_["token"]
    given_ |= {name: value, "transport": Server([lambda: httpx.Response(404)])}

    async def run() -> None:
        async with CommerceClient(**given_) as commerce:
            for call in ("get_order", "delete_pricing_plan", "place_order"):
                try:
                    await EVERY_CALL[call](commerce, ID)
                except CommerceError as error:
                    check_error(error)

    try:
        anyio.run(run)
    except InvalidRequest as error:
        check_error(error)


@bounded(200)
@given(
    st.sampled_from(["Bearer", "Basic", "AccessToken", "Login", "RetryPolicy"]), ANYTHING, ANYTHING
)
def test_whatever_a_value_of_a_setting_is_made_of(kind: str, one: Any, other: Any) -> None:
    make: dict[str, Callable[[], Any]] = {
        "Bearer": lambda: Bearer(one),
        "Basic": lambda: Basic(one, other),
        "AccessToken": lambda: AccessToken(one, expires_in=other),
        "Login": lambda: Login(one, other),
        "RetryPolicy": lambda: RetryPolicy(attempts=one, first_pause=other),
    }
    try:
        make[kind]()
    except InvalidRequest as error:
        check_error(error)


ENVIRONMENT = [
    *("COMMERCE_TOKEN", "COMMERCE_EMAIL", "COMMERCE_TRANSACTION_ACCOUNT", "COMMERCE_BASE_URL"),
    *("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"),
    "SSLKEYLOGFILE",
]
ADDRESSES = st.tuples(
    st.sampled_from(
        ["http://", "https://", "socks5://", "socks5h://", "ftp://", "//", "", "http:"]
    ),
    st.sampled_from(["", "u:p@", "u@", "@", ":@", "ü:p@", "u:p#q@", "%zz:%@"]),
    st.sampled_from(["127.0.0.1", "[::1]", "[::1", "::1", "", "a..b", "a" * 64, "xn--ü", "0"]),
    st.sampled_from(["", ":", ":1", ":0", ":99999", ":-1", ":x", ":1:1", ":²", "/", "/x?y#z"]),
).map("".join)


@bounded(250)
@given(
    st.dictionaries(
        st.sampled_from(ENVIRONMENT),
        ADDRESSES | TEXTS.filter(lambda text: "\0" not in text),
        min_size=1,
        max_size=3,
    )
)
@example({"HTTPS_PROXY": "http://[::1"})
@example({"SSL_CERT_FILE": "/nonexistent"})
def test_whatever_the_environment_says(variables: dict[str, str]) -> None:
    async def run() -> None:
        at_home = {} if "COMMERCE_BASE_URL" in variables else {"base_url": "https://shop.invalid/"}
        server = {"transport": Server([lambda: httpx.Response(404)])} if not at_home else {}
        async with CommerceClient.from_env(**at_home, **server, retry=None, deadline=5) as commerce:
            try:
                await commerce.orders.place(items=[new_item(ID)])
            except CommerceError as error:
                check_error(error)
                assert server or error.maybe_applied is False, error

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMMERCE_TOKEN", "t")
        for name, value in variables.items():
            patch.setenv(name, value.encode(errors="replace").decode()[:1000])
        try:
            anyio.run(run)
        except InvalidRequest as error:
            check_error(error)
