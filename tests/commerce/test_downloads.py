"""Downloads: part by part, in constant memory, and never half a file under the final name."""

from __future__ import annotations

import os
import tracemalloc
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import anyio
import httpx
import pytest

from commerce_sdk import (
    ConnectionFailed,
    DeadlineExceeded,
    DecodeError,
    InvalidRequest,
    NotFound,
    RetryPolicy,
    ServerError,
)
from commerce_sdk.sandbox import QUOTES
from tests.support.clients import client
from tests.support.worlds import ACCOUNT, VirtualClock, world

pytestmark = pytest.mark.anyio

PDF = {"content-type": "application/pdf"}
UNTYPED = {"x-request-id": "r"}
Script = Callable[[], AsyncIterator[bytes]]


class Bytes(httpx.AsyncByteStream):
    """A body that a script gives; says whether it was closed."""

    def __init__(self, script: Script) -> None:
        self._script = script()
        self.closed = False

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._script

    async def aclose(self) -> None:
        self.closed = True


class Server(httpx.AsyncBaseTransport):
    """Answers with one script after the other."""

    def __init__(self, *scripts: Script, status: int = 200, **headers: str) -> None:
        self.scripts = list(scripts)
        self.bodies: list[Bytes] = []
        self.requests: list[httpx.Request] = []
        self.status = status
        self.headers = headers or PDF

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        script = self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]
        self.bodies.append(Bytes(script))
        return httpx.Response(self.status, headers=self.headers, stream=self.bodies[-1])


async def whole() -> AsyncIterator[bytes]:
    yield b"%PDF-"
    yield b"1.4 all of it"


async def broken() -> AsyncIterator[bytes]:
    yield b"%PDF-"
    raise httpx.ReadError("reset")


async def silent() -> AsyncIterator[bytes]:
    yield b"%PDF-"
    await anyio.sleep(60)
    yield b"never"


async def page() -> AsyncIterator[bytes]:
    yield b"<!doctype html>"
    yield b"%PDF-"


async def half_a_beginning() -> AsyncIterator[bytes]:
    yield b"%P"
    yield b"DF"


async def byte_by_byte() -> AsyncIterator[bytes]:
    for byte in b"%PDF-1.4 all of it":
        yield bytes([byte])


async def empty() -> AsyncIterator[bytes]:
    return
    yield b""


def left_in(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))


RETRY = RetryPolicy(attempts=2).with_pauses(first=0.001, cap=0.001)


async def test_a_file_of_the_sandbox_is_saved_and_replaces_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "quote.pdf"
    target.write_bytes(b"old")
    async with world() as here:
        saved = await here.commerce.quotes.download(next(iter(QUOTES))).save(target)
        asked = here.transport.requests[-1]

    assert saved == target
    assert target.read_bytes().startswith(b"%PDF-1.4")
    assert target.read_bytes().endswith(b"%%EOF\n")
    assert left_in(tmp_path) == ["quote.pdf"]
    assert asked.url.params["transactionAccountId"] == ACCOUNT
    assert asked.headers["accept"] == "application/pdf, application/json"
    assert asked.headers["accept-encoding"] == "identity"


async def test_the_parts_of_a_file_come_one_by_one_and_the_connection_is_let_go() -> None:
    server = Server(whole)
    async with client(server) as commerce, commerce.invoices.download("i") as parts:
        assert [part async for part in parts] == [b"%PDF-", b"1.4 all of it"]
        assert not server.bodies[0].closed
    assert server.bodies[0].closed


@pytest.mark.parametrize("status", [201, 203, 206, 299])
async def test_a_success_that_the_document_does_not_name_comes_part_by_part_too(
    status: int,
) -> None:
    server = Server(whole, status=status)
    async with client(server) as commerce, commerce.invoices.download("i") as parts:
        assert await anext(parts) == b"%PDF-"
        assert not server.bodies[0].closed


async def test_leaving_early_lets_the_connection_go() -> None:
    server = Server(whole)
    async with client(server) as commerce:
        download = commerce.invoices.download("i")
        async with download as parts:
            assert await anext(parts) == b"%PDF-"
            with pytest.raises(InvalidRequest, match="this download is open already"):
                await download.__aenter__()
        assert server.bodies[0].closed
        async with download as parts:
            assert await anext(parts) == b"%PDF-"


