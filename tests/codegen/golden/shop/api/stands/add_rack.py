"""Add a rack: `POST /v1/stands`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of

OPERATION: Operation = Operation(
    id="add_rack",
    method="POST",
    path="/v1/stands",
    answers={204: None},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=50, seconds=10, scope="credential", bucket="post"),
        RateLimit(limit=3, seconds=1, scope="credential", bucket="racks"),
    ),
)


def build() -> Request[None]:
    """Limited together with what else changes racks, as all are that post, and as all are.

    Args:

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(operation=OPERATION, path=path_of("/v1/stands", []))
