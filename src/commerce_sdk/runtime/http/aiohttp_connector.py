"""aiohttp's connections, used again only while nothing is left on them.

What aiohttp keeps to itself and we have to know stands here and nowhere else.
"""

from __future__ import annotations

import select
from inspect import signature
from typing import Any

import aiohttp

_BOUNDS = {"max_line_size": 100 * 1024, "max_field_size": 100 * 1024, "max_headers": 1000}
HEAD: dict[str, Any] = {
    name: bound
    for name, bound in _BOUNDS.items()
    if name in signature(aiohttp.ClientSession).parameters
}
"""What the head of an answer may hold: h11's bound, where aiohttp's own is eight KiB a line and 128
lines. That of the number of lines is younger than the parameters of others."""


class Connector(aiohttp.TCPConnector):
    """Gives no idle connection on which something was received that no answer took up: it would be
    taken for the next answer."""

    async def _get(self, *args: Any) -> Any:
        while (connection := await super()._get(*args)) is not None:
            if _is_clean(connection.protocol):
                return connection
            connection.close()
        return None

    def _release(self, key: Any, protocol: Any, *, should_close: bool = False) -> None:
        if should_close or protocol.should_close:
            should_close = True
            # Closed politely it would stay open until a peer that says nothing takes leave of TLS.
            if protocol.transport is not None:
                protocol.transport.abort()
        super()._release(key, protocol, should_close=should_close)


def _is_clean(protocol: Any) -> bool:
    try:
        transport = protocol.transport
        return not (
            protocol.should_close  # a message, or what is none
            or protocol._parser.feed_eof() is not None  # the beginning of a message
            or getattr(protocol._parser, "_tail", b"")  # the same, where the parser is Python's
            or not transport.is_reading()
            or _is_readable(transport.get_extra_info("socket"))
        )
    except Exception:
        return False  # what cannot be looked at is not used again


def _is_readable(sock: Any) -> bool:
    if not hasattr(select, "poll"):
        return bool(select.select([sock], [], [], 0)[0])
    poll = select.poll()
    poll.register(sock, select.POLLIN)
    return bool(poll.poll(0))


def send_once(session: aiohttp.ClientSession) -> None:
    """By itself a session would send PUT and DELETE again over a connection that broke."""
    assert session._retry_connection
    session._retry_connection = False
