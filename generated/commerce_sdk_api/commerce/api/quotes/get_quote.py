"""Get a quote: `GET /v2/quotes/{id}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of

from ...models.quote import Quote

OPERATION: Operation = Operation(
    id="get_quote",
    method="GET",
    path="/v2/quotes/{id}",
    answers={200: Quote},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="transaction",
            place="header",
            wire="X-transaction-account",
            required=True,
            kind=Text(),
        ),
    ),
    errors={"quotes": (400, 403, 404, 409, 429, 500, 504), "platform": (401, 502, 503)},
)


def build(*, id: str) -> Request[Quote]:
    """A quote with its lines and what would be billed. Amounts are in minor units.

    Args:
        id: The quote's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(operation=OPERATION, path=path_of("/v2/quotes/{id}", [("id", id, Text(), True)]))
