"""Get the state of an order: `GET /v4/orders/{id}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of

from ...models.order_state import OrderState

OPERATION: Operation = Operation(
    id="get_order_status",
    method="GET",
    path="/v4/orders/{id}",
    answers={200: OrderState},
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


def build(*, id: str) -> Request[OrderState]:
    """Where an order stands, with its result once there is one.

    Args:
        id: The order's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(operation=OPERATION, path=path_of("/v4/orders/{id}", [("id", id, Text(), True)]))
