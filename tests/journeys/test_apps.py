"""An app on a product: which one is meant, and what of it the order needs."""

from __future__ import annotations

from typing import Any

import pytest

from commerce_sdk import InvalidRequest, NotFound, journeys
from commerce_sdk.errors import WrongAnswer
from tests.journeys.answers import changed
from tests.journeys.two_platforms import JSM, TwoPlatforms, two_platforms

pytestmark = pytest.mark.anyio
ANCHOR = "$.subscriptionv2.billingPeriodDetails.billingAnchorTimestamp"


async def refused(world: TwoPlatforms, **journey: Any) -> InvalidRequest:
    """The refusal of a look-up, after which nothing was sent."""
    with pytest.raises(InvalidRequest) as caught:
        await world.install(**journey)
    assert not {"POST apps", "POST orders"} & {*world.requests}
    assert (world.provisionings, world.orders) == ({}, {})
    assert world.kept.stages == ["started"]
    error = caught.value
    assert (error.maybe_applied, error.token) == (False, world.kept.tokens[0])
    return error


async def test_on_a_product_of_a_site() -> None:
    async with two_platforms() as world:
        journey = await world.install()
        assert world.requests == [
            "GET orders",
            "POST workspaces",
            "GET entitlements",
            "GET details",
            "POST apps",
            "POST orders",
        ]
        found = await anext(journey.steps())
        (item,) = world.sent["items"]
        result = await journey.result()
        (provisioning,) = world.provisionings.values()
    assert isinstance(found, journeys.ProductFound)
    assert found.product_ari.startswith("ari:cloud:jira-software::site/")
    assert (provisioning["product"], provisioning["app_key"]) == (
        found.product_ari,
        "com.example.app",
    )
    (relation,) = item["relatesFromEntitlements"]
    assert found.container is not None
    assert found.container != found.entitlement
    assert relation["entitlementId"] == found.container
    assert relation["relationshipType"] == "APP_DEPENDENCE"
    assert [each.offering for each in result.entitlements] == [item["offeringId"]]


async def test_on_a_product_by_its_resource_name() -> None:
    async with two_platforms() as world:
        first = await anext((await world.install()).steps())
        assert isinstance(first, journeys.ProductFound)
        world.transport.requests.clear()
        journey = await world.install(site=None, product=None, product_ari=first.product_ari)
        assert world.requests == [
            "GET orders",
            "GET entitlements",
            "GET details",
            "POST apps",
            "POST orders",
        ]
        found = await anext(journey.steps())
    assert isinstance(found, journeys.ProductFound)
    assert found.entitlement == first.entitlement


async def test_on_a_product_without_a_container() -> None:
    async with two_platforms() as world:
        journey = await world.install(site="wiki", product="confluence")
        found = await anext(journey.steps())
        (relation,) = world.sent["items"][0]["relatesFromEntitlements"]
    assert isinstance(found, journeys.ProductFound)
    assert found.container is None
    assert relation["entitlementId"] == found.entitlement


@pytest.mark.parametrize("product", ["jsm", "jira-servicedesk", "JIRA-ServiceDesk"])
async def test_on_the_right_one_of_several_products(product: str) -> None:
    async with two_platforms() as world:
        await (
            await world.begin(products=[journeys.jira(users=1, parent=JSM.parent), JSM])
        ).result()
        journey = await world.install(site="acme-2", product=product)
        found = await anext(journey.steps())
    assert isinstance(found, journeys.ProductFound)
    assert found.product_ari.startswith("ari:cloud:jira-servicedesk::site/")


async def test_a_product_that_the_site_has_not() -> None:
    async with two_platforms() as world:
        error = await refused(world, product="confluence")
    assert error.path == "product"
    assert "'acme' has no confluence; found: ari:cloud:jira-software::site/" in str(error)


async def test_a_site_that_is_not_there() -> None:
    async with two_platforms() as world:
        error = await refused(world, site="nowhere")
    assert (error.path, str(error)) == (
        "product",
        "product: 'nowhere' has no jira-software; found: none",
    )


