"""List the entitlements of a product: `GET /installations/v2/orgs/{orgId}/products/{productAri}/entitlements`.

Generated from openapi/admin.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of

from ...models.product_entitlements import ProductEntitlements

OPERATION: Operation = Operation(
    id="list_product_entitlements",
    method="GET",
    path="/installations/v2/orgs/{orgId}/products/{productAri}/entitlements",
    answers={200: ProductEntitlements},
    retry=RetryRule(kind="safe"),
    rate_limits=(),
    tenants=(
        Tenant(
            name="organization",
            place="path",
            wire="orgId",
            required=True,
            kind=Bounded(Text(), (Length(least=1),)),
        ),
    ),
    errors={"admin": (401, 403, 404, 429, "default")},
)


def build(*, product_ari: str) -> Request[ProductEntitlements]:
    """The entitlements that a product runs on. Unlike its siblings the answer has no `data` around
    it, and its fields are in snake case. The sample sends the credential as `Authentication`,
    which is taken for a slip of the pen.

    Args:
        product_ari: The resource name (ARI) of the product on a site, one percent-encoded segment of
            the path.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of(
            "/installations/v2/orgs/{orgId}/products/{productAri}/entitlements",
            [("productAri", product_ari, Bounded(Text(), (Length(least=1),)), True)],
        ),
    )
