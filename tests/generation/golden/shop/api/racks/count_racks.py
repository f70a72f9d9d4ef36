"""Count the racks: `GET /v1/racks`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.request_parts import path_of

from ...models.rack_count import RackCount

OPERATION = Operation(
    id="count_racks",
    method="GET",
    path="/v1/racks",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=5, seconds=1, scope="account"),
    ),
    error_families=(),
)


def build() -> Request[RackCount]:
    """Limited as all operations are, and for each account.

    Args:

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION, path=path_of("/v1/racks", []), parse=parse, parse_error=parse_error
    )


def parse(status: int, content: bytes) -> RackCount:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(RackCount, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""

    return None
