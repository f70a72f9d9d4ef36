"""Get what is in stock: `GET /v1/stock`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of

from ...models.stock import Stock

OPERATION: Operation = Operation(
    id="get_stock",
    method="GET",
    path="/v1/stock",
    answers={200: Stock},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
    security=("key",),
    errors={"shop": (401,)},
)


def build() -> Request[Stock]:
    """Get what is in stock

    Args:

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(operation=OPERATION, path=path_of("/v1/stock", []))
