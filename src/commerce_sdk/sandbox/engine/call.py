"""One call as behaviour sees it, and what behaviour can answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commerce_sdk.sandbox.engine.credentials import Credential, Credentials
from commerce_sdk.sandbox.engine.given import expect
from commerce_sdk.sandbox.engine.operation import Operation

Json = Mapping[str, Any]


@dataclass(frozen=True)
class Call:
    """A request that fits the document.

    `values` are its parameters by their names on the wire, those of the path included. `tenants`
    are whom it is for, by the document's name of each (`x-tenant`). `credential` is what it came
    with; `credentials` are those that the platform knows, to issue and to revoke. `address` is
    the platform's as the caller knows it, without a slash at its end: what a path of the document
    comes after. `headers` are the request's, in any case; `query` is as it was sent, with what the
    document does not know.
    """

    operation: Operation
    values: Json
    body: Any
    tenants: Mapping[str, str]
    credential: Credential | None
    credentials: Credentials
    address: str
    headers: Mapping[str, str] = field(repr=False)
    query: Sequence[tuple[str, str]] = ()

    @property
    def id(self) -> str:
        """The value of the path's first parameter. Raises `LookupError` where it has none."""
        if not self.operation.path_names:
            path = self.operation.path
            raise LookupError(f"call.id: the path {path} has no parameter; see call.values")
        return str(self.values[self.operation.path_names[0]])


@dataclass(frozen=True)
class Entry:
    """One item of a list, written out only when its page is shown. `key` is what a cursor names.
    Raises `TypeError` for an item in place of what shows it."""

    key: str
    show: Callable[[], Json]

    def __post_init__(self) -> None:
        expect("Entry.of(key, item): key", self.key, str)
        if not callable(self.show):
            raise TypeError("Entry: show is called for the item; write Entry.of(key, item)")

    @classmethod
    def of(cls, key: str, shown: Json) -> Entry:
        """An item that is written out already."""
        return cls(key, lambda: shown)


@dataclass(frozen=True)
class PageInfo:
    """What is known of a page, to say around it.

    `items` are those on it; `number` is its own, from 1 on; `pages` and `total` are of the whole
    list; `size` is what was asked for. `cursors` and `links`, the addresses with them, lead to the
    pages `first`, `prev`, `self`, `next` and `last`, as far as they are there: the first page has
    a cursor only in a body and as a number, and a cursor in a body has no address.
    """

    items: Sequence[Json]
    number: int
    pages: int
    size: int
    total: int
    cursors: Mapping[str, str]
    links: Mapping[str, str]


def _nothing(page: PageInfo) -> Json:
    return {}


@dataclass(frozen=True)
class Entries:
    """The entries of a list, with what stands `around` each page of it: an object made of what is
    known of the page. The items, the next cursor and the ends are put into it as the document says.

        Entries(rows, lambda page: {"meta": {"total": page.total}, "links": page.links})
    """

    rows: Sequence[Entry]
    around: Callable[[PageInfo], Json] = _nothing


@dataclass(frozen=True)
class File:
    """An answer that is no JSON. Raises `TypeError` for content that is no bytes."""

    content: bytes
    media_type: str

    def __post_init__(self) -> None:
        expect("File(content, media_type): content", self.content, bytes)


@dataclass(frozen=True)
class Answer:
    """An answer with a status, of several that the document names, or with headers. Raises
    `TypeError` for a status that is no int."""

    status: int
    content: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        expect("Answer(status, content, headers): status", self.status, int)
