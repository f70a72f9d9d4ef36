"""Remove the empty racks: `DELETE /v1/racks`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.request_parts import path_of

OPERATION = Operation(
    id="remove_racks",
    method="DELETE",
    path="/v1/racks",
    success=(204,),
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=3, seconds=1, scope="credential", bucket="racks"),
    ),
    error_families=(),
)


def build() -> Request[None]:
    """Limited together with what else changes racks, and as all are.

    Args:

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION, path=path_of("/v1/racks", []), parse=parse, parse_error=parse_error
    )


def parse(status: int, content: bytes) -> None:
    """Read the answer of any 2xx."""
    return None


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""

    return None
