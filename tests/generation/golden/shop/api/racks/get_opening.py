"""Get whether the racks are open: `GET /v1/racks/open`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.request_parts import path_of

OPERATION = Operation(
    id="get_opening",
    method="GET",
    path="/v1/racks/open",
    success=(204,),
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
    ),
    error_families=(),
)


def build() -> Request[None]:
    """Limited only as all operations are.

    Args:

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v1/racks/open", []),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> None:
    """Read the answer of any 2xx."""
    return None


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""

    return None
