"""Get an entitlement: `GET /v4/entitlements/{entitlementId}/details`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of

from ...models.entitlement import Entitlement

OPERATION: Operation = Operation(
    id="get_entitlement",
    method="GET",
    path="/v4/entitlements/{entitlementId}/details",
    answers={200: Entitlement},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    errors={"gateway": (400, 401, 404, 500, 503), "platform": (403, 429, 502)},
)


def build(*, entitlement_id: str) -> Request[Entitlement]:
    """An entitlement with its subscription. It takes no account header.

    Args:
        entitlement_id: The entitlement.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of(
            "/v4/entitlements/{entitlementId}/details",
            [("entitlementId", entitlement_id, Text(), True)],
        ),
    )
