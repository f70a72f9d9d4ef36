"""Fetching the next page while the caller is busy with the present one."""

from __future__ import annotations

from types import TracebackType
from typing import Generic, Self, TypeVar

import anyio

from commerce_sdk.errors import CommerceError
from commerce_sdk.runtime.checks import limit_or_none
from commerce_sdk.runtime.iteration import BlockTasks, OneAtATime
from commerce_sdk.runtime.lists.pages import Page, Pages
from commerce_sdk.value import OfThisProcess

T = TypeVar("T")


class Prefetch(OfThisProcess, Generic[T]):
    """Pages, of which one is fetched ahead; see `Paginator.prefetch`.

    An error shows when the page is asked for that it stands in the way of; asking again tries it
    again.
    """

    _instead = "carry its cursor; prefetch(after=cursor) goes on there"

    def __init__(self, pages: Pages[T], limit: int | None) -> None:
        limit_or_none(limit, "limit")
        self._pages = pages
        self._left = limit
        self._cursor = pages.cursor
        self._tasks = BlockTasks()
        self._under_way = False
        self._page: Page[T] | None = None
        self._over = limit == 0
        self._error: CommerceError | None = None
        self._news = anyio.Event()
        self._one_at_a_time = OneAtATime()

    @property
    def cursor(self) -> str | None:
        """To go on from after the page that was handed out last; None where that `is_last`."""
        return self._cursor

    async def __aenter__(self) -> Self:
        await self._tasks.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._tasks.__aexit__(kind, error, trace)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Page[T]:
        with self._one_at_a_time:
            self._tasks.check()
            self._begin()
            while self._under_way:
                await self._news.wait()
            if self._error is not None:
                error, self._error = self._error, None
                raise error
            if self._page is None:
                raise StopAsyncIteration
            page, self._page = self._page, None
            self._cursor = page.next_cursor
            self._begin()
            return page

    def _begin(self) -> None:
        """Fetch a page, unless one is there or on its way, or the last one was."""
        if self._under_way or self._over or self._page is not None or self._error is not None:
            return
        if self._left is not None:
            self._left -= 1
        self._under_way = True
        self._news = anyio.Event()
        self._tasks.start_soon(self._fetch)

    async def _fetch(self) -> None:
        try:
            self._page = await anext(self._pages, None)
            self._over = self._page is None or self._page.is_last or self._left == 0
        except CommerceError as error:
            self._error = error
            if self._left is not None:
                self._left += 1
        finally:
            self._under_way = False
            self._news.set()
