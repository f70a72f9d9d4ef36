"""What the document says of one operation, as plain values.

Generated code fills these from the OpenAPI document; the runtime reads them. Nothing here knows a
platform, and no number or name of an endpoint is written anywhere else by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, ClassVar, Generic, Literal, TypeAlias, TypeVar

from commerce_sdk.document.kinds import Kind
from commerce_sdk.secret import Secret
from commerce_sdk.value import Value

if TYPE_CHECKING:
    from commerce_sdk.document.answer import AnswerOf
    from commerce_sdk.document.model import Model

T = TypeVar("T")

RetryClass = Literal["safe", "keyed", "idempotent", "never"]
SchemeKind = Literal["bearer", "basic", "api-key"]
Refusal = Literal["expired", "expired-or-forbidden"]
TokenRequest = Literal["form", "json"]
LimitScope = Literal["credential", "account", "address"]
Place = Literal["path", "query", "header", "body"]
Strategy = Literal["cursor", "body-cursor", "page", "id", "link"]
Ending = Literal["pages", "total", "has-more", "short-page"]
Success: TypeAlias = "type[Model] | type[bytes] | AnswerOf | None"
Attributes = tuple[str, ...]
"""Leads from an answer, or from an item, to one of its values."""


class RateLimit(Value, frozen=True, kw_only=True):
    """A published limit: at most `limit` calls in any `seconds`, counted per `scope` over all
    operations that name the same `bucket`. None is a bucket of the operation's own. One of a `tier`
    holds for customers of that plan alone, one without it for all."""

    limit: int
    seconds: int
    scope: LimitScope
    bucket: str | None = None
    tier: str | None = None


class RetryRule(Value, frozen=True, kw_only=True):
    """May an unclear attempt be sent again (`x-retry`)?

    `safe`: yes, it changes nothing. `keyed`: yes, with the same `key` in the body, after asking
    `read_back` what happened. `idempotent`: yes, for it sets something to a value, after asking
    `read_back`, which does not show it. `never`: only when it surely was not sent; where it names
    both, what the field `key` of the body marks is looked for by `read_back`, before and after.
    """

    kind: RetryClass
    key: str | None = None
    read_back: str | None = None


class Pagination(Value, frozen=True, kw_only=True):
    """One way to page through a list (`x-pagination`): what a request sends, by its name on the
    wire, and where the answer says it, by the attributes that lead there.

    `cursor` is the query parameter, or the one property of the body, that the cursor goes out in;
    a `link` has none. `items` leads to the items, `next` to the next cursor or address, or, by
    `id`, from an item to its id; in the other ways `item_id` does, where the document names one.
    By `page`, `number` leads to the number of the page that came, where the answer names it.
    `ends_by` is how a list of pages or ids ends, with `end` where the answer says that (by `id`,
    `pages` are those that are left); None: with an empty page. A size that matters for the end is
    asked for by the query parameter `size`, or named by the answer at `answered_size`.
    """

    strategy: Strategy
    cursor: str = ""
    items: Attributes
    next: Attributes = ()
    item_id: Attributes = ()
    number: Attributes = ()
    ends_by: Ending | None = None
    end: Attributes = ()
    size: str | None = None
    answered_size: Attributes = ()
    kind: Kind | None = None
    """What the query parameter of the cursor may hold."""


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

    `answers` are its successes by status: the model of one, `AnswerOf` what is no model alone,
    `bytes` for a file, None for nothing. `errors` are the statuses of each family of error shapes
    that it answers (`x-error`): one by one, a whole hundred as `4XX`, the rest as `default`.
    `refusals` are those of them that say that nothing was done (`x-refusal`), one by one.
    What it begins is given up by the server unless another request completes it within
    `completed_within` seconds (`x-completed-within`).
    `shown` are the query parameters that logs may show: switches, numbers, instants and enums,
    whose schema leaves no room for a secret. `delimited` are those that hold a list in one text.
    `pagination` are the ways to page through a list, the usual one first. `security` names the
    schemes that it takes, any one of them; none where it takes no credential, and None where it
    takes what its platform says of all.
    """

    hidden: ClassVar[tuple[str, ...]] = ("answers", "errors")

    id: str
    method: str
    path: str
    answers: Mapping[int, Success]
    retry: RetryRule
    rate_limits: tuple[RateLimit, ...] = ()
    completed_within: int | None = None
    pagination: tuple[Pagination, ...] = ()
    tenants: tuple[Tenant, ...] = ()
    shown: tuple[str, ...] = ()
    delimited: tuple[str, ...] = ()
    errors: Mapping[str, tuple[int | str, ...]] = {}
    refusals: tuple[int, ...] = ()
    security: tuple[str, ...] | None = None

    @property
    def takes_credential(self) -> bool:
        """False of one that takes none, as a login: what it sends and answers may be one."""
        return self.security != ()

    @property
    def usual_answer(self) -> Success:
        """What a success of a status that the document does not name is read as: the answer of the
        lowest named one that has a shape."""
        return next((shape for _, shape in sorted(self.answers.items()) if shape), None)

    def names_error(self, status: int) -> bool:
        """Does the document name this very status as an error?"""
        return any(status in named for named in self.errors.values())

    def family_of(self, status: int) -> str | None:
        """The family that the document names for an error of this status: its own, that of
        its hundred, or that of all others."""
        for key in (status, f"{status // 100}XX", "default"):
            for name, named in self.errors.items():
                if key in named:
                    return name
        return None


