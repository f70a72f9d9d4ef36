"""List orders: `GET /v2/orders`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, Pagination, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_parts import path_of, query_of
from commerce_sdk.wire import Integer, Text

from ...models.order_page import OrderPage

OPERATION = Operation(
    id="list_orders",
    method="GET",
    path="/v2/orders",
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
        (400, "orders"),
        (401, "orders"),
        (403, "orders"),
        (404, "orders"),
        (405, "orders"),
        (409, "orders"),
        (415, "orders"),
        (422, "orders"),
        (423, "orders"),
        (429, "orders"),
        (500, "orders"),
        (501, "orders"),
        (502, "orders"),
        (503, "orders"),
    ),
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
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> OrderPage:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(OrderPage, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.order_error import OrderError

    if status in {400, 401, 403, 404, 405, 409, 415, 422, 423, 429, 500, 501, 502, 503}:
        return read_json(OrderError, content)
    return None
