"""Bodies: packed, cut, odd, and far too large."""

from __future__ import annotations

import gzip
import json
import tracemalloc
import zlib
from typing import Any

import httpx
import pytest

from commerce_sdk import AnswerTooLarge, DecodeError, RetryPolicy, defaults
from tests.support.clients import client
from tests.support.worlds import OFFERING

pytestmark = pytest.mark.anyio

ORDER = json.dumps({"orderId": OFFERING, "slug": "é" * 50}).encode()
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


@pytest.mark.parametrize(
    "parts",
    [
        [gzip.compress(ORDER)],
        one_by_one(gzip.compress(ORDER)),
        [gzip.compress(ORDER[:20]), gzip.compress(ORDER[20:])],
        [gzip.compress(ORDER[:20]) + gzip.compress(ORDER[20:])],
        [b"", gzip.compress(ORDER), b""],
    ],
    ids=["whole", "byte by byte", "two members", "two members in one part", "empty parts"],
)
async def test_gzip_is_undone_however_it_is_cut_up(parts: list[bytes]) -> None:
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers["accept-encoding"])
        return packed(*parts)

    async with client(answer) as commerce:
        assert (await commerce.orders.get(OFFERING)).to_dict() == json.loads(ORDER)
    assert asked == ["gzip"]


@pytest.mark.parametrize("encoding", ["", "identity", "x-gzip", "GZIP"])
async def test_other_names_of_what_was_asked_for(encoding: str) -> None:
    body = gzip.compress(ORDER) if "gzip" in encoding.lower() else ORDER
    async with client(lambda request: packed(body, encoding=encoding)) as commerce:
        assert (await commerce.orders.get(OFFERING)).order_id == OFFERING


@pytest.mark.parametrize(
    ("answer", "complaint"),
    [
        (lambda: packed(b"nonsense"), "says it is gzip, and is not"),
        (lambda: packed(zlib.compress(ORDER)), "says it is gzip, and is not"),
        (lambda: packed(gzip.compress(ORDER)[:-9]), "gzip is cut short"),
        (lambda: packed(gzip.compress(ORDER) + b"tail"), "says it is gzip, and is not"),
        (lambda: packed(zlib.compress(ORDER), encoding="deflate"), "was not asked for"),
        (lambda: packed(ORDER, encoding="br"), "was not asked for"),
        (lambda: packed(ORDER, encoding="gzip, gzip"), "was not asked for"),
    ],
    ids=["no gzip", "zlib", "cut", "with a tail", "deflate", "brotli", "twice"],
)
async def test_what_cannot_be_undone_is_a_decode_error(answer: Any, complaint: str) -> None:
    async with client(lambda request: answer()) as commerce:
        with pytest.raises(DecodeError, match=complaint) as caught:
            await commerce.orders.get(OFFERING)
    assert (caught.value.status, caught.value.request_id) == (200, "r-1")
    assert caught.value.operation == "get_order"


async def test_no_body_is_nothing_to_unpack() -> None:
    async with client(lambda request: packed(status=204)) as commerce:
        assert await commerce.pricing_plans.delete(OFFERING) is None


async def test_a_packed_error_is_read_too() -> None:
    body = gzip.compress(b'{"title": "no such order"}')
    async with client(lambda request: packed(body, status=404)) as commerce:
        with pytest.raises(Exception, match="HTTP 404 from get_order: no such order"):
            await commerce.orders.get(OFFERING)


async def test_an_answer_over_the_cap_is_refused_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(defaults, "MAX_BODY_BYTES", len(ORDER) - 1)
    for body, encoding in ((ORDER, "identity"), (gzip.compress(ORDER), "gzip")):
        sent: list[httpx.Request] = []

        def answer(
            request: httpx.Request,
            body: bytes = body,
            encoding: str = encoding,
            sent: list[httpx.Request] = sent,
        ) -> httpx.Response:
            sent.append(request)
            return packed(body, encoding=encoding)

        async with client(answer, retry=QUICK) as commerce:
            with pytest.raises(AnswerTooLarge, match=f"over {len(ORDER) - 1} bytes"):
                await commerce.orders.get(OFFERING)
        assert len(sent) == 1
    async with client(lambda request: packed(*one_by_one(gzip.compress(ORDER)))) as commerce:
        with pytest.raises(AnswerTooLarge):
            await commerce.orders.get(OFFERING)
    monkeypatch.setattr(defaults, "MAX_BODY_BYTES", len(ORDER))
    async with client(lambda request: packed(gzip.compress(ORDER))) as commerce:
        assert await commerce.orders.get(OFFERING)


async def test_a_bomb_does_not_go_off(monkeypatch: pytest.MonkeyPatch) -> None:
    cap = 1_000_000
    monkeypatch.setattr(defaults, "MAX_BODY_BYTES", cap)
    bomb = gzip.compress(b"0" * 300 * cap)
    async with client(lambda request: packed(bomb)) as commerce:
        tracemalloc.start()
        try:
            with pytest.raises(AnswerTooLarge):
                await commerce.orders.get(OFFERING)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert peak < 5 * cap
