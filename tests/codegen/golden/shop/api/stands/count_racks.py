"""Count the racks: `GET /v1/stands`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of

from ...models.rack_count import RackCount

OPERATION: Operation = Operation(
    id="count_racks",
    method="GET",
    path="/v1/stands",
    answers={200: RackCount},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=5, seconds=1, scope="account"),
    ),
)


def build() -> Request[RackCount]:
    """Limited as all operations are, and for each account.

    Args:

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(operation=OPERATION, path=path_of("/v1/stands", []))
