"""Get a product: `GET /products/{productId}`.

Generated from openapi/storefront.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Uuid
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of

from ...models.product import Product

OPERATION: Operation = Operation(
    id="get_product",
    method="GET",
    path="/products/{productId}",
    answers={200: Product},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=1000, seconds=60, scope="credential", bucket="all", tier="standard"),
        RateLimit(limit=10000, seconds=60, scope="credential", bucket="all", tier="enterprise"),
    ),
    errors={"storefront": (401, 404, "default")},
)


def build(*, product_id: str) -> Request[Product]:
    """A product. Whether one that was deleted is found, then not active, is not published.

    Args:
        product_id: The product's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/products/{productId}", [("productId", product_id, Uuid(), True)]),
    )
