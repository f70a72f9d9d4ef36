"""List visits: `GET /v1/visits`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, Pagination, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of, query_of

from ...models.good_slice import GoodSlice

OPERATION: Operation = Operation(
    id="list_visits",
    method="GET",
    path="/v1/visits",
    answers={200: GoodSlice},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=1, scope="credential"),
    ),
    pagination=(Pagination(strategy="id", cursor="id_gt", items=("rows",), next=("id",)),),
)


def build(*, id_gt: str | None | UnsetType = UNSET) -> Request[GoodSlice]:
    """The visits from one id to the next, until none come.

    Args:
        id_gt: Only visits after this one.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v1/visits", []),
        query=query_of([("id_gt", id_gt, Text(), False)]),
    )
