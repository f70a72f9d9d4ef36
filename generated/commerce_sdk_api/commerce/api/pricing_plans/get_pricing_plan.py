"""Get a pricing plan: `GET /v2/pricing-plans/{id}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.errors import DecodeError
from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Request
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

from ...models.catalog_error import CatalogError
from ...models.platform_error import PlatformError
from ...models.pricing_plan import PricingPlan
from ...operations import GET_PRICING_PLAN

OPERATION = GET_PRICING_PLAN

_ERRORS: dict[int, type[Model]] = {
    400: CatalogError,
    401: CatalogError,
    403: CatalogError,
    404: CatalogError,
    409: CatalogError,
    423: CatalogError,
    429: PlatformError,
    502: PlatformError,
    503: PlatformError,
}


def build(*, id: str) -> Request[PricingPlan]:
    """A pricing plan with its tiers. Amounts are in minor units.

    Args:
        id: The pricing plan's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v2/pricing-plans/{id}", [("id", id, Text(), True)]),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> PricingPlan:
    """Read a success answer. Raises `DecodeError`."""
    if status == 200:
        return read_json(PricingPlan, content)
    raise DecodeError(f"status {status} is none that the document names as a success")


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    model = _ERRORS.get(status)
    return None if model is None else read_json(model, content)
