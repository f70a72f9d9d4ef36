"""Bodies: packed, cut, odd, and far too large."""

from __future__ import annotations

import gzip
import itertools
import json
import tracemalloc
import zlib
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    AnswerTooLarge,
    DecodeError,
    LocalLimiter,
    NotFound,
    RateLimited,
    RetryPolicy,
    Unprocessable,
    defaults,
)
from tests.support.shop import BILL, a_bill, new_bill, shop_client
from tests.support.shop_world import shop_world

pytestmark = pytest.mark.anyio

CONTENT = json.dumps({**a_bill(), "type": "é" * 50}).encode()
QUICK = RetryPolicy(first_pause=0.001, pause_cap=0.002)


class Raw(httpx.AsyncByteStream):
    """A body as it stands on the wire, in these parts."""

    def __init__(self, *parts: bytes) -> None:
        self._parts = list(parts)

    def __aiter__(self) -> Any:
        return self

    async def __anext__(self) -> bytes:
        if not self._parts:
            raise StopAsyncIteration
        return self._parts.pop(0)


def one_by_one(content: bytes) -> list[bytes]:
    return [bytes([byte]) for byte in content]


def packed(*parts: bytes, encoding: str = "gzip", status: int = 200) -> httpx.Response:
    headers = {"Content-Encoding": encoding, "X-Request-Id": "r-1"}
    return httpx.Response(status, stream=Raw(*parts), headers=headers)


def packed_with(encoding: str, content: bytes) -> Callable[[int], Any]:
    def answers(status: int) -> Callable[[httpx.Request], httpx.Response]:
        def answer(request: httpx.Request) -> httpx.Response:
            response = packed(content, encoding=encoding, status=status)
            response.headers["retry-after"] = "7"
            return response

        return answer

    return answers


@pytest.mark.parametrize(
    "parts",
    [
        [gzip.compress(CONTENT)],
        one_by_one(gzip.compress(CONTENT)),
        [gzip.compress(CONTENT[:20]), gzip.compress(CONTENT[20:])],
        [gzip.compress(CONTENT[:20]) + gzip.compress(CONTENT[20:])],
        [b"", gzip.compress(CONTENT), b""],
    ],
    ids=["whole", "byte by byte", "two members", "two members in one part", "empty parts"],
)
async def test_gzip_is_undone_however_it_is_cut_up(parts: list[bytes]) -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers["accept-encoding"])
        return packed(*parts)

    async with shop_client(answer) as shop:
        assert (await shop.bills.get(BILL)).to_dict() == json.loads(CONTENT)
    assert asked == ["gzip"]


@pytest.mark.parametrize("encoding", ["", "identity", "x-gzip", "GZIP"])
async def test_other_names_of_what_was_asked_for(encoding: str) -> None:
    body = gzip.compress(CONTENT) if "gzip" in encoding.lower() else CONTENT
    async with shop_client(lambda request: packed(body, encoding=encoding)) as shop:
        assert (await shop.bills.get(BILL)).id == BILL


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        (lambda: packed(b"nonsense"), "says it is gzip, and is not"),
        (lambda: packed(zlib.compress(CONTENT)), "says it is gzip, and is not"),
        (lambda: packed(gzip.compress(CONTENT)[:-9]), "gzip is cut short"),
        (lambda: packed(gzip.compress(CONTENT) + b"tail"), "says it is gzip, and is not"),
        (lambda: packed(zlib.compress(CONTENT), encoding="deflate"), "was not asked for"),
        (lambda: packed(CONTENT, encoding="br"), "was not asked for"),
        (lambda: packed(CONTENT, encoding="gzip, gzip"), "was not asked for"),
    ],
    ids=["no gzip", "zlib", "cut", "with a tail", "deflate", "brotli", "twice"],
)
async def test_what_cannot_be_undone_is_a_decode_error(answer: Any, complaint: str) -> None:
    async with shop_client(lambda request: answer()) as shop:
        with pytest.raises(DecodeError, match=complaint) as caught:
            await shop.bills.get(BILL)
    assert (caught.value.status, caught.value.request_id) == (200, "r-1")
    assert caught.value.operation == "get_bill"


async def test_no_body_is_nothing_to_unpack() -> None:
    async with shop_client(lambda request: packed(status=204)) as shop:
        assert await shop.stands.remove_racks() is None


async def test_a_packed_error_is_read_too() -> None:
    body = gzip.compress(b'{"errors": [{"title": "no such rack"}]}')
    async with shop_client(lambda request: packed(body, status=404)) as shop:
        with pytest.raises(Exception, match="HTTP 404 from get_rack: no such rack"):
            await shop.racks.get("r")


