"""List news: `GET /v1/shops/{shopId}/news`.

Generated from shop.yaml; not edited by hand.
"""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, Pagination, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_parts import path_of, query_of
from commerce_sdk.wire import Text

from ...models.good_slice import GoodSlice

OPERATION = Operation(
    id="list_news",
    method="GET",
    path="/v1/shops/{shopId}/news",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=200, seconds=10, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=60, scope="address", bucket="all"),
        RateLimit(limit=1000, seconds=1, scope="credential"),
    ),
    pagination=(Pagination(strategy="link", items=("rows",), next=("links", "next")),),
    tenants=(
        Tenant(name="shop", place="path", wire="shopId", required=True, kind=Text()),
        Tenant(name="clerk", place="query", wire="clerk", required=False, kind=Text()),
    ),
    error_families=(),
)


def build(*, about: str | None | UnsetType = UNSET) -> Request[GoodSlice]:
    """The news of a shop, each page of which names the address of the next.

    Args:
        about: A word in them.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v1/shops/{shopId}/news", []),
        query=query_of([("about", about, Text(), False)]),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> GoodSlice:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(GoodSlice, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""

    return None
