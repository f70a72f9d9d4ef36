"""Place an order (v2): `POST /v2/orders`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_model import Written, content_of
from commerce_sdk.request_parts import path_of, query_of
from commerce_sdk.wire import Choice, Text, Uuid

from ...models.error_response_version import ErrorResponseVersion
from ...models.order_request import OrderRequest
from ...models.placed_order import PlacedOrder
from ...models.quote_order_request import QuoteOrderRequest

OPERATION = Operation(
    id="create_order",
    method="POST",
    path="/v2/orders",
    success=(201,),
    retry=RetryRule(kind="keyed", key="orderId", read_back="get_order"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="transaction",
            place="header",
            wire="X-transaction-account",
            required=False,
            kind=Text(),
        ),
        Tenant(
            name="transaction",
            place="body",
            wire="transactionAccountId",
            required=False,
            kind=Uuid(),
        ),
    ),
    shown=("errorResponseVersion",),
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
    body: OrderRequest | QuoteOrderRequest | Written,
    error_response_version: ErrorResponseVersion | str | None | UnsetType = UNSET,
) -> Request[PlacedOrder]:
    """Places an order and answers once it is recorded, before its items are processed: read the
    order until every item is SUCCESS, or one is FAIL. What a second request with the same order
    id answers is not published.

    Args:
        error_response_version: The shape of error answers to choose. Which fields belong to which, and which is
            the default, is not published.
        body: The order, by items or by quote. `Written` goes out as it is.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=body.content
        if isinstance(body, Written)
        else content_of(body, OrderRequest, QuoteOrderRequest),
        path=path_of("/v2/orders", []),
        query=query_of(
            [
                (
                    "errorResponseVersion",
                    error_response_version,
                    Choice(lambda: ErrorResponseVersion),
                    False,
                )
            ]
        ),
        is_kept=isinstance(body, Written),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> PlacedOrder:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(PlacedOrder, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.order_error import OrderError

    if status in {400, 401, 403, 404, 405, 409, 415, 422, 423, 429, 500, 501, 502, 503}:
        return read_json(OrderError, content)
    return None
