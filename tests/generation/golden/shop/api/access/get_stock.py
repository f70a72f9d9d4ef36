"""Get what is in stock: `GET /v1/stock`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.request_parts import path_of

from ...models.stock import Stock

OPERATION = Operation(
    id="get_stock",
    method="GET",
    path="/v1/stock",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=10, seconds=1, scope="credential"),),
    security=("key",),
    error_families=((401, "shop"),),
)


def build() -> Request[Stock]:
    """Get what is in stock

    Args:

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION, path=path_of("/v1/stock", []), parse=parse, parse_error=parse_error
    )


def parse(status: int, content: bytes) -> Stock:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(Stock, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""

    return None
