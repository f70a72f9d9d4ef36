"""Create a bill: `POST /v1/bills`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.request_model import Written, content_of
from commerce_sdk.request_parts import path_of

from ...models.bill import Bill
from ...models.bill_input import BillInput
from ...models.bill_page import BillPage
from ...models.copy_input import CopyInput

OPERATION = Operation(
    id="create_bill",
    method="POST",
    path="/v1/bills",
    success=(201, 202, 204),
    retry=RetryRule(kind="keyed", key="id", read_back="get_bill"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=50, seconds=10, scope="credential", bucket="post"),
        RateLimit(limit=10, seconds=1, scope="credential"),
    ),
    error_families=(),
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
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> Bill | BillPage | None:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    if status == 202:
        return read_json(BillPage, content)
    if status == 204:
        return None
    return read_json(Bill, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""

    return None
