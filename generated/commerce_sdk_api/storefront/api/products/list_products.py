"""List products: `GET /products`.

Generated from openapi/storefront.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Range
from commerce_sdk.document.kinds import Boolean, Choice, Integer, Text
from commerce_sdk.document.operation import Operation, Pagination, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of, query_of

from ...models.category import Category
from ...models.product_page import ProductPage
from ...models.product_sort import ProductSort
from ...models.sort_order import SortOrder

OPERATION: Operation = Operation(
    id="list_products",
    method="GET",
    path="/products",
    answers={200: ProductPage},
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
            item_id=("product_id",),
            number=("page",),
            ends_by="pages",
            end=("pages",),
            kind=Bounded(Integer(32), (Range(least=1),)),
        ),
    ),
    shown=("page", "pageSize", "category", "active", "sort", "order"),
    errors={"storefront": (401, 429, "default")},
)


def build(
    *,
    page: int | None | UnsetType = UNSET,
    page_size: int | None | UnsetType = UNSET,
    search: str | None | UnsetType = UNSET,
    category: Category | str | None | UnsetType = UNSET,
    active: bool | None | UnsetType = UNSET,
    sort: ProductSort | str | None | UnsetType = UNSET,
    order: SortOrder | str | None | UnsetType = UNSET,
) -> Request[ProductPage]:
    """The products of the catalogue, page by page. Whether products that were deleted still show
    is not published.

    Args:
        page: The number of the page, from 1 on. Left out, the platform takes 1.
        page_size: Entries to a page. Left out, the platform takes 20.
        search: Words to find in the name and the description.
        category: Only products of this category.
        active: Only products that are for sale (true), or only those that are not (false).
        sort: What they are sorted by. Left out, the platform takes "createdAt".
        order: In which direction they are sorted. Left out, the platform takes "desc".

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/products", []),
        query=query_of(
            [
                ("page", page, Bounded(Integer(32), (Range(least=1),)), False),
                ("pageSize", page_size, Bounded(Integer(32), (Range(least=1, most=100),)), False),
                ("search", search, Text(), False),
                ("category", category, Choice(lambda: Category), False),
                ("active", active, Boolean(), False),
                ("sort", sort, Choice(lambda: ProductSort), False),
                ("order", order, Choice(lambda: SortOrder), False),
            ]
        ),
    )
