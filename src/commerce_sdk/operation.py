"""What the document says of one operation, as plain values.

Generated code fills these from the OpenAPI document; the runtime reads them. Nothing here knows a
platform, and no number or name of an endpoint is written anywhere else by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Literal, Protocol, TypeVar

from commerce_sdk.value import Value

T = TypeVar("T")

RetryClass = Literal["safe", "keyed", "never"]
TenantKind = Literal["transaction", "catalog"]
LimitScope = Literal["credential", "account", "address"]


class RateLimit(Value, frozen=True, kw_only=True):
    """A published limit: at most `limit` calls in any `seconds`, counted per `scope` over all
    operations that name the same `bucket`. None is a bucket of the operation's own."""

    limit: int
    seconds: int
    scope: LimitScope
    bucket: str | None = None


class RetryRule(Value, frozen=True, kw_only=True):
    """May an unclear attempt be sent again (`x-retry`)?

    `safe`: yes, it changes nothing. `keyed`: yes, with the same `key` in the body, after asking
    `read_back` what happened. `never`: only when it surely was not sent.
    """

    kind: RetryClass
    key: str | None = None
    read_back: str | None = None


class Pagination(Value, frozen=True, kw_only=True):
    """How a list pages (`x-pagination`), in Python names: the arguments of `build` that take the
    cursor and the page size, the attributes of the answer that hold items and next cursor."""

    strategy: str
    cursor: str
    size: str | None = None
    items: str
    next: str


class Tenant(Value, frozen=True, kw_only=True):
    """A parameter that the client fills (`x-tenant`), never the caller's memory."""

    kind: TenantKind
    argument: str
    required: bool


class Operation(Value, frozen=True, kw_only=True):
    """One operation of a platform's document.

    `shown` are the query parameters that logs may show: switches, numbers, instants and enums,
    whose schema leaves no room for a secret. `error_families` are the families of error shapes
    (`x-error`), by status.
    """

    id: str
    method: str
    path: str
    success: tuple[int, ...]
    retry: RetryRule
    rate_limits: tuple[RateLimit, ...] = ()
    pagination: Pagination | None = None
    tenants: tuple[Tenant, ...] = ()
    shown: tuple[str, ...] = ()
    error_families: tuple[tuple[int, str], ...] = ()


class Platform(Value, frozen=True, kw_only=True):
    """What a document says of its platform as a whole. `server` is where it is served; None where
    the document does not say."""

    name: str
    server: str | None = None


class Request(Value, Generic[T], frozen=True, kw_only=True):
    """One call, made by a generated `build`: pure, checked, ready to send.

    `path` is filled and percent-encoded, relative to the base URL. `body` holds the exact bytes
    that every attempt sends. `parse` reads a success answer's bytes, `parse_error` an error
    answer's (None where the document names no shape for the status); both raise `DecodeError`.
    `accept` names the content types to ask for.
    """

    hidden = ("parse", "parse_error", "headers", "body")

    operation: Operation
    path: str
    parse: Callable[[int, bytes], T]
    parse_error: Callable[[int, bytes], Any]
    query: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    accept: str = "application/json"


class Endpoint(Protocol[T]):
    """A generated module of one operation."""

    @property
    def OPERATION(self) -> Operation: ...  # noqa: N802

    @property
    def build(self) -> Callable[..., Request[T]]: ...
