"""List related offerings: `GET /v1/offerings/{id}/related/{type}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, Pagination, RateLimit, Request, RetryRule
from commerce_sdk.request_parts import path_of, query_of
from commerce_sdk.wire import Choice, Integer, Text

from ...models.offering_page import OfferingPage
from ...models.offering_requirement_type import OfferingRequirementType

OPERATION = Operation(
    id="list_related_offerings",
    method="GET",
    path="/v1/offerings/{id}/related/{type}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=(
        Pagination(strategy="cursor", cursor="start-id", items=("values",), next=("next_id",)),
    ),
    shown=("page-size",),
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
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> OfferingPage:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(OfferingPage, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.catalog_error import CatalogError
    from ...models.platform_error import PlatformError

    if status in {400, 401, 403, 404, 409, 423}:
        return read_json(CatalogError, content)
    if status in {429, 502, 503}:
        return read_json(PlatformError, content)
    return None
