"""List bills: `GET /v1/bills`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, Pagination, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of, query_of

from ...models.bill_page import BillPage

OPERATION: Operation = Operation(
    id="list_bills",
    method="GET",
    path="/v1/bills",
    answers={200: BillPage},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=10, seconds=1, scope="account"),
        RateLimit(limit=100, seconds=60, scope="account"),
    ),
    pagination=(
        Pagination(
            strategy="cursor", cursor="start", items=("data",), next=("next",), item_id=("id",)
        ),
    ),
)


def build(*, start: str | None | UnsetType = UNSET) -> Request[BillPage]:
    """List bills

    Args:
        start: The cursor.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v1/bills", []),
        query=query_of([("start", start, Text(), False)]),
    )
