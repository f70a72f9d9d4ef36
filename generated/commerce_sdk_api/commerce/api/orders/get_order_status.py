"""Get the state of an order: `GET /v4/orders/{id}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

from ...models.order_state import OrderState

OPERATION = Operation(
    id="get_order_status",
    method="GET",
    path="/v4/orders/{id}",
    success=(200,),
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


def build(*, id: str) -> Request[OrderState]:
    """Where an order stands, with its result once there is one.

    Args:
        id: The order's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v4/orders/{id}", [("id", id, Text(), True)]),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> OrderState:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(OrderState, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.order_error import OrderError

    if status in {400, 401, 403, 404, 405, 409, 415, 422, 423, 429, 500, 501, 502, 503}:
        return read_json(OrderError, content)
    return None
