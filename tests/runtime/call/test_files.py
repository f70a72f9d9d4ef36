"""Whether an answer is the file that was asked for, and what becomes of one that is not."""

from __future__ import annotations

from typing import Any

import anyio
import pytest
from msgspec.structs import replace

from commerce_sdk import DecodeError
from commerce_sdk.runtime.call.answers import file_of
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.call.exchange import Body, Reply
from commerce_sdk.sandbox import ManualClock
from tests.codegen.golden.shop.operations import OPERATIONS
from tests.support.sliced import request_of
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio


class Parts:
    """A body that comes in parts, counts those that were asked for, and takes a while to close."""

    def __init__(self, *parts: bytes) -> None:
        self.left = list(parts)
        self.asked = 0
        self.closed = False
        self.scope: anyio.CancelScope | None = None

    async def next_part(self, deadline: Deadline) -> bytes:
        self.asked += 1
        if self.scope is not None:
            self.scope.cancel()
        await anyio.lowlevel.checkpoint()
        return self.left.pop(0) if self.left else b""

    async def aclose(self) -> None:
        await anyio.lowlevel.checkpoint()
        self.closed = True


async def file(parts: Parts, media: str = "", accept: str = "application/pdf") -> Body:
    request: Any = replace(request_of(OPERATIONS["print_bill"]), accept=accept)
    deadline = Deadline(None, VirtualClock(ManualClock()))
    reply = Reply(status=200, headers={"content-type": media} if media else {}, body=parts)
    return await file_of(request, reply, deadline, {})


async def whole(body: Body) -> bytes:
    deadline, content = Deadline(None, VirtualClock(ManualClock())), b""
    while part := await body.next_part(deadline):
        content += part
    return content


SAYS_NOTHING = ["", "application/octet-stream", "binary/octet-stream; x=y"]


@pytest.mark.parametrize("media", SAYS_NOTHING)
@pytest.mark.parametrize(
    ("parts", "looked_at"),
    [((b"%PDF-", b"1.7"), 1), ((b"%PDF-1", b".7"), 1), ((b"%P", b"DF", b"-1", b".7"), 3)],
)
async def test_no_more_of_a_file_is_read_than_shows_what_it_is(
    media: str, parts: tuple[bytes, ...], looked_at: int
) -> None:
    body = Parts(*parts)
    found = await file(body, media)
    assert body.asked == looked_at
    assert await whole(found) == b"%PDF-1.7"


@pytest.mark.parametrize("media", SAYS_NOTHING)
@pytest.mark.parametrize("parts", [(b"<html>", b"no"), (b"%PDF",), (b"%PD", b"E-1.7"), ()])
async def test_what_begins_otherwise_is_closed_and_refused(
    media: str, parts: tuple[bytes, ...]
) -> None:
    body = Parts(*parts)
    with pytest.raises(DecodeError, match="where a file should be"):
        await file(body, media)
    assert body.closed


@pytest.mark.parametrize(
    "accept", ["image/png, application/pdf", "application/pdf;q=0.9, image/png"]
)
async def test_of_several_types_the_one_counts_that_is_known_by_its_beginning(accept: str) -> None:
    assert await whole(await file(Parts(b"%PDF-1.7"), accept=accept)) == b"%PDF-1.7"
    with pytest.raises(DecodeError):
        await file(Parts(b"<html>"), accept=accept)


async def test_what_nobody_knows_by_its_beginning_is_taken_as_it_comes() -> None:
    body = Parts(b"\x89PNG")
    found = await file(body, accept="image/png")
    assert body.asked == 0
    assert await whole(found) == b"\x89PNG"


async def test_a_file_that_is_cancelled_while_it_is_looked_at_is_closed() -> None:
    body = Parts(b"%PDF-1.7")
    with anyio.CancelScope() as body.scope:
        await file(body)
    assert body.closed
