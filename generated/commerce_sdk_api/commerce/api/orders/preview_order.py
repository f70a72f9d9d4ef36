"""Preview the order of a quote: `POST /v2/order-intent/preview`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_model import content_of
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

from ...models.order import Order
from ...models.preview_request import PreviewRequest

OPERATION = Operation(
    id="preview_order",
    method="POST",
    path="/v2/order-intent/preview",
    success=(200,),
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
    error_families=(
        (400, "orders"),
        (401, "orders"),
        (403, "orders"),
        (404, "orders"),
        (405, "orders"),
        (409, "orders"),
        (415, "orders"),
        (422, "orders"),
        (423, "orders"),
        (429, "orders"),
        (500, "orders"),
        (501, "orders"),
        (502, "orders"),
        (503, "orders"),
    ),
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
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> Order:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(Order, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.order_error import OrderError

    if status in {400, 401, 403, 404, 405, 409, 415, 422, 423, 429, 500, 501, 502, 503}:
        return read_json(OrderError, content)
    return None
