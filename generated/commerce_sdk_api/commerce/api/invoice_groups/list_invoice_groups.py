"""List invoice groups: `GET /v2/invoice-groups`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, Pagination, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_parts import path_of, query_of
from commerce_sdk.wire import Integer, Text

from ...models.invoice_group_page import InvoiceGroupPage

OPERATION = Operation(
    id="list_invoice_groups",
    method="GET",
    path="/v2/invoice-groups",
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
    shown=("page-size",),
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
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> InvoiceGroupPage:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(InvoiceGroupPage, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.invoice_error import InvoiceError
    from ...models.platform_error import PlatformError

    if status in {400, 404, 429}:
        return read_json(InvoiceError, content)
    if status in {502, 503}:
        return read_json(PlatformError, content)
    return None
