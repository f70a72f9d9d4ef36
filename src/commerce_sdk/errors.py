"""Every error that the SDK raises, of any platform. One tree under `CommerceError`; nothing else
escapes a call.

An error says what is known: the status, the server's own code and words, the request id, each
problem by item and field, how the attempts went, and on writes whether the server may have
applied the request (`maybe_applied`). Credentials never stand in its text, and of
bodies the server's own words about what went wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from commerce_sdk.value import Value


class Problem(Value, frozen=True, kw_only=True):
    """One thing that the server found wrong, in the same shape whatever the wire's shape was."""

    message: str
    code: str | None = None
    item: str | None = None
    field: str | None = None

    def __str__(self) -> str:
        where = ".".join(part for part in (self.item, self.field) if part)
        what = f"{self.message} ({self.code})" if self.code else self.message
        return f"{where}: {what}" if where else what


class Attempt(Value, frozen=True, kw_only=True):
    """How one attempt of a call went. `sent` is False only when nothing can have left."""

    number: int
    operation: str
    outcome: str
    seconds: float
    sent: bool
    status: int | None = None


class CommerceError(Exception):
    """The root of every error of the SDK.

    `operation` is the document's operation id, `attempts` the history; errors that no one call
    made have neither. `maybe_applied` is, on a write, False when the server surely did not apply
    it and True when it may have; None where the question has no meaning (reads). `advice` is what
    to do then, where the facade knows that; the text ends with it. Errors of placing and following
    an order also carry `order_id` and `token`, those of what is provisioned the
    `provision_request_id`, errors of a list the last good `cursor`.
    """

    operation: str | None = None
    maybe_applied: bool | None = None
    attempts: Sequence[Attempt] = ()
    order_id: str | None = None
    token: str | None = None
    provision_request_id: str | None = None
    cursor: str | None = None
    advice: str | None = None

    def about(self, operation: str) -> None:
        """Say which operation it was about, by its id (kept if it is already known)."""
        self.operation = self.operation or operation

    def _words(self) -> str:
        return str(self.args[0]) if self.args else ""

    def _text(self) -> str:
        """What it says, before any advice."""
        return super().__str__()

    def __str__(self) -> str:
        text = self._text()
        return f"{text}\n  {self.advice}" if self.advice else text

    def __repr__(self) -> str:
        known = ((name, getattr(self, name, None)) for name in _SHOWN)
        facts = (f", {name}={value!r}" for name, value in known if value)
        return f"{type(self).__name__}({self._words()[:_REPR_LENGTH]!r}{''.join(facts)})"

    def __reduce__(self) -> tuple[Any, ...]:
        # Python's own way calls the class with the text alone, and loses or breaks the rest.
        return _remade, (type(self), self.args), vars(self)


_SHOWN = ("status", "code", "request_id", "operation", "order_id", "maybe_applied", "refused")
_REPR_LENGTH = 1024


def _remade(cls: type[CommerceError], args: tuple[Any, ...]) -> CommerceError:
    error = cls.__new__(cls)
    error.args = args
    return error


class InvalidRequest(CommerceError, ValueError):
    """The request is one that the document forbids; it was refused before anything was sent.

    `path` names the place, as in `items[0].name`.
    """

    maybe_applied: bool | None = False

    def __init__(self, message: str, *, path: str = "") -> None:
        super().__init__(f"{path}: {message}" if path else message)
        self.message = message
        self.path: str = path

    def at(self, path: str) -> None:
        """Name the place in another way."""
        self.path = path
        super().__init__(f"{path}: {self.message}")

    def under(self, step: str) -> InvalidRequest:
        """The same error, seen from the object or list around."""
        joint = "." if self.path and not self.path.startswith("[") else ""
        return InvalidRequest(self.message, path=f"{step}{joint}{self.path}")


class CurrencyMismatch(CommerceError, ValueError):
    """Amounts of different currencies met where only one currency makes sense."""


