"""The sites that are there from the beginning, and how workspaces are searched for."""

from __future__ import annotations

from typing import Any

import pytest

from commerce_sdk.sandbox import ACCOUNTS, SITES, Site
from tests.sandbox.admin.beside import CONFLUENCE, Here, beside, sample

pytestmark = pytest.mark.anyio
NAMES = ["acme", "wiki", "twins", "twins", "globex", "globex", "globex"]


def field(name: str, *values: str) -> dict[str, Any]:
    return {"field": {"name": name, "values": list(values)}}


async def found(here: Here, **body: Any) -> list[str]:
    """The names of the sites whose workspaces a search finds."""
    answer = await here.search(body)
    assert answer.status_code == 200, answer.text
    return [each["attributes"]["name"] for each in answer.json()["data"]]


# --- the first sites


async def test_a_workspace_has_what_the_published_one_has() -> None:
    published = sample("admin-workspaces-response.partial")
    async with beside() as here:
        answer = (await here.search(sample("admin-workspaces-request"))).json()
    (workspace,), (of_sample,) = answer["data"], published["data"]
    for part in ("attributes", "links"):
        assert of_sample[part].keys() <= workspace[part].keys()
    ours, theirs = (each["relationships"]["entitlement"][0] for each in (workspace, of_sample))
    assert (ours.keys(), ours["attributes"]) == (theirs.keys(), theirs["attributes"])
    for name in ("name", "typeKey", "type", "hostUrl", "status", "sandbox", "realm", "regions"):
        assert workspace["attributes"][name] == of_sample["attributes"][name]
    assert answer["meta"] == {**published["meta"], "endIndex": 1, "total": 1}
    assert answer["links"].keys() == published["links"].keys()
    for each, kept in ((workspace, of_sample), (ours, theirs)):
        # Its own address has the resource name as one segment.
        segments = [link["links"]["self"].count("/") for link in (each, kept)]
        assert segments[0] == segments[1]


async def test_a_site_with_jira_leads_to_its_container_and_its_billing_anchor() -> None:
    async with beside() as here:
        (jira,) = await here.named("acme")
        entitlement = jira["relationships"]["entitlement"][0]["id"]
        details = await here.details(entitlement)
        listed = (await here.entitlements(jira["id"])).json()
        container = await here.details(listed["metadata"]["jira_family_container"])
    relations = {
        each["relationshipType"]: each["entitlementId"]
        for each in details["relatesFromEntitlements"]
    }
    assert relations.keys() == {"ENTERPRISE", "FAMILY_CONTAINER"}
    assert relations["FAMILY_CONTAINER"] == container["entitlementId"]
    assert [each["entitlement_id"] for each in listed["entitlements"]] == [entitlement]
    assert details["transactionAccountId"] == ACCOUNTS[0]
    period = details["subscriptionv2"]["billingPeriodDetails"]
    assert period["billingAnchorTimestamp"] < here.clock.time() * 1000
    assert period["nextBillingTimestamp"] > here.clock.time() * 1000


async def test_what_was_sold_before_is_in_no_list_of_orders() -> None:
    async with beside() as here:
        headers = {"X-transaction-account": ACCOUNTS[0]}
        orders = await here.client.get("/commerce/api/v2/orders", headers=headers)
        entitlements = await here.client.get("/commerce/api/v1/entitlements", headers=headers)
        state = (await here.client.get("/_sandbox/state")).json()
    assert orders.json()["data"] == []
    assert (state["orders"], state["receipts"]) == ({}, [])
    # Each Jira has a container.
    assert len(entitlements.json()["data"]) == 13


async def test_a_site_without_jira_has_no_container() -> None:
    async with beside() as here:
        (wiki,) = await here.named("wiki")
        listed = (await here.entitlements(wiki["id"])).json()
    assert listed["metadata"] == {"jira_family_container": None}


async def test_of_one_name_there_are_right_ones_and_others() -> None:
    async with beside() as here:
        assert await here.named("bare") == []
        twins = await here.named("twins")
        right, offline, child = await here.named("globex")
    assert {each["attributes"]["typeKey"] for each in twins} == {"jira-software"}
    assert len({each["id"] for each in twins}) == 2
    assert (right["attributes"]["status"], offline["attributes"]["status"]) == ("online", "offline")
    assert child["attributes"]["sandbox"] == {"type": "CHILD", "parentId": right["id"]}
    assert right["attributes"]["sandbox"] == {"type": "NONE", "parentId": None}


async def test_sites_are_the_same_in_every_sandbox_and_after_a_reset() -> None:
    async def seen(seed: int) -> Any:
        async with beside(seed=seed) as here:
            before = (await here.search({})).json()["data"]
            await here.client.post("/_sandbox/reset")
            assert (await here.search({})).json()["data"] == before
            return before

    assert await seen(1) == await seen(2)


