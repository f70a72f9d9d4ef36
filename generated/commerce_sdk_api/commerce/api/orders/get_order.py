"""Get an order: `GET /v2/orders/{id}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of

from ...models.order import Order

OPERATION: Operation = Operation(
    id="get_order",
    method="GET",
    path="/v2/orders/{id}",
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


def build(*, id: str) -> Request[Order]:
    """An order with all its items and how far each has come.

    Args:
        id: The order's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(operation=OPERATION, path=path_of("/v2/orders/{id}", [("id", id, Text(), True)]))
