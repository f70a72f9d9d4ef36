"""Search goods: `POST /v1/goods/search`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.operation import Operation, Pagination, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.good_slice import GoodSlice
from ...models.search_input import SearchInput

OPERATION: Operation = Operation(
    id="search_goods",
    method="POST",
    path="/v1/goods/search",
    answers={200: GoodSlice},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=50, seconds=10, scope="credential", bucket="post"),
        RateLimit(limit=1000, seconds=1, scope="credential"),
    ),
    pagination=(
        Pagination(
            strategy="body-cursor",
            cursor="fromHere",
            items=("rows",),
            next=("links", "next"),
            item_id=("ref", "id"),
        ),
    ),
)


def build(*, body: SearchInput) -> Request[GoodSlice]:
    """Goods by a word. A cursor stands for the search that it came from.

    Args:
        body: What to look for.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, SearchInput),
        path=path_of("/v1/goods/search", []),
    )
