"""Which site is meant, and what is found on it, before anything is provisioned."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from commerce_sdk import InvalidRequest, journeys
from commerce_sdk.errors import ApiError, WrongAnswer
from tests.journeys.answers import changed
from tests.journeys.two_platforms import (
    CONFLUENCE,
    JIRA,
    JSM,
    ON_ACME,
    PARENT,
    TwoPlatforms,
    two_platforms,
)

pytestmark = pytest.mark.anyio

CONTAINER = journeys.JIRA_FAMILY_CONTAINER


def add(*products: journeys.Product, site: str, **more: Any) -> dict[str, Any]:
    """A journey that adds products to a site that is there."""
    return {"products": products, "site": site, "new_site": False, "timezone": None, **more}


def related(item: dict[str, Any], kind: str) -> dict[str, Any] | None:
    """What an item of an order relates from, in a way."""
    found = item.get("relatesFromEntitlements") or []
    return next((each for each in found if each["relationshipType"] == kind), None)


async def refused(world: TwoPlatforms, **journey: Any) -> InvalidRequest:
    """The refusal of a look-up, after which nothing was sent."""
    with pytest.raises(InvalidRequest) as caught:
        await world.begin(**journey)
    assert not {"POST products", "POST orders"} & {*world.requests}
    assert (world.provisionings, world.orders) == ({}, {})
    assert world.kept.stages == ["started"]
    error = caught.value
    assert (error.maybe_applied, error.token) == (False, world.kept.tokens[0])
    assert error.order_id is not None
    return error


async def test_a_new_site() -> None:
    async with two_platforms() as world:
        journey = await world.begin(products=[JIRA, JSM, CONFLUENCE])
        assert world.requests == ["GET orders", "POST workspaces", "POST products", "POST orders"]
        container, jira, jsm, confluence = world.sent["items"]
        found = await anext(journey.steps())
        result = await journey.result()
        (provisioning,) = world.provisionings.values()
    assert found == journeys.SiteFound(at=found.at, site="acme-2", workspaces=(), container=None)
    assert container["offeringId"] == CONTAINER
    for item in (jira, jsm):
        family = related(item, "FAMILY_CONTAINER")
        assert family is not None
        assert family["itemId"] == container["itemId"]
        assert family["referenceType"] == "ORDER_ITEM"
    assert related(confluence, "FAMILY_CONTAINER") is None
    assert {related(each, "ENTERPRISE")["entitlementId"] for each in (jira, jsm, confluence)} == {  # type: ignore[index]
        PARENT
    }
    assert provisioning["site"]["name"] == "acme-2"
    assert result.provisioning.status == "COMPLETED"
    assert len(result.entitlements) == 4
    assert {each.offering for each in result.entitlements} == {
        CONTAINER,
        journeys.JIRA_ENTERPRISE,
        journeys.JSM_ENTERPRISE,
        journeys.CONFLUENCE_ENTERPRISE,
    }


async def test_a_new_site_whose_name_is_taken() -> None:
    async with two_platforms() as world:
        for name in ("acme", "ACME"):
            world.kept.tokens.clear()
            error = await refused(world, site=name)
            assert error.path == "site"
            assert "jira-software, online, https://acme.atlassian.net" in str(error)
            assert "leave new_site= out" in str(error)


async def test_beside_a_product_of_the_family() -> None:
    async with two_platforms() as world:
        journey = await world.begin(**add(JSM, site="acme"))
        assert world.requests == [
            "GET orders",
            "POST workspaces",
            "GET details",
            "POST products",
            "POST orders",
        ]
        (item,) = world.sent["items"]
        found = await anext(journey.steps())
        await journey.result()
    assert isinstance(found, journeys.SiteFound)
    assert found.container is not None
    assert [each.attributes.type_key for each in found.workspaces if each.attributes] == [
        "jira-software"
    ]
    family = related(item, "FAMILY_CONTAINER")
    assert family is not None
    assert family["entitlementId"] == found.container


async def test_a_site_with_only_confluence_gets_one_container_for_all() -> None:
    async with two_platforms() as world:
        journey = await world.begin(**add(JSM, JIRA, site="wiki"))
        assert "GET details" not in world.requests
        items = world.sent["items"]
        found = await anext(journey.steps())
        await journey.result()
    assert [each["offeringId"] for each in items] == [
        CONTAINER,
        journeys.JSM_ENTERPRISE,
        journeys.JIRA_ENTERPRISE,
    ]
    assert isinstance(found, journeys.SiteFound)
    assert (found.container, len(found.workspaces)) == (None, 1)


async def test_a_site_that_has_nothing_yet() -> None:
    async with two_platforms() as world:
        journey = await world.begin(**add(CONFLUENCE, site="bare"))
        (item,) = world.sent["items"]
        await journey.result()
        site = await world.admin.workspaces.search(name="bare").collect()
    assert related(item, "FAMILY_CONTAINER") is None
    assert [each.attributes.type_key for each in site if each.attributes] == ["confluence"]


async def test_confluence_needs_no_container() -> None:
    async with two_platforms() as world:
        # Not even on a site of which it cannot be told which container is meant.
        journey = await world.begin(**add(CONFLUENCE, site="twins"))
        assert "GET details" not in world.requests
        await journey.result()


def without_jira(body: Any) -> None:
    """The site has another product of the family in place of Jira."""
    for each in body["data"]:
        if each["attributes"]["typeKey"] == "jira-software":
            each["attributes"]["typeKey"] = "jira-product-discovery"


async def test_several_of_the_family_are_in_one_container() -> None:
    async with two_platforms() as world:
        await (await world.begin(products=[JIRA, JSM])).result()
        world.transport.requests.clear()
        world.places.faults["POST workspaces"].append(changed(without_jira))
        journey = await world.begin(**add(JIRA, site="acme-2"))
        assert world.requests[1:4] == ["POST workspaces", "GET details", "GET details"]
        found = await anext(journey.steps())
    assert isinstance(found, journeys.SiteFound)
    assert found.container is not None
    assert len(found.workspaces) == 2


async def test_several_of_the_family_in_two_containers() -> None:
    def other(body: Any) -> None:
        for each in body["relatesFromEntitlements"]:
            each["entitlementId"] = "another"

    async with two_platforms() as world:
        await (await world.begin(products=[JIRA, JSM])).result()
        world.transport.requests.clear()
        world.places.faults["POST workspaces"].append(changed(without_jira))
        world.places.faults["GET details"].extend([None, changed(other)])
        with pytest.raises(InvalidRequest, match="2 workspaces of 'acme-2' may be meant") as caught:
            await world.begin(**add(JIRA, site="acme-2"))
        assert world.requests == ["GET orders", "POST workspaces", "GET details", "GET details"]
    assert caught.value.path == "site"


async def test_a_product_that_is_there_is_not_bought_once_more() -> None:
    async with two_platforms() as world:
        await (await world.begin(products=[JIRA])).result()
        world.transport.requests.clear()
        with pytest.raises(InvalidRequest, match="is not bought once more") as caught:
            await world.begin(**add(JIRA, site="acme-2"))
        assert caught.value.path == "products"
        assert "POST products" not in world.requests
        # One that cannot be used any more is none.
        world.places.faults["POST workspaces"].append(changed(offline))
        await world.begin(**add(JIRA, site="acme-2"))
        assert "POST products" in world.requests


def offline(body: Any) -> None:
    for each in body["data"]:
        each["attributes"]["status"] = "offline"


async def test_one_product_twice_is_refused() -> None:
    async with two_platforms() as world:
        with pytest.raises(InvalidRequest, match="a site has one jira") as caught:
            await world.begin(products=[JIRA, JSM, JIRA])
        assert world.requests == []
    assert caught.value.path == "products"


async def test_a_family_that_has_ended_is_not_joined() -> None:
    def ended(body: Any) -> None:
        body["status"] = "INACTIVE"

    async with two_platforms() as world:
        world.places.faults["GET details"].append(changed(ended))
        error = await refused(world, **add(JSM, site="acme"))
        assert "POST products" not in world.requests
    assert error.path == "container"
    assert "has ended" in str(error)


@pytest.mark.parametrize(("made", "asked"), [("Acme-2", "acme-2"), ("acme-2", "ACME-2")])
async def test_capitals_of_a_name_make_no_other_site(made: str, asked: str) -> None:
    async with two_platforms() as world:
        await (await world.begin(products=[JIRA], site=made)).result()
        with pytest.raises(InvalidRequest, match="the organization has a site"):
            await world.begin(products=[JSM], site=asked)
        journey = await world.begin(**add(JSM, site=asked))
        found = await anext(journey.steps())
    assert isinstance(found, journeys.SiteFound)
    assert found.container is not None
    assert {each.attributes.name for each in found.workspaces if each.attributes} == {"acme-2"}


async def test_two_sites_of_one_name() -> None:
    async with two_platforms() as world:
        error = await refused(world, **add(JIRA, site="twins"))
        assert world.requests == [
            "GET orders",
            "POST workspaces",
        ]  # which one is meant, no entitlement says
    assert error.path == "site"
    assert "2 workspaces of 'twins' may be meant: " in str(error)
    assert str(error).count("ari:cloud:jira-software::site/") == 2
    assert "give container= with the entitlement of the container that is meant" in str(error)


async def test_the_container_that_is_given_is_not_looked_up() -> None:
    async with two_platforms() as world:
        journey = await world.begin(**add(JIRA, site="twins", container=PARENT))
        assert world.requests == ["GET orders", "POST products", "POST orders"]
        (item,) = world.sent["items"]
        steps = journey.steps()
        first = await anext(steps)
    family = related(item, "FAMILY_CONTAINER")
    assert family is not None
    assert family["entitlementId"] == PARENT
    assert isinstance(first, journeys.ProvisioningBegun)


async def test_what_is_offline_or_a_sandbox_stands_back() -> None:
    async with two_platforms() as world:
        journey = await world.begin(**add(JSM, site="globex"))
        found = await anext(journey.steps())
        assert isinstance(found, journeys.SiteFound)
        online = next(
            each
            for each in found.workspaces
            if each.attributes
            and each.attributes.status == "online"
            and each.attributes.sandbox
            and each.attributes.sandbox.type == "NONE"
        )
        listed = await world.admin.products.entitlements(str(online.id))
    assert len(found.workspaces) == 3
    assert listed.metadata is not None
    assert found.container == listed.metadata.jira_family_container


async def test_a_name_is_told_apart_from_longer_ones() -> None:
    async with two_platforms() as world:
        await (await world.begin()).result()
        journey = await world.begin(**add(JSM, site="Acme-2"))
        found = await anext(journey.steps())
    assert isinstance(found, journeys.SiteFound)
    assert [each.attributes.name for each in found.workspaces if each.attributes] == ["acme-2"]


async def test_a_search_may_find_longer_names_too() -> None:
    def longer(body: Any) -> None:
        for each in body["data"]:
            each["attributes"]["name"] = "acme-old"

    async with two_platforms() as world:
        world.places.faults["POST workspaces"].append(changed(longer))
        journey = await world.begin(site="acme")
        found = await anext(journey.steps())
    assert isinstance(found, journeys.SiteFound)
    assert found.workspaces == ()


def without(part: str) -> Any:
    async def answer(request: Any, below: Any) -> Any:
        given = await below.handle_async_request(request)
        text = (await given.aread()).decode()
        return httpx.Response(200, text=text.replace(f'"{part}":', f'"{part}Of":'))

    return answer


async def test_a_workspace_that_names_no_entitlement() -> None:
    async with two_platforms() as world:
        world.places.faults["POST workspaces"].append(without("relationships"))
        with pytest.raises(WrongAnswer, match="names no entitlement") as caught:
            await world.begin(**add(JSM, site="acme"))
        assert world.requests == ["GET orders", "POST workspaces"]
    assert caught.value.path == "$.data[].relationships.entitlement"
    assert caught.value.maybe_applied is False
    assert caught.value.token == world.kept.tokens[-1]


async def test_an_entitlement_that_is_in_no_container() -> None:
    async with two_platforms() as world:
        world.places.faults["GET details"].append(without("relatesFromEntitlements"))
        error = await refused(world, **add(JSM, site="acme"))
    assert error.path == "container"
    assert "is in no container of the Jira family" in str(error)


@pytest.mark.parametrize(
    ("operation", "status"),
    [("search_workspaces", 403), ("search_workspaces", 500), ("get_entitlement_v2", 404)],
)
async def test_a_look_up_that_is_refused(operation: str, status: int) -> None:
    async with two_platforms() as world:
        platform = world.organization if operation == "search_workspaces" else world.sales
        platform.fail_next(operation, status, times=10)
        with pytest.raises(ApiError) as caught:
            await world.begin(**ON_ACME, new_site=False, timezone=None)
        assert not {"POST products", "POST orders"} & {*world.requests}
    assert caught.value.status == status
    assert caught.value.maybe_applied is False
    assert caught.value.token == world.kept.tokens[-1]
    assert caught.value.order_id is not None


async def test_every_look_up_comes_before_the_provisioning() -> None:
    async with two_platforms() as world:
        await world.begin(**add(JSM, CONFLUENCE, site="acme"))
        await world.install()
        for place in ("POST products", "POST apps"):
            after = world.requests[world.requests.index(place) + 1 :]
            assert after[0] == "POST orders"
