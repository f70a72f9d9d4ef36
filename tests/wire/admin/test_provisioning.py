"""Provisioning: where it stands, and how it is followed to its end."""

from __future__ import annotations

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import AdminClient
from tests.support.worlds import VirtualClock
from tests.wire.every_method import wire
from tests.wire.on_the_wire import all_sent, sent

pytestmark = pytest.mark.asyncio

ASKED = """\
GET https://api.atlassian.com/admin/installations/v2/orgs/0rg/products/status/6664d179-c5e8-4f6a-9f45-8a9f0756440
accept: application/json
authorization: Bearer t0ken
"""


def answer(status: str) -> dict[str, dict[str, str]]:
    return {"data": {"requestId": "6664d179-c5e8-4f6a-9f45-8a9f07564400", "status": status}}


@wire("admin.provisioning.get")
async def test_get(admin: AdminClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=answer("IN_PROGRESS"))
    state = await admin.provisioning.get("6664d179-c5e8-4f6a-9f45-8a9f0756440")
    assert sent(httpx_mock) == ASKED
    assert state.status == "IN_PROGRESS"
    assert state.request_id == "6664d179-c5e8-4f6a-9f45-8a9f07564400"


@wire("admin.provisioning.wait")
async def test_wait(admin: AdminClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=answer("IN_PROGRESS"))
    provisioning = await admin.provisioning.wait("6664d179-c5e8-4f6a-9f45-8a9f0756440")
    assert sent(httpx_mock) == ASKED
    assert not provisioning.ended


@wire("admin.provisioning.follow", "admin.Provisioning.refresh")
async def test_follow_asks_when_the_handle_is_asked(
    admin: AdminClient, httpx_mock: HTTPXMock
) -> None:
    provisioning = admin.provisioning.follow("6664d179-c5e8-4f6a-9f45-8a9f0756440")
    assert all_sent(httpx_mock) == []

    httpx_mock.add_response(json=answer("COMPLETED"))
    state = await provisioning.refresh()
    assert sent(httpx_mock) == ASKED
    assert state.status == "COMPLETED"


@wire("admin.Provisioning.result")
async def test_result_looks_until_the_end(httpx_mock: HTTPXMock, clock: VirtualClock) -> None:
    httpx_mock.add_response(json=answer("IN_PROGRESS"))
    httpx_mock.add_response(json=answer("COMPLETED"))
    async with AdminClient(token="t0ken", organization="0rg", clock=clock) as admin:
        provisioning = admin.provisioning.follow("6664d179-c5e8-4f6a-9f45-8a9f0756440")
        state = await provisioning.result(deadline=600, poll_interval=30)
    assert all_sent(httpx_mock) == [ASKED, ASKED]
    assert clock.slept == [30]
    assert state.status == "COMPLETED"


@wire("admin.Provisioning.updates")
async def test_updates(httpx_mock: HTTPXMock, clock: VirtualClock) -> None:
    httpx_mock.add_response(json=answer("IN_PROGRESS"))
    httpx_mock.add_response(json=answer("COMPLETED"))
    async with AdminClient(token="t0ken", organization="0rg", clock=clock) as admin:
        provisioning = admin.provisioning.follow("6664d179-c5e8-4f6a-9f45-8a9f0756440")
        seen = [str(state.status) async for state in provisioning.updates(poll_interval=30)]
    assert all_sent(httpx_mock) == [ASKED, ASKED]
    assert seen == ["IN_PROGRESS", "COMPLETED"]
