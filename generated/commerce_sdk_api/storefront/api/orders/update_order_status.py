"""Change the status of an order: `PATCH /orders/{orderId}/status`.

Generated from openapi/storefront.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Uuid
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.order import Order
from ...models.order_status_input import OrderStatusInput

OPERATION: Operation = Operation(
    id="update_order_status",
    method="PATCH",
    path="/orders/{orderId}/status",
    answers={200: Order},
    retry=RetryRule(kind="idempotent", read_back="get_order"),
    rate_limits=(
        RateLimit(limit=1000, seconds=60, scope="credential", bucket="all", tier="standard"),
        RateLimit(limit=10000, seconds=60, scope="credential", bucket="all", tier="enterprise"),
    ),
    errors={"storefront": (400, 401, 403, 404, 422, "default")},
)


def build(*, order_id: str, body: OrderStatusInput) -> Request[Order]:
    """Takes an order to another status. The platform accepts only some of these steps, and which
    they are is not published; that another one is answered 422 is a reading of that status's
    words.

    Args:
        order_id: The order's id.
        body: The status to come to.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, OrderStatusInput),
        path=path_of("/orders/{orderId}/status", [("orderId", order_id, Uuid(), True)]),
    )
