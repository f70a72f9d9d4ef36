"""Lists that come in pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from commerce_sdk.document.operation import Operation
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.call.deadline import Allowance
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.checks import limit_or_none
from commerce_sdk.runtime.iteration import OneAtATime
from commerce_sdk.runtime.lists.pages import Fetch, Pages
from commerce_sdk.runtime.lists.prefetch import Prefetch
from commerce_sdk.value import OfThisProcess

T = TypeVar("T")


class Paginator(OfThisProcess, Generic[T]):
    """A list that is fetched page by page while it is iterated over.

        async for item in client.things.list(): …
        async for page in client.things.list().pages(after=cursor): …

    The server alone decides where the list ends: an empty page with a cursor goes on.
    Every error on the way carries the last good `cursor`, to go on from with `pages(after=…)`.
    """

    _instead = "carry a cursor; pages(after=cursor) goes on there"

    def __init__(
        self,
        fetch: Fetch[T],
        check: Callable[[str], object],
        begin: Callable[[Allowance], Context],
        allowance: Callable[[], Allowance],
        operation: Operation,
        id_of: Callable[[T], object] | None = None,
    ) -> None:
        self._fetch = fetch
        self._check = check
        self._begin = begin
        self._allowance = allowance
        self._operation = operation
        self._id_of = id_of

    def __aiter__(self) -> Items[T]:
        return Items(self.pages())

    def pages(self, after: str | None = None) -> Pages[T]:
        """Iterate over pages, from the first one or from a cursor kept earlier.

            async for page in client.things.list().pages(after=kept):
                store(page.items)
                finish() if page.is_last else keep(page.next_cursor)

        The last page names no cursor, and `after=None` begins with the first page: after a page
        that `is_last` the list was read to its end, and there is nothing to go on from.

        Raises:
            InvalidRequest: `after` is no cursor that a page named.
            CommerceError: while iterating, what any call raises, or `PaginationError`; with the
                last good `cursor`.
        """
        if after is not None and (not isinstance(after, str) or not after):
            raise InvalidRequest("must be a cursor that a page named, or None", path="after")
        if after is not None:
            self._check(after)
        return Pages(
            self._fetch, self._begin, self._allowance(), self._operation, after, self._id_of
        )

    def prefetch(self, *, after: str | None = None, limit: int | None = None) -> Prefetch[T]:
        """Pages, the next one fetched while you are busy with the present one.

            async with client.things.list().prefetch() as pages:
                async for page in pages: …

        At most one page is fetched ahead, and none beyond `limit` pages; leaving the block drops
        what was fetched for nothing. Raises `InvalidRequest` for an `after` that is no cursor and a
        `limit` that is no count; iterating raises as over `pages`.
        """
        return Prefetch(self.pages(after), limit)

    async def first(self) -> T | None:
        """The first item; None where the list is empty. Raises what any call does, with the last
        good `cursor`."""
        async for item in self:
            return item
        return None

    async def collect(self, limit: int | None = None) -> list[T]:
        """All items in one list, or the first `limit` of them. Raises `InvalidRequest` for a
        `limit` that is no count, and what any call does, with the last good `cursor`."""
        limit_or_none(limit, "limit")
        found: list[T] = []
        if limit == 0:
            return found
        async for item in self:
            found.append(item)
            if len(found) == limit:
                break
        return found

    def __repr__(self) -> str:
        return "Paginator()"


class Items(OfThisProcess, Generic[T]):
    """An iteration over items, over all pages."""

    _instead = "carry a cursor; pages(after=cursor) goes on there"

    def __init__(self, pages: Pages[T]) -> None:
        self._pages = pages
        self._waiting: list[T] = []
        self._one_at_a_time = OneAtATime()

    def __aiter__(self) -> Items[T]:
        return self

    async def __anext__(self) -> T:
        with self._one_at_a_time:
            while not self._waiting:
                page = await self._pages.__anext__()
                self._waiting = list(reversed(page.items))
            return self._waiting.pop()
