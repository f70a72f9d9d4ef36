"""The bytes of one answer, whole, unpacked and within a bound."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Protocol

import anyio

from commerce_sdk import defaults
from commerce_sdk.errors import AnswerTooLarge, DecodeError

ACCEPTED_ENCODING = "gzip"
"""What answers may be packed in. One that no request asks for is refused."""

_LEFT_OVERS = 1000
_GZIP = 16 + zlib.MAX_WBITS


class _Unpacker(Protocol):
    def unpack(self, part: bytes, room: int) -> bytes:
        """What comes out of a part, `room` bytes of it at the most."""
        ...

    def end(self) -> None:
        """Raises `DecodeError` where more should have come."""
        ...


class _Plain:
    def unpack(self, part: bytes, room: int) -> bytes:
        return part

    def end(self) -> None:
        pass


class _Gzip:
    # Never more at once than there is room for, so that a small answer cannot become a huge one.
    def __init__(self) -> None:
        self._member = zlib.decompressobj(_GZIP)
        self._started = False

    def unpack(self, part: bytes, room: int) -> bytes:
        unpacked: list[bytes] = []
        try:
            while part and room > 0:
                if self._member.eof:
                    part = part.lstrip(b"\0")  # padding, as of blocks on a tape
                    if not part:
                        break
                    self._member = zlib.decompressobj(_GZIP)
                self._started = True
                unpacked.append(self._member.decompress(part, room))
                room -= len(unpacked[-1])
                part = self._member.unused_data or self._member.unconsumed_tail
        except zlib.error:
            raise DecodeError("the answer says it is gzip, and is not") from None
        return b"".join(unpacked)

    def end(self) -> None:
        if self._started and not self._member.eof:
            raise DecodeError("the answer's gzip is cut short")


def is_plain(encoding: str | None) -> bool:
    """Does an answer of this content encoding come as it is?"""
    return (encoding or "").strip().lower() in ("", "identity")


def _unpacker(encoding: str | None) -> _Unpacker:
    if encoding is None or is_plain(encoding):
        return _Plain()
    if encoding.strip().lower() in ("gzip", "x-gzip"):
        return _Gzip()
    raise DecodeError("the answer came in a content encoding that was not asked for")


class Stream(Protocol):
    """A body as it comes."""

    def __aiter__(self) -> AsyncIterator[bytes]: ...

    async def aclose(self) -> None: ...


async def read_content(stream: Stream, encoding: str | None) -> bytes:
    """Read an answer's body to its end.

    Raises `AnswerTooLarge` as soon as it grows over the cap, packed or unpacked, and `DecodeError`
    where it cannot be unpacked.
    """
    unpacker = _unpacker(encoding)
    parts: list[bytes] = []
    room = left = defaults.MAX_BODY_BYTES
    chunks = aiter(stream)
    try:
        async for chunk in chunks:
            left -= len(chunk)  # what is packed may unpack to nothing, for ever
            parts.append(unpacker.unpack(chunk, room + 1))
            room -= len(parts[-1])
            if room < 0 or left < 0:
                raise AnswerTooLarge(f"the answer is over {defaults.MAX_BODY_BYTES} bytes")
    except DecodeError:
        await _break_off(stream, chunks)
        raise
    unpacker.end()
    return parts[0] if len(parts) == 1 else b"".join(parts)


async def _break_off(stream: Stream, chunks: AsyncIterator[bytes]) -> None:
    # Generators within generators: only one that has run out leaves nothing half done behind, which
    # trio complains of. Once the connection is closed they run out soon.
    with anyio.CancelScope(shield=True), suppress(Exception):
        await stream.aclose()
        for _ in range(_LEFT_OVERS):
            await anext(chunks)
