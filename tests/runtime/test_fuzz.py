"""Whatever comes in, from the server, the environment or the program: the right result or a
`CommerceError`, and no write that was sent and not refused is called unapplied."""

from __future__ import annotations

import gzip
import json
import pickle
import random
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st

from commerce_sdk import (
    AccessToken,
    Basic,
    Bearer,
    CommerceClient,
    CommerceError,
    InvalidRequest,
    LocalLimiter,
    RetryPolicy,
    TokenCache,
    new_item,
)
from commerce_sdk.document.model import Model
from commerce_sdk.sandbox import ManualClock
from commerce_sdk_api.commerce.operations import OPERATIONS
from tests.document.test_reading import look_everywhere
from tests.support.clients import client
from tests.support.every_call import DOCUMENT, EVERY_CALL, FOLLOWED, ID, answers_of
from tests.support.payloads import Payloads
from tests.support.worlds import ACCOUNT, VirtualClock

REFUSED = {400, 401, 403, 404, 405, 415, 422, 429}
RETRY = RetryPolicy(attempts=2)
encode = msgspec.json.Encoder(decimal_format="number").encode


def bounded(examples: int) -> settings:
    """The same examples each time, and so many."""
    return settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )


def test_every_operation_is_here() -> None:
    assert set(EVERY_CALL) == set(OPERATIONS)
    assert all(answers_of(name) for name in OPERATIONS)


# --- what a server may answer

ODD = [
    *(b"null", b"true", b"0", b"-1", b'""', b'"x"', b"[]", b"{}", b"[null]", b'[""]', b"[[]]"),
    *(b'{"a":null}', b"[{}]", b'"\\ud800"', b'"\\u0000"', b"1.5", b"1e400", b"1E-400", b"-0.0"),
    *(b"9" * 400, b"9" * 5000, b"1e999999999999", b"NaN", b'"NaN"', b'"1e5"', b'"\xff"'),
    *(b"[" * 500 + b"]" * 500, b'{"commerce_sdk:unknown":1,"commerce_sdk:currency":[]}'),
    *(b'"9999999-99-99T99:99:99Z"', b'"2024-05-06T07:08:09+00"', b"253402300800000", b"1e30"),
    *(b'"SUCCESS"', b'"FAILED"', b'"FAIL"', b'"SYNC_ORDER"', b'"COMPLETED"', b'"USD"', b'"XXX"'),
    json.dumps(ID).encode(),
]
WHOLE = [
    *ODD,
    *(b"", b" ", b"<html>", b"\xef\xbb\xbf", b"\xef\xbb\xbf{}", b"[" * 100_000, b'{"a":' * 50_000),
    *(b"%PDF-", b"%PDF-1.7 all of it", b"\x00", b"\xff\xfe{\x00}\x00", b'{"a":1', b"{}{}"),
    b'{"data":[],"nextPageToken":1}',
]
VALUES = [
    *("", " ", "0", "-1", "5", "1.5", "1.5.2", "1e5", "9" * 400, "nan", "inf", "²", "\xff", "0x1"),
    *("Wed, 21 Oct 2015 07:28:00 GMT", "Wed, 99 Oct 99999 99:99:99 +9999", "Wed, 21 Oct 2035"),
    *("21 Oct 9999 23:59:59 -2359", "1 Jan 1 00:00:00 +2359", ",", "; ;", "=", "gzip, br"),
    *("application/json", "application/pdf", "application/problem+json", "text/html", "a/b/c"),
    *("application/octet-stream", "application/json; charset=utf-16", "application/pdf;"),
]
NAMES = [
    *("retry-after", "content-type", "content-encoding", "x-request-id", "location", "date"),
    *("ratelimit-remaining", "ratelimit-reset", "x-ratelimit-remaining", "x-ratelimit-reset"),
    *("set-cookie", "www-authenticate", "request-id", "transfer-encoding", "content-length"),
]
STATUSES = [
    *(200, 200, 200, 200, 201, 202, 204, 206, 207, 226, 301, 304, 400, 401, 403, 404, 408, 409),
    *(415, 422, 423, 425, 429, 451, 499, 500, 502, 503, 504, 520, 599, 600, 999, 100),
]


