"""What the document says of one operation, as plain values.

Generated code fills these from the OpenAPI document; the runtime reads them. Nothing here knows a
platform, and no number or name of an endpoint is written anywhere else by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Literal, TypeVar

from commerce_sdk.value import Value
from commerce_sdk.wire import Kind

T = TypeVar("T")

RetryClass = Literal["safe", "keyed", "never"]
LimitScope = Literal["credential", "account", "address"]
Place = Literal["path", "query", "header", "body"]
Strategy = Literal["cursor", "body-cursor", "page", "id", "link"]
Ending = Literal["pages", "total", "has-more", "short-page"]
Attributes = tuple[str, ...]
"""Leads from an answer, or from an item, to one of its values."""


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
    """One way to page through a list (`x-pagination`): what a request sends, by its name on the
    wire, and where the answer says it, by the attributes that lead there.

    `cursor` is the query parameter, or the one property of the body, that the cursor goes out in;
    a `link` has none. `items` leads to the items, `next` to the next cursor or address, or, from
    an item, to its id. `ends_by` is how a list of pages or ids ends, with `end` where the answer
    says that; None: with an empty page. A size that matters for the end is asked for by the query
    parameter `size`, or named by the answer at `answered_size`.
    """

    strategy: Strategy
    cursor: str = ""
    items: Attributes
    next: Attributes = ()
    ends_by: Ending | None = None
    end: Attributes = ()
    size: str | None = None
    answered_size: Attributes = ()


class Tenant(Value, frozen=True, kw_only=True):
    """What of a request the client fills (`x-tenant`), never the caller's memory: a parameter, or
    a property of the body. `wire` is what the document calls it, `kind` how it is written."""

    name: str
    place: Place
    wire: str
    required: bool
    kind: Kind


class Operation(Value, frozen=True, kw_only=True):
    """One operation of a platform's document.

    `shown` are the query parameters that logs may show: switches, numbers, instants and enums,
    whose schema leaves no room for a secret. `pagination` are the ways to page through a list, the
    usual one first. `error_families` are the families of error shapes (`x-error`), by status.
    """

    id: str
    method: str
    path: str
    success: tuple[int, ...]
    retry: RetryRule
    rate_limits: tuple[RateLimit, ...] = ()
    pagination: tuple[Pagination, ...] = ()
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

    `path` is filled and percent-encoded, relative to the base URL, but for what the client fills
    (`Operation.tenants`). `body` holds the exact bytes that every attempt sends; those of one that
    `is_kept` were made before, and stay as they are. `parse` reads a success answer's bytes,
    `parse_error` an error answer's (None where the document names no shape for the status); both
    raise `DecodeError`. `accept` names the content types to ask for.
    """

    hidden = ("parse", "parse_error", "headers", "body")

    operation: Operation
    path: str
    parse: Callable[[int, bytes], T]
    parse_error: Callable[[int, bytes], Any]
    query: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    is_kept: bool = False
    accept: str = "application/json"
