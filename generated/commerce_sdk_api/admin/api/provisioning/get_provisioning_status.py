"""Get the status of a provisioning: `GET /installations/v2/orgs/{orgId}/products/status/{provisioningRequestId}`.

Generated from openapi/admin.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of

from ...models.provisioning_status_answer import ProvisioningStatusAnswer

OPERATION: Operation = Operation(
    id="get_provisioning_status",
    method="GET",
    path="/installations/v2/orgs/{orgId}/products/status/{provisioningRequestId}",
    answers={200: ProvisioningStatusAnswer},
    retry=RetryRule(kind="safe"),
    rate_limits=(),
    tenants=(
        Tenant(
            name="organization",
            place="path",
            wire="orgId",
            required=True,
            kind=Bounded(Text(), (Length(least=1),)),
        ),
    ),
    errors={"admin": (401, 403, 404, 429, "default")},
)


def build(*, request_id: str) -> Request[ProvisioningStatusAnswer]:
    """Where the provisioning of products or of an app stands.

    Args:
        request_id: The id of the provisioning, the last segment of the address that it was answered
            with. A sample has a UUID that lacks a digit, so no format is checked.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        path=path_of(
            "/installations/v2/orgs/{orgId}/products/status/{provisioningRequestId}",
            [("provisioningRequestId", request_id, Bounded(Text(), (Length(least=1),)), True)],
        ),
    )
