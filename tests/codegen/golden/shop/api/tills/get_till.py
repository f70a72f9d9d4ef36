"""Get a till: `GET /v1/shops/{shopId}/tills/{tillId}`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of

from ...models.till import Till

OPERATION: Operation = Operation(
    id="get_till",
    method="GET",
    path="/v1/shops/{shopId}/tills/{tillId}",
    answers={200: Till},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=10, seconds=1, scope="credential", tier="small"),
        RateLimit(limit=30, seconds=1, scope="credential", tier="large"),
    ),
    tenants=(
        Tenant(name="shop", place="path", wire="shopId", required=True, kind=Text()),
        Tenant(name="clerk", place="query", wire="clerk", required=False, kind=Text()),
    ),
)


def build(*, till_id: str) -> Request[Till]:
    """Shops of the large plan may ask more often.

    Args:
        till_id: The till.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v1/shops/{shopId}/tills/{tillId}", [("tillId", till_id, Text(), True)]),
    )
