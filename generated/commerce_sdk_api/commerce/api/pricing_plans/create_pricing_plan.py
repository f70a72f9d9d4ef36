"""Create a pricing plan: `POST /v2/pricing-plans`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.pricing_plan import PricingPlan
from ...models.pricing_plan_input import PricingPlanInput

OPERATION: Operation = Operation(
    id="create_pricing_plan",
    method="POST",
    path="/v2/pricing-plans",
    answers={200: PricingPlan},
    retry=RetryRule(kind="never"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="catalog", place="header", wire="X-Catalog-Account", required=True, kind=Text()
        ),
    ),
    errors={"catalog": (400, 401, 403, 404, 409, 423), "platform": (429, 502, 503)},
)


def build(*, body: PricingPlanInput) -> Request[PricingPlan]:
    """Creates a draft. A pricing change brings it into force.

    Args:
        body: The plan.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, PricingPlanInput),
        path=path_of("/v2/pricing-plans", []),
    )
