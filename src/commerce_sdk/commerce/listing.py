"""Turns any paging operation of the document into a `Paginator`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from msgspec import UNSET

from commerce_sdk.operation import Operation, Request
from commerce_sdk.runtime.client import Core
from commerce_sdk.runtime.deadline import Allowance, Deadline
from commerce_sdk.runtime.pages import Page, Paginator

T = TypeVar("T")


def paginate(
    core: Core,
    build: Callable[..., Request[Any]],
    operation: Operation,
    *,
    deadline: float | None = None,
    **arguments: Any,
) -> Paginator[Any]:
    """A paginator over `operation`; `arguments` that are None are left out.

    Every page is a call of its own, built anew with the cursor of the page before.
    """
    paging = operation.pagination
    assert paging is not None, f"{operation.id} does not page"
    given = {name: value for name, value in arguments.items() if value is not None}

    async def fetch(cursor: str | None, limit: Deadline) -> Page[Any]:
        request = build(
            **given,
            **core.tenant_arguments(operation),
            **{paging.cursor: UNSET if cursor is None else cursor},
        )
        answer = await core.call(request, deadline=limit)
        return Page(
            items=tuple(getattr(answer, paging.items) or ()),
            next_cursor=getattr(answer, paging.next),
        )

    return Paginator(
        fetch,
        open_deadline=core.open_deadline,
        allowance=lambda: Allowance(deadline, core.clock),
    )
