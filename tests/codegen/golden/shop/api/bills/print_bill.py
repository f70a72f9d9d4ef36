"""Print a bill: `GET /v1/bills/{billId}/paper`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import ListOf
from commerce_sdk.document.kinds import Choice, Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of, query_of

from ...models.colour import Colour

OPERATION: Operation = Operation(
    id="print_bill",
    method="GET",
    path="/v1/bills/{billId}/paper",
    answers={200: bytes},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
    tenants=(Tenant(name="shop", place="query", wire="shop", required=True, kind=Text()),),
    shown=("colours",),
    errors={"shop": (404,)},
)


def build(
    *, bill_id: str, colours: Sequence[Colour | str] | None | UnsetType = UNSET
) -> Request[bytes]:
    """Print a bill

    Args:
        bill_id: The bill.
        colours: In these.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v1/bills/{billId}/paper", [("billId", bill_id, Text(), True)]),
        query=query_of([("colours", colours, ListOf(Choice(lambda: Colour)), False)]),
        accept="application/pdf, application/json",
    )
