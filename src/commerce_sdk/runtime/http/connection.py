"""A transport of one connection.

What httpx, httpcore and anyio keep to themselves and we have to know stands here and nowhere else.
"""

from __future__ import annotations

import os
import socket
import ssl
from base64 import b64encode
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from typing import Any, cast

import anyio
import anyio.abc
import httpcore
import httpx
import sniffio
from anyio.streams.tls import TLSStream

from commerce_sdk import defaults
from commerce_sdk.secret import SecretBytes


class ConnectionTransport(httpx.AsyncHTTPTransport):
    """httpx's transport, with one connection where it has a pool, whose book-keeping is a sixth of
    what a whole call costs.

    It stays httpx's own class, so what patches that one (mocks, tracing) reaches this one too.
    """

    def __init__(self, context: ssl.SSLContext, proxy: str | None = None) -> None:
        super().__init__(verify=context, proxy=proxy)
        self._pool = _OneConnection(context, proxy)  # type: ignore[assignment]


class _OneConnection:
    """One connection, made anew where the present one is at its end. One request at a time."""

    def __init__(self, context: ssl.SSLContext, proxy: str | None) -> None:
        self._network = _Network()
        self._maker = _maker(context, proxy, self._network)
        self._by_tunnel = isinstance(self._maker, httpcore.AsyncHTTPProxy)
        self._connection: httpcore.AsyncConnectionInterface | None = None

    @property
    def connections(self) -> list[httpcore.AsyncConnectionInterface]:
        """As a pool lists them."""
        return [] if self._connection is None else [self._connection]

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        connection = self._connection
        if connection is None or not _reusable(connection):
            await self.aclose()
            self._connection = connection = self._maker.create_connection(request.url.origin)
            if self._by_tunnel and b":" in request.url.host:
                _put_in_brackets(connection)
        try:
            response = await connection.handle_async_request(request)
            with suppress(AttributeError):  # a dependency has changed inside: as it has it, then
                response.stream = _Content(response.stream)
            return response
        except BaseException:
            await self.aclose()
            raise

    async def aclose(self) -> None:
        self._connection = None
        stream, self._network.stream = self._network.stream, None
        if stream is not None:
            with anyio.CancelScope(shield=True):
                await stream.aclose()


class _Content:
    """An answer's bytes as they come, from one generator, which is closed with it. httpcore's own
    stream has one within another, and forgets the inner one when the outer one is closed."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._parts = stream._connection._receive_response_body(request=stream._request)

    def __aiter__(self) -> _Content:
        return self

    async def __anext__(self) -> bytes:
        return cast("bytes", await anext(self._parts))

    async def aclose(self) -> None:
        await self._parts.aclose()
        await self._stream.aclose()


class _Network(httpcore.AsyncNetworkBackend):
    """Remembers the stream that it opened: httpcore forgets one whose TLS or tunnel was broken off,
    and leaves it open."""

    def __init__(self) -> None:
        self.stream: httpcore.AsyncNetworkStream | None = None

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        on_trio = sniffio.current_async_library() == "trio"
        backend = httpcore.TrioBackend() if on_trio else httpcore.AnyIOBackend()
        try:
            self.stream = await backend.connect_tcp(
                host, port, timeout, local_address, socket_options
            )
        except httpcore.ConnectError as fault:
            raise httpcore.ConnectError(reason(fault) or str(fault)) from fault
        return self.stream


_CUT = "the other end closed it"


def reason(fault: BaseException) -> str:
    """What the machine says of a connection that failed or broke, of several addresses the first;
    nothing where it says nothing. It stands below what each layer made of it."""
    root = fault
    while root.__cause__ is not None:
        root = root.__cause__
        if isinstance(root, BaseExceptionGroup):
            root = root.exceptions[0]
    if isinstance(root, ssl.SSLError):
        return str(root)
    number = getattr(root, "errno", None)
    if number and not isinstance(root, socket.gaierror):
        return os.strerror(number)
    return _CUT if isinstance(root, anyio.EndOfStream | ConnectionError) else ""


def _maker(
    context: ssl.SSLContext, proxy: str | None, network: _Network
) -> httpcore.AsyncConnectionPool:
    """A pool, of which only the making of connections is used."""
    settings: dict[str, Any] = {
        "ssl_context": context,
        "keepalive_expiry": defaults.KEEP_ALIVE,
        "network_backend": network,
    }
    if proxy is None:
        return httpcore.AsyncConnectionPool(**settings)
    parsed = httpx.Proxy(proxy)
    settings["proxy_url"] = str(parsed.url)
    credential = parsed.raw_auth
    if parsed.url.scheme.startswith("socks"):
        settings["proxy_auth"] = credential and tuple(map(SecretBytes, credential))
        return httpcore.AsyncSOCKSProxy(**settings)
    if credential:
        # Made here, for httpcore would make one that its frames show.
        basic = SecretBytes(b"Basic " + b64encode(b":".join(credential)))
        settings["proxy_headers"] = [(b"Proxy-Authorization", basic)]
    if parsed.url.scheme == "https":
        settings["proxy_ssl_context"] = context
    return httpcore.AsyncHTTPProxy(**settings)


def _put_in_brackets(connection: Any) -> None:
    """httpcore asks a proxy for the way to an IPv6 address without its brackets."""
    to_proxy = connection._connection
    ask: Callable[[httpcore.Request], Awaitable[httpcore.Response]] = to_proxy.handle_async_request

    async def ask_with_brackets(request: httpcore.Request) -> httpcore.Response:
        if request.method == b"CONNECT":
            host, _, port = request.url.target.rpartition(b":")
            target = request.url.target = b"[%b]:%b" % (host, port)
            request.headers = [
                (name, target if name == b"Host" else value) for name, value in request.headers
            ]
        return await ask(request)

    to_proxy.handle_async_request = ask_with_brackets


def _reusable(connection: httpcore.AsyncConnectionInterface) -> bool:
    """May a next request go out? Not where anything was received that no answer took up: it would
    be taken for the next answer."""
    if not connection.is_available() or connection.has_expired():
        return False
    try:
        return not _left_over(connection)
    except AttributeError:
        return False  # a dependency has changed inside: what cannot be looked at is not used again


def _left_over(connection: Any) -> bool:
    """Has anything been received that nobody read, in the parser, under TLS, or before both?

    `has_expired` has looked at the socket itself.
    """
    while not isinstance(connection, httpcore.AsyncHTTP11Connection):
        connection = connection._connection
    if connection._h11_state.trailing_data[0]:
        return True
    stream: Any = connection._network_stream
    stream = stream._stream
    # Of a TLS session in another, as through an https proxy, each may hold something.
    while hasattr(stream, "transport_stream"):
        incoming = stream._read_bio if isinstance(stream, TLSStream) else stream._incoming
        if incoming.pending or stream._ssl_object.pending():
            return True
        stream = stream.transport_stream
    # asyncio may have received once more before its reading was paused.
    return isinstance(stream, anyio.abc.SocketStream) and bool(stream._protocol.read_queue)  # type: ignore[attr-defined]
