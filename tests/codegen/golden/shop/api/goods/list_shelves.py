"""List shelves: `GET /v1/shelves`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Range
from commerce_sdk.document.kinds import Integer
from commerce_sdk.document.operation import Operation, Pagination, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of, query_of

from ...models.good_slice import GoodSlice

OPERATION: Operation = Operation(
    id="list_shelves",
    method="GET",
    path="/v1/shelves",
    answers={200: GoodSlice},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=1, scope="credential"),
    ),
    pagination=(
        Pagination(
            strategy="page",
            cursor="page",
            items=("rows",),
            item_id=("id",),
            ends_by="total",
            end=("total",),
            size="size",
            answered_size=("size",),
            kind=Bounded(Integer(32), (Range(least=1),)),
        ),
    ),
    shown=("page", "size"),
)


def build(
    *, page: int | None | UnsetType = UNSET, size: int | None | UnsetType = UNSET
) -> Request[GoodSlice]:
    """The shelves by page number, until there are as many as the total says.

    Args:
        page: The number of the page.
        size: Shelves to a page.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v1/shelves", []),
        query=query_of(
            [
                ("page", page, Bounded(Integer(32), (Range(least=1),)), False),
                ("size", size, Bounded(Integer(32), (Range(least=1),)), False),
            ]
        ),
    )
