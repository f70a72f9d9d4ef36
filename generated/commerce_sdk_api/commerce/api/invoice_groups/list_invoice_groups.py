"""List invoice groups: `GET /v2/invoice-groups`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.errors import DecodeError
from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Request
from commerce_sdk.request_parts import headers_of, path_of, query_of
from commerce_sdk.wire import Integer, Text

from ...models.invoice_group_page import InvoiceGroupPage
from ...operations import LIST_INVOICE_GROUPS

OPERATION = LIST_INVOICE_GROUPS


def build(
    *,
    x_transaction_account: str,
    page_size: int | None | UnsetType = UNSET,
    start_id: str | None | UnsetType = UNSET,
) -> Request[InvoiceGroupPage]:
    """The invoice groups of a transaction account, page by page.

    Args:
        page_size: The most entries to a page. Neither the default nor the greatest value is
            published.
        start_id: Cursor of the page, the `nextId` of the page before; without it the first page.
        x_transaction_account: The transaction account on whose behalf the call is made. A wrong one is the
            usual cause of a 403.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v2/invoice-groups", []),
        query=query_of(
            [("page-size", page_size, Integer(64), False), ("start-id", start_id, Text(), False)]
        ),
        headers=headers_of([("X-transaction-account", x_transaction_account, Text(), True)]),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> InvoiceGroupPage:
    """Read a success answer. Raises `DecodeError`."""
    if status == 200:
        return read_json(InvoiceGroupPage, content)
    raise DecodeError(f"status {status} is none that the document names as a success")


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.invoice_error import InvoiceError
    from ...models.platform_error import PlatformError

    if status in {400, 404, 429}:
        return read_json(InvoiceError, content)
    if status in {502, 503}:
        return read_json(PlatformError, content)
    return None
