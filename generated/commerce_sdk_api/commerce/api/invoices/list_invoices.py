"""List invoices: `GET /v2/invoices`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Choice, Integer, Text
from commerce_sdk.document.operation import (
    Operation,
    Pagination,
    RateLimit,
    Request,
    RetryRule,
    Tenant,
)
from commerce_sdk.document.parameters import path_of, query_of

from ...models.invoice_filter import InvoiceFilter
from ...models.invoice_page import InvoicePage

OPERATION: Operation = Operation(
    id="list_invoices",
    method="GET",
    path="/v2/invoices",
    answers={200: InvoicePage},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=3000, seconds=60, scope="credential"),),
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
    shown=("status-filter", "page-size"),
    errors={"invoices": (400, 401, 403, 404, 429), "platform": (502, 503)},
)


def build(
    *,
    invoice_group: str | None | UnsetType = UNSET,
    status_filter: InvoiceFilter | str | None | UnsetType = UNSET,
    page_size: int | None | UnsetType = UNSET,
    start_id: str | None | UnsetType = UNSET,
) -> Request[InvoicePage]:
    """The invoices of a transaction account, page by page. The order in which they come is not
    published. Amounts are in major units.

    Args:
        invoice_group: Only what is billed to this invoice group.
        status_filter: Only what has this status.
        page_size: The most entries to a page. Neither the default nor the greatest value is
            published.
        start_id: Cursor of the page, the `nextId` of the page before; without it the first page.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v2/invoices", []),
        query=query_of(
            [
                ("invoice-group", invoice_group, Text(), False),
                ("status-filter", status_filter, Choice(lambda: InvoiceFilter), False),
                ("page-size", page_size, Integer(64), False),
                ("start-id", start_id, Text(), False),
            ]
        ),
    )
