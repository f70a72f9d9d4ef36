"""Execute a pricing change: `PUT /v2/pricing-changes/{pricingChangeId}/execute`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.execute_pricing_change_input import ExecutePricingChangeInput
from ...models.pricing_change import PricingChange

OPERATION: Operation = Operation(
    id="execute_pricing_change",
    method="PUT",
    path="/v2/pricing-changes/{pricingChangeId}/execute",
    answers={202: PricingChange},
    retry=RetryRule(kind="never", read_back="get_pricing_change"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="catalog", place="header", wire="X-Catalog-Account", required=True, kind=Text()
        ),
    ),
    errors={"catalog": (400, 401, 403, 404, 409, 423), "platform": (429, 502, 503)},
)


def build(
    *, pricing_change_id: str, body: ExecutePricingChangeInput | None = None
) -> Request[PricingChange]:
    """Takes a pricing change in and answers at once; read it until it is COMPLETED or FAILED.

    Args:
        pricing_change_id: The pricing change.
        body: When it comes into force; without it at once.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=None if body is None else content_of(body, ExecutePricingChangeInput),
        path=path_of(
            "/v2/pricing-changes/{pricingChangeId}/execute",
            [("pricingChangeId", pricing_change_id, Text(), True)],
        ),
    )
