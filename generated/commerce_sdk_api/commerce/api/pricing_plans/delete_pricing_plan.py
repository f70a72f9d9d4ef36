"""Delete a pricing plan: `DELETE /v1/pricing-plans/{id}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of

OPERATION: Operation = Operation(
    id="delete_pricing_plan",
    method="DELETE",
    path="/v1/pricing-plans/{id}",
    answers={204: None},
    retry=RetryRule(kind="never", read_back="get_pricing_plan"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="catalog", place="header", wire="X-Catalog-Account", required=False, kind=Text()
        ),
    ),
    errors={"catalog": (400, 401, 403, 404, 409, 423), "platform": (429, 502, 503)},
)


def build(*, id: str) -> Request[None]:
    """Deletes a draft. The published parameter has another name than the path; it is taken for a
    slip.

    Args:
        id: The pricing plan's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION, path=path_of("/v1/pricing-plans/{id}", [("id", id, Text(), True)])
    )
