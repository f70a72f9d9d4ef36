"""Change a pricing plan: `PUT /v2/pricing-plans/{id}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_model import content_of
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

from ...models.pricing_plan import PricingPlan
from ...models.pricing_plan_update_input import PricingPlanUpdateInput

OPERATION = Operation(
    id="update_pricing_plan",
    method="PUT",
    path="/v2/pricing-plans/{id}",
    success=(200,),
    retry=RetryRule(kind="never", read_back="get_pricing_plan"),
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