async def test_a_broken_connection_starts_a_saved_file_anew(tmp_path: Path) -> None:
    server = Server(broken, whole)
    async with client(server, retry=RETRY) as commerce:
        await commerce.invoices.download("i").save(tmp_path / "a.pdf")

    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF-1.4 all of it"
    assert left_in(tmp_path) == ["a.pdf"]
    assert all(body.closed for body in server.bodies)


@pytest.mark.parametrize("before", [None, b"old"])
async def test_what_cannot_be_fetched_leaves_what_was_there_and_nothing_else(
    tmp_path: Path, before: bytes | None
) -> None:
    target = tmp_path / "a.pdf"
    if before is not None:
        target.write_bytes(before)
    server = Server(broken)
    async with client(server, retry=RETRY) as commerce:
        with pytest.raises(ConnectionFailed) as caught:
            await commerce.invoices.download("i").save(target)

    assert len(caught.value.attempts) == 2
    assert left_in(tmp_path) == (["a.pdf"] if before else [])
    assert before is None or target.read_bytes() == before
    assert all(body.closed for body in server.bodies)


async def test_parts_that_were_handed_out_cannot_be_fetched_again() -> None:
    server = Server(broken)
    async with client(server, retry=RETRY) as commerce, commerce.invoices.download("i") as parts:
        assert await anext(parts) == b"%PDF-"
        with pytest.raises(ConnectionFailed, match="reset"):
            await anext(parts)
    assert len(server.requests) == 1
    assert server.bodies[0].closed


async def test_the_deadline_cuts_a_silent_download(tmp_path: Path) -> None:
    server = Server(silent)
    async with client(server, attempt_timeout=None) as commerce:
        with pytest.raises(DeadlineExceeded):
            await commerce.invoices.download("i").save(tmp_path / "a.pdf", deadline=0.05)
        assert left_in(tmp_path) == []
        async with commerce.with_options(deadline=0.05).invoices.download("i") as parts:
            assert await anext(parts) == b"%PDF-"
            with pytest.raises(DeadlineExceeded):
                await anext(parts)
    assert all(body.closed for body in server.bodies)


async def test_a_cancelled_download_leaves_nothing(tmp_path: Path) -> None:
    waits = anyio.Event()

    async def stuck() -> AsyncIterator[bytes]:
        yield b"%PDF-"
        waits.set()
        await anyio.sleep_forever()

    server = Server(stuck)
    async with client(server) as commerce, anyio.create_task_group() as tasks:
        tasks.start_soon(commerce.invoices.download("i").save, tmp_path / "a.pdf")
        await waits.wait()
        tasks.cancel_scope.cancel()
    assert left_in(tmp_path) == []
    assert server.bodies[0].closed


@pytest.mark.parametrize(
    ("script", "headers", "complaint"),
    [
        (whole, {"content-type": "text/html"}, "text/html came where a file should be"),
        (whole, {"content-type": "application/json"}, "application/json came where"),
        (whole, {"content-type": "application/problem+json"}, r"problem\+json came where"),
        (whole, {"content-type": "application/xml"}, "application/xml came where"),
        (whole, {"content-type": "application/xhtml+xml"}, r"xhtml\+xml came where"),
        (whole, {"content-type": "image/png"}, "image/png came where"),
        (whole, {"content-type": "application/pdfx"}, "application/pdfx came where"),
        (page, UNTYPED, "nothing came where a file should be"),
        (page, {"content-type": ""}, "nothing came where a file should be"),
        (page, {"content-type": "application/octet-stream"}, "octet-stream came where a file"),
        (empty, UNTYPED, "nothing came where a file should be"),
        (half_a_beginning, UNTYPED, "nothing came where a file should be"),
        (whole, {**PDF, "content-encoding": "gzip"}, "content encoding that was not asked for"),
        (empty, PDF, "the file that came is empty"),
    ],
)
async def test_what_is_no_file_is_not_saved(
    tmp_path: Path, script: Script, headers: dict[str, str], complaint: str
) -> None:
    server = Server(script, **headers)
    async with client(server) as commerce:
        with pytest.raises(DecodeError, match=complaint):
            await commerce.invoices.download("i").save(tmp_path / "a.pdf")
    assert left_in(tmp_path) == []
    assert all(body.closed for body in server.bodies)


