"""Get an order by one of its items: `GET /v2/orders/{orderId}/orderItem/{orderItemId}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of

from ...models.order import Order

OPERATION: Operation = Operation(
    id="get_order_item",
    method="GET",
    path="/v2/orders/{orderId}/orderItem/{orderItemId}",
    answers={200: Order},
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
    errors={"orders": (400, 401, 403, 404, 405, 409, 415, 422, 423, 429, 500, 501, 502, 503)},
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
    )
