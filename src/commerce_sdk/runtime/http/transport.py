"""The bottom layer: one attempt over HTTP."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable
from functools import lru_cache, partial
from typing import TypeVar, cast

import anyio
import httpx

from commerce_sdk import defaults
from commerce_sdk._version import __version__
from commerce_sdk.document.text import header_value
from commerce_sdk.errors import CommerceError, ConnectionFailed, DecodeError, InvalidRequest
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.call.error_answers import is_error
from commerce_sdk.runtime.call.exchange import Call, Evidence, Reply
from commerce_sdk.runtime.call.redaction import forget_frames, unechoed, unechoed_headers
from commerce_sdk.runtime.checks import count
from commerce_sdk.runtime.http.connection import reason
from commerce_sdk.runtime.http.content import ACCEPTED_ENCODING, is_plain, read_content
from commerce_sdk.runtime.http.origins import server_of
from commerce_sdk.runtime.http.pool import Pool, checked_base_url
from commerce_sdk.runtime.http.query import query_text
from commerce_sdk.secret import SecretBytes, hide

T = TypeVar("T")

_WITH_LENGTH = frozenset({"POST", "PUT", "PATCH"})
_USER_AGENT = f"commerce-sdk/{__version__}"


_parsed = lru_cache(maxsize=1024)(httpx.URL)
"""Polls ask for the same address again and again, and reading one takes long."""


class _Content(httpx.AsyncByteStream):
    """A request's bytes, iterated over without an async generator: trio complains of one that a
    broken connection leaves half used."""

    def __init__(self, content: bytes) -> None:
        self._content = SecretBytes(content)  # of a login it is a credential
        self._waiting: list[bytes] = []

    def __aiter__(self) -> _Content:
        self._waiting = [self._content] if self._content else []
        return self

    async def __anext__(self) -> bytes:
        if not self._waiting:
            raise StopAsyncIteration
        return self._waiting.pop()


class HttpTransport:
    """Sends one attempt and reads its whole answer, over so many connections at the most.

    `transport` replaces the network; left out, connections are made on first use, with proxies
    and CA bundles as the environment names them.
    """

    def __init__(
        self,
        base_url: str,
        transport: httpx.AsyncBaseTransport | None = None,
        max_connections: int = defaults.MAX_CONNECTIONS,
    ) -> None:
        count(max_connections, "max_connections")
        if transport is not None and not isinstance(transport, httpx.AsyncBaseTransport):
            raise InvalidRequest("must be an httpx.AsyncBaseTransport", path="transport")
        self.base_url: str = checked_base_url(base_url)
        self.server: str = server_of(self.base_url)
        self._max_connections = max_connections
        self._pool = Pool(self.base_url, transport)
        # The line for a connection stands here: a pool's own costs the square of its length.
        self._free = anyio.Semaphore(max_connections, fast_acquire=True)

    async def __call__(self, call: Call) -> Reply:
        """Raises `ConnectionFailed` (with `sent`), `DeadlineExceeded` or `DecodeError`."""
        request = self._request(call)
        await self._take_connection(call)
        connection = None
        reply = None
        try:
            connection = await self._pool.take()
            deadline = call.context.deadline
            if deadline.seconds is not None and deadline.expired:
                raise deadline.error("waiting to be sent")
            reply = await _in_time(
                deadline,
                call.attempt_timeout,
                call.evidence,
                partial(self._exchange, request, connection, call),
            )
        finally:
            if reply is None or reply.body is None:
                self._give_back(connection)
        return reply

    def _give_back(self, connection: httpx.AsyncBaseTransport | None) -> None:
        if connection is not None:
            self._pool.give(connection)
        self._free.release()

    async def _take_connection(self, call: Call) -> None:
        try:
            self._free.acquire_nowait()
        except anyio.WouldBlock:
            deadline = call.context.deadline
            with anyio.move_on_after(deadline.remaining()), call.charge_wait("connections"):
                await self._free.acquire()
                return
            raise deadline.error(
                f"waiting for a connection (all {self._max_connections} are in use; raise "
                "max_connections, or ask for less at once)"
            ) from None

    def _request(self, call: Call) -> httpx.Request:
        request = call.request
        assert request.path.startswith("/")
        url = self.base_url + request.path
        if request.query:
            url += "?" + query_text(request)
        encoding = "identity" if call.is_file else ACCEPTED_ENCODING
        try:
            target = _parsed(url)
        except httpx.InvalidURL as fault:
            forget_frames(fault)
            url = hide(url)
            raise InvalidRequest(
                f"the address is too long ({len(url)} characters): shorten its arguments"
            ) from None
        headers = [
            ("host", target.netloc.decode("ascii")),
            ("user-agent", _USER_AGENT),
            ("accept", request.accept),
            ("accept-encoding", encoding),
        ]
        if request.body is not None:
            headers.append(("content-type", request.content_type))
        if request.body is not None or request.operation.method in _WITH_LENGTH:
            headers.append(("content-length", str(len(request.body or b""))))
        headers += request.headers
        # What the request brings was looked at when it was built.
        headers += [(name, header_value(value, name)) for name, value in call.headers]
        return httpx.Request(
            request.operation.method,
            target,
            headers=headers,
            stream=_Content(request.body or b""),
            extensions={"trace": call.evidence},
        )

    async def _exchange(
        self,
        request: httpx.Request,
        connection: httpx.AsyncBaseTransport,
        call: Call,
        seconds: float | None,
    ) -> Reply:
        request.extensions["timeout"] = httpx.Timeout(seconds).as_dict()
        call.evidence.begin(call.context.deadline)
        in_words = _InWords(request, call.evidence)
        with in_words:
            response = await connection.handle_async_request(request)
        response.request = request
        # Cookies are kept by nobody here, and may be a session.
        headers = {
            name.lower(): value
            for name, value in response.headers.items()
            if name.lower() != "set-cookie"
        }
        everything = "".join(headers.values())
        if unechoed(everything, call.secrets) != everything:
            headers = unechoed_headers(headers, call.secrets)
        everything = ""
        if call.is_file and not is_error(call.request.operation, response.status_code):
            body = _FileBody(response, call, partial(self._give_back, connection))
            return Reply(status=response.status_code, headers=headers, body=body)
        try:
            with in_words:
                stream = cast("httpx.AsyncByteStream", response.stream)
                content = await read_content(stream, headers.get("content-encoding"))
                await response.aclose()
        except BaseException as error:
            await _closed(response)
            if not isinstance(error, DecodeError):
                raise
            forget_frames(error)
            if is_error(call.request.operation, response.status_code):
                content = b""  # what matters of an error, its status and its headers say
            else:
                error.status = response.status_code
                error.request_id = Reply(status=response.status_code, headers=headers).request_id
                raise
        return Reply(
            status=response.status_code, headers=headers, content=content, secrets=call.secrets
        )

    async def aclose(self) -> None:
        """Close the connections."""
        await self._pool.aclose()


class _FileBody:
    """A success answer's bytes as they come."""

    def __init__(self, response: httpx.Response, call: Call, free: Callable[[], None]) -> None:
        self._response = response
        self._evidence = call.evidence
        self._part_timeout = call.attempt_timeout
        self._free: Callable[[], None] | None = free
        # Each part has a time of its own, which is not what was left when the file was opened.
        response.request.extensions["timeout"]["read"] = None
        self._parts = aiter(cast("AsyncIterable[bytes]", response.stream))

    async def next_part(self, deadline: Deadline) -> bytes:
        return await _in_time(deadline, self._part_timeout, self._evidence, self._next)

    async def _next(self, seconds: float | None) -> bytes:
        if not is_plain(self._response.headers.get("content-encoding")):
            raise DecodeError("the file came in a content encoding that was not asked for")
        with _InWords(self._response.request, self._evidence):
            return await anext(self._parts, b"")

    async def aclose(self) -> None:
        free, self._free = self._free, None
        if free is None:
            return
        try:
            if isinstance(self._parts, AsyncGenerator):
                await self._parts.aclose()
            await _closed(self._response)
        finally:
            free()


