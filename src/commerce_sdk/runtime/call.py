"""The small values that travel through the layers of one call."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import Any, Protocol

from attrs import field, frozen

from commerce_sdk.operation import Request
from commerce_sdk.runtime.deadline import Deadline

_REQUEST_IDS = ("x-request-id", "atl-traceid", "x-amzn-requestid", "request-id")


@frozen(kw_only=True)
class Call:
    """One attempt of a request on its way down. The success answer of one that `is_file` is not
    read, but comes as a `Body`."""

    request: Request[Any]
    deadline: Deadline
    attempt_timeout: float | None = None
    number: int = 1
    is_file: bool = False
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)


class Body(Protocol):
    """The bytes of a file as they come. Whoever is given one closes it."""

    async def next_part(self, deadline: Deadline) -> bytes:
        """The next bytes, none at the end. Raises `ConnectionFailed` or `DeadlineExceeded`."""
        ...

    async def aclose(self) -> None:
        """Let the connection go."""
        ...


@frozen(kw_only=True)
class Reply:
    """One answer on its way up, whole but for a file's `body`. Header names are lower-case."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(default=b"", repr=False)
    body: Body | None = field(default=None, repr=False)

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
        try:
            return max(0.0, parsedate_to_datetime(value).timestamp() - now)
        except (ValueError, TypeError, OverflowError):
            return None


Layer = Callable[[Call], Awaitable[Reply]]
