"""Get whether a product is left out of partner promotions: `GET /v1/product-ignore-rule/{productId}/promotion-type/partner`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Choice, Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of, query_of

from ...models.offering_hosting_type import OfferingHostingType
from ...models.partner_opt_out import PartnerOptOut

OPERATION: Operation = Operation(
    id="get_partner_opt_out",
    method="GET",
    path="/v1/product-ignore-rule/{productId}/promotion-type/partner",
    answers={200: PartnerOptOut},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    shown=("hosting-type",),
    errors={"promotions": (400, 404, 409, 423, 500), "platform": (401, 403, 429, 502, 503)},
)


def build(
    *, product_id: str, hosting_type: OfferingHostingType | str | None | UnsetType = UNSET
) -> Request[PartnerOptOut]:
    """Whether a product is left out of partner promotions.

    Args:
        product_id: The product.
        hosting_type: Only what runs there.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of(
            "/v1/product-ignore-rule/{productId}/promotion-type/partner",
            [("productId", product_id, Text(), True)],
        ),
        query=query_of(
            [("hosting-type", hosting_type, Choice(lambda: OfferingHostingType), False)]
        ),
    )
