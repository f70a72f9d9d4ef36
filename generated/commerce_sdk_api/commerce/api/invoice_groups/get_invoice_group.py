"""Get an invoice group: `GET /v2/invoice-groups/{id}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of

from ...models.invoice_group import InvoiceGroup

OPERATION: Operation = Operation(
    id="get_invoice_group",
    method="GET",
    path="/v2/invoice-groups/{id}",
    answers={200: InvoiceGroup},
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
    errors={"invoices": (400, 401, 403, 404, 429), "platform": (502, 503)},
)


def build(*, id: str) -> Request[InvoiceGroup]:
    """Who is billed for a set of entitlements, and how it is paid.

    Args:
        id: The invoice group's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION, path=path_of("/v2/invoice-groups/{id}", [("id", id, Text(), True)])
    )
