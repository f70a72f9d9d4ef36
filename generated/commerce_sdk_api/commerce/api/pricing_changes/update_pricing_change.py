"""Change a pricing change: `PUT /v2/pricing-changes/{pricingChangeId}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_model import content_of
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

from ...models.pricing_change import PricingChange
from ...models.pricing_change_update_input import PricingChangeUpdateInput

OPERATION = Operation(
    id="update_pricing_change",
    method="PUT",
    path="/v2/pricing-changes/{pricingChangeId}",
    success=(200,),
    retry=RetryRule(kind="never", read_back="get_pricing_change"),
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


def build(*, pricing_change_id: str, body: PricingChangeUpdateInput) -> Request[PricingChange]:
    """Changes a draft.

    Args:
        pricing_change_id: The pricing change.
        body: What the change is changed to.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, PricingChangeUpdateInput),
        path=path_of(
            "/v2/pricing-changes/{pricingChangeId}",
            [("pricingChangeId", pricing_change_id, Text(), True)],
        ),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> PricingChange:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(PricingChange, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.catalog_error import CatalogError
    from ...models.platform_error import PlatformError

    if status in {400, 401, 403, 404, 409, 423}:
        return read_json(CatalogError, content)
    if status in {429, 502, 503}:
        return read_json(PlatformError, content)
    return None
