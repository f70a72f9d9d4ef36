"""List orders: `GET /v2/orders`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Integer, Text
from commerce_sdk.document.operation import (
    Operation,
    Pagination,
    RateLimit,
    Request,
    RetryRule,
    Tenant,
)
from commerce_sdk.document.parameters import path_of, query_of

from ...models.order_page import OrderPage

OPERATION: Operation = Operation(
    id="list_orders",
    method="GET",
    path="/v2/orders",
    answers={200: OrderPage},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=(
        Pagination(strategy="cursor", cursor="start-id", items=("data",), next=("next_id",)),
    ),
    tenants=(
        Tenant(
            name="transaction",
            place="header",
            wire="X-transaction-account",
            required=True,
            kind=Text(),
        ),
    ),
    shown=("page-size",),
    errors={"orders": (400, 401, 403, 404, 405, 409, 415, 422, 423, 429, 500, 501, 502, 503)},
)


def build(
    *,
    page_size: int | None | UnsetType = UNSET,
    start_id: str | None | UnsetType = UNSET,
    invoice_group: str | None | UnsetType = UNSET,
) -> Request[OrderPage]:
    """The orders of a transaction account, page by page. The order in which they come is not
    published.

    Args:
        page_size: The most orders to a page. Neither the default nor the greatest value is
            published.
        start_id: Cursor of the page, the `nextId` of the page before; without it the first page.
        invoice_group: Only orders that are billed to this invoice group.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v2/orders", []),
        query=query_of(
            [
                ("page-size", page_size, Integer(64), False),
                ("start-id", start_id, Text(), False),
                ("invoice-group", invoice_group, Text(), False),
            ]
        ),
    )
