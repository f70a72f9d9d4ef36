"""List quotes: `GET /v1/quotes`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, Pagination, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_parts import path_of, query_of
from commerce_sdk.wire import Choice, Integer, Text

from ...models.quote_filter import QuoteFilter
from ...models.quote_page import QuotePage

OPERATION = Operation(
    id="list_quotes",
    method="GET",
    path="/v1/quotes",
    success=(200,),
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
    error_families=(
        (400, "quotes"),
        (401, "platform"),
        (403, "quotes"),
        (404, "quotes"),
        (409, "quotes"),
        (429, "quotes"),
        (500, "quotes"),
        (502, "platform"),
        (503, "platform"),
        (504, "quotes"),
    ),
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
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> QuotePage:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(QuotePage, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.platform_error import PlatformError
    from ...models.quote_error import QuoteError

    if status in {401, 502, 503}:
        return read_json(PlatformError, content)
    if status in {400, 403, 404, 409, 429, 500, 504}:
        return read_json(QuoteError, content)
    return None
