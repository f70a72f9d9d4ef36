"""Download a quote: `GET /v3/quotes/{id}/download`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of

OPERATION: Operation = Operation(
    id="download_quote",
    method="GET",
    path="/v3/quotes/{id}/download",
    answers={200: bytes},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="transaction",
            place="query",
            wire="transactionAccountId",
            required=True,
            kind=Text(),
        ),
    ),
    errors={"quotes": (400, 403, 404, 409, 429, 500, 504), "platform": (401, 502, 503)},
)


def build(*, id: str) -> Request[bytes]:
    """The quote as a PDF file.

    Args:
        id: The quote's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v3/quotes/{id}/download", [("id", id, Text(), True)]),
        accept="application/pdf, application/json",
    )
