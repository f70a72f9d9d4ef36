"""Open a till: `POST /v1/shops/{shopId}/tills/{tillId}`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.opening_input import OpeningInput
from ...models.till import Till

OPERATION: Operation = Operation(
    id="open_till",
    method="POST",
    path="/v1/shops/{shopId}/tills/{tillId}",
    answers={202: Till},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=50, seconds=10, scope="credential", bucket="post"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
    tenants=(
        Tenant(name="shop", place="path", wire="shopId", required=True, kind=Text()),
        Tenant(name="clerk", place="body", wire="clerk", required=True, kind=Text()),
    ),
)


def build(*, till_id: str, body: OpeningInput) -> Request[Till]:
    """Open a till

    Args:
        till_id: The till.
        body: Who opens it.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, OpeningInput),
        path=path_of("/v1/shops/{shopId}/tills/{tillId}", [("tillId", till_id, Text(), True)]),
    )
