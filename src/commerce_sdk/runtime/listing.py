"""Turns any paging operation of the document into a `Paginator`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from commerce_sdk.errors import DecodeError
from commerce_sdk.operation import Request
from commerce_sdk.runtime.client import Core
from commerce_sdk.runtime.deadline import Allowance, Deadline
from commerce_sdk.runtime.pages import Page, next_cursor
from commerce_sdk.runtime.paginator import Paginator
from commerce_sdk.runtime.settings import seconds_or_none


def paginate(
    core: Core,
    build: Callable[..., Request[Any]],
    *,
    deadline: float | None = None,
) -> Paginator[Any]:
    """A paginator over the operation that a generated `build`, given its arguments (`partial`),
    makes requests of.

    Every page is a call of its own, built anew with the cursor of the page before. The first one
    is built here, so that a wrong argument shows where it was given.
    """
    seconds_or_none(deadline, "deadline")
    first = build()
    core.tenants.fill(first)
    paging = first.operation.pagination
    assert paging is not None, f"{first.operation.id} does not page"

    async def fetch(cursor: str | None, limit: Deadline) -> Page[Any]:
        request = first
        if cursor is not None:
            request = build(**{paging.cursor: cursor})
        answer = await core.ask(request, deadline=limit, check=is_page)
        return Page(
            items=tuple(getattr(answer, paging.items) or ()),
            next_cursor=next_cursor(getattr(answer, paging.next)),
        )

    def is_page(answer: Any) -> None:
        # A gateway's document with status 200 would end the list, and nobody would know.
        lacks_both = getattr(answer, paging.items) is None and getattr(answer, paging.next) is None
        if lacks_both and any(value is not None for value in answer.to_dict().values()):
            raise DecodeError("the answer has neither items nor a cursor, and is no page")

    return Paginator(
        fetch,
        open_deadline=core.open_deadline,
        allowance=lambda: Allowance(deadline, core.clock),
        operation=first.operation,
    )
