"""Get what a partner sees of an entitlement: `GET /v1/entitlements/{entitlementId}/partner-acquisition-info`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of

from ...models.entitlement_partner_info import EntitlementPartnerInfo

OPERATION: Operation = Operation(
    id="get_entitlement_partner_info",
    method="GET",
    path="/v1/entitlements/{entitlementId}/partner-acquisition-info",
    answers={200: EntitlementPartnerInfo},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    errors={"gateway": (400, 401, 404, 500, 503), "platform": (403, 429, 502)},
)


def build(*, entitlement_id: str) -> Request[EntitlementPartnerInfo]:
    """An entitlement in short, for partners. It takes no account header.

    Args:
        entitlement_id: The entitlement.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of(
            "/v1/entitlements/{entitlementId}/partner-acquisition-info",
            [("entitlementId", entitlement_id, Text(), True)],
        ),
    )
