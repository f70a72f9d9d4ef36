"""The small values that travel through the layers of one call."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import Any, ClassVar, Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from commerce_sdk.document.operation import Request
from commerce_sdk.errors import Attempt, Withdrawn
from commerce_sdk.runtime.call.deadline import Charge, Deadline
from commerce_sdk.runtime.call.events import SILENT, Hooks, WaitEvent, Waiting, tell
from commerce_sdk.secret import Secret
from commerce_sdk.value import Value

LIMIT_HEADERS = ("ratelimit-", "x-ratelimit-")
"""How the names begin of what servers say of their limits."""
_NO_INSTANT = 1e9
"""No more than this are seconds from now: as an instant it is the year 2001."""
_NO_SECONDS = 1e11
"""More than this since the epoch are milliseconds: in seconds it is the year 5138."""
_REQUEST_IDS = ("x-request-id", "atl-traceid", "x-amzn-requestid", "request-id")


class Context(Struct, eq=False):
    """What all requests that are sent for one call share: its deadline, its id, how each of their
    attempts went, and the session that it belongs to."""

    deadline: Deadline
    attempts: list[Attempt] = field(default_factory=list)
    logouts: int = 0
    """How many logouts of the credential were over when it began."""
    _call_id: str | None = None

    @property
    def call_id(self) -> str:
        """What all that is told of one call has in common; made when somebody first asks."""
        if self._call_id is None:
            self._call_id = os.urandom(16).hex()
        return self._call_id

    def until(self, instant: float | None) -> Context:
        """That of what the call sends, where there is an instant after which that is not to be."""
        if instant is None:
            return self
        from commerce_sdk.runtime.call.cutoff import Cutoff  # most writes have none

        return replace(self, deadline=Cutoff(instant, self.deadline), _call_id=self.call_id)


class Evidence:
    """How far an attempt came, from what the transport itself says of it (its trace events)."""

    _CONNECTING = (
        "connection.connect_",
        "connection.start_tls",
        "connection.retry",
        "proxy.",
        "socks.",
    )
    _SENDING = ("http11.send_request_headers.started", "http2.send_request_headers.started")

    def __init__(self) -> None:
        self.begun: bool = False
        self.is_over = False
        """Has the attempt ended while a task of a middleware's was still at it? Nothing is sent
        from then on."""
        self.peer: str | None = None
        """The host that was last connected to, the proxy's as well; and its port."""
        self.port: int | None = None
        self.renewable = False
        """Was the credential refused, and is there a new one to be had?"""
        self._connecting = False
        self._sending = False
        self._stopped = False
        self._cutoff: Deadline | None = None

    async def __call__(self, event: str, info: Any) -> None:
        # httpcore logs at DEBUG what it has told here, headers that came and all.
        if event.endswith("receive_response_headers.complete"):
            info["return_value"] = None
        elif event.endswith(".failed") and "exception" in info:
            info["exception"] = type(info["exception"])
        if event in self._SENDING:
            self.check()
            # What asks a proxy for a tunnel goes no further than the proxy.
            self._sending |= getattr(info.get("request"), "method", None) != b"CONNECT"
        elif event.startswith(self._CONNECTING):
            self._connecting = True
            self.peer = info.get("host") or info.get("server_hostname") or self.peer
            self.port = info.get("port") or self.port

    def begin(self, deadline: Deadline) -> None:
        """From now on something may leave; where the deadline is a cut-off, until that. Raises as
        `check` does."""
        self._cutoff = deadline if deadline.cuts_off else None
        if self.is_over or deadline.cuts_off:
            self.check()
        self.begun = True

    def check(self) -> None:
        """May anything be sent? Raises `Withdrawn`, or what the cut-off ends with."""
        if self.is_over:
            raise Withdrawn("the attempt is over; nothing was sent")
        if self._cutoff is not None and self._cutoff.expired:
            self._stopped = True
            raise self._cutoff.error("connecting")

    def doubt(self) -> None:
        """Whatever was seen: nobody watches any more, so it may have been sent."""
        self.begun = self._sending = True

    @property
    def may_have_sent(self) -> bool:
        """False only on evidence: it never began, or was seen connecting and never sending, or was
        stopped right before it sent."""
        return self.begun and (self._sending or not (self._connecting or self._stopped))


