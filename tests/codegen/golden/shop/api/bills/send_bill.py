"""Send a bill: `POST /v1/bills/{billId}/paper`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.send_input import SendInput

OPERATION: Operation = Operation(
    id="send_bill",
    method="POST",
    path="/v1/bills/{billId}/paper",
    answers={202: None},
    retry=RetryRule(kind="never"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=50, seconds=10, scope="credential", bucket="post"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
    completed_within=90,
)


def build(*, bill_id: str, body: SendInput | None = None) -> Request[None]:
    """Send a bill

    Args:
        bill_id: The bill.
        body: How to send it.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=None if body is None else content_of(body, SendInput),
        path=path_of("/v1/bills/{billId}/paper", [("billId", bill_id, Text(), True)]),
    )
