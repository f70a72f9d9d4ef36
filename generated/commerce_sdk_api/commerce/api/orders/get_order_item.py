"""Get an order by one of its items: `GET /v2/orders/{orderId}/orderItem/{orderItemId}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

from ...models.order import Order

OPERATION = Operation(
    id="get_order_item",
    method="GET",
    path="/v2/orders/{orderId}/orderItem/{orderItemId}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="transaction",
            place="header",
            wire="X-transaction-account",
            required=True,
            kind=Text(),
        ),
    ),
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


def build(*, order_id: str, order_item_id: str) -> Request[Order]:
    """Answers a whole order, not an item; presumably one that holds just this item. The sources do
    not say.

    Args:
        order_id: The order's id.
        order_item_id: The platform's id of the item, the order id with a suffix.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of(
            "/v2/orders/{orderId}/orderItem/{orderItemId}",
            [("orderId", order_id, Text(), True), ("orderItemId", order_item_id, Text(), True)],
        ),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> Order:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(Order, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.order_error import OrderError

    if status in {400, 401, 403, 404, 405, 409, 415, 422, 423, 429, 500, 501, 502, 503}:
        return read_json(OrderError, content)
    return None
