"""Download an invoice: `GET /v1/invoices/{invoiceId}/download`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.model import Model, read_file, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_parts import path_of, query_of
from commerce_sdk.wire import Text

OPERATION = Operation(
    id="download_invoice",
    method="GET",
    path="/v1/invoices/{invoiceId}/download",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=200, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="transaction",
            place="query",
            wire="transactionAccountId",
            required=True,
            kind=Text(),
        ),
    ),
    error_families=(
        (400, "gateway"),
        (401, "gateway"),
        (403, "platform"),
        (404, "gateway"),
        (429, "platform"),
        (500, "gateway"),
        (502, "platform"),
        (503, "gateway"),
    ),
)


def build(*, invoice_id: str, source_system: str | None | UnsetType = UNSET) -> Request[bytes]:
    """The invoice as a PDF file. The account is named in the query, not in a header.

    Args:
        invoice_id: The invoice.
        source_system: The system that the invoice comes from; no values are published.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of(
            "/v1/invoices/{invoiceId}/download", [("invoiceId", invoice_id, Text(), True)]
        ),
        query=query_of([("sourceSystem", source_system, Text(), False)]),
        parse=parse,
        parse_error=parse_error,
        accept="application/pdf, application/json",
    )


def parse(status: int, content: bytes) -> bytes:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_file(content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.gateway_error import GatewayError
    from ...models.platform_error import PlatformError

    if status in {401, 500, 503}:
        return read_json(GatewayError, content)
    if status in {403, 429, 502}:
        return read_json(PlatformError, content)
    return None
