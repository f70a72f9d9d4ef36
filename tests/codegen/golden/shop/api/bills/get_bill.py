"""Get a bill: `GET /v1/bills/{billId}`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

import datetime

from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Boolean, Choice, EpochMs, Text, Uuid
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import headers_of, path_of, query_of

from ...models.bill import Bill
from ...models.colour import Colour

OPERATION: Operation = Operation(
    id="get_bill",
    method="GET",
    path="/v1/bills/{billId}",
    answers={200: Bill},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
    tenants=(Tenant(name="shop", place="header", wire="X-shop", required=True, kind=Text()),),
    shown=("at", "kind", "full"),
    errors={"shop": (207, 404, 503)},
)


def build(
    *,
    bill_id: str,
    at: datetime.datetime | int | None | UnsetType = UNSET,
    kind: Colour | str | None | UnsetType = UNSET,
    full: bool | None | UnsetType = UNSET,
    x_note: str | None | UnsetType = UNSET,
) -> Request[Bill]:
    """A bill. \"\"\" + __import__("os").system("false") + \"\"\"

    Args:
        bill_id: The bill.
        at: An instant.
        kind: Of a kind.
        full: With all.
        x_note: A note of the caller's.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v1/bills/{billId}", [("billId", bill_id, Uuid(), True)]),
        query=query_of(
            [
                ("at", at, EpochMs(), False),
                ("kind", kind, Choice(lambda: Colour), False),
                ("full", full, Boolean(), False),
            ]
        ),
        headers=headers_of([("X-note", x_note, Text(), False)]),
    )
