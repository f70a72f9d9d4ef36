"""Get what was given back: `GET /v2/credit-notes/summary`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of, query_of

from ...models.credit_note_summary import CreditNoteSummary

OPERATION: Operation = Operation(
    id="get_credit_note_summary",
    method="GET",
    path="/v2/credit-notes/summary",
    answers={200: CreditNoteSummary},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=3600, seconds=60, scope="credential"),),
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


def build(*, invoice_id: str, entitlement_id: str) -> Request[CreditNoteSummary]:
    """What was given back of one invoice for one entitlement.

    Args:
        invoice_id: The invoice.
        entitlement_id: The entitlement.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v2/credit-notes/summary", []),
        query=query_of(
            [
                ("invoiceId", invoice_id, Text(), True),
                ("entitlementId", entitlement_id, Text(), True),
            ]
        ),
    )
