"""Get a pricing change: `GET /v2/pricing-changes/{pricingChangeId}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of

from ...models.pricing_change import PricingChange

OPERATION: Operation = Operation(
    id="get_pricing_change",
    method="GET",
    path="/v2/pricing-changes/{pricingChangeId}",
    answers={200: PricingChange},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    errors={"catalog": (400, 401, 403, 404, 409, 423), "platform": (429, 502, 503)},
)


def build(*, pricing_change_id: str) -> Request[PricingChange]:
    """A pricing change, and how far it has come.

    Args:
        pricing_change_id: The pricing change.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of(
            "/v2/pricing-changes/{pricingChangeId}",
            [("pricingChangeId", pricing_change_id, Text(), True)],
        ),
    )
