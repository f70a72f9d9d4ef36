"""List invoice groups: `GET /v2/invoice-groups`.

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

from ...models.invoice_group_page import InvoiceGroupPage

OPERATION: Operation = Operation(
    id="list_invoice_groups",
    method="GET",
    path="/v2/invoice-groups",
    answers={200: InvoiceGroupPage},
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
    errors={"invoices": (400, 401, 403, 404, 429), "platform": (502, 503)},
)


def build(
    *, page_size: int | None | UnsetType = UNSET, start_id: str | None | UnsetType = UNSET
) -> Request[InvoiceGroupPage]:
    """The invoice groups of a transaction account, page by page.

    Args:
        page_size: The most entries to a page. Neither the default nor the greatest value is
            published.
        start_id: Cursor of the page, the `nextId` of the page before; without it the first page.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v2/invoice-groups", []),
        query=query_of(
            [("page-size", page_size, Integer(64), False), ("start-id", start_id, Text(), False)]
        ),
    )