class DecodeError(CommerceError):
    """An answer that cannot be read at all.

    `path` is where in the document it failed (`$` is the root). `content` holds the first bytes
    for a look by hand; they never appear in the message.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str = "$",
        status: int | None = None,
        request_id: str | None = None,
        content: bytes = b"",
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.status = status
        self.request_id = request_id
        self.content = content

    def _text(self) -> str:
        notes = [f"at {self.path}"]
        if self.status is not None:
            notes.append(f"status {self.status}")
        if self.request_id is not None:
            notes.append(f"request id {self.request_id}")
        return f"{self.message} ({', '.join(notes)})"


class AnswerTooLarge(DecodeError):
    """An answer over the size that the SDK keeps in memory; it was not read to its end."""


class WrongAnswer(DecodeError):
    """An answer that can be read, and is about another thing than was asked for."""


class ApiError(CommerceError):
    """The server answered with an error status.

    `title`, `code`, `detail` are the server's own; `problems` lists each finding. `body` is the
    decoded error document, or the raw text where it was none. Raised as the subclass of its
    status where there is one.
    """

    def __init__(
        self,
        status: int,
        *,
        title: str | None = None,
        code: str | None = None,
        detail: str | None = None,
        request_id: str | None = None,
        problems: Sequence[Problem] = (),
        body: Any = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(status)
        self.status = status
        self.title = title
        self.code = code
        self.detail = detail
        self.request_id = request_id
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.body = body
        self.retry_after = retry_after

    def _words(self) -> str:
        return ": ".join(part for part in (self.title, self.detail) if part)

    def _text(self) -> str:
        text = f"HTTP {self.status}"
        if self.operation:
            text += f" from {self.operation}"
        # Some servers list what they said already; it is said where it has its place.
        told = (self.detail, self.code)
        listed = [each for each in self.problems if (each.message, each.code or self.code) == told]
        has_place = any(each.item or each.field for each in listed)
        if said := self.title if has_place and self.title else self._words():
            text += f": {said}"
        if self.code:
            text += f" [{self.code}]"
        problems = [each for each in self.problems if has_place or each not in listed]
        text += "".join(f"\n  - {problem}" for problem in problems[:_SHOWN_PROBLEMS])
        if len(problems) > _SHOWN_PROBLEMS:
            text += f"\n  - and {len(problems) - _SHOWN_PROBLEMS} more in .problems"
        if self.request_id:
            text += f"\n  request id {self.request_id}"
        if self.maybe_applied:
            text += "\n  the server may have applied it"
        return text


_SHOWN_PROBLEMS = 10


class BadRequest(ApiError):
    """400: malformed, or a property with an illegal value."""


class Unauthenticated(ApiError):
    """401: no credential, or not a valid one.

    `renewable` says that the credential is taken for one that has ended, and that the next call
    gets a new one; where a platform also answers 401 for "not allowed", False means that.
    """

    renewable: bool = False


class PermissionDenied(ApiError):
    """403: authenticated, but not allowed; a wrong account id is the usual cause."""


class NotFound(ApiError):
    """404: not there, or not visible to this account."""


class NotAcceptable(ApiError):
    """406: what the client's own `Accept` header asks for is nothing that the server answers."""

    advice: str | None = "the client's own header Accept was refused; does a middleware change it?"


class Conflict(ApiError):
    """409: it contradicts the present state."""


class UnsupportedMediaType(ApiError):
    """415: what the client's own `Content-Type` header names is nothing that the server takes."""

    advice: str | None = (
        "the client's own header Content-Type was refused; does a middleware change it?"
    )


class Unprocessable(ApiError):
    """422: well formed, but wrong in meaning."""


class Locked(ApiError):
    """423: in work elsewhere just now, or held by what depends on it."""


class RateLimited(ApiError):
    """429: over the published limit. `retry_after` is in seconds, where the server said it."""


class ServerError(ApiError):
    """5xx: a fault of the platform or behind it."""


