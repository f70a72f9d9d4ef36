"""The connections to one origin, as the environment wants them made."""

from __future__ import annotations

import os
import ssl
import threading
import weakref
from collections import deque
from collections.abc import Collection
from contextlib import suppress
from urllib.parse import urlsplit

import anyio
import anyio.lowlevel
import httpx

from commerce_sdk import defaults
from commerce_sdk.errors import InvalidRequest, WrongEventLoop
from commerce_sdk.runtime.call.redaction import forget_frames
from commerce_sdk.runtime.http.connection import ConnectionTransport
from commerce_sdk.runtime.http.proxies import is_loopback, other_schemes, proxy_for, why_unusable
from commerce_sdk.runtime.http.timers import Timer, after
from commerce_sdk.secret import hide

_OF_CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE")


def checked_base_url(base_url: str) -> str:
    """The base URL without a trailing slash.

    Raises `InvalidRequest` unless it is https, or http to this machine itself.
    """
    base_url = hide(base_url)  # what is refused may have a password in it
    wrong = _wrong(base_url)
    if wrong is not None:
        raise InvalidRequest(wrong, path="base_url")
    return str(base_url).rstrip("/")


def _wrong(base_url: str) -> str | None:
    try:
        parts = urlsplit(base_url)
        host = parts.hostname
        _ = parts.port, httpx.URL(base_url).raw_host.decode().encode("idna")
    except (ValueError, TypeError, AttributeError, httpx.InvalidURL):
        return "is no URL"
    if not host or parts.query or parts.fragment or parts.username or parts.password:
        return "must be a plain URL such as https://host/path, without user, query or fragment"
    if parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host)):
        return None
    return "must be https (http is for this machine's own addresses only)"


_SHARING: weakref.WeakSet[Pool] = weakref.WeakSet()
"""Those that were given a transport and are open; one transport may be given to several."""
_LOOPS: weakref.WeakKeyDictionary[httpx.AsyncBaseTransport, object] = weakref.WeakKeyDictionary()
"""The event loops that the connections of given transports live in."""


_LOCK = threading.Lock()


def _unlock_in_child() -> None:
    # What another thread held would never come free: that thread is not there any more.
    global _LOCK
    _LOCK = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_unlock_in_child)


