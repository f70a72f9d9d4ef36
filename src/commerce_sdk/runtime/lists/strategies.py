"""How a list goes from one page to the next, a class each way.

A strategy is pure: it makes the request of a page out of the first one and a cursor, and reads out
of a page's answer the cursor of the next. A cursor is always text, so that it can be kept.
"""

from __future__ import annotations

import re
from typing import Any, TypeVar
from urllib.parse import parse_qsl, unquote, unquote_plus, urljoin, urlsplit

import msgspec
from msgspec.structs import replace

from commerce_sdk.document.kinds import Kind
from commerce_sdk.document.model import entries_in
from commerce_sdk.document.operation import Attributes, Pagination, Request
from commerce_sdk.document.reading import json_kind
from commerce_sdk.document.text import encodable, printable
from commerce_sdk.errors import InvalidRequest, PaginationError
from commerce_sdk.runtime.lists.pages import next_cursor
from commerce_sdk.secret import Secret
from commerce_sdk.value import Value

T = TypeVar("T")

_NUMBER = re.compile(r"[1-9][0-9]{0,17}")
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,17})")


class ByCursor(Value, frozen=True):
    """The answer names the next cursor, which goes out in the query; none is the end.

    The other strategies differ from it in what they say anew.
    """

    paging: Pagination
    base_url: str

    @property
    def item_id(self) -> Attributes:
        """Leads from an item to its id; empty where the document does not say."""
        return self.paging.item_id

    def request(self, first: Request[T], cursor: str) -> Request[T]:
        """The request of the page at a cursor. Raises `InvalidRequest` for what is no cursor."""
        checked(cursor)
        if self.paging.kind is not None:
            _allowed(self.paging.kind, cursor)
        return replace(first, query=_with(first.query, self.paging.cursor, cursor))

    def following(self, request: Request[Any], answer: object) -> str | None:
        """The cursor of the next page; None after the last.

        Raises `PaginationError` where the answer leaves that open.
        """
        return next_cursor(at(answer, self.paging.next))

    def is_page(self, answer: object) -> bool:
        """Does an answer say anything that a page says?"""
        paging = self.paging
        places = (paging.items, paging.next, paging.end)
        return any(at(answer, place) is not None for place in places if place)


class ByBodyCursor(ByCursor, frozen=True):
    """The cursor goes out in the body, alone: the server knows the filters by it."""

    def request(self, first: Request[T], cursor: str) -> Request[T]:
        checked(cursor)
        return replace(first, body=msgspec.json.encode({self.paging.cursor: cursor}))


class ByPage(ByCursor, frozen=True):
    """Pages have numbers, from 1 on; the cursor is the number of the page."""

    def request(self, first: Request[T], cursor: str) -> Request[T]:
        if not _NUMBER.fullmatch(cursor):
            raise InvalidRequest("must be the number of a page, as a page named it", path="after")
        return super().request(first, cursor)

    def following(self, request: Request[Any], answer: object) -> str | None:
        number = int(_asked(request, self.paging.cursor) or 1)
        came = at(answer, self.paging.number) if self.paging.number else None
        # A server that does not know the parameter gives its first page for ever.
        if came is not None and _count(came, "the number of a page") != number:
            raise _lost(f"page {number} was asked for, and page {came} came")
        return None if _is_last(self.paging, request, answer, number) else str(number + 1)


class ById(ByCursor, frozen=True):
    """The next page begins after the id of the last item."""

    @property
    def item_id(self) -> Attributes:
        return self.paging.next

    def following(self, request: Request[Any], answer: object) -> str | None:
        if _is_last(self.paging, request, answer, 1):
            return None
        items = at(answer, self.paging.items)
        if not items:
            raise _lost("there is more, and no item to go on from")
        last = at(items[-1], self.paging.next)
        if not isinstance(last, str) or not last:
            what = "an empty text" if last == "" else json_kind(last)
            raise _lost(f"the id of the last item should be text, {what} came")
        return last

    def is_page(self, answer: object) -> bool:
        places = (self.paging.items, self.paging.end)
        return any(at(answer, place) is not None for place in places if place)


