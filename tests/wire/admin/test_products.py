"""Products of an organization: provisioned, and what they run on."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import AdminClient, offering
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio

BEGUN = {
    "data": {
        "statusUrl": "https://api.atlassian.com/admin/installations/v2/orgs/0rg/products/status/6664d179-c5e8-4f6a-9f45-8a9f0756440"
    }
}


@wire("admin.products.provision")
async def test_provision_on_a_new_site(admin: AdminClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=BEGUN)
    provisioning = await admin.products.provision(
        [offering("39605741-b92f-4763-8229-7bba2d16433c", location="us")],
        site="acme-2",
        admin_email="admin@acme.example",
        timezone="Australia/Sydney",
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://api.atlassian.com/admin/installations/v2/orgs/0rg/products
accept: application/json
authorization: Bearer t0ken
content-length: 172
content-type: application/json

{"offerings":[{"id":"39605741-b92f-4763-8229-7bba2d16433c","location":"us"}],"parameters":{"adminEmail":"admin@acme.example","name":"acme-2","timezone":"Australia/Sydney"}}
"""
    )
    assert provisioning.request_id == "6664d179-c5e8-4f6a-9f45-8a9f0756440"


@wire("admin.products.provision")
async def test_provision_on_an_existing_site(admin: AdminClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(status_code=202, json=BEGUN)
    provisioning = await admin.products.provision(
        [
            offering("39605741-b92f-4763-8229-7bba2d16433c", location="us"),
            offering("799958b5-36bb-4a3d-9289-9fd2986352a7"),
        ],
        site="acme",
        admin_email="admin@acme.example",
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://api.atlassian.com/admin/installations/v2/orgs/0rg/products
accept: application/json
authorization: Bearer t0ken
content-length: 186
content-type: application/json

{"offerings":[{"id":"39605741-b92f-4763-8229-7bba2d16433c","location":"us"},{"id":"799958b5-36bb-4a3d-9289-9fd2986352a7"}],"parameters":{"adminEmail":"admin@acme.example","name":"acme"}}
"""
    )
    assert provisioning.status_url == BEGUN["data"]["statusUrl"]


@wire("admin.products.entitlements")
async def test_entitlements(admin: AdminClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        json={
            "resource_ari": "ari:cloud:platform::site/c9c33dfb-7cc6-42dc-8243-4abe82128f16",
            "entitlements": [
                {
                    "entitlement_id": "edf3f6c3-22a3-3f34-a21f-8c6395ac0074",
                    "provisioning_status": "ACTIVE",
                    "suspension_reasons": [],
                    "can_reactivate": False,
                }
            ],
            "metadata": {"jira_family_container": "c69b31ea-ed4b-37d0-91c3-583a40c8fd9c"},
        }
    )
    product = await admin.products.entitlements(
        "ari:cloud:platform::site/c9c33dfb-7cc6-42dc-8243-4abe82128f16"
    )
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/admin/installations/v2/orgs/0rg/products/ari%3Acloud%3Aplatform%3A%3Asite%2Fc9c33dfb-7cc6-42dc-8243-4abe82128f16/entitlements
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert product.metadata
    assert product.metadata.jira_family_container == "c69b31ea-ed4b-37d0-91c3-583a40c8fd9c"
    assert [each.can_reactivate for each in product.entitlements or ()] == [False]
