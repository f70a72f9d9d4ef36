"""List related offerings: `GET /v1/offerings/{id}/related/{type}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Choice, Integer, Text
from commerce_sdk.document.operation import Operation, Pagination, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of, query_of

from ...models.offering_page import OfferingPage
from ...models.offering_requirement_type import OfferingRequirementType

OPERATION: Operation = Operation(
    id="list_related_offerings",
    method="GET",
    path="/v1/offerings/{id}/related/{type}",
    answers={200: OfferingPage},
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=(
        Pagination(strategy="cursor", cursor="start-id", items=("values",), next=("next_id",)),
    ),
    shown=("page-size",),
    errors={"catalog": (400, 401, 403, 404, 409, 423), "platform": (429, 502, 503)},
)


def build(
    *,
    id: str,
    type_: OfferingRequirementType | str,
    page_size: int | None | UnsetType = UNSET,
    start_id: str | None | UnsetType = UNSET,
) -> Request[OfferingPage]:
    """The offerings in a relation with this one, page by page.

    Args:
        id: The offering's id.
        type_: The kind of relation, such as APP_DEPENDENCE.
        page_size: The most entries to a page. Neither the default nor the greatest value is
            published.
        start_id: Cursor of the page, the `nextId` of the page before; without it the first page.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of(
            "/v1/offerings/{id}/related/{type}",
            [
                ("id", id, Text(), True),
                ("type", type_, Choice(lambda: OfferingRequirementType), True),
            ],
        ),
        query=query_of(
            [("page-size", page_size, Integer(64), False), ("start-id", start_id, Text(), False)]
        ),
    )
