"""Download an invoice: `GET /v1/invoices/{invoiceId}/download`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of, query_of

OPERATION: Operation = Operation(
    id="download_invoice",
    method="GET",
    path="/v1/invoices/{invoiceId}/download",
    answers={200: bytes},
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
    errors={"gateway": (400, 401, 404, 500, 503), "platform": (403, 429, 502)},
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
        accept="application/pdf, application/json",
    )
