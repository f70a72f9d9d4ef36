"""Apps on products: provisioned."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import AdminClient, offering
from tests.wire.every_method import wire
from tests.wire.on_the_wire import sent

pytestmark = pytest.mark.asyncio


@wire("admin.apps.provision")
async def test_provision(admin: AdminClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(
        json={
            "data": {
                "statusUrl": "https://api.atlassian.com/admin/installations/v2/orgs/0rg/products/status/6664d179-c5e8-4f6a-9f45-8a9f0756440"
            }
        }
    )
    provisioning = await admin.apps.provision(
        "ari:cloud:confluence::site/123",
        [offering("39605741-b92f-4763-8229-7bba2d16433c")],
        admin_email="admin@acme.example",
        app_key="com.acme.app",
    )
    assert (
        sent(httpx_mock)
        == """\
POST https://api.atlassian.com/admin/installations/v2/orgs/0rg/products/ari%3Acloud%3Aconfluence%3A%3Asite%2F123/apps
accept: application/json
authorization: Bearer t0ken
content-length: 134
content-type: application/json

{"offerings":[{"id":"39605741-b92f-4763-8229-7bba2d16433c"}],"parameters":{"adminEmail":"admin@acme.example","appKey":"com.acme.app"}}
"""
    )
    assert provisioning.request_id == "6664d179-c5e8-4f6a-9f45-8a9f0756440"
