"""Get an order: `GET /orders/{orderId}`.

Generated from openapi/storefront.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Uuid
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of

from ...models.order import Order

OPERATION: Operation = Operation(
    id="get_order",
    method="GET",
    path="/orders/{orderId}",
    answers={200: Order},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=1000, seconds=60, scope="credential", bucket="all", tier="standard"),
        RateLimit(limit=10000, seconds=60, scope="credential", bucket="all", tier="enterprise"),
    ),
    errors={"storefront": (401, 403, 404, "default")},
)


def build(*, order_id: str) -> Request[Order]:
    """An order, with its items and its totals.

    Args:
        order_id: The order's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/orders/{orderId}", [("orderId", order_id, Uuid(), True)]),
    )
