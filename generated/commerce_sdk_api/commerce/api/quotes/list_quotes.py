"""List quotes: `GET /v1/quotes`.

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

from ...models.quote_filter import QuoteFilter
from ...models.quote_page import QuotePage

OPERATION: Operation = Operation(
    id="list_quotes",
    method="GET",
    path="/v1/quotes",
    answers={200: QuotePage},
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
    shown=("page-size", "status-filter"),
    errors={"quotes": (400, 403, 404, 409, 429, 500, 504), "platform": (401, 502, 503)},
)


def build(
    *,
    page_size: int | None | UnsetType = UNSET,
    start_id: str | None | UnsetType = UNSET,
    status_filter: QuoteFilter | str | None | UnsetType = UNSET,
    invoice_group: str | None | UnsetType = UNSET,
    quote_number: str | None | UnsetType = UNSET,
) -> Request[QuotePage]:
    """The quotes of a transaction account, page by page. The order in which they come is not
    published.

    Args:
        page_size: The most entries to a page. Neither the default nor the greatest value is
            published.
        start_id: Cursor of the page, the `nextId` of the page before; without it the first page.
        status_filter: Only what has this status.
        invoice_group: Only what is billed to this invoice group.
        quote_number: Only the quote of this number.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v1/quotes", []),
        query=query_of(
            [
                ("page-size", page_size, Integer(64), False),
                ("start-id", start_id, Text(), False),
                ("status-filter", status_filter, Choice(lambda: QuoteFilter), False),
                ("invoice-group", invoice_group, Text(), False),
                ("quote-number", quote_number, Text(), False),
            ]
        ),
    )
