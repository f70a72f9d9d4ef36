"""Delete a pricing plan: `DELETE /v1/pricing-plans/{id}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_parts import headers_of, path_of
from commerce_sdk.wire import Text

OPERATION = Operation(
    id="delete_pricing_plan",
    method="DELETE",
    path="/v1/pricing-plans/{id}",
    answers={204: None},
    retry=RetryRule(kind="never", read_back="get_pricing_plan"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="catalog", argument="x_catalog_account", required=False),),
    errors={"catalog": (400, 401, 403, 404, 409, 423), "platform": (429, 502, 503)},
)


def build(*, id: str, x_catalog_account: str | None | UnsetType = UNSET) -> Request[None]:
    """Deletes a draft. The published parameter has another name than the path; it is taken for a
    slip.

    Args:
        id: The pricing plan's id.
        x_catalog_account: The account whose catalogue is changed, that of a partner.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v1/pricing-plans/{id}", [("id", id, Text(), True)]),
        headers=headers_of([("X-Catalog-Account", x_catalog_account, Text(), False)]),
    )
