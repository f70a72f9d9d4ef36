"""The caller's own layers: each is called once for every attempt, and may add headers to it.

They stand below retries and limits and above the credential, which none of them sees. Whatever one
does, an attempt is sent once at the most, and what is known of a write stays right.
"""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, ClassVar, Protocol

import anyio
from msgspec.structs import replace

from commerce_sdk.document.text import header_value
from commerce_sdk.errors import InvalidRequest, MiddlewareFailed, Withdrawn
from commerce_sdk.runtime.call.exchange import WITHDRAWN, Body, Call, Layer, Reply
from commerce_sdk.runtime.call.redaction import shown_headers, unechoed_content
from commerce_sdk.runtime.credentials.auth import is_of_another_task, without_cancellation
from commerce_sdk.value import Value

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_RESERVED = frozenset(
    {
        *("accept", "accept-encoding", "content-encoding", "content-length", "content-type"),
        *("connection", "expect", "host", "keep-alive", "te", "trailer", "transfer-encoding"),
        *("cookie", "proxy-authorization", "proxy-connection", "upgrade", "user-agent"),
    }
)
"""Headers that say how a message is framed and read, which is the transport's to say."""

_NONE: Mapping[str, str] = MappingProxyType({})


class MiddlewareCall(Value, frozen=True, kw_only=True):
    """An attempt as a middleware sees it. Nothing in it can be changed, and no credential is there.

    `operation` is the document's id of it, `template` its path with names, `path` the same filled
    and percent-encoded, below the base URL. `headers` are those that the call brings and those that
    the middlewares before this one have added. `body` is what every attempt sends, to the byte;
    None also of an operation that takes no credential, as a login: what it sends may be one.
    `attempt` counts from 1; `call_id` is that of the call's events (`Hooks`).
    """

    hidden: ClassVar[tuple[str, ...]] = ("path", "query", "headers", "body")

    operation: str
    method: str
    template: str
    path: str
    query: tuple[tuple[str, str], ...]
    headers: tuple[tuple[str, str], ...]
    body: bytes | None
    attempt: int
    call_id: str


class MiddlewareReply:
    """An answer as a middleware sees it, of whatever status. It can only be looked at."""

    __slots__ = ("_is_shown", "_reply")

    def __init__(self, reply: Reply, *, is_shown: bool) -> None:
        self._reply = reply
        self._is_shown = is_shown

    @property
    def status(self) -> int:
        """The status of the answer, whatever it is."""
        return self._reply.status

    @property
    def headers(self) -> Mapping[str, str]:
        """Their names are in lower case. One that echoes the credential has `[secret]` in it, and
        `set-cookie` is not there. Of an operation that takes no credential there are only those
        that logs show: another may be one."""
        headers = self._reply.headers
        return MappingProxyType(headers if self._is_shown else shown_headers(headers.items()))

    @property
    def request_id(self) -> str | None:
        """The server's id of the request, where it gave one."""
        return self._reply.request_id

    @property
    def content(self) -> bytes | None:
        """The whole body, with `[secret]` where it echoes the credential; None of a file's, and of
        an operation that takes no credential: what it answers may be one."""
        if self._reply.body or not self._is_shown:
            return None
        return unechoed_content(self._reply.content, self._reply.secrets)

    @property
    def size(self) -> int | None:
        """How many bytes the body has; None of a file's."""
        return None if self._reply.body else len(self._reply.content)

    def __repr__(self) -> str:
        return f"MiddlewareReply(status={self.status}, request_id={self.request_id!r})"


class CallNext(Protocol):
    """What comes after a middleware: the next one, or the credential and the network."""

    async def __call__(self, headers: Mapping[str, str] = ...) -> MiddlewareReply:
        """Send the attempt, with these headers more, and return the answer, whatever its status.

        It can be called once. Raises what became of the attempt where no answer came, which is to
        be let go on; `InvalidRequest` for a header that is not a middleware's to set;
        `MiddlewareFailed` a second time; `Withdrawn` where the attempt is not needed any more.
        """
        ...


Middleware = Callable[[MiddlewareCall, CallNext], Awaitable[MiddlewareReply]]
"""`async def (call, call_next)`: awaits `call_next(…)` once and returns what that returned."""


def around(middleware: Any, below: Layer, credential: frozenset[str]) -> Layer:
    """The layers of the middlewares, the first one outermost, around what is below. `credential`
    names the headers that stand for it, in lower case.

    Raises `InvalidRequest` for what is no middleware, with its place.
    """
    if not isinstance(middleware, Sequence) or isinstance(middleware, str | bytes):
        raise InvalidRequest("must be a list of async functions", path="middleware")
    places = [(f"middleware[{place}]", each) for place, each in enumerate(middleware)]
    for where, each in places:
        _check(each, where)
    for where, each in reversed(places):
        below = Around(each, where, below, _RESERVED | credential)
    return below


def _check(middleware: Any, where: str) -> None:
    is_async = callable(middleware) and any(
        map(inspect.iscoroutinefunction, (middleware, type(middleware).__call__))
    )
    if isinstance(middleware, type) or not is_async:
        raise InvalidRequest(
            "must be an async function of a call and what comes next, or an object that is called "
            "like one",
            path=where,
        )
    try:
        inspect.signature(middleware).bind("call", "call_next")
    except TypeError:
        raise InvalidRequest("must take two arguments: (call, call_next)", path=where) from None
    except ValueError:
        pass  # one that nobody can ask


