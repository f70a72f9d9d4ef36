"""Get a pricing plan: `GET /v2/pricing-plans/{id}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of

from ...models.pricing_plan import PricingPlan

OPERATION: Operation = Operation(
    id="get_pricing_plan",
    method="GET",
    path="/v2/pricing-plans/{id}",
    answers={200: PricingPlan},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=900, seconds=60, scope="credential"),),
    errors={"catalog": (400, 401, 403, 404, 409, 423), "platform": (429, 502, 503)},
)


def build(*, id: str) -> Request[PricingPlan]:
    """A pricing plan with its tiers. Amounts are in minor units.

    Args:
        id: The pricing plan's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION, path=path_of("/v2/pricing-plans/{id}", [("id", id, Text(), True)])
    )
