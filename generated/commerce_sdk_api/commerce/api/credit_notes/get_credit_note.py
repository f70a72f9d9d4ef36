"""Get a credit note: `GET /v2/credit-notes/{id}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of

from ...models.credit_note import CreditNote

OPERATION: Operation = Operation(
    id="get_credit_note",
    method="GET",
    path="/v2/credit-notes/{id}",
    answers={200: CreditNote},
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


def build(*, id: str) -> Request[CreditNote]:
    """What was given back of an invoice. Amounts are in major units.

    Args:
        id: The credit note's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION, path=path_of("/v2/credit-notes/{id}", [("id", id, Text(), True)])
    )
