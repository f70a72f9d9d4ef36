"""Get what a partner sees of an entitlement: `GET /v1/entitlements/{entitlementId}/partner-acquisition-info`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.errors import DecodeError
from commerce_sdk.model import Model, read_json
from commerce_sdk.operation import Request
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

from ...models.entitlement_partner_info import EntitlementPartnerInfo
from ...models.gateway_error import GatewayError
from ...models.platform_error import PlatformError
from ...operations import GET_ENTITLEMENT_PARTNER_INFO

OPERATION = GET_ENTITLEMENT_PARTNER_INFO

_ERRORS: dict[int, type[Model]] = {
    400: GatewayError,
    401: GatewayError,
    403: PlatformError,
    404: GatewayError,
    429: PlatformError,
    500: GatewayError,
    502: PlatformError,
    503: GatewayError,
}


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
    """Read a success answer. Raises `DecodeError`."""
    if status == 200:
        return read_json(EntitlementPartnerInfo, content)
    raise DecodeError(f"status {status} is none that the document names as a success")


def parse_error(status: int, content: bytes) -> Model | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    model = _ERRORS.get(status)
    return None if model is None else read_json(model, content)
