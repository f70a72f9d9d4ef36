"""List invoices: `GET /v2/invoices`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, Pagination, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_parts import path_of, query_of
from commerce_sdk.wire import Choice, Integer, Text

from ...models.invoice_filter import InvoiceFilter
from ...models.invoice_page import InvoicePage

OPERATION = Operation(
    id="list_invoices",
    method="GET",
    path="/v2/invoices",
    success=(200,),
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
    error_families=(
        (400, "invoices"),
        (401, "invoices"),
        (403, "invoices"),
        (404, "invoices"),
        (429, "invoices"),
        (502, "platform"),
        (503, "platform"),
    ),
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
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> InvoicePage:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(InvoicePage, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.invoice_error import InvoiceError
    from ...models.platform_error import PlatformError

    if status in {400, 404, 429}:
        return read_json(InvoiceError, content)
    if status in {502, 503}:
        return read_json(PlatformError, content)
    return None
