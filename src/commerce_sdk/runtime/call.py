"""The small values that travel through the layers of one call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC
from typing import Any, Protocol

from msgspec import field

from commerce_sdk.operation import Request
from commerce_sdk.runtime.deadline import Deadline
from commerce_sdk.runtime.events import SILENT, Hooks, WaitEvent, Waiting, tell
from commerce_sdk.value import Value

_REQUEST_IDS = ("x-request-id", "atl-traceid", "x-amzn-requestid", "request-id")


class Evidence:
    """How far an attempt came, from what the transport itself says of it (its trace events)."""

    _CONNECTING = ("connection.connect_", "connection.start_tls", "connection.retry", "socks5.")
    _SENDING = ("http11.send_request_", "http2.send_request_")

    def __init__(self) -> None:
        self.begun = False
        self._connecting = False
        self._sending = False

    async def __call__(self, event: str, info: Any) -> None:
        if event.startswith(self._SENDING):
            self._sending = True
        elif event.startswith(self._CONNECTING):
            self._connecting = True

    @property
    def may_have_sent(self) -> bool:
        """False only on evidence: it never began, or was seen connecting and never sending."""
        return self.begun and (self._sending or not self._connecting)


class Call(Value, frozen=True, kw_only=True):
    """One attempt of a request on its way down. The success answer of one that `is_file` is not
    read, but comes as a `Body`. `confirm` is called when all waiting is over, and raises where
    nothing is to be sent any more."""

    hidden = ("confirm", "evidence", "hooks", "headers")

    request: Request[Any]
    deadline: Deadline
    attempt_timeout: float | None = None
    number: int = 1
    is_file: bool = False
    account: str | None = None
    confirm: Callable[[], Awaitable[None]] | None = None
    evidence: Evidence = field(default_factory=Evidence)
    hooks: Hooks = SILENT
    headers: tuple[tuple[str, str], ...] = ()

    @contextmanager
    def waiting(self, reason: Waiting) -> Iterator[None]:
        """Count the time of a block as waiting, and tell who wants to know."""
        began = self.deadline.elapsed
        try:
            with self.deadline.charge(reason):
                yield
        finally:
            seconds = self.deadline.elapsed - began
            if seconds and self.hooks.wait is not None:
                event = WaitEvent(
                    operation=self.request.operation.id, reason=reason, seconds=seconds
                )
                tell(self.hooks.wait, event)


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

    hidden = ("headers", "content", "body")

    status: int
    headers: Mapping[str, str]
    content: bytes = b""
    body: Body | None = None

    @property
    def request_id(self) -> str | None:
        """The server's id of the request, where it gave one."""
        found = (self.headers[name] for name in _REQUEST_IDS if name in self.headers)
        return next(found, None)

    def retry_after(self, now: float) -> float | None:
        """Seconds that the server asks to wait, from `Retry-After` as a number or a date."""
        value = self.headers.get("retry-after", "").strip()
        if not value:
            return None
        if value.isascii() and value.replace(".", "", 1).isdigit():
            return float(value)
        from email.utils import parsedate_to_datetime  # seldom needed, and slow to load

        try:
            date = parsedate_to_datetime(value)
            # Without a zone it is UTC, as HTTP has it, not the zone of this machine.
            return max(0.0, date.replace(tzinfo=date.tzinfo or UTC).timestamp() - now)
        except (ValueError, TypeError, OverflowError):
            return None


Layer = Callable[[Call], Awaitable[Reply]]
