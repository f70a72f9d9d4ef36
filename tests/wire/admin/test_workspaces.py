"""Workspaces: a search is a POST, and its cursor goes in the body, alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytest_httpx import HTTPXMock

from commerce_sdk import AdminClient
from commerce_sdk_api.admin.models import WorkspaceQuery, WorkspaceSort
from tests.wire.every_method import wire
from tests.wire.on_the_wire import all_sent, sent

pytestmark = pytest.mark.asyncio

WORKSPACE = {
    "id": "ari:cloud:jira-software::site/4745a76c-290c-49d4-aa23-04d5ccb3c52d",
    "type": "Jira Software",
    "links": {
        "self": "https://api.atlassian.com/admin/v1/workspaces/ari%3Acloud%3Ajira-software%3A%3Asite%2F4745a76c-290c-49d4-aa23-04d5ccb3c52d"
    },
    "attributes": {
        "name": "acme",
        "typeKey": "jira-software",
        "type": "Jira Software",
        "icons": {},
        "avatars": {},
        "labels": ["sandbox"],
        "status": "online",
        "statusDetails": [],
        "sandbox": {"type": "NONE", "parentId": None},
        "createdAt": "2024-07-19T19:45:38.715Z",
        "hostUrl": "https://acme.atlassian.net",
        "realm": "us",
        "regions": ["us-east-1", "us-west-2"],
    },
}
CURSOR = "eyJxdWVyeSI6eyJwcmltaXRgdhrtherthdfhdfghyY2hEaXJlY3Rpb24iOm51bGwsImxpbWl0IjoyMH0="
FIRST_ASKED = """\
POST https://api.atlassian.com/admin/v2/orgs/0rg/workspaces
accept: application/json
authorization: Bearer t0ken
content-length: 11
content-type: application/json

{"limit":1}
"""
SECOND_ASKED = """\
POST https://api.atlassian.com/admin/v2/orgs/0rg/workspaces
accept: application/json
authorization: Bearer t0ken
content-length: 94
content-type: application/json

{"cursor":"eyJxdWVyeSI6eyJwcmltaXRgdhrtherthdfhdfghyY2hEaXJlY3Rpb24iOm51bGwsImxpbWl0IjoyMH0="}
"""


def page(following: str | None) -> dict[str, object]:
    return {
        "data": [WORKSPACE],
        "links": {"self": "c2VsZg==", "next": following, "prev": None},
        "meta": {"attributes": None, "pageSize": 1, "startIndex": 1, "endIndex": 1, "total": 2},
    }


@wire("admin.workspaces.search")
async def test_search_by_name(admin: AdminClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(None))
    found = await admin.workspaces.search(name="acme").collect()
    assert (
        sent(httpx_mock)
        == """\
POST https://api.atlassian.com/admin/v2/orgs/0rg/workspaces
accept: application/json
authorization: Bearer t0ken
content-length: 64
content-type: application/json

{"query":{"field":{"name":"attributes.name","values":["acme"]}}}
"""
    )
    assert found[0].attributes
    assert found[0].attributes.created_at == datetime(2024, 7, 19, 19, 45, 38, 715000, tzinfo=UTC)


@wire("admin.workspaces.search")
async def test_search_by_all_that_can_be_said(admin: AdminClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(None))
    searched = admin.workspaces.search(
        name="acme",
        query=WorkspaceQuery(features=["sandbox"]),
        sort=["attributes.name.raw", WorkspaceSort(field="attributes.createdAt", order="desc")],
        page_size=20,
    )
    assert [workspace.type async for workspace in searched] == ["Jira Software"]
    assert (
        sent(httpx_mock)
        == """\
POST https://api.atlassian.com/admin/v2/orgs/0rg/workspaces
accept: application/json
authorization: Bearer t0ken
content-length: 199
content-type: application/json

{"query":{"and":[{"field":{"name":"attributes.name","values":["acme"]}},{"features":["sandbox"]}]},"limit":20,"sort":[{"field":"attributes.name.raw"},{"field":"attributes.createdAt","order":"desc"}]}
"""
    )


@wire("admin.Paginator.collect")
async def test_the_cursor_is_sent_alone(admin: AdminClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(CURSOR))
    httpx_mock.add_response(json=page(None))
    found = await admin.workspaces.search(page_size=1).collect()
    assert all_sent(httpx_mock) == [FIRST_ASKED, SECOND_ASKED]
    assert len(found) == 2


@wire("admin.Paginator.first")
async def test_first_asks_for_one_page(admin: AdminClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(CURSOR))
    workspace = await admin.workspaces.search(page_size=1).first()
    assert sent(httpx_mock) == FIRST_ASKED
    assert workspace is not None
    assert workspace.id == "ari:cloud:jira-software::site/4745a76c-290c-49d4-aa23-04d5ccb3c52d"


@wire("admin.Paginator.pages")
async def test_pages_go_on_from_a_cursor(admin: AdminClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(None))
    searched = admin.workspaces.search(page_size=1)
    assert [each.is_last async for each in searched.pages(after=CURSOR)] == [True]
    assert sent(httpx_mock) == SECOND_ASKED


@wire("admin.Paginator.prefetch")
async def test_prefetch(admin: AdminClient, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(json=page(CURSOR))
    httpx_mock.add_response(json=page(None))
    async with admin.workspaces.search(page_size=1).prefetch() as pages:
        cursors = [each.next_cursor async for each in pages]
    assert all_sent(httpx_mock) == [FIRST_ASKED, SECOND_ASKED]
    assert cursors == [CURSOR, None]