@pytest.mark.parametrize("script", [whole, byte_by_byte])
@pytest.mark.parametrize(
    "headers",
    [
        {"content-type": "Application/PDF; charset=binary"},
        {"content-type": "application/octet-stream"},
        {"content-type": "binary/octet-stream"},
        {**PDF, "content-encoding": " Identity"},
        {**PDF, "content-encoding": ""},
        UNTYPED,
    ],
    ids=str,
)
async def test_a_file_under_another_name_is_the_file(
    tmp_path: Path, headers: dict[str, str], script: Script
) -> None:
    server = Server(script, **headers)
    async with client(server) as commerce:
        await commerce.invoices.download("i").save(tmp_path / "a.pdf")
        async with commerce.invoices.download("i") as parts:
            assert b"".join([part async for part in parts]) == b"%PDF-1.4 all of it"
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF-1.4 all of it"
    assert all(body.closed for body in server.bodies)


async def test_a_look_at_the_first_bytes_ends_with_the_deadline_and_begins_anew(
    tmp_path: Path,
) -> None:
    async def stuck() -> AsyncIterator[bytes]:
        yield b"%P"
        await anyio.sleep(60)

    async def cut() -> AsyncIterator[bytes]:
        yield b"%P"
        raise httpx.ReadError("reset")

    server = Server(stuck, **UNTYPED)
    async with client(server, attempt_timeout=None) as commerce:
        with pytest.raises(DeadlineExceeded):
            await commerce.invoices.download("i").save(tmp_path / "a.pdf", deadline=0.05)
    again = Server(cut, whole, **UNTYPED)
    async with client(again, retry=RETRY) as commerce:
        await commerce.invoices.download("i").save(tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == b"%PDF-1.4 all of it"
    assert all(body.closed for body in [*server.bodies, *again.bodies])


async def test_an_empty_file_in_parts_is_an_error_too() -> None:
    async with client(Server(empty)) as commerce, commerce.invoices.download("i") as parts:
        with pytest.raises(DecodeError, match="the file that came is empty"):
            await anext(parts)


@pytest.mark.parametrize("name", ["é" * 125, "n" * 250 + ".pdf", ".pdf", " ", "a\nb"], ids=ascii)
async def test_any_name_that_the_disk_takes_can_be_saved_under(tmp_path: Path, name: str) -> None:
    async with client(Server(whole)) as commerce:
        await commerce.invoices.download("i").save(tmp_path / name)
    assert left_in(tmp_path) == [name]


async def test_an_error_in_place_of_a_file_is_that_error(tmp_path: Path) -> None:
    async with world() as here:
        with pytest.raises(NotFound) as caught:
            await here.commerce.quotes.download("no-such-quote").save(tmp_path / "a.pdf")
        assert caught.value.code == "QUOTE_NOT_FOUND"
        here.sandbox.fail_next("download_quote", 503, times=9)
        with pytest.raises(ServerError):
            await here.commerce.quotes.download(next(iter(QUOTES))).save(tmp_path / "a.pdf")
        here.sandbox.reset()
        here.sandbox.fail_next("download_quote", 503)
        await here.commerce.quotes.download(next(iter(QUOTES))).save(tmp_path / "a.pdf")
    assert left_in(tmp_path) == ["a.pdf"]


async def test_a_path_that_cannot_be_written_is_refused_before_anything_is_sent(
    tmp_path: Path,
) -> None:
    server = Server(whole)
    async with client(server) as commerce:
        download = commerce.invoices.download("i")
        with pytest.raises(InvalidRequest, match=r"path: .* is a folder; name a file"):
            await download.save(tmp_path)
        with pytest.raises(InvalidRequest, match=r"path: there is no folder .*missing"):
            await download.save(tmp_path / "missing" / "a.pdf")
    assert not server.requests


async def test_memory_stays_the_same_however_large_the_file(tmp_path: Path) -> None:
    part = b"x" * 65_536

    async def large() -> AsyncIterator[bytes]:
        for _ in range(640):
            yield part

    async with client(Server(large)) as commerce:
        tracemalloc.start()
        try:
            await commerce.invoices.download("i").save(tmp_path / "a.pdf")
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert (tmp_path / "a.pdf").stat().st_size == 640 * 65_536
    assert peak < 4_000_000


async def test_a_virtual_clock_counts_the_parts() -> None:
    async with world() as here, here.commerce.quotes.download(next(iter(QUOTES))) as parts:
        assert isinstance(here.time, VirtualClock)
        assert b"".join([part async for part in parts]).startswith(b"%PDF")
