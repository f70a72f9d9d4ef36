"""Get what to call an entitlement: `GET /v1/entitlements/{entitlementId}/display-info`.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from commerce_sdk.model import Model, read_json, read_json_list
from commerce_sdk.operation import Operation, RateLimit, Request, RetryRule, Tenant
from commerce_sdk.request_parts import path_of
from commerce_sdk.wire import Text

from ...models.entitlement_display_info import EntitlementDisplayInfo

OPERATION = Operation(
    id="get_entitlement_display_info",
    method="GET",
    path="/v1/entitlements/{entitlementId}/display-info",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(
        Tenant(
            name="transaction",
            place="header",
            wire="X-transaction-account",
            required=False,
            kind=Text(),
        ),
    ),
    error_families=(
        (207, "entitlements"),
        (400, "entitlements"),
        (401, "entitlements"),
        (403, "platform"),
        (404, "entitlements"),
        (405, "entitlements"),
        (409, "entitlements"),
        (415, "entitlements"),
        (429, "platform"),
        (500, "entitlements"),
        (502, "platform"),
        (503, "platform"),
    ),
)


def build(*, entitlement_id: str) -> Request[EntitlementDisplayInfo]:
    """The name of what was set up for an entitlement.

    Args:
        entitlement_id: The entitlement.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of(
            "/v1/entitlements/{entitlementId}/display-info",
            [("entitlementId", entitlement_id, Text(), True)],
        ),
        parse=parse,
        parse_error=parse_error,
    )


def parse(status: int, content: bytes) -> EntitlementDisplayInfo:
    """Read the answer of any 2xx. Raises `DecodeError`."""
    return read_json(EntitlementDisplayInfo, content)


def parse_error(status: int, content: bytes) -> Model | Sequence[Model] | None:
    """Read an error answer; None where the document names no shape. Raises `DecodeError`."""
    from ...models.entitlement_error import EntitlementError
    from ...models.platform_error import PlatformError

    if status in {207}:
        return read_json_list(EntitlementError, content)
    if status in {400, 401, 404, 405, 409, 415, 500}:
        return read_json(EntitlementError, content)
    if status in {403, 429, 502, 503}:
        return read_json(PlatformError, content)
    return None
