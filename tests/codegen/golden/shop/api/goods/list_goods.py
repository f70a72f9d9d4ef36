"""List goods: `GET /v1/goods`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Length, Range
from commerce_sdk.document.kinds import Choice, Integer, Text
from commerce_sdk.document.operation import Operation, Pagination, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import path_of, query_of

from ...models.colour import Colour
from ...models.good_page import GoodPage

OPERATION: Operation = Operation(
    id="list_goods",
    method="GET",
    path="/v1/goods",
    answers={200: GoodPage},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=1, scope="credential"),
    ),
    pagination=(
        Pagination(
            strategy="page",
            cursor="page",
            items=("result", "rows"),
            item_id=("ref", "id"),
            number=("result", "info", "page"),
            ends_by="pages",
            end=("result", "info", "pages"),
            kind=Bounded(Integer(32), (Range(least=1),)),
        ),
        Pagination(
            strategy="id",
            cursor="id-after",
            items=("result", "rows"),
            next=("ref", "id"),
            ends_by="has-more",
            end=("result", "info", "more"),
            kind=Bounded(Text(), (Length(most=20),)),
        ),
    ),
    shown=("page", "per-page", "colour"),
)


def build(
    *,
    page: int | None | UnsetType = UNSET,
    id_after: str | None | UnsetType = UNSET,
    per_page: int | None | UnsetType = UNSET,
    colour: Colour | str | None | UnsetType = UNSET,
) -> Request[GoodPage]:
    """The goods by page number, or from one id to the next.

    Args:
        page: The number of the page.
        id_after: Only goods after this one.
        per_page: Goods to a page.
        colour: Of a colour.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v1/goods", []),
        query=query_of(
            [
                ("page", page, Bounded(Integer(32), (Range(least=1),)), False),
                ("id-after", id_after, Bounded(Text(), (Length(most=20),)), False),
                ("per-page", per_page, Bounded(Integer(32), (Range(least=1, most=100),)), False),
                ("colour", colour, Choice(lambda: Colour), False),
            ]
        ),
    )
