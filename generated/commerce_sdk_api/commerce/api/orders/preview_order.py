"""Preview the order of a quote: `POST /v2/order-intent/preview`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.order import Order
from ...models.preview_request import PreviewRequest

OPERATION: Operation = Operation(
    id="preview_order",
    method="POST",
    path="/v2/order-intent/preview",
    answers={200: Order},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="transaction",
            place="header",
            wire="X-transaction-account",
            required=True,
            kind=Text(),
        ),
        Tenant(
            name="transaction",
            place="body",
            wire="transactionAccountId",
            required=False,
            kind=Text(),
        ),
    ),
    errors={"orders": (400, 401, 403, 404, 405, 409, 415, 422, 423, 429, 500, 501, 502, 503)},
)


def build(*, body: PreviewRequest) -> Request[Order]:
    """Works out the order that a quote would become; nothing is placed. One real client asks only
    for quotes that are OPEN.

    Args:
        body: The quote to preview.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, PreviewRequest),
        path=path_of("/v2/order-intent/preview", []),
    )
