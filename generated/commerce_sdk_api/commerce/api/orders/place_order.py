"""Place an order (v4): `POST /v4/orders`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Choice, Text, Uuid
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of, query_of
from commerce_sdk.document.request_model import Written, content_of

from ...models.error_response_version import ErrorResponseVersion
from ...models.order_acceptance import OrderAcceptance
from ...models.order_request import OrderRequest
from ...models.quote_order_request import QuoteOrderRequest

OPERATION: Operation = Operation(
    id="place_order",
    method="POST",
    path="/v4/orders",
    answers={202: OrderAcceptance},
    retry=RetryRule(kind="keyed", key="orderId", read_back="get_order_status"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="transaction",
            place="header",
            wire="X-transaction-account",
            required=False,
            kind=Text(),
        ),
        Tenant(
            name="transaction",
            place="body",
            wire="transactionAccountId",
            required=False,
            kind=Uuid(),
        ),
    ),
    shown=("errorResponseVersion",),
    errors={"orders": (400, 401, 403, 404, 405, 409, 415, 422, 423, 429, 500, 501, 502, 503)},
)


def build(
    *,
    body: OrderRequest | QuoteOrderRequest | Written,
    error_response_version: ErrorResponseVersion | str | None | UnsetType = UNSET,
) -> Request[OrderAcceptance]:
    """Takes an order in and answers at once; ask for its state until it is final. What a second
    request with the same order id answers is not published.

    Args:
        error_response_version: The shape of error answers to choose. Which fields belong to which, and which is
            the default, is not published.
        body: The order, by items or by quote. `Written` goes out as it is.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=body.content
        if isinstance(body, Written)
        else content_of(body, OrderRequest, QuoteOrderRequest),
        path=path_of("/v4/orders", []),
        query=query_of(
            [
                (
                    "errorResponseVersion",
                    error_response_version,
                    Choice(lambda: ErrorResponseVersion),
                    False,
                )
            ]
        ),
        is_kept=isinstance(body, Written),
    )
