"""A small TCP proxy on loopback that breaks connections on demand.

An application cannot drop a connection; this can, before the platform saw the request or after it
acted. It understands just enough HTTP/1.1 to know where messages end.

    async with FaultProxy("127.0.0.1", port) as proxy:
        proxy.plan(CutAfterApplying(), method="POST")
        client = httpx.AsyncClient(base_url=proxy.url("/api"))

asyncio only. Each fault is one small class; adding one is writing one.
"""

from __future__ import annotations

import asyncio
import socket
import struct
import zlib
from collections import deque
from dataclasses import dataclass
from functools import cache
from types import TracebackType
from typing import Protocol, Self


class Exchange:
    """One request on its way through the proxy, as a fault sees it."""

    def __init__(
        self,
        request: bytes,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        upstream: tuple[str, int],
    ) -> None:
        self.request = request
        self._reader = reader
        self._writer = writer
        self._upstream = upstream

    async def forward(self) -> bytes:
        """Let the platform act; returns its whole answer, which the client has not seen."""
        reader, writer = await asyncio.open_connection(*self._upstream)
        try:
            writer.write(self.request)
            await writer.drain()
            answer = await _message(reader)
        finally:
            writer.close()
        return answer or b""

    async def answer(self, content: bytes) -> None:
        """Send bytes to the client."""
        self._writer.write(content)
        await self._writer.drain()

    async def half_close(self) -> None:
        """Say that nothing more comes, and go on listening until the client goes away."""
        self._writer.write_eof()
        await self._reader.read()

    def reset(self) -> None:
        """Break the connection with RST."""
        _reset(self._writer)


class Fault(Protocol):
    """Something that goes wrong with one exchange; the connection is closed after it."""

    async def apply(self, exchange: Exchange) -> None: ...


@dataclass(frozen=True)
class ResetAtAccept:
    """The connection is reset before anything is read."""

    async def apply(self, exchange: Exchange) -> None:
        exchange.reset()


@dataclass(frozen=True)
class CutBeforeApplying:
    """The request is read and dropped; the platform never sees it."""

    reset: bool = False

    async def apply(self, exchange: Exchange) -> None:
        if self.reset:
            exchange.reset()


@dataclass(frozen=True)
class CutAfterApplying:
    """The platform acts and answers; the client sees nothing of it."""

    reset: bool = False

    async def apply(self, exchange: Exchange) -> None:
        await exchange.forward()
        if self.reset:
            exchange.reset()


@dataclass(frozen=True)
class CutInAnswer:
    """The platform acts; the client sees only the first part of its answer."""

    share: float = 0.7
    reset: bool = False

    async def apply(self, exchange: Exchange) -> None:
        head, body = _parted(await exchange.forward())
        await exchange.answer(head + body[: int(len(body) * self.share)])
        if self.reset:
            exchange.reset()


@dataclass(frozen=True)
class HalfClose:
    """The platform acts; its side ends within the answer, while it still listens."""

    share: float = 0.7

    async def apply(self, exchange: Exchange) -> None:
        head, body = _parted(await exchange.forward())
        await exchange.answer(head + body[: int(len(body) * self.share)])
        await exchange.half_close()


@dataclass(frozen=True)
class CutChunked:
    """The platform acts; its answer comes in chunks, and the last ones are missing."""

    share: float = 0.7

    async def apply(self, exchange: Exchange) -> None:
        head, body = _parted(await exchange.forward())
        part = body[: int(len(body) * self.share)]
        head = _without_length(head, b"transfer-encoding: chunked\r\n")
        await exchange.answer(head + b"%x\r\n" % len(part) + part + b"\r\n")


@dataclass(frozen=True)
class CutWithoutLength:
    """The platform acts; its answer names no length, and ends too early."""

    share: float = 0.7

    async def apply(self, exchange: Exchange) -> None:
        head, body = _parted(await exchange.forward())
        head = _without_length(head, b"connection: close\r\n")
        await exchange.answer(head + body[: int(len(body) * self.share)])


@dataclass(frozen=True)
class Garbage:
    """The platform acts; what comes back is no HTTP."""

    content: bytes = b"\x00\x15\x03SSH-2.0-nonsense\r\n\r\n"

    async def apply(self, exchange: Exchange) -> None:
        await exchange.forward()
        await exchange.answer(self.content)


@dataclass(frozen=True)
class Bomb:
    """The platform acts; a small gzip answer comes back that unpacks to so many megabytes."""

    megabytes: int = 100

    async def apply(self, exchange: Exchange) -> None:
        head, _ = _parted(await exchange.forward())
        packed = _packed_zeros(self.megabytes)
        more = b"content-encoding: gzip\r\ncontent-length: %d\r\n" % len(packed)
        await exchange.answer(_without_length(head, more) + packed)