class Around:
    """The layer of one middleware."""

    def __init__(
        self, middleware: Middleware, where: str, below: Layer, reserved: frozenset[str]
    ) -> None:
        self._middleware = middleware
        self._where = where
        self._below = below
        self._reserved = reserved

    async def __call__(self, call: Call) -> Reply:
        below = _Next(call, self._below, self._where, self._reserved)
        try:
            return await self._call(call, below)
        finally:
            below.raised = None  # it holds the frames that hold this

    async def _call(self, call: Call, below: _Next) -> Reply:
        deadline = call.context.deadline
        try:
            with (
                deadline.charge("middleware"),
                anyio.move_on_after(deadline.remaining()) as below.own_time,
            ):
                returned = await self._middleware(_shown(call), below)
        except BaseException as fault:
            await below.abandon()
            failure = below.judged(fault)
        else:
            if below.own_time.cancelled_caught:
                await below.abandon()
                failure = deadline.error("a middleware was at work")
            elif below.reply is not None and returned is below.shown:
                return below.reply
            else:
                await below.abandon()
                failure = below.refused(returned)
        if isinstance(failure, Withdrawn):
            return WITHDRAWN
        try:
            raise failure
        finally:
            del failure  # or it holds the frame that holds it


def _shown(call: Call) -> MiddlewareCall:
    request, operation = call.request, call.request.operation
    return MiddlewareCall(
        operation=operation.id,
        method=operation.method,
        template=operation.path,
        path=request.path,
        query=request.query,
        headers=(*request.headers, *call.headers),
        body=request.body if operation.takes_credential else None,
        attempt=call.number,
        call_id=call.context.call_id,
    )


class _Next:
    """What one middleware is given to call, and what became of that."""

    own_time: anyio.CancelScope

    def __init__(self, call: Call, below: Layer, where: str, reserved: frozenset[str]) -> None:
        self._call = call
        self._below = below
        self._where = where
        self._reserved = reserved
        self._begun = self._over = False
        self._under_way: anyio.CancelScope | None = None
        self.reply: Reply | None = None
        self.shown: MiddlewareReply | None = None
        self.raised: BaseException | None = None
        """What the last call of this raised; None once that is not the whole truth any more."""

    async def __call__(self, headers: Mapping[str, str] = _NONE) -> MiddlewareReply:
        try:
            if self._over:
                raise self._failure("went on after its end")
            if self._begun:
                raise self._failure("called what comes next a second time")
            call = self._with(headers)
            self._begun, self.raised = True, None
            self.reply = await self._send(call)
        except BaseException as error:
            self.raised = error
            raise
        is_shown = call.request.operation.takes_credential
        self.shown = MiddlewareReply(self.reply, is_shown=is_shown)
        return self.shown

    async def _send(self, call: Call) -> Reply:
        # What is below keeps the deadline itself, and says better where it ended.
        limit, self.own_time.deadline = self.own_time.deadline, math.inf
        clock, spent = call.context.deadline.clock, call.context.deadline.spent
        began = clock.monotonic()
        try:
            with anyio.CancelScope() as self._under_way:
                reply = await self._below(call)
                if self._over:
                    await _let_go(reply.body)
                elif reply is WITHDRAWN:
                    raise Withdrawn("the attempt is not needed any more; nothing was sent")
                else:
                    return reply
            raise self._failure("ended before what it had begun")
        finally:
            self._under_way = None
            self.own_time.deadline = limit
            spent["middleware"] = spent.get("middleware", 0.0) - (clock.monotonic() - began)

    def _with(self, headers: Mapping[str, str]) -> Call:
        path = f"{self._where}.headers"
        if not isinstance(headers, Mapping):
            raise InvalidRequest("must be a mapping of names to texts", path=path)
        if not headers:
            return self._call
        there = (*self._call.request.headers, *self._call.headers)
        taken = {name.lower() for name, _ in there} | self._reserved
        added = []
        for name, value in headers.items():
            if not isinstance(name, str) or not _NAME.fullmatch(name):
                raise InvalidRequest("holds what is no name of a header", path=path)
            if name.lower() in taken:
                raise InvalidRequest("is not a middleware's to set", path=f"{path}.{name}")
            if not isinstance(value, str):
                raise InvalidRequest("must be a text", path=f"{path}.{name}")
            taken.add(name.lower())
            added.append((name, header_value(value.strip(" \t"), f"{path}.{name}")))
        return replace(self._call, headers=(*self._call.headers, *added))

    def refused(self, returned: object) -> MiddlewareFailed:
        """What to raise for a middleware that returned something else than the answer."""
        if not self._begun:
            return self._failure("did not call what comes next")
        return self._failure(
            f"returned {type(returned).__name__} in place of the answer, or of what was raised",
            self.raised,
        )

    def judged(self, fault: BaseException) -> BaseException:
        """What to raise for what came out of the middleware."""
        fault = without_cancellation(fault)
        inner = fault
        while isinstance(inner, BaseExceptionGroup) and len(inner.exceptions) == 1:
            inner = inner.exceptions[0]  # a task group of the middleware's was around it
        if inner is self.raised:
            return inner
        if isinstance(fault, Exception) or is_of_another_task(fault):
            # Its text may hold what no log should show; the error itself is the cause.
            return self._failure(f"failed with {type(fault).__name__}", fault)
        return fault

    async def abandon(self) -> None:
        """The middleware has failed; nothing that it has begun goes on."""
        self._over = self._call.evidence.is_over = True
        if self._under_way is not None:
            # It runs in another task, and nobody will see how far it comes.
            self._call.evidence.doubt()
            self._under_way.cancel()
        if self.reply is not None:
            await _let_go(self.reply.body)

    def _failure(self, what: str, cause: BaseException | None = None) -> MiddlewareFailed:
        sent = self._under_way is not None or self._call.evidence.may_have_sent
        failure = MiddlewareFailed(f"{self._where} {what}", sent=sent)
        failure.__cause__ = cause
        return failure


async def _let_go(body: Body | None) -> None:
    if body is not None:
        with anyio.CancelScope(shield=True):
            await body.aclose()
