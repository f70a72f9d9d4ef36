"""List news: `GET /v1/shops/{shopId}/news`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import (
    Operation,
    Pagination,
    RateLimit,
    Request,
    RetryRule,
    Tenant,
)
from commerce_sdk.document.parameters import path_of, query_of
from commerce_sdk.secret import hide_texts

from ...models.good_slice import GoodSlice

OPERATION: Operation = Operation(
    id="list_news",
    method="GET",
    path="/v1/shops/{shopId}/news",
    answers={200: GoodSlice},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=1, scope="credential"),
    ),
    pagination=(
        Pagination(strategy="link", items=("rows",), next=("links", "next"), item_id=("id",)),
    ),
    tenants=(
        Tenant(name="shop", place="path", wire="shopId", required=True, kind=Text()),
        Tenant(name="clerk", place="query", wire="clerk", required=False, kind=Text()),
    ),
)


def build(
    *, about: str | None | UnsetType = UNSET, pass_: str | None | UnsetType = UNSET
) -> Request[GoodSlice]:
    """The news of a shop, each page of which names the address of the next.

    Args:
        about: A word in them.
        pass_: Who has it reads more.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    pass_ = hide_texts(pass_)
    return Request(
        operation=OPERATION,
        path=path_of("/v1/shops/{shopId}/news", []),
        query=query_of(
            [("about", about, Text(), False), ("pass", pass_, Text(secret=True), False)]
        ),
    )
