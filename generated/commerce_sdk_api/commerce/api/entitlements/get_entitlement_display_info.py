"""Get what to call an entitlement: `GET /v1/entitlements/{entitlementId}/display-info`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of

from ...models.entitlement_display_info import EntitlementDisplayInfo

OPERATION: Operation = Operation(
    id="get_entitlement_display_info",
    method="GET",
    path="/v1/entitlements/{entitlementId}/display-info",
    answers={200: EntitlementDisplayInfo},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="transaction",
            place="header",
            wire="X-transaction-account",
            required=False,
            kind=Text(),
        ),
    ),
    errors={
        "entitlements": (207, 400, 401, 404, 405, 409, 415, 500),
        "platform": (403, 429, 502, 503),
    },
)


def build(*, entitlement_id: str) -> Request[EntitlementDisplayInfo]:
    """The name of what was set up for an entitlement.

    Args:
        entitlement_id: The entitlement.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of(
            "/v1/entitlements/{entitlementId}/display-info",
            [("entitlementId", entitlement_id, Text(), True)],
        ),
    )
