"""Change a pricing plan: `PUT /v2/pricing-plans/{id}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.pricing_plan import PricingPlan
from ...models.pricing_plan_update_input import PricingPlanUpdateInput

OPERATION: Operation = Operation(
    id="update_pricing_plan",
    method="PUT",
    path="/v2/pricing-plans/{id}",
    answers={200: PricingPlan},
    retry=RetryRule(kind="never", read_back="get_pricing_plan"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="catalog", place="header", wire="X-Catalog-Account", required=True, kind=Text()
        ),
    ),
    errors={"catalog": (400, 401, 403, 404, 409, 423), "platform": (429, 502, 503)},
)


def build(
    *, id: str, body: PricingPlanUpdateInput, currency: str | None = None
) -> Request[PricingPlan]:
    """Changes a draft.

    Args:
        id: The pricing plan's id.
        body: What the plan is changed to.
        currency: What the amounts of the body have to be in; left out, what the first one is in.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
        CurrencyMismatch: an amount in another currency.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, PricingPlanUpdateInput, currency=currency),
        path=path_of("/v2/pricing-plans/{id}", [("id", id, Text(), True)]),
    )
