"""Download a quote: `GET /v3/quotes/{id}/download`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_file, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

OPERATION = Operation(
    id="download_quote",
    method="GET",
    path="/v3/quotes/{id}/download",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="transaction",
            place="query",
            wire="transactionAccountId",
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


def build(*, id: str) -> Request[bytes]:
    """The quote as a PDF file.

    Args:
        id: The quote's id.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of("/v3/quotes/{id}/download", [("id", id, Text(), True)]),
        parse=parse,
        parse_error=parse_error,
        accept="application/pdf, application/json",
    )


def parse(status: int, content: bytes) -> bytes:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_file(content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.platform_error import PlatformError
    from ...models.quote_error import QuoteError

    if status in {401, 502, 503}:
        return read_json(PlatformError, content)
    if status in {400, 403, 404, 409, 429, 500, 504}:
        return read_json(QuoteError, content)
    return None