async def test_several_that_may_be_meant() -> None:
    async with two_platforms() as world:
        error = await refused(world, site="twins")
    assert error.path == "site"
    assert "2 workspaces of 'twins' may be meant" in str(error)
    assert "give product_ari= with the one that is meant" in str(error)


async def test_what_is_offline_or_a_sandbox_stands_back() -> None:
    async with two_platforms() as world:
        journey = await world.install(site="globex")
        found = await anext(journey.steps())
        assert isinstance(found, journeys.ProductFound)
        every = await world.admin.workspaces.search(name="globex").collect()
    right = next(each for each in every if each.id == found.product_ari)
    assert right.attributes is not None
    assert right.attributes.sandbox is not None
    assert (right.attributes.status, right.attributes.sandbox.type) == ("online", "NONE")


async def test_a_product_that_is_nowhere() -> None:
    async with two_platforms() as world:
        with pytest.raises(NotFound) as caught:
            await world.install(
                site=None, product=None, product_ari="ari:cloud:confluence::site/nowhere"
            )
        assert world.requests == ["GET orders", "GET entitlements"]
    assert caught.value.maybe_applied is False
    assert caught.value.token == world.kept.tokens[-1]


async def test_a_product_without_an_active_entitlement() -> None:
    async with two_platforms() as world:
        world.places.faults["GET entitlements"].append(
            changed(lambda body: body["entitlements"][0].update(provisioning_status="SUSPENDED"))
        )
        error = await refused(world)
    assert error.path == "product"
    assert "has 0 entitlements that are active, not one, of 1: " in str(error)
    assert "(SUSPENDED)" in str(error)


async def test_the_resource_name_is_named_where_it_was_given() -> None:
    async with two_platforms() as world:
        first = await anext((await world.install()).steps())
        assert isinstance(first, journeys.ProductFound)
        world.places.faults["GET entitlements"].append(
            changed(lambda body: body.update(entitlements=[]))
        )
        with pytest.raises(InvalidRequest) as caught:
            await world.install(site=None, product=None, product_ari=first.product_ari)
    assert caught.value.path == "product_ari"
    assert str(caught.value).endswith("has 0 entitlements that are active, not one, of 0: none")


async def test_a_product_with_two_active_entitlements() -> None:
    async with two_platforms() as world:
        world.places.faults["GET entitlements"].append(
            changed(
                lambda body: body["entitlements"].append(
                    {**body["entitlements"][0], "entitlement_id": "another"}
                )
            )
        )
        error = await refused(world)
    assert error.path == "product"
    assert "has 2 entitlements that are active, not one, of 2: " in str(error)
    assert "another (ACTIVE)" in str(error)


async def test_an_entitlement_beside_one_that_is_not_active() -> None:
    async with two_platforms() as world:
        world.places.faults["GET entitlements"].append(
            changed(
                lambda body: body["entitlements"].append(
                    {"entitlement_id": "old", "provisioning_status": "DEACTIVATED"}
                )
            )
        )
        await world.install()
        assert len(world.provisionings) == 1


@pytest.mark.parametrize("anchor", [True, False], ids=["with an anchor", "without one"])
async def test_the_anchor_is_that_of_the_product_or_none(anchor: bool) -> None:
    def without(body: Any) -> None:
        if not anchor:
            body["subscriptionv2"] = None

    async with two_platforms() as world:
        world.places.faults["GET details"].append(changed(without))
        await world.install()
        (item,) = world.sent["items"]
    assert ("nextBillingAnchorTimestamp" in item) is anchor


async def test_an_anchor_that_is_no_instant() -> None:
    def wrong(body: Any) -> None:
        body["subscriptionv2"]["billingPeriodDetails"]["billingAnchorTimestamp"] = 10**18

    async with two_platforms() as world:
        world.places.faults["GET details"].append(changed(wrong))
        with pytest.raises(WrongAnswer, match="is no instant") as caught:
            await world.install()
        assert "POST apps" not in world.requests
    assert caught.value.path == ANCHOR
    assert caught.value.maybe_applied is False
