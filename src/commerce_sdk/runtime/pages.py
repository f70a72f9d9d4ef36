"""The pages of a list, one after the other."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from commerce_sdk.errors import CommerceError, PaginationError
from commerce_sdk.runtime.deadline import Allowance, Deadline
from commerce_sdk.runtime.iteration import OneAtATime
from commerce_sdk.value import Value

T = TypeVar("T")


class Page(Value, Generic[T], frozen=True, kw_only=True):
    """One page. `next_cursor` leads to the next one; None on the last."""

    items: Sequence[T]
    next_cursor: str | None = None

    def __repr__(self) -> str:
        return f"Page({len(self.items)} items, next_cursor={self.next_cursor!r})"


Fetch = Callable[[str | None, Deadline], Awaitable[Page[T]]]


class Pages(Generic[T]):
    """An iteration over pages. `cursor` is the last good one: where it stands now."""

    def __init__(
        self,
        fetch: Fetch[T],
        open_deadline: Callable[[Allowance | None], Deadline],
        allowance: Allowance,
        cursor: str | None,
    ) -> None:
        self.cursor = cursor
        self._fetch = fetch
        self._open_deadline = open_deadline
        self._allowance = allowance
        self._seen = {cursor}
        self._over = False
        self._one_at_a_time = OneAtATime()

    def __aiter__(self) -> Pages[T]:
        return self

    async def __anext__(self) -> Page[T]:
        with self._one_at_a_time:
            if self._over:
                raise StopAsyncIteration
            try:
                with self._allowance.running():
                    page = await self._fetch(self.cursor, self._open_deadline(self._allowance))
                following = page.next_cursor or None
                if following is not None and following in self._seen:
                    raise PaginationError(
                        "the list cannot be followed: the server named a cursor twice"
                    )
            except CommerceError as error:
                error.cursor = self.cursor
                raise
            if following is None:
                self._over = True
            else:
                self._seen.add(following)
                self.cursor = following
            return page
