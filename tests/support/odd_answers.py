"""Whatever a server could answer, and what has to hold of what comes of it."""

from __future__ import annotations

import gzip
import json
import pickle
import random
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import anyio
import httpx
import msgspec
from hypothesis import HealthCheck, settings, strategies as st

from commerce_sdk import CommerceError, LocalLimiter, RetryPolicy
from commerce_sdk.document.json_api.resource import Resource
from commerce_sdk.document.model import Model
from commerce_sdk.sandbox import ManualClock
from tests.document.test_reading import look_everywhere
from tests.support.every_call import ID
from tests.support.payloads import Payloads
from tests.support.platforms import Subject
from tests.support.worlds import VirtualClock

REFUSED = {400, 401, 403, 404, 405, 406, 415, 422, 429}
RETRY = RetryPolicy(attempts=2)
MANY = 20
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


def made(platform: Subject, operation: str, chance: int, odd: list[bytes]) -> bytes:
    """An answer of the document's shape, with odd values in some places of it."""
    dice = random.Random(chance)
    payloads = Payloads(platform.document, seed=chance)
    answer: Any = payloads.of(dice.choice(platform.answers_of(operation)))
    for about in (answer, answer.get("data")) if isinstance(answer, dict) else ():
        if isinstance(about, dict):
            about |= {name: ID for name in ("id", "orderId", "productId") if dice.random() < 0.7}
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
def answers(draw: st.DrawFn, platform: Subject, operation: str) -> Callable[[], httpx.Response]:
    chance, odd = draw(st.integers(0, 10_000)), draw(st.lists(st.sampled_from(ODD), max_size=3))
    shaped = partial(made, platform, operation, chance)  # made where it is drawn alone
    content = draw(
        st.just(odd).map(shaped)
        | st.just(odd).map(shaped)
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
    """Gives its answers one after the other, the last one again and again; after `MANY` nothing is
    there any more, for a list by number has as many pages as it says."""

    def __init__(self, script: Sequence[Callable[[], httpx.Response]]) -> None:
        self._script = script
        self.sent: list[tuple[str, int]] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await anyio.lowlevel.checkpoint()
        if len(self.sent) > 500:
            raise AssertionError("it never ends")
        answer = self._script[min(len(self.sent), len(self._script) - 1)]()
        answer = answer if len(self.sent) < MANY else httpx.Response(404)
        self.sent.append((request.method, answer.status_code))
        return answer


def outcome(platform: Subject, name: str, server: Server, backend: str, id_: Any = ID) -> Any:
    """What came out of the call of a name."""
    call = {**platform.calls, **platform.followed}[name]
    return outcome_of(lambda client: call(client, id_), platform, name, server, backend)


def outcome_of(
    call: Callable[[Any], Any], platform: Subject, name: str, server: Server, backend: str
) -> Any:
    """What came out of a call: its result or its error. Any other error is the test's failure."""
    settings_ = {"retry": RETRY, "limiter": LocalLimiter(), "deadline": 30}

    async def run() -> Any:
        time = VirtualClock(ManualClock())
        async with platform.client(server, name, clock=time, **settings_) as client:
            try:
                return await call(client)
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
        if isinstance(each, Model | Resource):
            try:
                look_everywhere(each)
                each.to_json()
                assert type(each).from_json(each.to_json()) == each
            except CommerceError as error:
                check_error(error)
            assert pickle.loads(pickle.dumps(each)) == each


def check(platform: Subject, name: str, result: Any, server: Server) -> None:
    if not isinstance(result, CommerceError):
        check_result(result)
        return
    check_error(result)
    wrote = [status for method, status in server.sent if method not in ("GET", "HEAD")]
    if name in platform.writes() and wrote:
        assert result.maybe_applied is not None
        refused = REFUSED.union(platform.operations[name].refusals)
        assert result.maybe_applied or not set(wrote) - refused, (result, wrote)
