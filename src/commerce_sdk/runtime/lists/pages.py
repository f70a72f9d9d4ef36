"""The pages of a list, one after the other."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from msgspec.structs import replace

from commerce_sdk.document.operation import Operation
from commerce_sdk.document.reading import json_kind
from commerce_sdk.errors import CommerceError, PaginationError
from commerce_sdk.runtime.call.deadline import Allowance
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.iteration import OneAtATime
from commerce_sdk.value import OfThisProcess, Value

T = TypeVar("T")


class Page(Value, Generic[T], frozen=True, kw_only=True):
    """One page. `next_cursor` leads to the next one; None on the last.

    To go on later, keep `next_cursor` of a page, and of the last one that the list `is_last`: a
    list that is read from None begins anew.
    """

    items: Sequence[T]
    next_cursor: str | None = None

    @property
    def is_last(self) -> bool:
        """Was the list read to its end with this page?"""
        return not self.next_cursor

    def __repr__(self) -> str:
        return f"Page({len(self.items)} items, next_cursor={self.next_cursor!r})"


def next_cursor(value: object) -> str | None:
    """The cursor that an answer names, None at the end of the list. Raises `PaginationError`."""
    if value is None or isinstance(value, str):
        return value or None
    raise PaginationError(
        "the list cannot be followed: the next cursor should be text or null, "
        f"{json_kind(value)} came"
    )


Fetch = Callable[[str | None, Context], Awaitable[Page[T]]]


class Unseen(Generic[T]):
    """Leaves out of pages what came before, by its id. It keeps the ids, and nothing else.

    An item whose id is missing, empty, or neither text nor a whole number is always kept: nobody
    could say that it is another one's.
    """

    def __init__(self, id_of: Callable[[T], object]) -> None:
        self._id_of = id_of
        self._seen: set[str | int] = set()

    def of(self, page: Page[T]) -> Page[T]:
        """The page without them; one of which nothing is left is still a page."""
        items: list[T] = []
        seen: set[str | int] = set()
        for item in page.items:
            found = self._id_of(item)
            if isinstance(found, str | int) and not isinstance(found, bool) and found != "":
                if found in self._seen or found in seen:
                    continue
                seen.add(found)
            items.append(item)
        # At once, so that a page that could not be read whole is read whole when it comes again.
        self._seen |= seen
        return replace(page, items=tuple(items))


class Pages(OfThisProcess, Generic[T]):
    """An iteration over pages. `cursor` is the last good one: where it stands now."""

    _instead = "carry its cursor; pages(after=cursor) goes on there"

    def __init__(
        self,
        fetch: Fetch[T],
        begin: Callable[[Allowance], Context],
        allowance: Allowance,
        operation: Operation,
        cursor: str | None,
        id_of: Callable[[T], object] | None = None,
    ) -> None:
        self.cursor = cursor
        self._unseen = None if id_of is None else Unseen(id_of)
        self._fetch = fetch
        self._begin = begin
        self._allowance = allowance
        self._operation = operation
        self._seen = {cursor}
        self._over = False
        self._one_at_a_time = OneAtATime()

    def __aiter__(self) -> Pages[T]:
        return self

    async def __anext__(self) -> Page[T]:
        with self._one_at_a_time:
            if self._over:
                raise StopAsyncIteration
            context: Context | None = None
            try:
                with self._allowance.running():
                    context = self._begin(self._allowance)
                    page = await self._fetch(self.cursor, context)
                if page.next_cursor in self._seen and not page.is_last:
                    raise PaginationError(
                        "the list cannot be followed: the server named a cursor twice"
                    )
                if self._unseen is not None:
                    page = self._unseen.of(page)
            except CommerceError as error:
                error.about(self._operation.id)
                error.attempts = tuple(context.attempts) if context is not None else ()
                error.cursor = self.cursor
                raise
            self._over = page.is_last
            if not self._over:
                self._seen.add(page.next_cursor)
                self.cursor = page.next_cursor
            return page
