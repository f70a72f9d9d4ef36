"""Get whether the racks are open: `GET /v1/stands/open`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of

OPERATION: Operation = Operation(
    id="get_opening",
    method="GET",
    path="/v1/stands/open",
    answers={204: None},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
    ),
)


def build() -> Request[None]:
    """Limited only as all operations are.

    Args:

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(operation=OPERATION, path=path_of("/v1/stands/open", []))
