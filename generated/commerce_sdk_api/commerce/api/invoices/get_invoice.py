"""Get an invoice: `GET /v2/invoices/{id}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

from ...models.invoice import Invoice

OPERATION = Operation(
    id="get_invoice",
    method="GET",
    path="/v2/invoices/{id}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=3000, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="transaction",
            place="header",
            wire="X-transaction-account",
            required=True,
            kind=Text(),
        ),
    ),
    error_families=(
        (400, "invoices"),
        (401, "invoices"),
        (403, "invoices"),
        (404, "invoices"),
        (429, "invoices"),
        (502, "platform"),
        (503, "platform"),
    ),
)


def build(*, id: str) -> Request[Invoice]:
    """An invoice with its lines. Amounts are in major units.

    Args:
        id: The invoice's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v2/invoices/{id}", [("id", id, Text(), True)]),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> Invoice:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(Invoice, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.invoice_error import InvoiceError
    from ...models.platform_error import PlatformError

    if status in {400, 404, 429}:
        return read_json(InvoiceError, content)
    if status in {502, 503}:
        return read_json(PlatformError, content)
    return None
