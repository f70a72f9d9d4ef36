"""List entitlements: `GET /v1/entitlements`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET, UnsetType

from commerce_sdk.model import Model, read_json, read_json_list
from commerce_sdk.operation import Operation, Pagination, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_parts import path_of, query_of
from commerce_sdk.wire import Choice, Integer, Text

from ...models.entitlement_page import EntitlementPage
from ...models.entitlement_status import EntitlementStatus

OPERATION = Operation(
    id="list_entitlements",
    method="GET",
    path="/v1/entitlements",
    success=(200,),
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
    error_families=(
        (207, "entitlements"),
        (400, "entitlements"),
        (401, "entitlements"),
        (403, "platform"),
        (404, "entitlements"),
        (405, "entitlements"),
        (409, "entitlements"),
        (415, "entitlements"),
        (429, "platform"),
        (500, "entitlements"),
        (502, "platform"),
        (503, "platform"),
    ),
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
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> EntitlementPage:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(EntitlementPage, content)


def parse_error(status: int, content: bytes) -> Model | Sequence[Model] | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.entitlement_error import EntitlementError
    from ...models.platform_error import PlatformError

    if status in {207}:
        return read_json_list(EntitlementError, content)
    if status in {400, 401, 404, 405, 409, 415, 500}:
        return read_json(EntitlementError, content)
    if status in {403, 429, 502, 503}:
        return read_json(PlatformError, content)
    return None
