"""Provision products: `POST /installations/v2/orgs/{orgId}/products`.

Generated from openapi/admin.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.provision_products_input import ProvisionProductsInput
from ...models.provisioning_answer import ProvisioningAnswer

OPERATION: Operation = Operation(
    id="provision_products",
    method="POST",
    path="/installations/v2/orgs/{orgId}/products",
    answers={200: ProvisioningAnswer},
    retry=RetryRule(kind="never"),
    rate_limits=(),
    completed_within=600,
    tenants=(
        Tenant(
            name="organization",
            place="path",
            wire="orgId",
            required=True,
            kind=Bounded(Text(), (Length(least=1),)),
        ),
    ),
    errors={"admin": (400, 401, 403, 404, 409, 429, "default")},
)


def build(*, body: ProvisionProductsInput) -> Request[ProvisioningAnswer]:
    """Begins to provision products, on a new site or on one that the organization has. Without an
    order that names the request in its metadata (`provisionRequestId`) in time, it times out.
    Whether a second request does it twice is not published, nor is a way to find a request
    whose answer was lost. The status of its success is not published either.

    Args:
        body: Which products, and where.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, ProvisionProductsInput),
        path=path_of("/installations/v2/orgs/{orgId}/products", []),
    )
