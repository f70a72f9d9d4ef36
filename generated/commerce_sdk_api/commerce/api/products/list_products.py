"""List products: `GET /v2/products`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Choice, Integer, Text
from commerce_sdk.document.operation import Operation, Pagination, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of, query_of

from ...models.catalog_status_filter import CatalogStatusFilter
from ...models.product_page import ProductPage

OPERATION: Operation = Operation(
    id="list_products",
    method="GET",
    path="/v2/products",
    answers={200: ProductPage},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=(
        Pagination(strategy="cursor", cursor="start-id", items=("values",), next=("next_id",)),
    ),
    shown=("status", "page-size"),
    errors={"catalog": (400, 401, 403, 404, 409, 423), "platform": (429, 502, 503)},
)


def build(
    *,
    status: CatalogStatusFilter | str | None | UnsetType = UNSET,
    page_size: int | None | UnsetType = UNSET,
    start_id: str | None | UnsetType = UNSET,
) -> Request[ProductPage]:
    """All products, page by page.

    Args:
        status: Only what has this status.
        page_size: The most entries to a page. Neither the default nor the greatest value is
            published.
        start_id: Cursor of the page, the `nextId` of the page before; without it the first page.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v2/products", []),
        query=query_of(
            [
                ("status", status, Choice(lambda: CatalogStatusFilter), False),
                ("page-size", page_size, Integer(64), False),
                ("start-id", start_id, Text(), False),
            ]
        ),
    )
