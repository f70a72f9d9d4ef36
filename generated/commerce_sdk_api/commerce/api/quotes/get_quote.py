"""Get a quote: `GET /v2/quotes/{id}`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

from ...models.quote import Quote

OPERATION = Operation(
    id="get_quote",
    method="GET",
    path="/v2/quotes/{id}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="transaction",
            place="header",
            wire="X-transaction-account",
            required=True,
            kind=Text(),
        ),
    ),
    error_families=(
        (400, "quotes"),
        (401, "platform"),
        (403, "quotes"),
        (404, "quotes"),
        (409, "quotes"),
        (429, "quotes"),
        (500, "quotes"),
        (502, "platform"),
        (503, "platform"),
        (504, "quotes"),
    ),
)


def build(*, id: str) -> Request[Quote]:
    """A quote with its lines and what would be billed. Amounts are in minor units.

    Args:
        id: The quote's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v2/quotes/{id}", [("id", id, Text(), True)]),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> Quote:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(Quote, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.platform_error import PlatformError
    from ...models.quote_error import QuoteError

    if status in {401, 502, 503}:
        return read_json(PlatformError, content)
    if status in {400, 403, 404, 409, 429, 500, 504}:
        return read_json(QuoteError, content)
    return None