@dataclass(frozen=True)
class CloseWhileIdle:
    """The platform acts and answers; the connection, which was to be kept, is closed after it."""

    async def apply(self, exchange: Exchange) -> None:
        await exchange.answer(await exchange.forward())


@dataclass(frozen=True)
class SlowAccept:
    """Nothing is read from a new connection for so long; then all passes."""

    seconds: float = 0.2

    async def apply(self, exchange: Exchange) -> None:
        await asyncio.sleep(self.seconds)
        await exchange.answer(await exchange.forward())


@dataclass(frozen=True)
class Silence:
    """The request is read and never answered; the connection stays open for so long."""

    seconds: float

    async def apply(self, exchange: Exchange) -> None:
        await asyncio.sleep(self.seconds)


@dataclass(frozen=True)
class Drip:
    """The platform acts; its answer comes a byte at a time."""

    interval: float = 0.03

    async def apply(self, exchange: Exchange) -> None:
        for byte in await exchange.forward():
            await exchange.answer(bytes([byte]))
            await asyncio.sleep(self.interval)


@dataclass(frozen=True)
class _Planned:
    fault: Fault
    method: str | None
    path: str | None

    def meets(self, request: bytes) -> bool:
        method, _, rest = request.partition(b" ")
        path = rest.partition(b" ")[0].decode("latin-1")
        return self.method in (None, method.decode("latin-1")) and (self.path or "") in path


class FaultProxy:
    """Stands before a server on loopback and breaks what it is told to.

    `plan` lines faults up, each for the next request that meets it; with none waiting, everything
    passes. `struck` counts the faults that happened.
    """

    def __init__(self, host: str, port: int) -> None:
        self._upstream = (host, port)
        self._planned: deque[_Planned] = deque()
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self.port: int = 0
        self.struck: int = 0

    def plan(self, *faults: Fault, method: str | None = None, path: str | None = None) -> None:
        """Line faults up, for requests of a method or with a text in their path."""
        self._planned.extend(_Planned(fault, method, path) for fault in faults)

    def forget(self) -> None:
        """Let everything pass again."""
        self._planned.clear()

    def url(self, path: str = "") -> str:
        """The proxy's own address, with a path."""
        return f"http://127.0.0.1:{self.port}{path}"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._server is not None
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            if self._planned and isinstance(self._planned[0].fault, ResetAtAccept):
                self._planned.popleft()
                self.struck += 1
                _reset(writer)
                return
            while request := await _message(reader):
                exchange = Exchange(request, reader, writer, self._upstream)
                fault = self._next(request)
                if fault is not None:
                    self.struck += 1
                    await fault.apply(exchange)
                    return
                await exchange.answer(await exchange.forward())
        except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # either side went away, which is what this proxy is for
        finally:
            self._tasks.discard(task)
            writer.close()

    def _next(self, request: bytes) -> Fault | None:
        for planned in self._planned:
            if planned.meets(request):
                self._planned.remove(planned)
                return planned.fault
        return None


def _parted(message: bytes) -> tuple[bytes, bytes]:
    head, end, body = message.partition(b"\r\n\r\n")
    return head + end, body


def _without_length(head: bytes, more: bytes) -> bytes:
    """An answer's head without its length, with other lines in place of it."""
    lines = [
        line
        for line in head[:-2].splitlines(keepends=True)
        if not line.lower().startswith((b"content-length:", b"connection:"))
    ]
    return b"".join(lines) + more + b"\r\n"


@cache
def _packed_zeros(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, wbits=16 + zlib.MAX_WBITS)
    million = bytes(1_000_000)
    return b"".join(packer.compress(million) for _ in range(megabytes)) + packer.flush()


def _reset(writer: asyncio.StreamWriter) -> None:
    raw = writer.get_extra_info("socket")
    if raw is not None:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def _message(reader: asyncio.StreamReader) -> bytes | None:
    """One whole HTTP message; None where the peer has no more to say."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        return None
    headers = {}
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        headers[name.strip().lower()] = value.strip().lower()
    if headers.get(b"transfer-encoding") == b"chunked":
        return head + await _chunked(reader)
    return head + await reader.readexactly(int(headers.get(b"content-length", b"0")))


async def _chunked(reader: asyncio.StreamReader) -> bytes:
    content = b""
    while True:
        line = await reader.readuntil(b"\r\n")
        size = int(line.split(b";")[0], 16)
        content += line + await reader.readexactly(size + 2)
        if size == 0:
            return content