async def test_an_answer_over_the_cap_is_refused_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(defaults, "MAX_BODY_BYTES", len(CONTENT) - 1)
    for body, encoding in ((CONTENT, "identity"), (gzip.compress(CONTENT), "gzip")):
        sent: list[httpx.Request] = []

        def answer(
            request: httpx.Request,
            body: bytes = body,
            encoding: str = encoding,
            sent: list[httpx.Request] = sent,
        ) -> httpx.Response:
            sent.append(request)
            return packed(body, encoding=encoding)

        async with shop_client(answer, retry=QUICK) as shop:
            with pytest.raises(AnswerTooLarge, match=f"over {len(CONTENT) - 1} bytes"):
                await shop.bills.get(BILL)
        assert len(sent) == 1
    async with shop_client(lambda request: packed(*one_by_one(gzip.compress(CONTENT)))) as shop:
        with pytest.raises(AnswerTooLarge):
            await shop.bills.get(BILL)
    monkeypatch.setattr(defaults, "MAX_BODY_BYTES", len(CONTENT))
    async with shop_client(lambda request: packed(gzip.compress(CONTENT))) as shop:
        assert await shop.bills.get(BILL)


async def test_a_bomb_does_not_go_off(monkeypatch: pytest.MonkeyPatch) -> None:
    cap = 1_000_000
    monkeypatch.setattr(defaults, "MAX_BODY_BYTES", cap)
    bomb = gzip.compress(b"0" * 300 * cap)
    async with shop_client(lambda request: packed(bomb)) as shop:
        tracemalloc.start()
        try:
            with pytest.raises(AnswerTooLarge):
                await shop.bills.get(BILL)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert peak < 5 * cap


class Endless(Raw):
    """Gzip without an end that unpacks to nothing."""

    def __init__(self) -> None:
        self.read = 0
        self._source = itertools.repeat(gzip.compress(b"") * 3000)

    async def __anext__(self) -> bytes:
        part: bytes = next(self._source, b"")
        if not part:
            raise StopAsyncIteration
        self.read += len(part)
        return part

    async def aclose(self) -> None:
        self._source = itertools.repeat(b"")


async def test_what_unpacks_to_nothing_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(defaults, "MAX_BODY_BYTES", 200_000)
    body = Endless()

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, stream=body, headers={"content-encoding": "gzip"})

    async with shop_client(answer) as shop:
        with pytest.raises(AnswerTooLarge):
            await shop.bills.get(BILL)
    assert body.read < 400_000


@pytest.mark.parametrize(
    "parts",
    [
        [gzip.compress(CONTENT) + b"\0" * 500],
        [gzip.compress(CONTENT), b"\0" * 500, b"\0"],
        [gzip.compress(CONTENT[:9]) + b"\0" * 3 + gzip.compress(CONTENT[9:]) + b"\0"],
        one_by_one(gzip.compress(CONTENT) + b"\0\0"),
    ],
    ids=["one part", "parts", "between members", "byte by byte"],
)
async def test_zeros_after_gzip_are_padding(parts: list[bytes]) -> None:
    async with shop_client(lambda request: packed(*parts)) as shop:
        assert (await shop.bills.get(BILL)).to_dict() == json.loads(CONTENT)


async def test_other_bytes_after_gzip_are_not() -> None:
    async with shop_client(lambda request: packed(gzip.compress(CONTENT) + b"\0oops")) as shop:
        with pytest.raises(DecodeError, match="says it is gzip, and is not"):
            await shop.bills.get(BILL)


UNREADABLE = {
    "foreign": packed_with("br", b"\x0b\x02\x80abc\x03"),
    "no gzip": packed_with("gzip", b"Not found"),
    "cut gzip": packed_with("gzip", gzip.compress(CONTENT)[:-9]),
    "gzip twice": packed_with("gzip, gzip", gzip.compress(gzip.compress(CONTENT))),
}


@pytest.mark.parametrize("how", UNREADABLE)
async def test_an_error_keeps_its_status_whatever_its_body_is_packed_in(how: str) -> None:
    async with shop_client(UNREADABLE[how](404)) as shop:
        with pytest.raises(NotFound) as missing:
            await shop.bills.get(BILL)
        assert (missing.value.request_id, missing.value.body) == ("r-1", "")
    async with shop_client(UNREADABLE[how](422)) as shop:
        with pytest.raises(Unprocessable) as refused:
            await shop.bills.create(new_bill())
        assert refused.value.maybe_applied is False


@pytest.mark.parametrize("how", UNREADABLE)
async def test_the_pause_of_such_a_429_is_kept(how: str) -> None:
    async with (
        shop_world() as here,
        shop_client(UNREADABLE[how](429), clock=here.time, limiter=LocalLimiter()) as shop,
    ):
        began = here.time.monotonic()
        for waited in (0, 7):
            with pytest.raises(RateLimited) as limited:
                await shop.bills.get(BILL)
            assert limited.value.retry_after == 7
            assert here.time.monotonic() - began == waited


@pytest.mark.parametrize("how", UNREADABLE)
async def test_a_success_that_cannot_be_unpacked_may_have_been_applied(how: str) -> None:
    async with shop_client(UNREADABLE[how](200)) as shop:
        with pytest.raises(DecodeError) as caught:
            await shop.stands.remove_racks()
        assert caught.value.maybe_applied is True
