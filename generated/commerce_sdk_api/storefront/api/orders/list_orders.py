"""List orders: `GET /orders`.

Generated from openapi/storefront.yaml; not edited by hand.
"""

from __future__ import annotations

import datetime

from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Range
from commerce_sdk.document.kinds import Choice, DateTime, Integer
from commerce_sdk.document.operation import Operation, Pagination, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of, query_of

from ...models.order_page import OrderPage
from ...models.order_status import OrderStatus

OPERATION: Operation = Operation(
    id="list_orders",
    method="GET",
    path="/orders",
    answers={200: OrderPage},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=1000, seconds=60, scope="credential", bucket="all", tier="standard"),
        RateLimit(limit=10000, seconds=60, scope="credential", bucket="all", tier="enterprise"),
    ),
    pagination=(
        Pagination(
            strategy="page",
            cursor="page",
            items=("data",),
            item_id=("order_id",),
            number=("page",),
            ends_by="pages",
            end=("pages",),
            kind=Bounded(Integer(32), (Range(least=1),)),
        ),
    ),
    shown=("page", "pageSize", "status", "from", "to"),
    errors={"storefront": (401, 429, "default")},
)


def build(
    *,
    page: int | None | UnsetType = UNSET,
    page_size: int | None | UnsetType = UNSET,
    status: OrderStatus | str | None | UnsetType = UNSET,
    created_from: datetime.datetime | str | None | UnsetType = UNSET,
    created_before: datetime.datetime | str | None | UnsetType = UNSET,
) -> Request[OrderPage]:
    """The orders, page by page. Who is no administrator sees only their own.

    Args:
        page: The number of the page, from 1 on. Left out, the platform takes 1.
        page_size: Entries to a page. Left out, the platform takes 20.
        status: Only orders of this status.
        created_from: Only orders created at this instant, or later.
        created_before: Only orders created before this instant.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/orders", []),
        query=query_of(
            [
                ("page", page, Bounded(Integer(32), (Range(least=1),)), False),
                ("pageSize", page_size, Bounded(Integer(32), (Range(least=1, most=100),)), False),
                ("status", status, Choice(lambda: OrderStatus), False),
                ("from", created_from, DateTime(), False),
                ("to", created_before, DateTime(), False),
            ]
        ),
    )
