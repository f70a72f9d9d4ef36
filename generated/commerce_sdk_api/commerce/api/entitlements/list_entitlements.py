"""List entitlements: `GET /v1/entitlements`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Choice, Integer, Text
from commerce_sdk.document.operation import (
    Operation,
    Pagination,
    RateLimit,
    Request,
    RetryRule,
    Tenant,
)
from commerce_sdk.document.parameters import path_of, query_of

from ...models.entitlement_page import EntitlementPage
from ...models.entitlement_status import EntitlementStatus

OPERATION: Operation = Operation(
    id="list_entitlements",
    method="GET",
    path="/v1/entitlements",
    answers={200: EntitlementPage},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=(
        Pagination(strategy="cursor", cursor="start-id", items=("data",), next=("next_id",)),
    ),
    tenants=(
        Tenant(
            name="transaction",
            place="header",
            wire="X-transaction-account",
            required=True,
            kind=Text(),
        ),
    ),
    shown=("page-size", "status-filter"),
    errors={
        "entitlements": (207, 400, 401, 404, 405, 409, 415, 500),
        "platform": (403, 429, 502, 503),
    },
)


def build(
    *,
    page_size: int | None | UnsetType = UNSET,
    start_id: str | None | UnsetType = UNSET,
    status_filter: EntitlementStatus | str | None | UnsetType = UNSET,
    invoice_group: str | None | UnsetType = UNSET,
) -> Request[EntitlementPage]:
    """The entitlements of a transaction account, page by page.

    Args:
        page_size: The most entries to a page. Neither the default nor the greatest value is
            published.
        start_id: Cursor of the page, the `nextId` of the page before; without it the first page.
        status_filter: Only what has this status.
        invoice_group: Only what is billed to this invoice group.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v1/entitlements", []),
        query=query_of(
            [
                ("page-size", page_size, Integer(64), False),
                ("start-id", start_id, Text(), False),
                ("status-filter", status_filter, Choice(lambda: EntitlementStatus), False),
                ("invoice-group", invoice_group, Text(), False),
            ]
        ),
    )
