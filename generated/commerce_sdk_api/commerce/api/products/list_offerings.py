"""List the offerings of a product: `GET /v2/products/{productId}/offerings`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Choice, Integer, Text
from commerce_sdk.document.operation import Operation, Pagination, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of, query_of

from ...models.catalog_status_filter import CatalogStatusFilter
from ...models.offering_creation_type import OfferingCreationType
from ...models.offering_hosting_type import OfferingHostingType
from ...models.offering_page import OfferingPage

OPERATION: Operation = Operation(
    id="list_offerings",
    method="GET",
    path="/v2/products/{productId}/offerings",
    answers={200: OfferingPage},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=(
        Pagination(strategy="cursor", cursor="start-id", items=("values",), next=("next_id",)),
    ),
    shown=("status", "creation-type", "page-size", "hosting-type"),
    errors={"catalog": (400, 401, 403, 404, 409, 423), "platform": (429, 502, 503)},
)


def build(
    *,
    product_id: str,
    status: CatalogStatusFilter | str | None | UnsetType = UNSET,
    creation_type: OfferingCreationType | str | None | UnsetType = UNSET,
    page_size: int | None | UnsetType = UNSET,
    hosting_type: OfferingHostingType | str | None | UnsetType = UNSET,
    start_id: str | None | UnsetType = UNSET,
) -> Request[OfferingPage]:
    """The forms in which a product is sold, page by page.

    Args:
        product_id: The product.
        status: Only what has this status.
        creation_type: Only offerings that came to be in this way.
        page_size: The most entries to a page. Neither the default nor the greatest value is
            published.
        hosting_type: Only what runs there.
        start_id: Cursor of the page, the `nextId` of the page before; without it the first page.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of(
            "/v2/products/{productId}/offerings", [("productId", product_id, Text(), True)]
        ),
        query=query_of(
            [
                ("status", status, Choice(lambda: CatalogStatusFilter), False),
                ("creation-type", creation_type, Choice(lambda: OfferingCreationType), False),
                ("page-size", page_size, Integer(64), False),
                ("hosting-type", hosting_type, Choice(lambda: OfferingHostingType), False),
                ("start-id", start_id, Text(), False),
            ]
        ),
    )
