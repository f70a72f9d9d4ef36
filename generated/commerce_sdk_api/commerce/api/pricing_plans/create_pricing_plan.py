"""Create a pricing plan: `POST /v2/pricing-plans`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_model import content_of
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

from ...models.pricing_plan import PricingPlan
from ...models.pricing_plan_input import PricingPlanInput

OPERATION = Operation(
    id="create_pricing_plan",
    method="POST",
    path="/v2/pricing-plans",
    success=(200,),
    retry=RetryRule(kind="never"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="catalog", place="header", wire="X-Catalog-Account", required=True, kind=Text()
        ),
    ),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
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
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> PricingPlan:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(PricingPlan, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.catalog_error import CatalogError
    from ...models.platform_error import PlatformError

    if status in {400, 401, 403, 404, 409, 423}:
        return read_json(CatalogError, content)
    if status in {429, 502, 503}:
        return read_json(PlatformError, content)
    return None