async def _in_time(
    deadline: Deadline,
    timeout: float | None,
    evidence: Evidence,
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
        raise deadline.error("waiting for an answer")
    raise ConnectionFailed(f"no whole answer within {seconds} s", sent=evidence.may_have_sent)


_FAULTS = (
    *(httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError),
    *(ValueError, OverflowError),  # of names and numbers that the machine's network cannot take
)


class _InWords:
    """Says what went wrong with a connection in errors of ours.

    A class, for `contextmanager` gives an error its frames back.
    """

    def __init__(self, request: httpx.Request, evidence: Evidence) -> None:
        self._request = request
        self._evidence = evidence

    def __enter__(self) -> None:
        pass

    def __exit__(self, _type: object, fault: BaseException | None, _frames: object) -> None:
        if isinstance(fault, _FAULTS) and not isinstance(fault, CommerceError):
            # What it went through below is a hundred lines of traceback and no news; and a proxy's
            # own words, and its address with a password in it, are nobody's to read.
            why = _why(fault, self._request, self._evidence)
            _forget(fault)
            raise ConnectionFailed(why, sent=self._evidence.may_have_sent) from None
        if fault is not None and not isinstance(fault, Exception):
            forget_frames(fault)  # a caller's cancellation, not a bug


async def _closed(response: httpx.Response) -> None:
    with anyio.CancelScope(shield=True):
        await response.aclose()


def _why(fault: Exception, request: httpx.Request, evidence: Evidence) -> str:
    host = request.url.raw_host.decode("ascii")
    proxy = _proxy(request.url, evidence)
    if isinstance(fault, httpx.ProxyError):
        status = str(fault)[:3]
        answered = f": it answered {status}" if status.isdecimal() else ""
        named = f" (the proxy is {proxy})" if proxy else ""
        return f"the proxy refused the way to {host}{answered}{named}"
    unsent = not evidence.may_have_sent
    whom = f"the proxy {proxy}" if proxy and unsent else _with_port(request.url)
    if isinstance(fault, httpx.ConnectError | httpx.ConnectTimeout):
        return f"could not connect to {whom}: {_cause(fault)}"
    when = "before anything was sent" if unsent else "after the request was sent"
    return f"the connection to {whom} broke {when}: {_cause(fault)}"


def _proxy(url: httpx.URL, evidence: Evidence) -> str:
    """The proxy that was last connected to; nothing where that was the host itself."""
    host, port = evidence.peer, evidence.port
    if host is None or host == url.raw_host.decode("ascii"):
        return ""
    return (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")


def _with_port(url: httpx.URL) -> str:
    port = "" if url.port else ":443" if url.scheme == "https" else ":80"
    return url.netloc.decode("ascii") + port


_QUOTED = re.compile(r"""\s*:?\s*(bytearray\(|b?['"<\n]|\w+\(|\w+://).*""", re.DOTALL)


def _cause(fault: Exception) -> str:
    # h11 and aiohttp show what they could not read, which is nobody's but the caller's.
    text = str(fault)
    if not isinstance(fault, httpx.ConnectError | httpx.ConnectTimeout):
        text = _QUOTED.sub("", text)
    return text or reason(fault) or type(fault).__name__


def _forget(fault: Exception) -> None:
    """Leave of a fault what may be shown with the error that it is the cause of."""
    forget_frames(fault)
    if isinstance(fault, httpx.ProxyError):
        fault.args = (str(fault)[:3],)
    elif str(fault) and str(fault) != _cause(fault):
        fault.args = (_cause(fault),)
    else:
        return
    fault.__cause__ = fault.__context__ = None
