"""The connections to one origin, as the environment wants them made."""

from __future__ import annotations

import os
import ssl
import threading
import weakref
from collections import deque
from urllib.parse import urlsplit

import anyio
import httpx

from commerce_sdk import defaults
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.lane import Lane
from commerce_sdk.runtime.proxies import is_loopback, proxy_for
from commerce_sdk.runtime.redaction import forget_frames
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


_LOCK = threading.Lock()
_SHARING: weakref.WeakSet[Lanes] = weakref.WeakSet()
"""Those that were given a transport and are open; one transport may be given to several."""


class Lanes:
    """Transports of one connection each; the one used last is used first.

    `transport` replaces them all, and is closed by the last that it was given to. A lane that
    nobody needed for a while is closed.
    """

    def __init__(self, base_url: str, transport: httpx.AsyncBaseTransport | None) -> None:
        self._base_url = base_url
        self._given = transport
        if transport is not None:
            with _LOCK:
                _SHARING.add(self)
        self._idle: deque[tuple[float, httpx.AsyncBaseTransport]] = deque()
        self._made: list[httpx.AsyncBaseTransport] = []
        self._context: ssl.SSLContext | None = None

    async def take(self) -> httpx.AsyncBaseTransport:
        """A lane for one exchange, to be given back."""
        if self._given is not None:
            return self._given
        lane = self._idle.pop()[1] if self._idle else self._make()
        if self._idle and self._idle[0][0] < anyio.current_time() - defaults.KEEP_ALIVE:
            _, unused = self._idle.popleft()
            self._made.remove(unused)
            with anyio.CancelScope(shield=True):
                await unused.aclose()
        return lane

    def give(self, lane: httpx.AsyncBaseTransport) -> None:
        """The exchange is over, however it went."""
        if lane is not self._given:
            self._idle.append((anyio.current_time(), lane))

    def _make(self) -> httpx.AsyncBaseTransport:
        if self._context is None:
            self._context = ssl_context(self._base_url)
        proxy = hide(proxy_for(self._base_url))
        lane = Lane(self._context) if proxy is None else _by_proxy(proxy, self._context)
        self._made.append(lane)
        return lane

    async def aclose(self) -> None:
        """Close all connections."""
        self._idle.clear()
        lanes, self._made = self._made, []
        if self._given is not None and self._is_its_last():
            lanes.append(self._given)
        for lane in lanes:
            await lane.aclose()

    def _is_its_last(self) -> bool:
        """Is no other client open on the given transport?"""
        with _LOCK:
            _SHARING.discard(self)
            return all(other._given is not self._given for other in _SHARING)


def _by_proxy(proxy: str, context: ssl.SSLContext) -> Lane:
    try:
        return Lane(context, checked_proxy(proxy))
    except ImportError as fault:
        forget_frames(fault)
        raise _unusable(proxy) from None


def checked_proxy(proxy: str) -> str:
    """A proxy's address, or `InvalidRequest` where nothing can be reached by it."""
    if not _is_address(proxy):
        raise _unusable(proxy)
    return proxy


def _is_address(proxy: str) -> bool:
    try:
        parts = urlsplit(proxy)
        _ = parts.port, (parts.hostname or "").encode("idna"), httpx.Proxy(proxy)
    except (ValueError, httpx.InvalidURL):
        return False
    return True


def _unusable(proxy: str) -> InvalidRequest:
    scheme, named, _ = proxy.partition("://")
    return InvalidRequest(
        f"the environment's proxy ({scheme if named else 'one without a scheme'}) cannot be used: "
        "name an http:// or https:// one, or install httpx[socks] for socks5://",
        path="proxy",
    )


def ssl_context(base_url: str) -> ssl.SSLContext:
    """What certificates are checked by, as the environment names them."""
    if base_url.startswith("https:"):
        try:
            return httpx.create_ssl_context(trust_env=True)
        except (OSError, ValueError) as fault:
            given = [name for name in _OF_CERTIFICATES if os.environ.get(name)]
            raise InvalidRequest(
                f"what servers are checked by cannot be read ({fault})", path=", ".join(given)
            ) from None
    # Not used, and reading all certificates takes longer than a call.
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
