"""List the pricing plans of an offering: `GET /v2/offerings/{offeringId}/pricing-plans`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET, UnsetType

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, Pagination, RateLimit, Request, RetryRule
from commerce_sdk.request_parts import path_of, query_of
from commerce_sdk.wire import Choice, Integer, Text
from commerce_sdk.wire_containers import ListOf

from ...models.catalog_status_filter import CatalogStatusFilter
from ...models.pricing_activation_reason import PricingActivationReason
from ...models.pricing_plan_page import PricingPlanPage

OPERATION = Operation(
    id="list_pricing_plans",
    method="GET",
    path="/v2/offerings/{offeringId}/pricing-plans",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=(
        Pagination(strategy="cursor", cursor="start-id", items=("values",), next=("next_id",)),
    ),
    shown=("status", "activation-reason-code", "page-size"),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
)


def build(
    *,
    offering_id: str,
    status: CatalogStatusFilter | str | None | UnsetType = UNSET,
    activation_reason_code: Sequence[PricingActivationReason | str] | None | UnsetType = UNSET,
    page_size: int | None | UnsetType = UNSET,
    start_id: str | None | UnsetType = UNSET,
) -> Request[PricingPlanPage]:
    """What an offering costs, page by page. For some apps the tiers hold one that repeats the end
    of the one before (floor and ceiling the same); when a plan is created, the two are sent as
    one.

    Args:
        offering_id: The offering.
        status: Only what has this status.
        activation_reason_code: Only plans that were brought into force for one of these reasons. Another page
            of the sources calls it creation-type.
        page_size: The most entries to a page. Neither the default nor the greatest value is
            published.
        start_id: Cursor of the page, the `nextId` of the page before; without it the first page.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of(
            "/v2/offerings/{offeringId}/pricing-plans", [("offeringId", offering_id, Text(), True)]
        ),
        query=query_of(
            [
                ("status", status, Choice(lambda: CatalogStatusFilter), False),
                (
                    "activation-reason-code",
                    activation_reason_code,
                    ListOf(Choice(lambda: PricingActivationReason)),
                    False,
                ),
                ("page-size", page_size, Integer(64), False),
                ("start-id", start_id, Text(), False),
            ]
        ),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> PricingPlanPage:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(PricingPlanPage, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.catalog_error import CatalogError
    from ...models.platform_error import PlatformError

    if status in {400, 401, 403, 404, 409, 423}:
        return read_json(CatalogError, content)
    if status in {429, 502, 503}:
        return read_json(PlatformError, content)
    return None