def places(node: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    entries: Any = node.items() if isinstance(node, dict) else ()
    entries = enumerate(node) if isinstance(node, list) else entries
    found = [above] if above else []
    for key, value in entries:
        found += places(value, (*above, key))
    return found


def made(operation: str, chance: int, odd: list[bytes]) -> bytes:
    """An answer of the document's shape, with odd values in some places of it."""
    dice = random.Random(chance)
    payloads = Payloads(DOCUMENT, seed=chance)
    answer: Any = payloads.of(dice.choice(answers_of(operation)))
    if isinstance(answer, dict):
        answer |= {name: ID for name in ("id", "orderId") if dice.random() < 0.7}
    marks = {}
    for number, value in enumerate(odd):
        spots = places(answer)
        if not spots:
            break
        *steps, last = dice.choice(spots)
        target = answer
        for step in steps:
            target = target[step]
        target[last] = mark = f"@@{number}@@"
        marks[encode(mark)] = value
    content = encode(answer)
    for mark, value in marks.items():
        content = content.replace(mark, value)
    return content


class Packed(httpx.AsyncByteStream):
    def __init__(self, content: bytes, size: int) -> None:
        self._parts = [content[at : at + size] for at in range(0, len(content), size)]

    def __aiter__(self) -> Any:
        return self

    async def __anext__(self) -> bytes:
        if not self._parts:
            raise StopAsyncIteration
        return self._parts.pop(0)


PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "": lambda content: content,
    "gzip": gzip.compress,
    "gzip ": lambda content: gzip.compress(content)[:-5],
    "x-gzip": lambda content: gzip.compress(content) + b"\0\0",
    " GZIP": lambda content: content,
    "br": lambda content: content,
    "identity": lambda content: content,
    "gzip, gzip": lambda content: gzip.compress(gzip.compress(content)),
}


@st.composite
def answers(draw: st.DrawFn, operation: str) -> Callable[[], httpx.Response]:
    chance, odd = draw(st.integers(0, 10_000)), draw(st.lists(st.sampled_from(ODD), max_size=3))
    content = draw(
        st.just(made(operation, chance, odd))
        | st.just(made(operation, chance, odd))
        | st.sampled_from(WHOLE)
        | st.binary(max_size=40)
    )
    packing = draw(st.sampled_from(["", "", "", "", *PACKINGS]))
    headers = draw(
        st.lists(
            st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES) | st.text(max_size=9)),
            max_size=3,
        )
    )
    status, size = draw(st.sampled_from(STATUSES)), draw(st.sampled_from([1 << 20, 1 << 20, 700]))
    raw = [(name.encode(), value.encode(errors="replace")) for name, value in headers]
    if packing:
        raw.append((b"content-encoding", packing.encode()))
    return lambda: httpx.Response(
        status, headers=raw, stream=Packed(PACKINGS[packing](content), size)
    )


class Server(httpx.AsyncBaseTransport):
    """Gives its answers one after the other, the last one again and again."""

    def __init__(self, script: list[Callable[[], httpx.Response]]) -> None:
        self._script = script
        self.sent: list[tuple[str, int]] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await anyio.lowlevel.checkpoint()
        if len(self.sent) > 500:
            raise AssertionError("it never ends")
        answer = self._script[min(len(self.sent), len(self._script) - 1)]()
        self.sent.append((request.method, answer.status_code))
        return answer


