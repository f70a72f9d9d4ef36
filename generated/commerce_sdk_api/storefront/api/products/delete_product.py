"""Delete a product: `DELETE /products/{productId}`.

Generated from openapi/storefront.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Uuid
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of

OPERATION: Operation = Operation(
    id="delete_product",
    method="DELETE",
    path="/products/{productId}",
    answers={204: None},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=1000, seconds=60, scope="credential", bucket="all", tier="standard"),
        RateLimit(limit=10000, seconds=60, scope="credential", bucket="all", tier="enterprise"),
    ),
    errors={"storefront": (401, 403, 404, "default")},
)


def build(*, product_id: str) -> Request[None]:
    """Takes a product out of the catalogue. Orders that refer to it stay as they are.

    Args:
        product_id: The product's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/products/{productId}", [("productId", product_id, Uuid(), True)]),
    )
