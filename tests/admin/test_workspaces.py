"""Searching workspaces, and what a product runs on."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from commerce_sdk import InvalidRequest, NotFound
from commerce_sdk.admin.models import SortOrder, WorkspaceField, WorkspaceQuery, WorkspaceSort
from tests.admin.front import ARI, ORGANIZATION, Front, client, cut_before, refusal
from tests.conftest import DATA

pytestmark = pytest.mark.anyio

ONLINE = WorkspaceQuery(field=WorkspaceField(name="attributes.status", values=["online"]))
NAMED = {"field": {"name": "attributes.name", "values": ["acme"]}}


async def searched(front: Front, **keywords: Any) -> dict[str, Any]:
    """The body of the first request of a search."""
    async with client(front) as admin:
        await admin.workspaces.search(**keywords).first()
    body: dict[str, Any] = json.loads(front.requests[0].content)
    return body


@pytest.mark.parametrize(
    ("keywords", "body"),
    [
        ({}, {}),
        ({"name": "acme"}, {"query": NAMED}),
        # A name is a part of an address.
        (
            {"name": "Acme"},
            {"query": {"field": {"name": "attributes.name", "values": ["Acme", "acme"]}}},
        ),
        ({"query": WorkspaceQuery(search_workspaces="ac")}, {"query": {"searchWorkspaces": "ac"}}),
        (
            {"name": "acme", "query": ONLINE},
            {
                "query": {
                    "and": [NAMED, {"field": {"name": "attributes.status", "values": ["online"]}}]
                }
            },
        ),
        ({"page_size": 50}, {"limit": 50}),
        ({"sort": "attributes.name.raw"}, {"sort": [{"field": "attributes.name.raw"}]}),
        (
            {
                "sort": [
                    "attributes.type",
                    WorkspaceSort(field="attributes.name", order=SortOrder.DESC),
                ]
            },
            {"sort": [{"field": "attributes.type"}, {"field": "attributes.name", "order": "desc"}]},
        ),
        (
            {"sort": WorkspaceSort(field="attributes.name")},
            {"sort": [{"field": "attributes.name"}]},
        ),
    ],
)
async def test_a_search_says_what_was_asked_for(
    front: Front, keywords: dict[str, Any], body: dict[str, Any]
) -> None:
    assert await searched(front, **keywords) == body


async def test_a_search_by_name_is_the_one_that_the_platform_shows(front: Front) -> None:
    shown = json.loads((DATA / "samples" / "admin-workspaces-request.json").read_text())
    assert await searched(front, name="acme") == shown
    assert front.requests[0].url.path == f"/admin/v2/orgs/{ORGANIZATION}/workspaces"


async def test_a_cursor_goes_out_alone(front: Front) -> None:
    front.pages = [["a", "b"], ["c"], ["d"]]
    async with client(front) as admin:
        found = await admin.workspaces.search(name="acme", sort="x", page_size=2).collect()
    assert [each.id for each in found] == ["a", "b", "c", "d"]
    assert [json.loads(request.content) for request in front.requests[1:]] == [
        {"cursor": "1"},
        {"cursor": "2"},
    ]


async def test_a_search_goes_on_from_a_cursor(front: Front) -> None:
    front.pages = [["a"], ["b"]]
    async with client(front) as admin:
        pages = [page async for page in admin.workspaces.search(name="acme").pages(after="1")]
    assert [each.id for page in pages for each in page.items] == ["b"]
    assert json.loads(front.requests[0].content) == {"cursor": "1"}


async def test_one_that_comes_twice_is_passed_on_once(front: Front) -> None:
    front.pages = [["a", "b"], ["b", "c"]]
    async with client(front) as admin:
        found = await admin.workspaces.search(unique=True).collect()
        all_of_them = await admin.workspaces.search().collect()
    assert [each.id for each in found] == ["a", "b", "c"]
    assert len(all_of_them) == 4


async def test_a_search_changes_nothing_and_is_repeated(front: Front) -> None:
    front.faults["workspaces"] += [cut_before, refusal(503), refusal(429)]
    async with client(front) as admin:
        (found,) = await admin.workspaces.search(name="acme").collect()
    assert found.id == ARI
    assert front.asked["workspaces"] == 4


@pytest.mark.parametrize(
    ("keywords", "path"),
    [
        ({"name": 5}, "name"),
        ({"name": 5, "query": ONLINE}, "name"),
        ({"query": "acme"}, "query"),
        ({"query": WorkspaceQuery()}, "query"),
        ({"query": WorkspaceQuery(features=[])}, "query.features"),
        ({"sort": 5}, "sort"),
        ({"sort": ""}, "sort[0].field"),
        ({"sort": [5]}, "sort[0]"),
        ({"page_size": 0}, "page_size"),
        ({"unique": 1}, "unique"),
        ({"deadline": 0}, "deadline"),
        ({"nane": "acme"}, "nane"),
    ],
)
async def test_what_cannot_be_searched_for_is_refused_by_its_keyword(
    front: Front, keywords: dict[str, Any], path: str
) -> None:
    async with client(front) as admin:
        with pytest.raises(InvalidRequest) as caught:
            admin.workspaces.search(**keywords)
    assert caught.value.path == path


async def test_a_workspace_reads_as_the_platform_shows_it(front: Front) -> None:
    shown = (DATA / "samples" / "admin-workspaces-response.partial.json").read_text()
    document = {**json.loads(shown), "links": {"next": None}}
    front.faults["workspaces"].append(lambda front, request: httpx.Response(200, json=document))
    async with client(front) as admin:
        (found,) = await admin.workspaces.search(name="acme").collect()
    assert found.id == "ari:cloud:jira-software::site/4745a76c-290c-49d4-aa23-04d5ccb3c52d"
    attributes, relationships = found.attributes, found.relationships
    assert attributes is not None
    assert (attributes.name, attributes.type_key, attributes.status) == (
        "acme",
        "jira-software",
        "online",
    )
    assert attributes.sandbox is not None
    assert attributes.sandbox.type == "NONE"
    assert relationships is not None
    assert relationships.entitlement is not None
    assert relationships.entitlement[0].id == "f5050916-617d-49d5-9aa8-382185a0c0b3"


# --- what a product runs on


async def test_the_entitlements_of_a_product(front: Front) -> None:
    shown = (DATA / "samples" / "admin-product-entitlements-response.json").read_text()
    front.faults["entitlements"].append(lambda front, request: httpx.Response(200, text=shown))
    async with client(front) as admin:
        found = await admin.products.entitlements(ARI)
    assert found.entitlements is not None
    (entitlement,) = found.entitlements
    assert entitlement.entitlement_id == "edf3f6c3-22a3-3f34-a21f-8c6395ac0074"
    assert (entitlement.provisioning_status, entitlement.can_reactivate) == ("ACTIVE", False)
    assert found.metadata is not None
    assert found.metadata.jira_family_container == "c69b31ea-ed4b-37d0-91c3-583a40c8fd9c"
    asked = front.requests[0].url.raw_path.decode()
    assert "/products/ari%3Acloud%3Aconfluence%3A%3Asite%2F4745a76c" in asked
    assert asked.endswith("/entitlements")


async def test_a_product_that_is_not_there(front: Front) -> None:
    front.faults["entitlements"].append(refusal(404, title="Not found", detail="No such product."))
    async with client(front) as admin:
        with pytest.raises(NotFound, match=r"Not found: No such product\. \[ADMIN-404-1\]"):
            await admin.products.entitlements(ARI)
