"""Get a product: `GET /v2/products/{id}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of

from ...models.product import Product

OPERATION: Operation = Operation(
    id="get_product",
    method="GET",
    path="/v2/products/{id}",
    answers={200: Product},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=900, seconds=60, scope="credential"),),
    errors={"catalog": (400, 401, 403, 404, 409, 423), "platform": (429, 502, 503)},
)


def build(*, id: str) -> Request[Product]:
    """A product.

    Args:
        id: The product's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION, path=path_of("/v2/products/{id}", [("id", id, Text(), True)])
    )
