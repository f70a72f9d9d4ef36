"""Turns any paging operation of a document into a `Paginator`."""

from __future__ import annotations

from typing import Any

from commerce_sdk.document.operation import Operation, Pagination, Request
from commerce_sdk.errors import DecodeError, InvalidRequest, PaginationError
from commerce_sdk.runtime.call.deadline import Allowance
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.checks import seconds_or_none
from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.lists.pages import Page
from commerce_sdk.runtime.lists.paginator import Paginator
from commerce_sdk.runtime.lists.strategies import STRATEGIES, ByCursor, at


def paginate(
    core: Core,
    first: Request[Any],
    *,
    deadline: float | None = None,
    by: str | None = None,
    unique: bool = False,
) -> Paginator[Any]:
    """A paginator over the list that a request, made by a generated `build`, begins.

    `by` names one of several strategies that the document offers; left out, it is the first.
    `unique` leaves out of each iteration what it has passed on before, by the id that the document
    names (`item-id`); `InvalidRequest` where it names none.
    Every page is a call of its own, made of the first request and the cursor of the page before.
    What can be wrong with a request is found here, and not when its first page is fetched.
    """
    strategy = way_of(core, first.operation, by)
    paging = strategy.paging
    seconds_or_none(deadline, "deadline")
    if not isinstance(unique, bool):
        raise InvalidRequest("must be True or False", path="unique")
    place = strategy.item_id
    if unique and not place:
        what = f"the document of {first.operation.id} does not say where the id of an item stands"
        raise InvalidRequest(what, path="unique")
    core.tenants.fill(first)

    def build(cursor: str | None) -> Request[Any]:
        return first if cursor is None else strategy.request(first, cursor)

    async def fetch(cursor: str | None, context: Context) -> Page[Any]:
        request = build(cursor)
        answer = await core.ask(request, context=context, check=is_page)
        following = strategy.following(core.tenants.fill(request), answer)
        try:
            build(following)
        except InvalidRequest as error:
            # It is the server's: nobody gave it.
            what = f"the list cannot be followed: the next cursor is none: {error.message}"
            raise PaginationError(what) from None
        return Page(items=tuple(at(answer, paging.items) or ()), next_cursor=following)

    def is_page(answer: Any) -> None:
        # A gateway's document with status 200 would end the list, and nobody would know.
        if strategy.is_page(answer):
            return
        if any(value is not None for value in answer.to_dict().values()):
            raise DecodeError("the answer has neither items nor a cursor, and is no page")

    return Paginator(
        fetch,
        build,
        begin=core.begin,
        allowance=lambda: Allowance(deadline, core.clock),
        operation=first.operation,
        id_of=(lambda item: at(item, place)) if unique else None,
    )


def way_of(core: Core, operation: Operation, by: str | None = None) -> ByCursor:
    """How the pages of a list follow each other, by the name that the document gives it; left out,
    by the first that it offers."""
    paging = _paging(operation, by)
    return STRATEGIES[paging.strategy](paging, core.pipeline.transport.base_url)


def _paging(operation: Operation, by: str | None) -> Pagination:
    assert operation.pagination, f"{operation.id} does not page"
    if by is None:
        return operation.pagination[0]
    for paging in operation.pagination:
        if paging.strategy == by:
            return paging
    ways = " or ".join(repr(paging.strategy) for paging in operation.pagination)
    raise InvalidRequest(f"{operation.id} can be listed by {ways}", path="by")