def outcome(call: Callable[[CommerceClient], Any], server: Server, backend: str) -> Any:
    """What came out of a call: its result or its error. Any other error is the test's failure."""

    async def run() -> Any:
        time = VirtualClock(ManualClock())
        settings_ = {"clock": time, "retry": RETRY, "limiter": LocalLimiter(), "deadline": 30}
        async with client(server, catalog_account=ACCOUNT, **settings_) as commerce:
            try:
                return await call(commerce)
            except CommerceError as error:
                return error

    return anyio.run(run, backend=backend)


def check_error(error: CommerceError) -> None:
    assert str(error)
    assert repr(error)
    assert isinstance(error, CommerceError)


def check_result(result: Any) -> None:
    """It can be looked at and given back; an amount that is none says so in words."""
    for each in result if isinstance(result, list | tuple) else [result]:
        if isinstance(each, Model):
            try:
                look_everywhere(each)
                each.to_json()
                assert type(each).from_json(each.to_json()) == each
            except CommerceError as error:
                check_error(error)
            assert pickle.loads(pickle.dumps(each)) == each


def check(name: str, result: Any, server: Server) -> None:
    if not isinstance(result, CommerceError):
        check_result(result)
        return
    check_error(result)
    wrote = [status for method, status in server.sent if method not in ("GET", "HEAD")]
    operation = OPERATIONS.get(name)
    if operation is not None and operation.retry.kind != "safe" and wrote:
        assert result.maybe_applied is not None
        assert result.maybe_applied or not set(wrote) - REFUSED, (result, wrote)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize("name", EVERY_CALL)
def test_whatever_a_server_answers(name: str, backend: str) -> None:
    @bounded(20 if backend == "asyncio" else 3)
    @given(st.lists(answers(name), min_size=1, max_size=3))
    def run(script: list[Callable[[], httpx.Response]]) -> None:
        server = Server(script)
        check(name, outcome(lambda c: EVERY_CALL[name](c, ID), server, backend), server)

    run()


FOLLOWS = {
    "a quote": "get_quote",
    "a change": "get_pricing_change",
    "a change executed": "execute_pricing_change",
    "an order placed": "get_order_status",
    "an order": "get_order_status",
    "an order by quote": "place_order",
}


@pytest.mark.parametrize("name", FOLLOWED)
def test_whatever_a_server_answers_who_follows(name: str) -> None:
    @bounded(50)
    @given(st.lists(answers(FOLLOWS[name]) | answers("get_order"), min_size=1, max_size=4))
    def run(script: list[Callable[[], httpx.Response]]) -> None:
        server = Server(script)
        check(name, outcome(lambda c: FOLLOWED[name](c, ID), server, "asyncio"), server)

    run()


# --- what a program may give

TEXTS = st.text(st.characters(exclude_categories=()), max_size=12) | st.sampled_from(
    ["", ".", "..", "\ud800", "a\0b", "\n", "é", "a" * 70_000, "/", "%2e", "?", "#", ID, "\udcff"]
)
ANYTHING = TEXTS | st.sampled_from(
    [None, True, 0, 1, -1, 10**400, 1.5, float("nan"), float("inf"), b"x", [], {}, object(), 1j]
)


@pytest.mark.parametrize("name", EVERY_CALL)
def test_whatever_stands_where_an_id_should(name: str) -> None:
    @bounded(15)
    @given(ANYTHING)
    def run(given_: Any) -> None:
        server = Server([lambda: httpx.Response(404)])
        result = outcome(lambda c: EVERY_CALL[name](c, given_), server, "asyncio")
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
    result = outcome(lambda c: c.orders.resume(token), server, "asyncio")
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
@given(st.sampled_from(["Bearer", "Basic", "AccessToken", "RetryPolicy"]), ANYTHING, ANYTHING)
def test_whatever_a_value_of_a_setting_is_made_of(kind: str, one: Any, other: Any) -> None:
    make: dict[str, Callable[[], Any]] = {
        "Bearer": lambda: Bearer(one),
        "Basic": lambda: Basic(one, other),
        "AccessToken": lambda: AccessToken(one, expires_in=other),
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
