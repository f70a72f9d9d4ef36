"""List API credentials: `GET /api_credentials`.

Generated from openapi/commerce_layer.yaml; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import UNSET, UnsetType

from commerce_sdk.document.bounds import Bounded, Range
from commerce_sdk.document.container_kinds import ListOf, MapOf
from commerce_sdk.document.json_api.answers import ListOf as ResourceListOf
from commerce_sdk.document.json_api.answers import ResourceList
from commerce_sdk.document.kinds import Const, Integer, Text
from commerce_sdk.document.operation import Operation, Pagination, RateLimit, Request, RetryRule
from commerce_sdk.document.parameters import Joined, headers_of, path_of, query_of

from ...models.api_credential import ApiCredential

OPERATION: Operation = Operation(
    id="list_api_credentials",
    method="GET",
    path="/api_credentials",
    answers={200: ResourceListOf(lambda: ApiCredential)},
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=60, scope="address", bucket="reads", tier="lower"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="reads", tier="higher"),
        RateLimit(
            limit=50, seconds=10, scope="address", bucket="api_credentials-reads", tier="lower"
        ),
        RateLimit(
            limit=250, seconds=10, scope="address", bucket="api_credentials-reads", tier="higher"
        ),
    ),
    pagination=(
        Pagination(
            strategy="page",
            cursor="page[number]",
            items=("data",),
            item_id=("id",),
            ends_by="pages",
            end=("meta", "page_count"),
            kind=Bounded(Integer(64), (Range(least=1),)),
        ),
        Pagination(
            strategy="id",
            cursor="filter[q][id_gt]",
            items=("data",),
            next=("id",),
            ends_by="pages",
            end=("meta", "page_count"),
        ),
    ),
    shown=("page[number]", "page[size]"),
    delimited=("include", "sort"),
    errors={"json-api": ("4XX", "5XX")},
)


def build(
    *,
    accept_version: Literal["v1"] = "v1",
    page_number: int | None | UnsetType = UNSET,
    page_size: int | None | UnsetType = UNSET,
    include: Sequence[str] | None | UnsetType = UNSET,
    fields: Mapping[str, str] | None | UnsetType = UNSET,
    sort: Sequence[str] | None | UnsetType = UNSET,
    filters: Mapping[str, str] | None | UnsetType = UNSET,
    after_id: str | None | UnsetType = UNSET,
) -> Request[ResourceList[ApiCredential]]:
    """API credentials that the credential may see, page by page.

    Args:
        page_number: The number of the page, from 1 on. Left out, the platform takes 1.
        page_size: Resources to a page. Left out, the platform takes 10.
        include: Relationships whose resources come along, `a.b` for those of what comes along.
        fields: By type, the only attributes and relationships that come, with a comma between
            them. What is included has to be among them.
        sort: Attributes to sort by, with a minus for the greatest first.
        filters: Conditions that have to hold together, each an attribute with a matcher
            (`name_eq`). Several attributes are joined by `_or_`; those of a relationship
            begin with its name.
        after_id: The id after which a list that is sorted by `id` goes on. Whether every resource
            takes it is not published.
        accept_version: The version of the API, of which there is one so far. It need not be sent, and
            is, so that no other comes by itself.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/api_credentials", []),
        query=query_of(
            [
                ("page[number]", page_number, Bounded(Integer(64), (Range(least=1),)), False),
                ("page[size]", page_size, Bounded(Integer(64), (Range(least=1, most=25),)), False),
                ("include", include, Joined(ListOf(Text()), ","), False),
                ("fields", fields, MapOf(Text()), False),
                ("sort", sort, Joined(ListOf(Text()), ","), False),
                ("filter[q]", filters, MapOf(Text()), False),
                ("filter[q][id_gt]", after_id, Text(), False),
            ]
        ),
        headers=headers_of([("Accept-Version", accept_version, Const("v1"), True)]),
        accept="application/vnd.api+json",
    )