async def test_sites_of_ones_own() -> None:
    async with beside(
        sites=[*SITES[:1], Site("mine", (CONFLUENCE, SITES[0].offerings[0]))]
    ) as here:
        assert await found(here) == ["acme", "mine", "mine"]
        confluence, jira = await here.named("mine")
        listed = [(await here.entitlements(each["id"])).json() for each in (confluence, jira)]
    assert listed[0]["metadata"] == listed[1]["metadata"]
    assert listed[0]["metadata"]["jira_family_container"]


# --- searching


@pytest.mark.parametrize(
    ("query", "names"),
    [
        (field("attributes.name", "acme", "wiki"), ["acme", "wiki"]),
        (field("attributes.name", "ACME"), []),
        (field("attributes.name.raw", "acme"), ["acme"]),
        (field("attributes.typeKey", "confluence"), ["wiki"]),
        (field("type", "Confluence"), ["wiki"]),
        (field("attributes.status", "offline", "deprecated"), ["globex"]),
        (field("attributes.sandbox.type", "CHILD"), ["globex"]),
        (field("attributes.regions", "us-west-2"), NAMES),
        (field("attributes.owner", "nobody"), []),
        (field("relationships.entitlement.attributes.planKey", "premium"), []),
        (field("relationships.entitlement.attributes.planKey", "enterprise"), NAMES),
        ({"searchWorkspaces": "LOB"}, ["globex"] * 3),
        ({"searchWorkspaces": "//wiki.", "value": "any"}, ["wiki"]),
        ({"features": ["release-tracks"]}, NAMES),
        ({"features": ["release-tracks", "none"]}, []),
        ({"policies": ["data-residency"]}, NAMES),
        ({"policies": ["none"]}, []),
        (
            {
                "and": [
                    field("attributes.name", "globex"),
                    {"and": [field("attributes.status", "online")]},
                    field("attributes.sandbox.type", "NONE"),
                ]
            },
            ["globex"],
        ),
        ({"searchWorkspaces": "WI", **field("attributes.typeKey", "jira-software")}, ["twins"] * 2),
    ],
    ids=str,
)
async def test_a_query_finds_what_fits_it(query: dict[str, Any], names: list[str]) -> None:
    async with beside() as here:
        assert await found(here, query=query) == names


@pytest.mark.parametrize(
    "body",
    [
        {"query": {}},
        {"query": {"value": "acme"}},
        {"query": {"and": []}},
        {"query": {"and": [{"value": "acme"}]}},
        {"query": field("attributes.name")},
        {"query": field("attribute.name", "acme")},
        {"query": field("attributes.nam", "acme")},
        {"query": field("attributes.name.raw.raw", "acme")},
        {"query": {"and": [field("name", "acme")]}},
        {"sort": [{"field": "name"}]},
        {"sort": [{"field": "attributes.name", "order": "up"}]},
        {"limit": 0},
        {"query": {"nor": [field("attributes.name", "acme")]}, "limit": "2"},
    ],
    ids=str,
)
async def test_what_cannot_be_searched_for_is_a_bad_body(body: dict[str, Any]) -> None:
    async with beside() as here:
        answer = await here.search(body)
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert (error["code"], error["status"]) == ("ADMIN-400-24", "400")
    assert error["detail"]


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ([{"field": "attributes.name.raw"}], sorted(NAMES)),
        ([{"field": "attributes.name", "order": "desc"}], sorted(NAMES, reverse=True)),
        (
            [{"field": "attributes.type", "order": "asc"}, {"field": "attributes.name"}],
            ["wiki", "acme", "globex", "globex", "globex", "twins", "twins"],
        ),
        (None, NAMES),
    ],
)
async def test_workspaces_are_sorted_as_asked(sort: Any, names: list[str]) -> None:
    async with beside() as here:
        assert await found(here, sort=sort) == names


async def test_pages_follow_each_other_by_a_cursor_alone() -> None:
    async with beside() as here:
        body: dict[str, Any] = {
            "limit": 3,
            "query": {"searchWorkspaces": "net"},
            "sort": [{"field": "attributes.name"}],
        }
        names, indexes = [], []
        while body:
            page = (await here.search(body)).json()
            names += [each["attributes"]["name"] for each in page["data"]]
            indexes.append((page["meta"]["startIndex"], page["meta"]["endIndex"]))
            assert (page["meta"]["pageSize"], page["meta"]["total"]) == (3, 7)
            cursor = page["links"]["next"]
            body = {"cursor": cursor} if cursor else {}
    assert names == sorted(NAMES)
    assert indexes == [(1, 3), (4, 6), (7, 7)]


@pytest.mark.parametrize("beside_it", [{"limit": 3}, {"query": {"searchWorkspaces": "a"}}])
async def test_a_cursor_with_anything_else_is_refused(beside_it: dict[str, Any]) -> None:
    async with beside() as here:
        cursor = (await here.search({"limit": 3})).json()["links"]["next"]
        answer = await here.search({"cursor": cursor, **beside_it})
        assert answer.status_code == 400
        assert answer.json()["errors"][0]["code"] == "ADMIN-400-24"
        made_up = await here.search({"cursor": "none"})
    assert (made_up.status_code, made_up.json()["errors"][0]["code"]) == (400, "ADMIN-400-1")
