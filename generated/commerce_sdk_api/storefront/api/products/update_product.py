"""Change a product: `PATCH /products/{productId}`.

Generated from openapi/storefront.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Uuid
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.product import Product
from ...models.product_update_input import ProductUpdateInput

OPERATION: Operation = Operation(
    id="update_product",
    method="PATCH",
    path="/products/{productId}",
    answers={200: Product},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=1000, seconds=60, scope="credential", bucket="all", tier="standard"),
        RateLimit(limit=10000, seconds=60, scope="credential", bucket="all", tier="enterprise"),
    ),
    errors={"storefront": (400, 401, 403, 404, "default")},
)


def build(*, product_id: str, body: ProductUpdateInput) -> Request[Product]:
    """Changes the fields that are given, and no others.

    Args:
        product_id: The product's id.
        body: What is to be.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, ProductUpdateInput),
        path=path_of("/products/{productId}", [("productId", product_id, Uuid(), True)]),
    )