class ByLink(ByCursor, frozen=True):
    """The answer names the address of the next page, of which the query alone is used; it is the
    cursor. Another host or path than the list's own is never asked. Secret parameters are those of
    the first request, and in no cursor."""

    def request(self, first: Request[T], cursor: str) -> Request[T]:
        try:
            pairs = parse_qsl(checked(cursor), True, True, errors="strict")
        except ValueError:
            raise InvalidRequest(
                "must be the query of a page's address, as a page named it", path="after"
            ) from None
        # Whom a call is for is the client's to say, whatever an address holds.
        own = {each.wire for each in first.operation.tenants if each.place == "query"}
        secret = tuple(pair for pair in first.query if isinstance(pair[1], Secret))
        own |= {name for name, _ in secret}
        return replace(first, query=(*(pair for pair in pairs if pair[0] not in own), *secret))

    def following(self, request: Request[Any], answer: object) -> str | None:
        address = next_cursor(at(answer, self.paging.next))
        if address is None:
            return None
        here = self.base_url + request.path
        try:
            there = urljoin(here, address)
            is_ours = _place(there) == _place(here)
            secret = {name for name, text in request.query if isinstance(text, Secret)}
            query = _without(secret, urlsplit(there).query)
            self.request(request, query)
        except (ValueError, InvalidRequest):
            raise _lost("the next page's address cannot be read") from None
        if not is_ours:
            raise _lost("the next page's address is not the list's own")
        if not query:
            raise _lost("the next page's address has no query")
        return query


STRATEGIES: dict[str, type[ByCursor]] = {
    "cursor": ByCursor,
    "body-cursor": ByBodyCursor,
    "page": ByPage,
    "id": ById,
    "link": ByLink,
}
"""By the name that documents give them."""


def at(value: object, place: Attributes) -> Any:
    """What a place of an answer holds; None where it is not there."""
    for name in place:
        value = getattr(value, name, None)
    return value


def checked(cursor: str) -> str:
    """The cursor. Raises `InvalidRequest` where it is none that could be sent."""
    return printable(encodable(cursor, "after"), "after")


def _with(query: tuple[tuple[str, str], ...], name: str, text: str) -> tuple[tuple[str, str], ...]:
    return (*(pair for pair in query if pair[0] != name), (name, text))


def _allowed(kind: Kind, cursor: str) -> None:
    """Raises `InvalidRequest` for a cursor that the document forbids in its parameter."""
    try:
        kind.write(cursor, "after", None)
    except InvalidRequest:
        if not _WHOLE.fullmatch(cursor):
            raise
        kind.write(int(cursor), "after", None)  # a number, in a text as every cursor


def _without(names: set[str], query: str) -> str:
    """The query without parameters of these names; to the byte what it was where it has none."""
    parts = query.split("&")
    kept = [part for part in parts if unquote_plus(part.partition("=")[0]) not in names]
    return query if len(kept) == len(parts) else "&".join(kept)


def _asked(request: Request[Any], name: str | None) -> str | None:
    return next((text for each, text in request.query if each == name), None)


def _is_last(paging: Pagination, request: Request[Any], answer: object, number: int) -> bool:
    """Is the page of this number the last? Where nothing tells, an empty one is: to go on costs
    one request too many, and to stop costs items."""
    came = entries_in(at(answer, paging.items[:-1]), paging.items[-1])
    told = at(answer, paging.end)
    if paging.ends_by == "has-more" and told is not None:
        if not isinstance(told, bool):
            raise _lost(
                f"whether there is more should be true, false or null, {json_kind(told)} came"
            )
        return not told
    if paging.ends_by == "pages" and told is not None:
        return number >= _count(told, "the number of pages")
    size = _size(paging, request, answer)
    if paging.ends_by == "total" and told is not None and size:
        return number * size >= _count(told, "the total")
    if paging.ends_by == "short-page" and size:
        return came < size
    return came == 0


def _size(paging: Pagination, request: Request[Any], answer: object) -> int:
    """The size of a whole page, 0 where nobody says it. The answer knows better than the request:
    a server may give less than it is asked for."""
    named = at(answer, paging.answered_size) if paging.answered_size else None
    if named is not None:
        return _count(named, "the size of a page")
    return int(_asked(request, paging.size) or 0)


def _count(value: object, what: str) -> int:
    if type(value) is int and value >= 0:
        return value
    raise _lost(f"{what} should be a whole number or null, {json_kind(value)} came")


def _place(address: str) -> tuple[str, str]:
    """What tells one resource from another: an address without its query."""
    from commerce_sdk.runtime.http.origins import origin_of

    parts = urlsplit(address)
    if parts.username is not None:
        raise ValueError("names a user")
    return origin_of(f"{parts.scheme}://{parts.netloc}"), unquote(parts.path)


def _lost(why: str) -> PaginationError:
    return PaginationError(f"the list cannot be followed: {why}")
