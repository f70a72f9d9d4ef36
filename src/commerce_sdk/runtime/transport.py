"""The bottom layer: one attempt over HTTP. The only module that knows httpx."""

from __future__ import annotations

import ipaddress
import urllib.request
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar, cast
from urllib.parse import urlencode, urlsplit

import anyio
import httpx

from commerce_sdk import defaults
from commerce_sdk._version import __version__
from commerce_sdk.errors import ConnectionFailed, DecodeError, InvalidRequest
from commerce_sdk.runtime.call import Call, Reply
from commerce_sdk.runtime.deadline import Deadline

T = TypeVar("T")

_USER_AGENT = f"commerce-sdk/{__version__}"
_CONNECTING = ("connection.connect_", "connection.start_tls", "connection.retry", "socks5.")
_SENDING = ("http11.send_request_", "http2.send_request_")


def checked_base_url(base_url: str) -> str:
    """The base URL without a trailing slash.

    Raises `InvalidRequest` unless it is https, or http to this machine itself.
    """
    try:
        parts = urlsplit(base_url)
        host = parts.hostname
    except ValueError:
        raise InvalidRequest("is no URL", path="base_url") from None
    if not host or parts.query or parts.fragment or parts.username:
        raise InvalidRequest(
            "must be a plain URL such as https://host/path, without user, query or fragment",
            path="base_url",
        )
    if parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(host)):
        return base_url.rstrip("/")
    raise InvalidRequest(
        "must be https (http is for this machine's own addresses only)", path="base_url"
    )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class _Content(httpx.AsyncByteStream):
    """A request's bytes, iterated over without an async generator: trio complains of one that a
    broken connection leaves half used."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._waiting: list[bytes] = []

    def __aiter__(self) -> _Content:
        self._waiting = [self._content] if self._content else []
        return self

    async def __anext__(self) -> bytes:
        if not self._waiting:
            raise StopAsyncIteration
        return self._waiting.pop()


class _Trace:
    """What the transport itself says of how far an attempt came."""

    def __init__(self) -> None:
        self._connecting = False
        self._sending = False

    async def __call__(self, event: str, info: Any) -> None:
        if event.startswith(_SENDING):
            self._sending = True
        elif event.startswith(_CONNECTING):
            self._connecting = True

    @property
    def may_have_sent(self) -> bool:
        """False only on evidence: it was seen connecting, and never seen sending."""
        return self._sending or not self._connecting


class HttpTransport:
    """Sends one attempt and reads its whole answer.

    `transport` replaces the network; left out, connections are made on first use, with proxies
    and CA bundles as the environment names them.
    """

    def __init__(self, base_url: str, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self.base_url = checked_base_url(base_url)
        self._given = transport
        self._made: httpx.AsyncBaseTransport | None = None

    async def __call__(self, call: Call) -> Reply:
        """Raises `ConnectionFailed` (with `sent`), `DeadlineExceeded` or `DecodeError`."""
        trace = _Trace()

        async def exchange(seconds: float | None) -> Reply:
            return await self._exchange(self._request(call, trace, seconds), trace, call)

        return await _in_time(call.deadline, call.attempt_timeout, trace, exchange)

    def _request(self, call: Call, trace: _Trace, seconds: float | None) -> httpx.Request:
        request = call.request
        assert request.path.startswith("/")
        url = self.base_url + request.path
        if request.query:
            url += "?" + urlencode(request.query)
        headers = [("user-agent", _USER_AGENT), ("accept", request.accept)]
        if call.is_file:
            headers.append(("accept-encoding", "identity"))
        if request.body is not None:
            headers.append(("content-type", "application/json"))
        headers += [*request.headers, *call.headers]
        for name, value in headers:
            if any(ord(character) < 0x20 or ord(character) == 0x7F for character in value):
                raise InvalidRequest("may not hold control characters", path=name)
        timeout = httpx.Timeout(seconds)
        http_request = httpx.Request(
            request.operation.method,
            url,
            headers=headers,
            content=request.body,
            extensions={"timeout": timeout.as_dict(), "trace": trace},
        )
        http_request.stream = _Content(request.body or b"")
        return http_request

    async def _exchange(self, request: httpx.Request, trace: _Trace, call: Call) -> Reply:
        with _in_words(request, trace):
            response = await self._transport().handle_async_request(request)
        response.request = request
        headers = {name.lower(): value for name, value in response.headers.items()}
        if call.is_file and response.status_code in call.request.operation.success:
            body = _FileBody(response, trace, call.attempt_timeout)
            return Reply(status=response.status_code, headers=headers, body=body)
        try:
            with _in_words(request, trace):
                content = await _content(response)
        finally:
            await _closed(response)
        return Reply(status=response.status_code, headers=headers, content=content)

    def _transport(self) -> httpx.AsyncBaseTransport:
        if self._given is not None:
            return self._given
        if self._made is None:
            self._made = _from_environment(self.base_url)
        return self._made

    async def aclose(self) -> None:
        """Close the connections."""
        transport = self._given or self._made
        if transport is not None:
            await transport.aclose()


class _FileBody:
    """A success answer's bytes as they come."""

    def __init__(
        self, response: httpx.Response, trace: _Trace, attempt_timeout: float | None
    ) -> None:
        self._response = response
        self._trace = trace
        self._part_timeout = attempt_timeout
        self._parts = aiter(cast("AsyncIterable[bytes]", response.stream))

    async def next_part(self, deadline: Deadline) -> bytes:
        return await _in_time(deadline, self._part_timeout, self._trace, self._next)

    async def _next(self, seconds: float | None) -> bytes:
        if self._response.headers.get("content-encoding", "identity") != "identity":
            raise DecodeError("the file came in a content encoding that was not asked for")
        with _in_words(self._response.request, self._trace):
            return await anext(self._parts, b"")

    async def aclose(self) -> None:
        if isinstance(self._parts, AsyncGenerator):
            await self._parts.aclose()
        await _closed(self._response)


