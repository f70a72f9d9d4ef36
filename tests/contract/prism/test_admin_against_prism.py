"""What is built for each operation of the administration, against Prism, which judges requests by the
document itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from commerce_sdk.document.operation import Request
from commerce_sdk_api.admin import models
from commerce_sdk_api.admin.api.apps import provision_app
from commerce_sdk_api.admin.api.products import list_product_entitlements, provision_products
from commerce_sdk_api.admin.api.provisioning import get_provisioning_status
from commerce_sdk_api.admin.api.workspaces import search_workspaces
from commerce_sdk_api.admin.operations import OPERATIONS
from tests.contract.prism.conftest import Prism

ORGANIZATION = "3f1f3d1e-6c1c-4f0e-9a57-0c2b5c1f7a11"
ARI = "ari:cloud:confluence::site/4745a76c-290c-49d4-aa23-04d5ccb3c52d"
OFFERING = models.ProvisionedOfferingInput(id="39605741-b92f-4763-8229-7bba2d16433c", location="us")


def products(**parameters: str) -> Request[Any]:
    asked = models.ProvisionProductsParametersInput(
        admin_email="admin@example.com", name="acme", **parameters
    )
    body = models.ProvisionProductsInput(offerings=[OFFERING], parameters=asked)
    return provision_products.build(body=body)


def app() -> Request[Any]:
    asked = models.ProvisionAppParametersInput(
        admin_email="admin@example.com", app_key="com.example.timesheets"
    )
    body = models.ProvisionAppInput(offerings=[OFFERING, OFFERING], parameters=asked)
    return provision_app.build(product_ari=ARI, body=body)


def search(**body: Any) -> Request[Any]:
    return search_workspaces.build(body=models.WorkspaceSearchInput(**body))


NAMED = models.WorkspaceQuery(
    field=models.WorkspaceField(name="attributes.name", values=["acme", "acme-2"])
)
SENT = {
    "products on a site": products(),
    "products on a new site": products(timezone="Australia/Sydney"),
    "an app": app(),
    "a status": get_provisioning_status.build(request_id="6664d179-c5e8-4f6a-9f45-8a9f0756440"),
    "entitlements": list_product_entitlements.build(product_ari=ARI),
    "all workspaces": search(),
    "those of a name": search(query=NAMED, limit=20),
    "the next page": search(cursor="eyJsaW1pdCI6MjB9"),
    "queries in queries": search(
        query=models.WorkspaceQuery(
            and_=[
                NAMED,
                models.WorkspaceQuery(and_=[NAMED, models.WorkspaceQuery(features=["a"])]),
                models.WorkspaceQuery(search_workspaces="acme", value="acme"),
                models.WorkspaceQuery(policies=["b"]),
            ]
        ),
        sort=[
            models.WorkspaceSort(field="attributes.name.raw", order="desc"),
            models.WorkspaceSort(field="attributes.status"),
        ],
    ),
}


def test_every_operation_is_among_them() -> None:
    assert {request.operation.id for request in SENT.values()} == OPERATIONS.keys()


@pytest.mark.parametrize("credential", ["Bearer a-token", "Basic dXNlcjp3b3Jk"])
@pytest.mark.parametrize("name", SENT)
def test_what_is_built_is_what_the_document_allows(
    name: str, credential: str, prism_of: Callable[[str], Prism]
) -> None:
    request = SENT[name]
    headers = {"Authorization": credential}
    headers |= {"Content-Type": request.content_type} if request.body is not None else {}

    answer = httpx.request(
        request.operation.method,
        prism_of("admin").url + request.path.replace("{orgId}", ORGANIZATION),
        content=request.body,
        headers=headers,
    )

    assert answer.status_code in request.operation.answers, answer.text
    assert "sl-violations" not in answer.headers, answer.headers["sl-violations"]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/v2/orgs/o/workspaces", {"query": {}}),
        ("/v2/orgs/o/workspaces", {"query": {"and": []}}),
        ("/v2/orgs/o/workspaces", {"query": {"field": {"name": "attributes.name"}}}),
        ("/installations/v2/orgs/o/products", {"offerings": [], "parameters": {}}),
    ],
)
def test_what_the_document_forbids_is_refused(
    path: str, body: Any, prism_of: Callable[[str], Prism]
) -> None:
    """Prism does not look into a query of a query; `tests/openapi/test_samples.py` does."""
    headers = {"Authorization": "Bearer a-token"}
    answer = httpx.post(prism_of("admin").url + path, json=body, headers=headers)

    assert answer.status_code in (400, 422), answer.text
