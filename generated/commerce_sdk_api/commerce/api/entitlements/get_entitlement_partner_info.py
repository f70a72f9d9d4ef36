"""Get what a partner sees of an entitlement: `GET /v1/entitlements/{entitlementId}/partner-acquisition-info`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

from ...models.entitlement_partner_info import EntitlementPartnerInfo

OPERATION = Operation(
    id="get_entitlement_partner_info",
    method="GET",
    path="/v1/entitlements/{entitlementId}/partner-acquisition-info",
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


def build(*, entitlement_id: str) -> Request[EntitlementPartnerInfo]:
    """An entitlement in short, for partners. It takes no account header.

    Args:
        entitlement_id: The entitlement.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of(
            "/v1/entitlements/{entitlementId}/partner-acquisition-info",
            [("entitlementId", entitlement_id, Text(), True)],
        ),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> EntitlementPartnerInfo:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(EntitlementPartnerInfo, content)


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.gateway_error import GatewayError
    from ...models.platform_error import PlatformError

    if status in {400, 401, 404, 500, 503}:
        return read_json(GatewayError, content)
    if status in {403, 429, 502}:
        return read_json(PlatformError, content)
    return None
