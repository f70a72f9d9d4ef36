"""Get an offering: `GET /v3/offerings/{id}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

from ...models.offering import Offering

OPERATION = Operation(
    id="get_offering",
    method="GET",
    path="/v3/offerings/{id}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=900, seconds=60, scope="credential"),),
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


def build(*, id: str) -> Request[Offering]:
    """An offering.

    Args:
        id: The offering's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v3/offerings/{id}", [("id", id, Text(), True)]),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> Offering:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(Offering, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.catalog_error import CatalogError
    from ...models.platform_error import PlatformError

    if status in {400, 401, 403, 404, 409, 423}:
        return read_json(CatalogError, content)
    if status in {429, 502, 503}:
        return read_json(PlatformError, content)
    return None
