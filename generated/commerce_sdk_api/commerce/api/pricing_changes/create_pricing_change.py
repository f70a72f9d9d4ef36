"""Create a pricing change: `POST /v2/pricing-changes`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_model import content_of
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

from ...models.pricing_change import PricingChange
from ...models.pricing_change_input import PricingChangeInput

OPERATION = Operation(
    id="create_pricing_change",
    method="POST",
    path="/v2/pricing-changes",
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