class Call(Value, frozen=True, kw_only=True):
    """One attempt of a request on its way down. The success answer of one that `is_file` is not
    read, but comes as a `Body`. `wanted` is asked when all waiting is over; where it says no,
    nothing is sent, and the reply is `WITHDRAWN`."""

    hidden: ClassVar[tuple[str, ...]] = (
        "wanted",
        "evidence",
        "hooks",
        "credential",
        "headers",
        "secrets",
    )

    request: Request[Any]
    context: Context
    attempt_timeout: float | None = None
    number: int = 1
    is_file: bool = False
    account: str | None = None
    wanted: Callable[[], Awaitable[bool]] | None = None
    evidence: Evidence = field(default_factory=Evidence)
    hooks: Hooks = SILENT
    credential: Secret | None = None
    """The header of a credential that was renewed for this attempt, before it had a place."""
    headers: tuple[tuple[str, str], ...] = ()
    secrets: tuple[Secret, ...] = ()
    """What of the headers and the body an answer may have in it, and may not bring into a text."""

    def charge_wait(self, reason: Waiting) -> Charge:
        """Count the time of a block as waiting, and tell who wants to know."""
        if self.hooks.wait is None:
            return self.context.deadline.charge(reason)
        return _Told(self, reason)


class _Told(Charge):
    __slots__ = ("_call", "_reason")

    def __init__(self, call: Call, reason: Waiting) -> None:
        deadline = call.context.deadline
        super().__init__(deadline.spent, reason, deadline.clock)
        self._call = call
        self._reason: Waiting = reason

    def __exit__(self, _type: object, fault: object, _frames: object) -> None:
        super().__exit__(_type, fault, _frames)
        hook = self._call.hooks.wait
        if hook is not None and self.seconds:
            event = WaitEvent(
                call_id=self._call.context.call_id,
                operation=self._call.request.operation.id,
                reason=self._reason,
                seconds=self.seconds,
            )
            tell(hook, event)


class Body(Protocol):
    """The bytes of a file as they come. Whoever is given one closes it."""

    async def next_part(self, deadline: Deadline) -> bytes:
        """The next bytes, none at the end. Raises `ConnectionFailed` or `DeadlineExceeded`."""
        ...

    async def aclose(self) -> None:
        """Let the connection go."""
        ...


class Reply(Value, frozen=True, kw_only=True):
    """One answer on its way up, whole but for a file's `body`. Header names are lower-case."""

    hidden: ClassVar[tuple[str, ...]] = ("headers", "content", "body", "secrets")

    status: int
    headers: Mapping[str, str]
    content: bytes = b""
    body: Body | None = None
    secrets: tuple[Secret, ...] = ()

    @property
    def request_id(self) -> str | None:
        """The server's id of the request, where it gave one."""
        found = (self.headers[name] for name in _REQUEST_IDS if name in self.headers)
        return next(found, None)

    def retry_after(self, now: float) -> float | None:
        """Seconds that the server asks to wait, from `Retry-After` as a number or a date; of a 429
        without it, until its limit starts anew."""
        value = self.headers.get("retry-after", "").strip()
        if not value:
            return self.limit_reset(now) if self.status == 429 else None
        if value.isascii() and value.replace(".", "", 1).isdigit():
            return float(value)
        until = _instant(value)
        return None if until is None else max(0.0, until - self.server_time(now))

    def limit_reset(self, now: float) -> float | None:
        """Seconds until a limit of the server's starts anew, as `RateLimit-Reset` or
        `X-RateLimit-Reset` says it: in seconds, in seconds or milliseconds since the epoch, or as
        an instant, which is UTC without an offset."""
        names = (f"{prefix}reset" for prefix in LIMIT_HEADERS)
        value = next((self.headers[name] for name in names if name in self.headers), "")
        value = value.strip().strip('"').upper()
        if value.isascii() and value.replace(".", "", 1).isdigit():
            number = float(value)
            if number <= _NO_INSTANT:
                return number
            until: float | None = number / 1000 if number > _NO_SECONDS else number
        else:
            until = _iso_instant(value.removesuffix(" UTC"))
            until = _instant(value) if until is None else until
        here = self.server_time(now)
        return None if until is None else max(0.0, until - here)

    def server_time(self, now: float) -> float:
        """What the server's own clock says, which its instants are by: its `Date`. Where it gives
        none that can be read, `now`."""
        said = _instant(self.headers.get("date", ""))
        return now if said is None else said


def _iso_instant(text: str) -> float | None:
    try:
        read = datetime.fromisoformat(text)
        return read.replace(tzinfo=read.tzinfo or UTC).timestamp()
    except (ValueError, OverflowError):
        return None


def _instant(date: str) -> float | None:
    """Seconds since the epoch of a date as HTTP writes it; None where it cannot be read."""
    from email.utils import parsedate_to_datetime  # seldom needed, and slow to load

    try:
        read = parsedate_to_datetime(date)
        # Without a zone it is UTC, as HTTP has it, not the zone of this machine.
        return read.replace(tzinfo=read.tzinfo or UTC).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None


WITHDRAWN = Reply(status=0, headers={})
"""In place of an answer to an attempt that was not wanted any more; nothing was sent."""

Layer = Callable[[Call], Awaitable[Reply]]
