"""Create a pricing change: `POST /v2/pricing-changes`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.pricing_change import PricingChange
from ...models.pricing_change_input import PricingChangeInput

OPERATION: Operation = Operation(
    id="create_pricing_change",
    method="POST",
    path="/v2/pricing-changes",
    answers={200: PricingChange},
    retry=RetryRule(kind="never"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="catalog", place="header", wire="X-Catalog-Account", required=True, kind=Text()
        ),
    ),
    errors={"catalog": (400, 401, 403, 404, 409, 423), "platform": (429, 502, 503)},
)


def build(*, body: PricingChangeInput) -> Request[PricingChange]:
    """Creates a draft.

    Args:
        body: The change.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, PricingChangeInput),
        path=path_of("/v2/pricing-changes", []),
    )
