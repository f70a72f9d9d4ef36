"""Create a bill: `POST /v1/bills`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import Written, content_of

from ...models.bill import Bill
from ...models.bill_input import BillInput
from ...models.bill_page import BillPage
from ...models.copy_input import CopyInput

OPERATION: Operation = Operation(
    id="create_bill",
    method="POST",
    path="/v1/bills",
    answers={201: Bill, 202: BillPage, 204: None},
    retry=RetryRule(kind="keyed", key="id", read_back="get_bill"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=50, seconds=10, scope="credential", bucket="post"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
)


def build(
    *, body: BillInput | CopyInput | Written, currency: str | None = None
) -> Request[Bill | BillPage | None]:
    """Create a bill

    Args:
        body: The bill. `Written` goes out as it is.
        currency: What the amounts of the body have to be in; left out, what the first one is in.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
        CurrencyMismatch: an amount in another currency.
    """
    return Request(
        operation=OPERATION,
        body=body.content
        if isinstance(body, Written)
        else content_of(body, BillInput, CopyInput, currency=currency),
        path=path_of("/v1/bills", []),
        is_kept=isinstance(body, Written),
    )
