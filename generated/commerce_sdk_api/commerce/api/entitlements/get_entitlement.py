"""Get an entitlement: `GET /v4/entitlements/{entitlementId}/details`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

from ...models.entitlement import Entitlement

OPERATION = Operation(
    id="get_entitlement",
    method="GET",
    path="/v4/entitlements/{entitlementId}/details",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    error_families=(
        (400, "gateway"),
        (401, "gateway"),
        (403, "platform"),
        (404, "gateway"),
        (429, "platform"),
        (500, "gateway"),
        (502, "platform"),
        (503, "gateway"),
    ),
)


def build(*, entitlement_id: str) -> Request[Entitlement]:
    """An entitlement with its subscription. It takes no account header.

    Args:
        entitlement_id: The entitlement.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of(
            "/v4/entitlements/{entitlementId}/details",
            [("entitlementId", entitlement_id, Text(), True)],
        ),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> Entitlement:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(Entitlement, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.gateway_error import GatewayError
    from ...models.platform_error import PlatformError

    if status in {401, 500, 503}:
        return read_json(GatewayError, content)
    if status in {403, 429, 502}:
        return read_json(PlatformError, content)
    return None
