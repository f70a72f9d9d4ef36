"""Add a product: `POST /products`.

Generated from openapi/storefront.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.product import Product
from ...models.product_input import ProductInput

OPERATION: Operation = Operation(
    id="create_product",
    method="POST",
    path="/products",
    answers={201: Product},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=1000, seconds=60, scope="credential", bucket="all", tier="standard"),
        RateLimit(limit=10000, seconds=60, scope="credential", bucket="all", tier="enterprise"),
    ),
    errors={"storefront": (400, 401, 403, 409, "default")},
    refusals=(409,),
)


def build(*, body: ProductInput) -> Request[Product]:
    """Adds a product to the catalogue; takes the permission `products:write`. A second one of the
    same SKU is refused, and there is no way to look a product up by its SKU.

    Args:
        body: The product.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION, body=content_of(body, ProductInput), path=path_of("/products", [])
    )
