"""List the offerings of a product: `GET /v2/products/{productId}/offerings`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, Pagination, RateLimit, Request, RetryRule
from commerce_sdk.request_parts import path_of, query_of
from commerce_sdk.wire import Choice, Integer, Text

from ...models.catalog_status_filter import CatalogStatusFilter
from ...models.offering_creation_type import OfferingCreationType
from ...models.offering_hosting_type import OfferingHostingType
from ...models.offering_page import OfferingPage

OPERATION = Operation(
    id="list_offerings",
    method="GET",
    path="/v2/products/{productId}/offerings",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=(
        Pagination(strategy="cursor", cursor="start-id", items=("values",), next=("next_id",)),
    ),
    shown=("status", "creation-type", "page-size", "hosting-type"),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
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
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> OfferingPage:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(OfferingPage, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.catalog_error import CatalogError
    from ...models.platform_error import PlatformError

    if status in {400, 401, 403, 404, 409, 423}:
        return read_json(CatalogError, content)
    if status in {429, 502, 503}:
        return read_json(PlatformError, content)
    return None
