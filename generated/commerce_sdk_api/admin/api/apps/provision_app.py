"""Provision an app: `POST /installations/v2/orgs/{orgId}/products/{productAri}/apps`.

Generated from openapi/admin.yaml; not edited by hand.
"""

from __future__ import annotations

from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.kinds import Text
from commerce_sdk.document.operation import Operation, Request, RetryRule, Tenant
from commerce_sdk.document.parameters import path_of
from commerce_sdk.document.request_model import content_of

from ...models.provision_app_input import ProvisionAppInput
from ...models.provisioning_answer import ProvisioningAnswer

OPERATION: Operation = Operation(
    id="provision_app",
    method="POST",
    path="/installations/v2/orgs/{orgId}/products/{productAri}/apps",
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


def build(*, product_ari: str, body: ProvisionAppInput) -> Request[ProvisioningAnswer]:
    """Begins to provision an app on a product. To ask for it is to accept its vendor's terms of
    use. Without an order that names the request in its metadata (`provisionRequestId`) in time,
    it times out. What is not known of the provisioning of products is not known here.

    Args:
        product_ari: The resource name (ARI) of the product on a site, one percent-encoded segment of
            the path.
        body: Which app.

    Raises:
        InvalidRequest: a value that the document forbids, with its path.
    """
    return Request(
        operation=OPERATION,
        body=content_of(body, ProvisionAppInput),
        path=path_of(
            "/installations/v2/orgs/{orgId}/products/{productAri}/apps",
            [("productAri", product_ari, Bounded(Text(), (Length(least=1),)), True)],
        ),
    )
