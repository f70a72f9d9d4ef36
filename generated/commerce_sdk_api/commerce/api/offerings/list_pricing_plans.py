"""List the pricing plans of an offering: `GET /v2/offerings/{offeringId}/pricing-plans`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import ListOf
from commerce_sdk.document.kinds import Choice, Integer, Text
from commerce_sdk.document.operation import Operation, Pagination, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of, query_of

from ...models.catalog_status_filter import CatalogStatusFilter
from ...models.pricing_activation_reason import PricingActivationReason
from ...models.pricing_plan_page import PricingPlanPage

OPERATION: Operation = Operation(
    id="list_pricing_plans",
    method="GET",
    path="/v2/offerings/{offeringId}/pricing-plans",
    answers={200: PricingPlanPage},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=(
        Pagination(strategy="cursor", cursor="start-id", items=("values",), next=("next_id",)),
    ),
    shown=("status", "activation-reason-code", "page-size"),
    errors={"catalog": (400, 401, 403, 404, 409, 423), "platform": (429, 502, 503)},
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
    )