class PartialFailure(ApiError):
    """207: some parts failed; `problems` lists them."""


_BY_STATUS: dict[int, type[ApiError]] = {
    207: PartialFailure,
    400: BadRequest,
    401: Unauthenticated,
    403: PermissionDenied,
    404: NotFound,
    406: NotAcceptable,
    409: Conflict,
    415: UnsupportedMediaType,
    422: Unprocessable,
    423: Locked,
    429: RateLimited,
}


def error_class(status: int) -> type[ApiError]:
    """The class for a status; a status without one of its own is a plain `ApiError`."""
    if 500 <= status <= 599:
        return ServerError
    return _BY_STATUS.get(status, ApiError)


class ConnectionFailed(CommerceError):
    """No whole answer came: connecting failed, or the connection broke. `sent` says whether any
    byte of the request may have left. What the libraries below raised is its `__context__`, which
    no traceback shows."""

    def __init__(self, message: str, *, sent: bool) -> None:
        super().__init__(message)
        self.sent = sent

    def _text(self) -> str:
        text = self._words()
        if self.operation:
            made = sum(attempt.operation == self.operation for attempt in self.attempts)
            text += f" ({self.operation}, after {made} attempt{'s' * (made != 1)})"
        if self.maybe_applied:
            text += "; the server may have applied it"
        return text


class DeadlineExceeded(CommerceError, TimeoutError):
    """The deadline of the call ended. `spent` says where the time went, in seconds."""

    def __init__(self, message: str, *, spent: dict[str, float] | None = None) -> None:
        super().__init__(message)
        self.spent: dict[str, float] = dict(spent or {})

    def _text(self) -> str:
        text = self._words()
        if self.spent:
            parts = (f"{name} {seconds:.3f} s" for name, seconds in self.spent.items())
            text += f" ({', '.join(filter(None, (self.operation, *parts)))})"
        if self.maybe_applied:
            text += "; the server may have applied it"
        return text


class TooLate(CommerceError):
    """The instant came after which a write was not to be sent (`not_after`, in UTC). Nothing was
    sent after it, and what was in flight was broken off. What may have been sent before was looked
    for until the deadline ended. What the attempts or the looks met last is the `__cause__`."""

    def __init__(self, message: str, *, not_after: datetime) -> None:
        super().__init__(message)
        self.not_after = not_after

    def _text(self) -> str:
        return self._words() + ("; the server may have applied it" if self.maybe_applied else "")


class MiddlewareFailed(CommerceError):
    """A middleware of the caller's own failed, or did not keep to its contract. What it raised is
    the `__cause__`; `sent` says whether any byte of the request may have left. Such an attempt is
    not tried again."""

    def __init__(self, message: str, *, sent: bool) -> None:
        super().__init__(message)
        self.sent = sent

    def _text(self) -> str:
        return self._words() + ("; the server may have applied it" if self.maybe_applied else "")


class Withdrawn(CommerceError):
    """The attempt is not needed any more: what it was for is there. Nothing was sent. Only a
    middleware meets it, and lets it go on; no call raises it."""


class AuthenticationFailed(CommerceError):
    """A credential could not be had or renewed; nothing was sent with it.

    `refused`: who gives credentials refused this user, and will again, as with a wrong password.
    False where it was trouble that passes, and where that is not known. A token function or a login
    of your own says it by `raise AuthenticationFailed(…, refused=True)`.
    """

    refused: bool = False

    def __init__(self, *words: object, refused: bool = False) -> None:
        super().__init__(*words)
        self.refused = refused


class PaginationError(CommerceError):
    """A list that cannot be followed: its next cursor repeats, or is no text; what should say its
    end is of another kind; its next address is not its own. `cursor` is the last good one."""


class ClientClosed(CommerceError):
    """The client was closed; make a new one, or keep it open with `async with`."""


class WrongEventLoop(CommerceError):
    """The client belongs to another event loop; make one client in each loop."""
