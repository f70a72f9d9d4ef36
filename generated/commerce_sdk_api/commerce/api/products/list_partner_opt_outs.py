"""List the products that are left out of partner promotions: `GET /v1/product-ignore-rule/promotion-type/partner`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.request_parts import path_of, query_of
from commerce_sdk.wire import Choice

from ...models.offering_hosting_type import OfferingHostingType
from ...models.partner_opt_outs import PartnerOptOuts

OPERATION = Operation(
    id="list_partner_opt_outs",
    method="GET",
    path="/v1/product-ignore-rule/promotion-type/partner",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    shown=("hosting-type",),
    error_families=(
        (400, "promotions"),
        (401, "platform"),
        (403, "platform"),
        (404, "promotions"),
        (409, "promotions"),
        (423, "promotions"),
        (429, "platform"),
        (500, "promotions"),
        (502, "platform"),
        (503, "platform"),
    ),
)


def build(
    *, hosting_type: OfferingHostingType | str | None | UnsetType = UNSET
) -> Request[PartnerOptOuts]:
    """All products that are left out of partner promotions, at once.

    Args:
        hosting_type: Only what runs there.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v1/product-ignore-rule/promotion-type/partner", []),
        query=query_of(
            [("hosting-type", hosting_type, Choice(lambda: OfferingHostingType), False)]
        ),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> PartnerOptOuts:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(PartnerOptOuts, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.platform_error import PlatformError
    from ...models.promotion_error import PromotionError

    if status in {401, 403, 429, 502, 503}:
        return read_json(PlatformError, content)
    if status in {400, 404, 409, 423, 500}:
        return read_json(PromotionError, content)
    return None
