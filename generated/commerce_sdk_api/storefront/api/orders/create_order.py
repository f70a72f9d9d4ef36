"""Place an order: `POST /orders`.

Generated from openapi/storefront.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.order import Order
from ...models.order_input import OrderInput

OPERATION: Operation = Operation(
    id="create_order",
    method="POST",
    path="/orders",
    answers={201: Order},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=1000, seconds=60, scope="credential", bucket="all", tier="standard"),
        RateLimit(limit=10000, seconds=60, scope="credential", bucket="all", tier="enterprise"),
    ),
    errors={"storefront": (400, 401, 422, "default")},
)


def build(*, body: OrderInput) -> Request[Order]:
    """Places an order. What it takes of the stock is reserved for it, all or nothing. Nothing
    tells a second order from the same one sent twice.

    Args:
        body: What is ordered, and for whom.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION, body=content_of(body, OrderInput), path=path_of("/orders", [])
    )