class Findings(Value, frozen=True, kw_only=True):
    """Where an error document lists what is wrong, and where each finding says what.

    `at` leads from the document to the findings, the others from a finding; of several paths the
    first that leads to a text counts. In a path `*` goes through a list and `..` to the object
    around. `pointer` leads to a JSON pointer that names the field, which is shown without its
    beginning where that is one of `strip`; `words` are what stands in for a message, the first
    whose every `{path}` is filled.
    """

    at: str
    message: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    item: tuple[str, ...] = ()
    field: tuple[str, ...] = ()
    pointer: tuple[str, ...] = ()
    strip: tuple[str, ...] = ()


class ErrorFamily(Value, frozen=True, kw_only=True):
    """Where the error documents of one family say what is wrong (`x-error-families`).

    The paths lead from the document, and are as those of `Findings`. `model` gives the family's
    class, loaded when it is needed; None where no answer of the family has a body.
    """

    hidden: ClassVar[tuple[str, ...]] = ("model",)

    model: Callable[[], type[Model]] | None = None
    title: tuple[str, ...] = ()
    code: tuple[str, ...] = ()
    detail: tuple[str, ...] = ()
    id: tuple[str, ...] = ()
    problems: tuple[Findings, ...] = ()


class SecurityScheme(Value, frozen=True, kw_only=True):
    """A way to show who calls (`components.securitySchemes`): the kind of credential, and the
    header that it goes in. `unauthenticated` is what a 401 says of it (`x-unauthenticated`): that
    it has ended; or either that, or that its owner may not. `token_url` is where a client gets a
    token for its id and secret (`clientCredentials`), by a `token_request` of this encoding
    (`x-token-request`), within `token_limits`; None where the document does not say."""

    name: str
    kind: SchemeKind
    header: str = "authorization"
    unauthenticated: Refusal = "expired"
    token_url: str | None = None
    token_request: TokenRequest = "form"
    token_limits: tuple[RateLimit, ...] = ()


class Platform(Value, frozen=True, kw_only=True):
    """What a document says of its platform as a whole. `server` is where it is served; None where
    the document does not say. `security` names those of its `schemes` that an operation takes which
    says nothing of its own; `error_families` tell how its errors are read. `tiers` are the plans of
    customers that its limits differ by, the usual one first."""

    hidden: ClassVar[tuple[str, ...]] = ("error_families",)

    name: str
    server: str | None = None
    schemes: tuple[SecurityScheme, ...] = ()
    security: tuple[str, ...] = ()
    error_families: Mapping[str, ErrorFamily] = {}
    tiers: tuple[str, ...] = ()


class Request(Value, Generic[T], frozen=True, kw_only=True):
    """One call, made by a generated `build`: pure, checked, ready to send.

    `path` is filled and percent-encoded, relative to the base URL, but for what the client fills
    (`Operation.tenants`); `tenants` are the values that it was given there. `body` holds the exact
    bytes that every attempt sends, of the type `content_type`; those of one that `is_kept` were
    made before, and stay as they are. `secrets` are what of them no answer may bring into a text.
    `accept` names the content types to ask for. What it answers is of type `T`; what comes with
    which status is what the operation's `answers` say.
    """

    hidden: ClassVar[tuple[str, ...]] = ("headers", "body", "secrets")

    operation: Operation
    path: str
    query: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    content_type: str = "application/json"
    is_kept: bool = False
    accept: str = "application/json"
    tenants: tuple[str, ...] = ()
    secrets: tuple[Secret, ...] = ()