async def _in_time(
    deadline: Deadline,
    timeout: float | None,
    trace: _Trace,
    step: Callable[[float | None], Awaitable[T]],
) -> T:
    """What `step` gives within `timeout` and the deadline; it is told the seconds that it has."""
    remaining = deadline.remaining()
    limits = [limit for limit in (remaining, timeout) if limit is not None]
    seconds = min(limits) if limits else None
    with anyio.move_on_after(seconds) as scope, deadline.charge("attempts"):
        return await step(seconds)
    assert scope.cancelled_caught
    if seconds == remaining:
        ended = deadline.error("waiting for an answer")
        ended.maybe_applied = trace.may_have_sent
        raise ended
    raise ConnectionFailed(f"no whole answer within {seconds} s", sent=trace.may_have_sent)


@contextmanager
def _in_words(request: httpx.Request, trace: _Trace) -> Iterator[None]:
    """Says what went wrong with a connection in errors of ours."""
    try:
        yield
    except httpx.PoolTimeout:
        raise ConnectionFailed(
            "no connection came free: all are in use; raise the limit or ask for less at once",
            sent=False,
        ) from None
    except httpx.DecodingError:
        raise DecodeError("the answer's content encoding cannot be undone") from None
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as fault:
        sent = trace.may_have_sent
        raise ConnectionFailed(_why(fault, request, sent), sent=sent) from fault


async def _closed(response: httpx.Response) -> None:
    with anyio.CancelScope(shield=True):
        await response.aclose()


async def _content(response: httpx.Response) -> bytes:
    raw: list[bytes] = []
    size = 0
    stream = aiter(cast("AsyncIterable[bytes]", response.stream))
    try:
        async for part in stream:
            size = _within_cap(size + len(part))
            raw.append(part)
    finally:
        if isinstance(stream, AsyncGenerator):
            await stream.aclose()
    content = b"".join(raw)
    encoding = response.headers.get("content-encoding")
    return content if encoding is None else _decompressed(content, encoding)


def _decompressed(content: bytes, encoding: str) -> bytes:
    # Bit by bit, so that a small answer cannot become a huge one in memory.
    packed = httpx.Response(200, headers={"content-encoding": encoding}, content=content)
    parts: list[bytes] = []
    size = 0
    for part in packed.iter_bytes():
        size = _within_cap(size + len(part))
        parts.append(part)
    return b"".join(parts)


def _within_cap(size: int) -> int:
    if size > defaults.MAX_BODY_BYTES:
        raise DecodeError(f"the answer is over {defaults.MAX_BODY_BYTES} bytes")
    return size


def _why(fault: Exception, request: httpx.Request, sent: bool) -> str:
    host = request.url.host
    if isinstance(fault, httpx.ConnectError | httpx.ConnectTimeout):
        return f"could not connect to {host}: {_cause(fault)}"
    if isinstance(fault, httpx.ProxyError):
        return f"the proxy refused the way to {host}"
    when = "after the request was sent" if sent else "before anything was sent"
    return f"the connection to {host} broke {when}: {_cause(fault)}"


def _cause(fault: Exception) -> str:
    return str(fault) or type(fault).__name__


def _from_environment(base_url: str) -> httpx.AsyncBaseTransport:
    parts = urlsplit(base_url)
    proxy = None
    host = parts.hostname or ""
    if not _is_loopback(host) and not urllib.request.proxy_bypass(host):
        proxies = urllib.request.getproxies()
        proxy = proxies.get(parts.scheme) or proxies.get("all")
    try:
        return httpx.AsyncHTTPTransport(
            proxy=proxy,
            trust_env=True,
            limits=httpx.Limits(
                max_connections=defaults.MAX_CONNECTIONS,
                max_keepalive_connections=defaults.MAX_CONNECTIONS,
            ),
        )
    except (ValueError, ImportError, httpx.InvalidURL):
        scheme = urlsplit(proxy or "").scheme or "one without a scheme"
        raise InvalidRequest(
            f"the environment's proxy ({scheme}) cannot be used: name an http:// or https:// one, "
            "or install httpx[socks] for socks5://",
            path="proxy",
        ) from None