class Pool:
    """Transports of one connection each; the one used last is used first.

    `transport` replaces them all, and is closed by the last that it was given to. A connection that
    nobody needed for a while is closed then, whether anybody calls or not: while some are idle, one
    timer waits for the one that was idle longest.
    """

    def __init__(self, base_url: str, transport: httpx.AsyncBaseTransport | None) -> None:
        self._base_url = base_url
        self._given = transport
        self._checked = False
        if transport is not None:
            with _LOCK:
                _SHARING.add(self)
        self._idle: deque[tuple[float, httpx.AsyncBaseTransport]] = deque()
        self._made: set[httpx.AsyncBaseTransport] = set()
        self._context: ssl.SSLContext | None = None
        self._timer: Timer | None = None

    async def take(self) -> httpx.AsyncBaseTransport:
        """A connection for one exchange, to be given back. Raises `WrongEventLoop` where the given
        transport has its connections in another one."""
        if self._given is not None:
            if not self._checked:
                self._check_loop(self._given)
            return self._given
        return self._idle.pop()[1] if self._idle else self._make()

    def give(self, connection: httpx.AsyncBaseTransport) -> None:
        """The exchange is over, however it went."""
        if connection in self._made:
            self._idle.append((anyio.current_time(), connection))
            if self._timer is None:
                self._timer = after(defaults.KEEP_ALIVE, self._close_unused)

    async def _close_unused(self) -> None:
        while self._idle and self._idle[0][0] <= anyio.current_time() - defaults.KEEP_ALIVE:
            _, unused = self._idle.popleft()
            with anyio.CancelScope(shield=True), suppress(Exception):
                await unused.aclose()
            self._made.discard(unused)
        self._timer = None
        if self._idle:
            age = anyio.current_time() - self._idle[0][0]
            self._timer = after(defaults.KEEP_ALIVE - age, self._close_unused)

    def _make(self) -> httpx.AsyncBaseTransport:
        if self._context is None:
            self._context = ssl_context(self._base_url)
        proxy = hide(proxy_for(self._base_url))
        connection = (
            ConnectionTransport(self._context) if proxy is None else _by_proxy(proxy, self._context)
        )
        self._made.add(connection)
        return connection

    async def aclose(self) -> None:
        """Close all connections."""
        self._idle.clear()
        if self._timer is not None:
            await self._timer.stop()
        connections, self._made = [*self._made], set()
        if self._given is not None and self._is_its_last():
            connections.append(self._given)
        for connection in connections:
            await connection.aclose()

    def _check_loop(self, transport: httpx.AsyncBaseTransport) -> None:
        # One look is enough, for a client stays in its loop too.
        here = anyio.lowlevel.current_token()
        with _LOCK:
            if _lives_in_a_loop(transport) and _LOOPS.setdefault(transport, here) != here:
                _SHARING.discard(self)  # it keeps nothing open for others
                raise _elsewhere("use one each")
            _SHARING.add(self)
        self._checked = True

    def _is_its_last(self) -> bool:
        """Is no other client open on the given transport? Raises `WrongEventLoop` where there is
        none, and the connections are another loop's to close."""
        with _LOCK:
            _SHARING.discard(self)
            if any(other._given is self._given for other in _SHARING):
                return False
            if self._given is not None and _lives_in_a_loop(self._given):
                here = anyio.lowlevel.current_token()
                if _LOOPS.get(self._given, here) != here:
                    raise _elsewhere("close it there")
                _LOOPS.pop(self._given, None)
            return True


def _lives_in_a_loop(transport: httpx.AsyncBaseTransport) -> bool:
    return isinstance(transport, httpx.AsyncHTTPTransport) or hasattr(transport, "of_one_loop")


def _elsewhere(what: str) -> WrongEventLoop:
    return WrongEventLoop(f"the transport was first used in another event loop; {what}")


def _by_proxy(proxy: str, context: ssl.SSLContext) -> ConnectionTransport:
    try:
        return ConnectionTransport(context, checked_proxy(proxy))
    except ImportError as fault:
        forget_frames(fault)
        raise _unusable(proxy, other_schemes(_SCHEMES)) from None


_SCHEMES = ("http", "https", "socks5", "socks5h")


def checked_proxy(proxy: str, schemes: Collection[str] = _SCHEMES) -> str:
    """A proxy's address, or `InvalidRequest` where nothing can be reached by it."""
    why = why_unusable(proxy, schemes)
    if not why and not _is_address(proxy):
        why = "it cannot be read"
    if why:
        raise _unusable(proxy, why)
    return proxy


def _is_address(proxy: str) -> bool:
    try:
        _ = (urlsplit(proxy).hostname or "").encode("idna"), httpx.Proxy(proxy)
    except (ValueError, httpx.InvalidURL):
        return False
    return True


def _unusable(proxy: str, why: str) -> InvalidRequest:
    scheme = proxy.partition("://")[0]
    return InvalidRequest(f"the environment's proxy ({scheme}) cannot be used: {why}", path="proxy")


def ssl_context(base_url: str) -> ssl.SSLContext:
    """What certificates are checked by, as the environment names them."""
    if urlsplit(base_url).scheme == "https":
        try:
            return httpx.create_ssl_context(trust_env=True)
        except (OSError, ValueError) as fault:
            given = [name for name in _OF_CERTIFICATES if os.environ.get(name)]
            raise InvalidRequest(
                f"cannot be read as CA certificates ({fault})", path=", ".join(given)
            ) from None
    # Not used, and reading all certificates takes longer than a call.
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
