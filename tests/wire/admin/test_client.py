"""The client itself: its credential and its organization."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import AdminClient, ClientClosed
from tests.wire.every_method import wire
from tests.wire.on_the_wire import all_sent, sent

pytestmark = pytest.mark.asyncio

STATE = {"data": {"requestId": "6664d179-c5e8-4f6a-9f45-8a9f07564400", "status": "IN_PROGRESS"}}


@wire("admin.from_env")
async def test_from_env(httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMERCE_ADMIN_TOKEN", "t0ken")
    monkeypatch.setenv("COMMERCE_ADMIN_ORGANIZATION", "0rg")
    httpx_mock.add_response(json=STATE)
    async with AdminClient.from_env() as admin:
        state = await admin.provisioning.get("6664d179-c5e8-4f6a-9f45-8a9f0756440")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/admin/installations/v2/orgs/0rg/products/status/6664d179-c5e8-4f6a-9f45-8a9f0756440
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert state.status == "IN_PROGRESS"


@wire("admin.from_env")
async def test_from_env_of_a_site_admin_is_basic(
    httpx_mock: HTTPXMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMERCE_TOKEN", "t0ken")
    monkeypatch.setenv("COMMERCE_EMAIL", "admin@acme.example")
    httpx_mock.add_response(json=STATE)
    async with AdminClient.from_env(organization="0rg") as admin:
        state = await admin.provisioning.get("6664d179-c5e8-4f6a-9f45-8a9f0756440")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/admin/installations/v2/orgs/0rg/products/status/6664d179-c5e8-4f6a-9f45-8a9f0756440
accept: application/json
authorization: Basic YWRtaW5AYWNtZS5leGFtcGxlOnQwa2Vu
"""
    )
    assert state.status == "IN_PROGRESS"


@wire("admin.for_organization")
async def test_for_organization(admin: AdminClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=STATE)
    other = admin.for_organization("0ther/org")
    state = await other.provisioning.get("6664d179-c5e8-4f6a-9f45-8a9f0756440")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/admin/installations/v2/orgs/0ther%2Forg/products/status/6664d179-c5e8-4f6a-9f45-8a9f0756440
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert state.status == "IN_PROGRESS"


@wire("admin.with_options")
async def test_with_options_asks_the_same(admin: AdminClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=STATE)
    patient = admin.with_options(deadline=600, attempt_timeout=120)
    state = await patient.provisioning.get("6664d179-c5e8-4f6a-9f45-8a9f0756440")
    assert (
        sent(httpx_mock)
        == """\
GET https://api.atlassian.com/admin/installations/v2/orgs/0rg/products/status/6664d179-c5e8-4f6a-9f45-8a9f0756440
accept: application/json
authorization: Bearer t0ken
"""
    )
    assert state.status == "IN_PROGRESS"


@wire("admin.aclose")
async def test_aclose_ends_the_sending(admin: AdminClient, httpx_mock: HTTPXMock) -> None:
    await admin.aclose()
    with pytest.raises(ClientClosed):
        await admin.provisioning.get("6664d179-c5e8-4f6a-9f45-8a9f0756440")
    assert all_sent(httpx_mock) == []
